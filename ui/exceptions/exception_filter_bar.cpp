// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/exceptions/exception_filter_bar.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QSignalBlocker>

#include "models/text.h"
#include "models/words.h"
#include "ui/ui_settings.h"

#include <algorithm>

namespace milepost {
namespace {

const QString groupingChoice = QStringLiteral("exceptions/grouping");
constexpr int sleepingToo = 1; ///< of the states: between open and closed
constexpr int closedOnes = 2;

} // namespace

ExceptionFilterBar::ExceptionFilterBar(const ConsoleContext& context, QWidget* parent)
    : QWidget(parent)
    , m_context(context)
    , m_search(new QLineEdit)
{
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    m_search->setObjectName(QStringLiteral("exceptionSearch"));
    m_search->setAccessibleName(tr("Search exceptions"));
    m_search->setPlaceholderText(tr("Order, customer, cause, contract or words"));
    m_search->setClearButtonEnabled(true);
    layout->addWidget(m_search, 1);
    m_state = addChoice(*layout, QStringLiteral("exceptionState"), tr("Open or closed"));
    m_kind = addChoice(*layout, QStringLiteral("exceptionKind"), tr("Kind"));
    m_severity = addChoice(*layout, QStringLiteral("exceptionSeverity"), tr("Severity"));
    m_who = addChoice(*layout, QStringLiteral("exceptionWho"), tr("Who works on it"));
    m_grouping = addChoice(*layout, QStringLiteral("exceptionGrouping"), tr("Put together by"));
    fillChoices();
    const QString remembered = m_context.settings.choice(groupingChoice);
    m_grouping->setCurrentIndex(std::max(0, m_grouping->findData(remembered)));
    connect(m_search, &QLineEdit::textChanged, this, &ExceptionFilterBar::changed);
    for (QComboBox* box : {m_kind, m_severity, m_who, m_state})
        connect(box, &QComboBox::currentIndexChanged, this, &ExceptionFilterBar::changed);
    connect(m_grouping, &QComboBox::currentIndexChanged, this, [this] {
        m_context.settings.setChoice(groupingChoice, m_grouping->currentData().toString());
        emit groupingChosen();
    });
}

QComboBox* ExceptionFilterBar::addChoice(QHBoxLayout& layout, const QString& name, const QString& label)
{
    auto* box = new QComboBox;
    box->setObjectName(name);
    box->setAccessibleName(label);
    box->setToolTip(label);
    box->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    layout.addWidget(box);
    return box;
}

void ExceptionFilterBar::fillChoices()
{
    m_state->addItem(tr("Open"));
    m_state->addItem(tr("Open, also sleeping"));
    m_state->addItem(tr("Closed"));
    m_kind->addItem(tr("Any kind"));
    for (int i = 0; i <= static_cast<int>(ExceptionClass::Internal); ++i)
        m_kind->addItem(Words::exceptionClass(static_cast<ExceptionClass>(i)), i);
    m_severity->addItem(tr("Any severity"));
    for (const Severity severity : {Severity::Medium, Severity::High, Severity::Critical})
        m_severity->addItem(tr("%1 or worse").arg(Words::severity(severity)), static_cast<int>(severity));
    m_who->addItem(tr("Everybody's"));
    m_who->addItem(tr("Mine"), QStringLiteral("mine"));
    m_grouping->addItem(tr("Not grouped"), QString());
    for (int i = 0; i <= static_cast<int>(ExceptionGrouping::Class); ++i) {
        const auto grouping = static_cast<ExceptionGrouping>(i);
        m_grouping->addItem(Words::grouping(grouping), text(std::string(toKey(grouping))));
    }
}

ExceptionFilter ExceptionFilterBar::filter() const
{
    ExceptionFilter filter{
        .system = m_system, .search = utf8(m_search->text().trimmed()), .orderNo = m_orderNo};
    if (m_kind->currentIndex() > 0) filter.kind = static_cast<ExceptionClass>(m_kind->currentData().toInt());
    if (m_severity->currentIndex() > 0)
        filter.leastSeverity = static_cast<Severity>(m_severity->currentData().toInt());
    if (m_who->currentIndex() > 0) filter.claimedBy = utf8(m_context.actor);
    if (isClosed()) filter.state = ExceptionState::Closed;
    if (m_state->currentIndex() < sleepingToo) filter.awakeAt = m_context.now();
    return filter;
}

void ExceptionFilterBar::setFilter(const ExceptionFilter& filter)
{
    const QSignalBlocker quietSearch(m_search);
    const QSignalBlocker quietKind(m_kind);
    const QSignalBlocker quietSeverity(m_severity);
    const QSignalBlocker quietState(m_state);
    m_search->setText(text(filter.search));
    m_kind->setCurrentIndex(filter.kind ? m_kind->findData(static_cast<int>(*filter.kind)) : 0);
    m_severity->setCurrentIndex(
        filter.leastSeverity ? std::max(0, m_severity->findData(static_cast<int>(*filter.leastSeverity)))
                             : 0);
    if (filter.state == ExceptionState::Closed) m_state->setCurrentIndex(closedOnes);
    if (filter.state == ExceptionState::Open && isClosed()) m_state->setCurrentIndex(0);
    m_system = filter.system;
    m_orderNo = filter.orderNo;
}

bool ExceptionFilterBar::isEmpty() const
{
    const ExceptionFilter now = filter();
    return now.search.empty() && !now.kind && !now.leastSeverity && now.claimedBy.empty() &&
           now.system.empty() && now.orderNo.empty();
}

bool ExceptionFilterBar::isClosed() const
{
    return m_state->currentIndex() == closedOnes;
}

std::optional<ExceptionGrouping> ExceptionFilterBar::grouping() const
{
    ExceptionGrouping grouping{};
    if (!fromKey(utf8(m_grouping->currentData().toString()), grouping)) return std::nullopt;
    return grouping;
}

void ExceptionFilterBar::showGrouping(std::optional<ExceptionGrouping> grouping)
{
    const QSignalBlocker quiet(m_grouping);
    const QString key = grouping ? text(std::string(toKey(*grouping))) : QString();
    m_grouping->setCurrentIndex(std::max(0, m_grouping->findData(key)));
}

void ExceptionFilterBar::openGroupings()
{
    m_grouping->setFocus(Qt::ShortcutFocusReason);
    m_grouping->showPopup();
}

void ExceptionFilterBar::toggleClosed()
{
    m_state->setCurrentIndex(isClosed() ? 0 : closedOnes);
}

} // namespace milepost
