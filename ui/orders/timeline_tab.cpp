// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/orders/timeline_tab.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QSignalBlocker>
#include <QSplitter>
#include <QTextCursor>
#include <QVBoxLayout>

#include "models/backend_bridge.h"
#include "models/body_text.h"
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

TableRow rowOf(const LineageEntry& entry)
{
    const QString cause = TimelineTab::tr("Because of: %1\nCorrelation: %2\nKey: %3")
                              .arg(text(entry.causationId), text(entry.correlationId),
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
    , m_question(context.bridge, this)
{
    m_system->setObjectName(QStringLiteral("timelineSystem"));
    m_system->setAccessibleName(tr("System"));
    m_system->addItem(tr("All systems"));
    m_table->setAccessibleName(tr("Timeline"));
    m_table->setModel(&m_entries);
    m_table->setColumnWidth(0, 190);
    m_table->setColumnWidth(2, 200);
    m_search->setObjectName(QStringLiteral("bodySearch"));
    m_search->setPlaceholderText(tr("Find in the message"));
    m_search->setAccessibleName(tr("Find in the message"));
    m_body->setObjectName(QStringLiteral("timelineBody"));
    m_body->setAccessibleName(tr("Message"));
    m_body->setReadOnly(true);
    m_body->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_body->setPlaceholderText(tr("Select an entry that carries a message to read it here."));
    m_body->setFont(QFont(QStringLiteral("monospace")));
    auto* left = new QWidget;
    auto* leftLayout = new QVBoxLayout(left);
    leftLayout->setContentsMargins(0, 8, 0, 0);
    leftLayout->addWidget(m_system);
    leftLayout->addWidget(m_table);
    auto* right = new QWidget;
    auto* rightLayout = new QVBoxLayout(right);
    rightLayout->setContentsMargins(0, 8, 0, 0);
    rightLayout->addWidget(m_search);
    rightLayout->addWidget(m_body);
    auto* splitter = new QSplitter;
    splitter->addWidget(left);
    splitter->addWidget(right);
    splitter->setStretchFactor(0, 3);
    splitter->setStretchFactor(1, 2);
    splitter->setChildrenCollapsible(false);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(splitter);
    connect(m_system, &QComboBox::currentIndexChanged, this, &TimelineTab::fill);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &TimelineTab::showBody);
    connect(m_table, &DataTable::copied, this, &TimelineTab::notice);
    connect(m_search, &QLineEdit::textChanged, this, &TimelineTab::find);
    connect(m_search, &QLineEdit::returnPressed, this, &TimelineTab::find);
}

QWidget* TimelineTab::searchField() const
{
    return m_search;
}

void TimelineTab::show(const LineageView& lineage)
{
    m_lineage = lineage;
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
        rows.push_back(rowOf(entry));
        before = &entry;
    }
    m_entries.setRows(std::move(rows));
}

void TimelineTab::showBody()
{
    const qlonglong seq = m_table->currentIndex().data(IdRole).toLongLong();
    const auto entry = std::ranges::find(m_lineage.entries, static_cast<int>(seq), &LineageEntry::seq);
    const PayloadId payload = entry == m_lineage.entries.end() ? PayloadId{} : entry->payload;
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

/// The next hit, from the top again behind the last.
void TimelineTab::find()
{
    if (m_search->text().isEmpty()) return;
    if (m_body->find(m_search->text())) return;
    m_body->moveCursor(QTextCursor::Start);
    m_body->find(m_search->text());
}

} // namespace milepost
