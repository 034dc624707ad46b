// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/frame/go_to_popup.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QTableView>
#include <QVBoxLayout>

#include "models/text.h"
#include "models/words.h"
#include "ui/theme/icons.h"

#include <algorithm>

namespace milepost {
namespace {

constexpr std::size_t mostHits = 12;
constexpr QSize wanted(720, 420);
constexpr int pageRows = 10;

/// A number that leads to one order opens it; others list what they match.
Place placeOf(const FoundNumber& found)
{
    if (!found.orderNo.empty()) return {.page = Place::Page::Order, .orderNo = text(found.orderNo)};
    Place place{.page = Place::Page::Orders};
    place.orders.search = found.value;
    return place;
}

} // namespace

GoToPopup::GoToPopup(const ConsoleContext& context, QWidget* window)
    : QFrame(window, Qt::Popup)
    , m_recent(context.settings)
    , m_question(context.bridge, this)
    , m_field(new QLineEdit)
    , m_hits(new QTableView)
    , m_hint(new QLabel)
{
    setObjectName(QStringLiteral("goToPopup"));
    setAccessibleName(tr("Go to any number"));
    setFrameShape(QFrame::StyledPanel);
    setAutoFillBackground(true);
    m_field->setObjectName(QStringLiteral("goToField"));
    m_field->setAccessibleName(tr("Any number"));
    m_field->setPlaceholderText(tr("Order, purchase order, tracking, invoice, item or customer"));
    m_field->addAction(icon(QStringLiteral("search")), QLineEdit::LeadingPosition);
    m_field->installEventFilter(this);
    m_hits->setObjectName(QStringLiteral("goToHits"));
    m_hits->setAccessibleName(tr("What was found"));
    m_hits->setModel(&m_model);
    m_hits->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_hits->setSelectionMode(QAbstractItemView::SingleSelection);
    m_hits->setFocusPolicy(Qt::NoFocus);
    m_hits->setShowGrid(false);
    m_hits->verticalHeader()->hide();
    m_hits->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_hits->horizontalHeader()->setStretchLastSection(true);
    m_hits->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_hint->setObjectName(QStringLiteral("goToHint"));
    m_hint->setProperty("look", QStringLiteral("muted"));
    m_hint->setWordWrap(true);
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(m_field);
    layout->addWidget(m_hits, 1);
    layout->addWidget(m_hint);
    setFocusProxy(m_field);
    connect(m_field, &QLineEdit::textChanged, this, &GoToPopup::search);
    connect(m_hits, &QTableView::clicked, this, [this](const QModelIndex& index) { choose(index.row()); });
}

void GoToPopup::open()
{
    const QRect frame = parentWidget()->geometry();
    resize(wanted.boundedTo(frame.size()));
    move(parentWidget()->mapToGlobal(QPoint((frame.width() - width()) / 2, frame.height() / 8)));
    m_field->clear();
    showRecent();
    QFrame::show();
    m_field->setFocus(Qt::PopupFocusReason);
}

void GoToPopup::search(const QString& words)
{
    const QString wish = words.trimmed();
    if (wish.isEmpty()) {
        m_question.forget();
        return showRecent();
    }
    m_question.ask([wish = utf8(wish)](Backend& backend,
                                       const std::stop_token&) { return backend.find(wish, mostHits); },
                   [this, wish](const Result<std::vector<FoundNumber>>& found) {
                       if (!found) return list({}, Words::error(found.error()));
                       list(*found, found->empty()
                                        ? tr("No number on any document begins with “%1”.").arg(wish)
                                        : tr("Up and Down choose, Enter opens, Escape closes."));
                   });
}

void GoToPopup::showRecent()
{
    auto recent = m_recent.all();
    const QString words = recent.empty()
                              ? tr("Type the beginning of any number that is on a document.")
                              : tr("The numbers you went to last. Type the beginning of any other one.");
    list(std::move(recent), words);
}

void GoToPopup::list(std::vector<FoundNumber> found, const QString& words)
{
    m_model.setFound(std::move(found));
    m_hint->setText(words);
    if (m_model.rowCount() > 0) m_hits->selectRow(0);
}

void GoToPopup::moveBy(int rows)
{
    if (m_model.rowCount() == 0) return;
    m_hits->selectRow(std::clamp(m_hits->currentIndex().row() + rows, 0, m_model.rowCount() - 1));
}

void GoToPopup::choose(int row)
{
    if (row < 0 || row >= m_model.rowCount()) return;
    const FoundNumber found = m_model.at(row);
    m_recent.add(found);
    close();
    emit goTo(placeOf(found));
}

bool GoToPopup::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() != QEvent::KeyPress) return QFrame::eventFilter(watched, event);
    switch (static_cast<QKeyEvent*>(event)->key()) {
    case Qt::Key_Up: return moveBy(-1), true;
    case Qt::Key_Down: return moveBy(1), true;
    case Qt::Key_PageUp: return moveBy(-pageRows), true;
    case Qt::Key_PageDown: return moveBy(pageRows), true;
    case Qt::Key_Return:
    case Qt::Key_Enter: return choose(m_hits->currentIndex().row()), true;
    case Qt::Key_Escape: return close();
    default: return QFrame::eventFilter(watched, event);
    }
}

} // namespace milepost
