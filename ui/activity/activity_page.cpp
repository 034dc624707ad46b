// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/activity/activity_page.h"

#include <QComboBox>
#include <QDateTime>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QSaveFile>
#include <QTabWidget>
#include <QVBoxLayout>

#include "models/backend_bridge.h"
#include "models/csv.h"
#include "models/text.h"
#include "models/when_ready.h"
#include "models/words.h"
#include "models/work_list.h"
#include "ui/parts/action_run.h"
#include "ui/parts/data_table.h"
#include "ui/parts/view_stack.h"
#include "ui/theme/icons.h"

#include <limits>
#include <utility>

namespace milepost {
namespace {

constexpr std::size_t actionsListed = 200;
constexpr std::size_t auditPage = 200;

QString stateOf(const Work& work)
{
    switch (work.state) {
    case WorkState::Running:
        return work.total > 0 ? Text::share(static_cast<double>(work.done) / static_cast<double>(work.total))
                              : ActivityPage::tr("Under way");
    case WorkState::Done: return ActivityPage::tr("Done");
    case WorkState::Failed: return ActivityPage::tr("Failed");
    case WorkState::Cancelled: return ActivityPage::tr("Cancelled");
    }
    return {};
}

Tone toneOf(WorkState state)
{
    switch (state) {
    case WorkState::Running: return Tone::Info;
    case WorkState::Done: return Tone::Good;
    case WorkState::Failed: return Tone::Bad;
    case WorkState::Cancelled: return Tone::Warning;
    }
    return Tone::Neutral;
}

QString planState(const std::string& state)
{
    if (state == "frozen") return ActivityPage::tr("Not applied");
    if (state == "running") return ActivityPage::tr("Under way");
    if (state == "cancelled") return ActivityPage::tr("Cancelled");
    if (state == "ended") return ActivityPage::tr("Ended");
    return text(state);
}

QStringList auditHeaders()
{
    return {ActivityPage::tr("When"),    ActivityPage::tr("Who"), ActivityPage::tr("What"),
            ActivityPage::tr("On what"), ActivityPage::tr("Why"), ActivityPage::tr("Before"),
            ActivityPage::tr("After")};
}

QStringList auditCells(const AuditEntry& entry)
{
    return {Text::time(entry.at), text(entry.actor),  Words::action(entry.action),
            text(entry.target),   text(entry.reason), text(entry.before),
            text(entry.after)};
}

/// Offers what is not offered yet; `value` is what the filter takes.
void offer(QComboBox& choice, const std::string& value, const QString& words)
{
    if (value.empty() || choice.findData(text(value)) >= 0) return;
    choice.addItem(words, text(value));
}

} // namespace

ActivityPage::ActivityPage(const ConsoleContext& context, QWidget* parent)
    : Page(context, parent)
    , m_workModel({tr("Work"), tr("State"), tr("Began"), tr("Result")})
    , m_actionModel(
          {tr("When"), tr("Action"), tr("On what"), tr("Who"), tr("Why"), tr("State"), tr("Outcome")})
    , m_auditModel(auditHeaders())
    , m_works(new DataTable(QStringLiteral("workTable"), context.settings))
    , m_actions(new DataTable(QStringLiteral("actionTable"), context.settings))
    , m_audit(new DataTable(QStringLiteral("auditTable"), context.settings))
    , m_tabs(new QTabWidget)
    , m_search(new QLineEdit)
    , m_person(new QComboBox)
    , m_action(new QComboBox)
    , m_since(new QComboBox)
    , m_cancel(new QPushButton(icon(QStringLiteral("stop")), tr("&Cancel the work")))
    , m_more(new QPushButton(tr("&Older entries")))
    , m_actionQuestion(context.bridge, this)
    , m_auditQuestion(context.bridge, this)
{
    m_tabs->setObjectName(QStringLiteral("activityTabs"));
    m_tabs->addTab(makeWorks(), tr("Work of this &session"));
    m_tabs->addTab(makeActions(), tr("&Actions"));
    m_tabs->addTab(makeAudit(), tr("What &people did"));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 12, 16, 12);
    layout->addWidget(m_tabs);
    for (DataTable* table : {m_works, m_actions, m_audit})
        connect(table, &DataTable::copied, this, &Page::notice);
    connect(&context.works, &WorkList::added, this, &ActivityPage::showWorks);
    connect(&context.works, &WorkList::changed, this, &ActivityPage::showWorks);
    connect(&context.bridge.changes(), &ChangeFeed::changed, this, [this] {
        if (isVisible() && !m_timer.isActive()) m_timer.start();
    });
    m_timer.setSingleShot(true);
    m_timer.setInterval(1'000);
    connect(&m_timer, &QTimer::timeout, this, &ActivityPage::askActions);
    showWorks();
}

QWidget* ActivityPage::makeWorks()
{
    m_works->setAccessibleName(tr("Work of this session"));
    m_works->setModel(&m_workModel);
    m_works->setColumnWidth(0, 320);
    m_works->setColumnWidth(2, 150);
    m_worksContent = new ViewStack(m_works);
    m_cancel->setObjectName(QStringLiteral("cancelWork"));
    connect(m_cancel, &QPushButton::clicked, this, &ActivityPage::cancelWork);
    connect(m_works->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &ActivityPage::showWorks);
    auto* tab = new QWidget;
    auto* layout = new QVBoxLayout(tab);
    layout->addWidget(m_worksContent, 1);
    layout->addWidget(m_cancel, 0, Qt::AlignLeft);
    return tab;
}

QWidget* ActivityPage::makeActions()
{
    m_actions->setAccessibleName(tr("Actions"));
    m_actions->setModel(&m_actionModel);
    m_actions->setColumnWidth(0, 150);
    m_actions->setColumnWidth(2, 200);
    m_actions->setColumnWidth(4, 260);
    m_actionsContent = new ViewStack(m_actions);
    auto* tab = new QWidget;
    auto* layout = new QVBoxLayout(tab);
    layout->addWidget(m_actionsContent);
    return tab;
}

QWidget* ActivityPage::makeAudit()
{
    m_audit->setAccessibleName(tr("What people did"));
    m_audit->setModel(&m_auditModel);
    m_audit->setColumnWidth(0, 150);
    m_audit->setColumnWidth(3, 220);
    m_audit->setColumnWidth(4, 260);
    m_auditContent = new ViewStack(m_audit);
    m_more->setObjectName(QStringLiteral("olderAudit"));
    auto* save = new QPushButton(icon(QStringLiteral("export")), tr("E&xport…"));
    save->setObjectName(QStringLiteral("exportAudit"));
    auto* tab = new QWidget;
    auto* layout = new QVBoxLayout(tab);
    layout->addWidget(makeAuditFilters());
    layout->addWidget(m_auditContent, 1);
    auto* bottom = new QHBoxLayout;
    bottom->addWidget(m_more);
    bottom->addWidget(save);
    bottom->addStretch(1);
    layout->addLayout(bottom);
    connect(m_more, &QPushButton::clicked, this, [this] { askAudit(true); });
    connect(save, &QPushButton::clicked, this, &ActivityPage::exportAudit);
    return tab;
}

QWidget* ActivityPage::makeAuditFilters()
{
    m_search->setObjectName(QStringLiteral("auditSearch"));
    m_search->setAccessibleName(tr("Search what people did"));
    m_search->setPlaceholderText(tr("Who, what, on what, why, before or after"));
    m_search->setClearButtonEnabled(true);
    m_person->setObjectName(QStringLiteral("auditPerson"));
    m_person->setAccessibleName(tr("Who"));
    m_person->addItem(tr("Everybody"), QString());
    m_action->setObjectName(QStringLiteral("auditAction"));
    m_action->setAccessibleName(tr("What"));
    m_action->addItem(tr("All actions"), QString());
    m_since->setObjectName(QStringLiteral("auditSince"));
    m_since->setAccessibleName(tr("When"));
    for (const auto& [words, hours] :
         {std::pair{tr("Any time"), 0}, std::pair{tr("Last hour"), 1}, std::pair{tr("Last 24 hours"), 24},
          std::pair{tr("Last 7 days"), 24 * 7}, std::pair{tr("Last 30 days"), 24 * 30}})
        m_since->addItem(words, hours);
    auto* bar = new QWidget;
    auto* layout = new QHBoxLayout(bar);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_search, 1);
    for (QComboBox* choice : {m_person, m_action, m_since}) {
        choice->setSizeAdjustPolicy(QComboBox::AdjustToContents);
        layout->addWidget(choice);
        connect(choice, &QComboBox::activated, this, [this] { askAudit(false); });
    }
    connect(m_search, &QLineEdit::textChanged, this, [this] { askAudit(false); });
    return bar;
}

QString ActivityPage::title() const
{
    return tr("Activity");
}

QWidget* ActivityPage::searchField()
{
    m_tabs->setCurrentIndex(m_tabs->count() - 1);
    return m_search;
}

void ActivityPage::enter(const Place&)
{
    showWorks();
    askActions();
    askAudit(false);
    m_tabs->setFocus();
}

void ActivityPage::showWorks()
{
    std::vector<TableRow> rows;
    const std::vector<Work>& works = context().works.works();
    for (auto work = works.rbegin(); work != works.rend(); ++work) {
        const QDateTime began = QDateTime::fromMSecsSinceEpoch(work->startedAtMs);
        rows.push_back({.id = work->id,
                        .cells = {{.text = work->title},
                                  {.text = stateOf(*work), .tone = toneOf(work->state)},
                                  {.text = QLocale().toString(began, QLocale::ShortFormat)},
                                  {.text = work->detail}}});
    }
    m_workModel.setRows(std::move(rows));
    if (works.empty())
        m_worksContent->showEmpty(
            tr("No long work yet"),
            tr("Retries, exports, backups and verifications appear here with their progress."));
    else
        m_worksContent->showContent();
    const QModelIndexList selected = m_works->selectionModel()->selectedRows();
    const Work* current = selected.isEmpty()
                              ? nullptr
                              : std::as_const(context().works).find(selected.front().data(IdRole).toInt());
    m_cancel->setEnabled(current != nullptr && current->state == WorkState::Running && current->mayCancel);
}

void ActivityPage::cancelWork()
{
    const QModelIndexList selected = m_works->selectionModel()->selectedRows();
    for (const QModelIndex& row : selected)
        context().works.cancel(row.data(IdRole).toInt());
}

void ActivityPage::askActions()
{
    m_actionQuestion.ask(
        [](Backend& backend, const std::stop_token&) { return backend.activities(actionsListed); },
        [this](const Result<std::vector<ActivityView>>& actions) {
            if (!actions) return m_actionsContent->showError(actions.error(), [this] { askActions(); });
            std::vector<TableRow> rows;
            for (const ActivityView& action : *actions)
                rows.push_back(
                    {.id = action.planId,
                     .cells = {
                         {.text = Text::time(action.createdAt)},
                         {.text = Words::action(action.order.action)},
                         {.text = text(action.order.selector)},
                         {.text = text(action.order.actor)},
                         {.text = text(action.order.reason)},
                         {.text = planState(action.state)},
                         {.text = action.state == "frozen" ? Text::none() : outcomeWords(action.outcome)}}});
            m_actionModel.setRows(std::move(rows));
            if (actions->empty())
                m_actionsContent->showEmpty(
                    tr("No action yet"), tr("Retries, edits, holds and releases are listed here for good."));
            else
                m_actionsContent->showContent();
        });
}

void ActivityPage::askAudit(bool more)
{
    AuditFilter filter = auditFilter();
    filter.limit = auditPage;
    if (more && !m_entries.empty()) filter.before = m_entries.back().id;
    m_auditQuestion.ask([filter](Backend& backend, const std::stop_token&) { return backend.audit(filter); },
                        [this, more](const Result<std::vector<AuditEntry>>& entries) {
                            if (entries) return takeAudit(*entries, more);
                            m_auditContent->showError(entries.error(), [this] { askAudit(false); });
                        });
}

AuditFilter ActivityPage::auditFilter() const
{
    AuditFilter filter{.search = utf8(m_search->text().trimmed()),
                       .actor = utf8(m_person->currentData().toString()),
                       .action = utf8(m_action->currentData().toString())};
    const int hours = m_since->currentData().toInt();
    if (hours > 0) filter.from = context().now() - std::chrono::hours(hours);
    return filter;
}

void ActivityPage::offerFilters()
{
    for (const AuditEntry& entry : m_entries) {
        offer(*m_person, entry.actor, text(entry.actor));
        offer(*m_action, entry.action, Words::action(entry.action));
    }
}

void ActivityPage::takeAudit(const std::vector<AuditEntry>& entries, bool more)
{
    if (!more) m_entries.clear();
    m_entries.insert(m_entries.end(), entries.begin(), entries.end());
    m_more->setEnabled(entries.size() == auditPage);
    offerFilters();
    std::vector<TableRow> rows;
    for (const AuditEntry& entry : m_entries) {
        TableRow& row = rows.emplace_back(TableRow{.id = entry.id});
        for (const QString& cell : auditCells(entry))
            row.cells.push_back({.text = cell});
    }
    m_auditModel.setRows(std::move(rows));
    if (m_entries.empty())
        m_auditContent->showEmpty(tr("Nothing found"),
                                  tr("What people do is written down here and never changed."));
    else
        m_auditContent->showContent();
}

/// All that the filters let through, also what is not listed yet.
void ActivityPage::exportAudit()
{
    auto* dialog =
        new QFileDialog(this, tr("Export what people did"), QStringLiteral("audit.csv"), tr("CSV (*.csv)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QStringLiteral("csv"));
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString& name) {
        AuditFilter filter = auditFilter();
        filter.limit = std::numeric_limits<std::size_t>::max();
        auto future = context().bridge.carryOut([filter](Backend& backend) { return backend.audit(filter); });
        whenReady(future, this, [this, name](const Result<std::vector<AuditEntry>>& entries) {
            if (entries) return writeAudit(name, *entries);
            emit notice(Words::error(entries.error()));
        });
    });
    dialog->open();
}

void ActivityPage::writeAudit(const QString& name, const std::vector<AuditEntry>& entries)
{
    QSaveFile file(name);
    file.open(QIODevice::WriteOnly);
    file.write(csvBegin() + csvLine(auditHeaders()));
    for (const AuditEntry& entry : entries)
        file.write(csvLine(auditCells(entry)));
    emit notice(file.commit()
                    ? tr("%n entries are in %1", nullptr, static_cast<int>(entries.size())).arg(name)
                    : tr("%1 cannot be written: %2").arg(name, file.errorString()));
}

} // namespace milepost
