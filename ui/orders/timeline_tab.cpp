// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/orders/timeline_tab.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QShortcut>
#include <QSignalBlocker>
#include <QSplitter>
#include <QTextCursor>
#include <QVBoxLayout>

#include "models/backend_bridge.h"
#include "models/body_text.h"
#include "models/causation.h"
#include "models/content_text.h"
#include "models/text.h"
#include "models/words.h"
#include "ui/parts/data_table.h"

#include <set>

namespace milepost {
namespace {

constexpr Duration longSilence{std::chrono::hours(1)};
constexpr qlonglong silenceId = 1'000'000; // beyond every fact of an order

Tone toneOf(const LineageEntry& entry)
{
    if (entry.kind == "exceptionOpened" || entry.outcome == "rejected" || entry.outcome == "refused")
        return Tone::Bad;
    if (entry.outcome == "unknown" || entry.kind == "expectationOverdue") return Tone::Warning;
    if (entry.outcome == "done" || entry.kind == "exceptionClosed") return Tone::Good;
    return Tone::Neutral;
}

TableRow rowOf(const LineageEntry& entry, const LineageView& lineage)
{
    const QString cause = TimelineTab::tr("%1\nCorrelation: %2\nKey: %3")
                              .arg(Causation(lineage).reason(entry), text(entry.correlationId),
                                   entry.idempotencyKey.empty() ? Text::none() : text(entry.idempotencyKey));
    QStringList detail;
    if (!entry.step.empty()) detail << Words::step(entry.step);
    if (!entry.outcome.empty()) detail << Words::outcome(entry.outcome);
    if (!entry.detail.empty()) detail << text(entry.detail);
    if (entry.took) detail << TimelineTab::tr("took %1").arg(Text::duration(*entry.took));
    if (!entry.actor.empty()) detail << TimelineTab::tr("by %1").arg(text(entry.actor));
    TableRow row{.id = entry.seq,
                 .cells = {{.text = Text::timeExact(entry.at), .hint = cause, .sort = entry.seq},
                           {.text = text(entry.system), .hint = cause},
                           {.text = Words::factKind(entry.kind), .hint = cause},
                           {.text = detail.join(QStringLiteral(", ")), .hint = cause}}};
    if (const Tone tone = toneOf(entry); tone != Tone::Neutral) row.cells[2].tone = tone;
    return row;
}

TableRow silence(int after, Duration length)
{
    return {.id = silenceId + after,
            .cells = {{.text = QString(), .sort = after},
                      {},
                      {.text = TimelineTab::tr("%1 without an event").arg(Text::duration(length))},
                      {}}};
}

} // namespace

TimelineTab::TimelineTab(const ConsoleContext& context, QWidget* parent)
    : QWidget(parent)
    , m_bridge(context.bridge)
    , m_entries({tr("When"), tr("System"), tr("What"), tr("Detail")})
    , m_system(new QComboBox)
    , m_table(new DataTable(QStringLiteral("timeline"), context.settings))
    , m_search(new QLineEdit)
    , m_body(new QPlainTextEdit)
    , m_canonical(new QPlainTextEdit)
    , m_cause(new QLabel)
    , m_question(context.bridge, this)
{
    auto* splitter = new QSplitter;
    splitter->setObjectName(QStringLiteral("timelineSplitter"));
    splitter->addWidget(makeEntries());
    splitter->addWidget(makeBodies());
    splitter->setStretchFactor(0, 3);
    splitter->setStretchFactor(1, 3);
    splitter->setChildrenCollapsible(false);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(splitter);
    connect(m_system, &QComboBox::currentIndexChanged, this, &TimelineTab::fill);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &TimelineTab::showSelected);
    connect(m_table, &DataTable::copied, this, &TimelineTab::notice);
    connect(m_search, &QLineEdit::textChanged, this, [this] { find(false); });
    connect(m_search, &QLineEdit::returnPressed, this, [this] { find(false); });
    for (const auto& [keys, isBackwards] : {std::pair{QKeySequence(Qt::Key_F3), false},
                                            std::pair{QKeySequence(Qt::SHIFT | Qt::Key_F3), true}}) {
        auto* shortcut = new QShortcut(keys, this);
        shortcut->setContext(Qt::WidgetWithChildrenShortcut);
        connect(shortcut, &QShortcut::activated, this, [this, back = isBackwards] { find(back); });
    }
}

QWidget* TimelineTab::makeEntries()
{
    m_system->setObjectName(QStringLiteral("timelineSystem"));
    m_system->setAccessibleName(tr("System"));
    m_system->addItem(tr("All systems"));
    m_table->setAccessibleName(tr("Timeline"));
    m_table->setModel(&m_entries);
    m_table->setColumnWidth(0, 190);
    m_table->setColumnWidth(2, 200);
    m_cause->setObjectName(QStringLiteral("timelineCause"));
    m_cause->setWordWrap(true);
    m_cause->setTextInteractionFlags(Qt::TextSelectableByMouse);
    auto* entries = new QWidget;
    auto* layout = new QVBoxLayout(entries);
    layout->setContentsMargins(0, 8, 0, 0);
    layout->addWidget(m_system);
    layout->addWidget(m_table, 1);
    layout->addWidget(m_cause);
    return entries;
}

QWidget* TimelineTab::makeBodies()
{
    m_search->setObjectName(QStringLiteral("bodySearch"));
    m_search->setPlaceholderText(tr("Find in the message"));
    m_search->setAccessibleName(tr("Find in the message"));
    m_search->setToolTip(tr("F3: next place, Shift+F3: previous one"));
    m_search->setClearButtonEnabled(true);
    m_body->setObjectName(QStringLiteral("timelineBody"));
    m_body->setAccessibleName(tr("Message as it came"));
    m_body->setPlaceholderText(tr("Select an entry that carries a message to read it here."));
    m_canonical->setObjectName(QStringLiteral("timelineCanonical"));
    m_canonical->setAccessibleName(tr("The order as Milepost understood it"));
    m_canonical->setToolTip(m_canonical->accessibleName());
    for (QPlainTextEdit* body : {m_body, m_canonical}) {
        body->setReadOnly(true);
        body->setTabChangesFocus(true);
        body->setLineWrapMode(QPlainTextEdit::NoWrap);
        body->setFont(QFont(QStringLiteral("monospace")));
    }
    m_canonical->hide();
    auto* beside = new QSplitter;
    beside->setObjectName(QStringLiteral("bodySplitter"));
    beside->addWidget(m_body);
    beside->addWidget(m_canonical);
    beside->setChildrenCollapsible(false);
    auto* bodies = new QWidget;
    auto* layout = new QVBoxLayout(bodies);
    layout->setContentsMargins(0, 8, 0, 0);
    layout->addWidget(m_search);
    layout->addWidget(beside, 1);
    return bodies;
}

QWidget* TimelineTab::searchField() const
{
    return m_search;
}

void TimelineTab::show(const LineageView& lineage, const std::optional<CanonicalOrder>& content)
{
    m_lineage = lineage;
    m_canonical->setPlainText(content ? contentText(*content) : QString());
    std::set<QString> systems;
    for (const LineageEntry& entry : lineage.entries)
        if (!entry.system.empty()) systems.insert(text(entry.system));
    {
        const QSignalBlocker quiet(m_system);
        const QString chosen = m_system->currentText();
        while (m_system->count() > 1)
            m_system->removeItem(m_system->count() - 1);
        for (const QString& system : systems)
            m_system->addItem(system);
        m_system->setCurrentIndex(std::max(0, m_system->findText(chosen)));
    }
    fill();
}

void TimelineTab::fill()
{
    const std::string wanted = m_system->currentIndex() > 0 ? utf8(m_system->currentText()) : std::string();
    std::vector<TableRow> rows;
    const LineageEntry* before = nullptr;
    for (const LineageEntry& entry : m_lineage.entries) {
        if (!wanted.empty() && entry.system != wanted) continue;
        if (before != nullptr && entry.at - before->at >= longSilence)
            rows.push_back(silence(before->seq, entry.at - before->at));
        TableRow row = rowOf(entry, m_lineage);
        if (m_causes.contains(entry.seq)) row.cells[2].text.prepend(QStringLiteral("▲ "));
        if (m_consequences.contains(entry.seq)) row.cells[2].text.prepend(QStringLiteral("▼ "));
        rows.push_back(std::move(row));
        before = &entry;
    }
    m_entries.setRows(std::move(rows));
}

const LineageEntry* TimelineTab::selected() const
{
    const qlonglong seq = m_table->currentIndex().data(IdRole).toLongLong();
    const auto entry = std::ranges::find(m_lineage.entries, static_cast<int>(seq), &LineageEntry::seq);
    return entry == m_lineage.entries.end() ? nullptr : &*entry;
}

void TimelineTab::showSelected()
{
    showCausation(selected());
    showBody(selected());
}

/// In words below the list, and as marks in it.
void TimelineTab::showCausation(const LineageEntry* entry)
{
    const Causation causation(m_lineage);
    m_causes = entry == nullptr ? std::set<int>() : causation.causes(*entry);
    m_consequences = entry == nullptr ? std::set<int>() : causation.consequences(*entry);
    QString words = entry == nullptr ? QString() : causation.reason(*entry);
    if (const auto count = static_cast<int>(m_consequences.size()); count > 0)
        words += QLatin1Char(' ') + tr("%n entries followed from it (▼).", nullptr, count);
    if (!m_causes.empty()) words += QLatin1Char(' ') + tr("What led to it is marked ▲.");
    m_cause->setText(words);
    fill();
}

void TimelineTab::showBody(const LineageEntry* entry)
{
    const bool isOrder =
        entry != nullptr && (entry->kind == "orderReceived" || entry->kind == "orderRevised");
    m_canonical->setVisible(isOrder && !m_canonical->document()->isEmpty());
    const PayloadId payload = entry == nullptr ? PayloadId{} : entry->payload;
    if (payload.value == m_shown && payload.value != 0) return;
    m_shown = payload.value;
    if (payload.value == 0) {
        m_question.forget();
        return m_body->clear();
    }
    m_question.ask([payload](Backend& backend, const std::stop_token&) { return backend.payload(payload); },
                   [this](const Result<std::string>& body) {
                       m_body->setPlainText(body ? bodyText(*body) : Words::error(body.error()));
                   });
}

/// The next hit, or the one before; around the end.
void TimelineTab::find(bool isBackwards)
{
    if (m_search->text().isEmpty()) return;
    const QTextDocument::FindFlags flags =
        isBackwards ? QTextDocument::FindBackward : QTextDocument::FindFlags();
    if (m_body->find(m_search->text(), flags)) return;
    m_body->moveCursor(isBackwards ? QTextCursor::End : QTextCursor::Start);
    m_body->find(m_search->text(), flags);
}

} // namespace milepost
