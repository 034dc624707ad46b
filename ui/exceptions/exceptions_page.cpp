// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/exceptions/exceptions_page.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QShortcut>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

#include "models/backend_bridge.h"
#include "models/stored_sentences.h"
#include "models/text.h"
#include "models/when_ready.h"
#include "models/words.h"
#include "ui/exceptions/annotation_dialog.h"
#include "ui/exceptions/exception_detail_view.h"
#include "ui/exceptions/exception_filter_bar.h"
#include "ui/exceptions/exception_rows.h"
#include "ui/parts/action_run.h"
#include "ui/parts/data_table.h"
#include "ui/parts/edit_dialog.h"
#include "ui/parts/message_bar.h"
#include "ui/parts/reason_dialog.h"
#include "ui/parts/view_stack.h"
#include "ui/theme/icons.h"

#include <algorithm>

namespace milepost {
namespace {

constexpr std::size_t mostListed = 5'000;
constexpr int rereadInterval = 500; // milliseconds
constexpr Duration askWithin{3'000};
constexpr qint64 askAgainAfter = 5'000; // milliseconds: a system that owes an answer

/// Closed ones come page by page; the open ones all at once.
Result<ExceptionPage> firstPages(Backend& backend, ExceptionFilter filter, int pages)
{
    auto listed = backend.exceptions(filter);
    for (int i = 1; i < pages && listed && listed->next != 0; ++i) {
        filter.before = listed->next;
        const auto more = backend.exceptions(filter);
        if (!more) return more.error();
        listed->next = more->next;
        listed->exceptions.insert(listed->exceptions.end(), more->exceptions.begin(), more->exceptions.end());
    }
    return listed;
}

} // namespace

ExceptionsPage::ExceptionsPage(const ConsoleContext& context, QWidget* parent)
    : Page(context, parent)
    , m_list(exceptionHeaders())
    , m_closed(closedHeaders())
    , m_causes(causeHeaders())
    , m_groups(groupHeaders())
    , m_filters(new ExceptionFilterBar(context))
    , m_table(new DataTable(QStringLiteral("exceptionTable"), context.settings))
    , m_closedTable(new DataTable(QStringLiteral("closedExceptions"), context.settings))
    , m_causeTable(new DataTable(QStringLiteral("exceptionCauses"), context.settings))
    , m_groupTable(new DataTable(QStringLiteral("exceptionGroups"), context.settings))
    , m_tables(new QStackedWidget)
    , m_content(new ViewStack(m_tables))
    , m_detail(new ExceptionDetailView(context))
    , m_detailContent(new ViewStack(m_detail))
    , m_outcome(new MessageBar)
    , m_count(new QLabel)
    , m_older(new QPushButton(tr("Show &older ones")))
    , m_back(new QPushButton(icon(QStringLiteral("back")), tr("Back to the groups")))
    , m_lists(context.bridge, this)
    , m_details(context.bridge, this)
    , m_evidence(context.bridge, this)
{
    buildLayout();
    connectAll();
    m_content->showLoading();
    updateActions();
}

void ExceptionsPage::buildLayout()
{
    m_table->setAccessibleName(tr("Exceptions"));
    m_table->setModel(&m_list);
    m_table->sortAtFirst(0, Qt::DescendingOrder);
    m_table->setFirstWidths({92, 96, 130, 76, 84, 130, 110, 110, 132, 80});
    m_closedTable->setAccessibleName(tr("Closed exceptions"));
    m_closedTable->setModel(&m_closed);
    m_closedTable->sortAtFirst(0, Qt::DescendingOrder);
    m_closedTable->setFirstWidths({132, 96, 130, 130, 90, 170, 130, 84, 132, 110});
    m_causeTable->setAccessibleName(tr("Causes of exceptions"));
    m_causeTable->setModel(&m_causes);
    m_causeTable->setFirstWidths({100, 130, 76, 84, 130, 116, 120});
    m_causeTable->sortAtFirst(0, Qt::DescendingOrder);
    m_groupTable->setAccessibleName(tr("Groups of exceptions"));
    m_groupTable->setModel(&m_groups);
    m_groupTable->setFirstWidths({100, 130, 116, 120});
    m_groupTable->sortAtFirst(0, Qt::DescendingOrder);
    for (DataTable* table : {m_table, m_closedTable, m_causeTable, m_groupTable})
        m_tables->addWidget(table);
    auto* right = new QWidget;
    auto* rightLayout = new QVBoxLayout(right);
    rightLayout->setContentsMargins(0, 0, 0, 0);
    rightLayout->addWidget(makeActions());
    rightLayout->addWidget(m_detailContent, 1);
    auto* splitter = new QSplitter;
    splitter->setObjectName(QStringLiteral("exceptionSplitter"));
    splitter->addWidget(m_content);
    splitter->addWidget(right);
    splitter->setSizes({540, 560});
    splitter->setStretchFactor(0, 1);
    splitter->setStretchFactor(1, 1);
    splitter->setChildrenCollapsible(false);
    m_count->setObjectName(QStringLiteral("exceptionCount"));
    m_count->setProperty("look", QStringLiteral("muted"));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 12, 16, 12);
    layout->addWidget(m_filters);
    layout->addWidget(m_outcome);
    layout->addWidget(splitter, 1);
    layout->addWidget(makeFoot());
}

QWidget* ExceptionsPage::makeFoot()
{
    auto* foot = new QWidget;
    auto* layout = new QHBoxLayout(foot);
    layout->setContentsMargins(0, 0, 0, 0);
    m_back->setObjectName(QStringLiteral("backToGroups"));
    m_back->hide();
    layout->addWidget(m_back);
    m_older->setObjectName(QStringLiteral("olderExceptions"));
    m_older->setProperty("look", QStringLiteral("link"));
    m_older->hide();
    layout->addWidget(m_count);
    layout->addWidget(m_older);
    layout->addStretch(1);
    return foot;
}

QPushButton* ExceptionsPage::addAction(const QString& name, const QString& iconName, const QString& words,
                                       const char* key)
{
    auto* button = new QPushButton(icon(iconName), words);
    button->setObjectName(name);
    addShortcut(key, [button] { button->click(); });
    return button;
}

/// `name`: what it does; its object is called so too.
QAction* ExceptionsPage::addMenuItem(QMenu& menu, const QString& name, const QString& iconName,
                                     const QString& words, const char* key)
{
    auto* item = menu.addAction(icon(iconName), words);
    item->setObjectName(name + QStringLiteral("Exception"));
    item->setShortcut(QKeySequence(QString::fromLatin1(key)));
    item->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    QWidget::addAction(item);
    return item;
}

void ExceptionsPage::addMenuAction(QMenu& menu, const QString& action, const char* key)
{
    QAction* item = addMenuItem(menu, action, actionIconName(utf8(action)),
                                tr("%1…").arg(Words::action(utf8(action))), key);
    connect(item, &QAction::triggered, this, [this, action] { act(action); });
    m_menuActions.insert(action, item);
}

void ExceptionsPage::addMenuNote(QMenu& menu, const QString& kind, const QString& iconName,
                                 const QString& words, const char* key)
{
    QAction* item = addMenuItem(menu, kind, iconName, words, key);
    connect(item, &QAction::triggered, this, [this, kind] { annotate(kind); });
}

QWidget* ExceptionsPage::makeActions()
{
    auto* bar = new QWidget;
    auto* layout = new QHBoxLayout(bar);
    layout->setContentsMargins(8, 0, 0, 0);
    m_retry =
        addAction(QStringLiteral("retryException"), QStringLiteral("retry"), tr("Retry…"), "Ctrl+Shift+R");
    m_retry->setProperty("look", QStringLiteral("primary"));
    m_retry->setIcon(primaryIcon(actionIconName("retry")));
    m_edit = addAction(QStringLiteral("editException"), QStringLiteral("edit"), tr("Edit and retry…"),
                       "Ctrl+Shift+E");
    m_resolve = addAction(QStringLiteral("resolveException"), QStringLiteral("resolve"), tr("Resolve…"),
                          "Ctrl+Shift+S");
    m_adopt =
        addAction(QStringLiteral("adoptException"), actionIconName("adopt"), tr("Adopt…"), "Ctrl+Shift+A");
    m_reopen =
        addAction(QStringLiteral("reopenException"), actionIconName("reopen"), tr("Reopen…"), "Ctrl+Shift+O");
    auto* menu = new QMenu(this);
    addMenuAction(*menu, QStringLiteral("skip"), "Ctrl+Shift+K");
    addMenuAction(*menu, QStringLiteral("replay"), "Ctrl+Shift+Y");
    addMenuAction(*menu, QStringLiteral("compensate"), "Ctrl+Shift+B");
    addMenuAction(*menu, QStringLiteral("cancel"), "Ctrl+Shift+X");
    menu->setToolTipsVisible(true);
    menu->addSeparator();
    addMenuNote(*menu, QStringLiteral("note"), QStringLiteral("document"), tr("Note…"), "Ctrl+Shift+N");
    addMenuNote(*menu, QStringLiteral("tag"), QStringLiteral("filter"), tr("Tag…"), "Ctrl+Shift+T");
    addMenuNote(*menu, QStringLiteral("ticket"), QStringLiteral("link"), tr("Ticket…"), "Ctrl+Shift+J");
    addMenuNote(*menu, QStringLiteral("snooze"), QStringLiteral("clock"), tr("Sleep…"), "Ctrl+Shift+Z");
    m_more = new QPushButton(tr("More"));
    m_more->setObjectName(QStringLiteral("moreActions"));
    m_more->setMenu(menu);
    m_claim =
        addAction(QStringLiteral("claimException"), QStringLiteral("claim"), tr("Claim"), "Ctrl+Shift+C");
    menu->addSeparator();
    m_unclaim = addMenuItem(*menu, QStringLiteral("unclaim"), QStringLiteral("unclaim"), tr("Give back"),
                            "Ctrl+Shift+G");
    for (QPushButton* button : {m_reopen, m_retry, m_edit, m_adopt, m_resolve, m_claim, m_more})
        layout->addWidget(button);
    layout->addStretch(1);
    return bar;
}

void ExceptionsPage::connectAll()
{
    m_again.setSingleShot(true);
    m_again.setInterval(rereadInterval);
    connect(&m_again, &QTimer::timeout, this, &ExceptionsPage::reload);
    connect(m_filters, &ExceptionFilterBar::changed, this, [this] {
        m_pages = 1;
        reload();
    });
    connect(m_older, &QPushButton::clicked, this, [this] {
        ++m_pages;
        reload();
    });
    connect(m_filters, &ExceptionFilterBar::groupingChosen, this, [this] {
        m_group.reset();
        reload();
    });
    for (DataTable* table : {m_table, m_closedTable, m_causeTable, m_groupTable})
        connect(table->selectionModel(), &QItemSelectionModel::selectionChanged, this,
                &ExceptionsPage::askDetail);
    for (DataTable* table : {m_causeTable, m_groupTable})
        connect(table, &DataTable::opened, this,
                [this](const QModelIndex& index) { openGroup(index.data(IdRole).toLongLong()); });
    connect(m_back, &QPushButton::clicked, this, &ExceptionsPage::leaveGroup);
    const auto openOrder = [this](const QString& orderNo) {
        if (!orderNo.isEmpty()) emit goTo({.page = Place::Page::Order, .orderNo = orderNo});
    };
    for (DataTable* table : {m_table, m_closedTable}) {
        connect(table, &DataTable::opened, this,
                [openOrder](const QModelIndex& index) { openOrder(index.data(OrderNoRole).toString()); });
        connect(table, &DataTable::copied, this, &Page::notice);
    }
    connect(m_detail, &ExceptionDetailView::orderAsked, this, openOrder);
    connect(m_retry, &QPushButton::clicked, this, [this] { act(QStringLiteral("retry")); });
    connect(m_edit, &QPushButton::clicked, this, &ExceptionsPage::edit);
    connect(m_adopt, &QPushButton::clicked, this, [this] { act(QStringLiteral("adopt")); });
    connect(m_detail, &ExceptionDetailView::recommendedAsked, this,
            [this](const QString& action, const QString& document) {
                if (action == QLatin1String("edit")) return edit();
                // its evidence is of the one that is shown, not of its group
                actOn("exception:" + std::to_string(m_shownDetail.exception.id), action, document);
            });
    connect(m_resolve, &QPushButton::clicked, this, [this] { act(QStringLiteral("resolve")); });
    connect(m_reopen, &QPushButton::clicked, this, [this] { act(QStringLiteral("reopen")); });
    connect(m_claim, &QPushButton::clicked, this, [this] { claim(true); });
    connect(m_unclaim, &QAction::triggered, this, [this] { claim(false); });
    addShortcut("Ctrl+Down", [this] { step(1); });
    addShortcut("Ctrl+Up", [this] { step(-1); });
    addShortcut("Ctrl+Shift+U", [this] { m_group ? leaveGroup() : m_filters->openGroupings(); });
    addShortcut("Ctrl+Shift+D", [this] { m_filters->toggleClosed(); });
    addShortcut("Ctrl+Shift+H", [this] { m_detail->showHistory(); });
    connect(&context().bridge.changes(), &ChangeFeed::changed, this, [this](const ChangeView& change) {
        if (isVisible() && change.exceptionsChanged && !m_again.isActive()) m_again.start();
    });
}

void ExceptionsPage::addShortcut(const char* keys, const std::function<void()>& act)
{
    auto* shortcut = new QShortcut(QKeySequence(QString::fromLatin1(keys)), this);
    shortcut->setContext(Qt::WidgetWithChildrenShortcut);
    connect(shortcut, &QShortcut::activated, this, act);
}

QString ExceptionsPage::title() const
{
    return tr("Exceptions");
}

QWidget* ExceptionsPage::searchField()
{
    return m_filters->search();
}

QList<ShortcutRow> ExceptionsPage::shortcuts() const
{
    return {{tr("Ctrl+Down, Ctrl+Up"), tr("Next and previous exception")},
            {tr("Ctrl+Shift+R"), tr("Retry")},
            {tr("Ctrl+Shift+E"), tr("Edit and retry")},
            {tr("Ctrl+Shift+A"), tr("Adopt what a system has")},
            {tr("Ctrl+Shift+S"), tr("Resolve")},
            {tr("Ctrl+Shift+K"), tr("Skip the step")},
            {tr("Ctrl+Shift+Y"), tr("Replay")},
            {tr("Ctrl+Shift+B"), tr("Take steps back")},
            {tr("Ctrl+Shift+X"), tr("Cancel the order")},
            {tr("Ctrl+Shift+N"), tr("Note")},
            {tr("Ctrl+Shift+T"), tr("Tag")},
            {tr("Ctrl+Shift+J"), tr("Ticket")},
            {tr("Ctrl+Shift+Z"), tr("Sleep until later")},
            {tr("Ctrl+Shift+C"), tr("Claim, or take over from somebody")},
            {tr("Ctrl+Shift+G"), tr("Give back")},
            {tr("Ctrl+Shift+O"), tr("Reopen what was closed by hand")},
            {tr("Ctrl+Shift+U"), tr("Choose what they are put together by, or back to the groups")},
            {tr("Ctrl+Shift+D"), tr("List closed ones, or open ones again")},
            {tr("Ctrl+Shift+H"), tr("History of the exception")},
            {tr("Enter"), tr("Open the order, or the exceptions of a group")}};
}

void ExceptionsPage::enter(const Place& place)
{
    m_group.reset();
    if (place.exception != 0) {
        m_wanted = place.exception;
        m_filters->showGrouping(std::nullopt);
    }
    m_filters->setFilter(place.exceptions);
    reload();
    table()->setFocus();
}

ExceptionFilter ExceptionsPage::filter() const
{
    ExceptionFilter filter = m_filters->filter();
    filter.limit = mostListed;
    if (m_group) {
        filter.group = m_group->id;
        filter.grouping = m_group->grouping;
    } else if (const auto grouping = m_filters->grouping()) {
        filter.grouping = *grouping;
    }
    return filter;
}

bool ExceptionsPage::areGroups() const
{
    return !m_group && m_filters->grouping().has_value();
}

DataTable* ExceptionsPage::table() const
{
    if (areGroups()) return m_filters->grouping() == ExceptionGrouping::Cause ? m_causeTable : m_groupTable;
    return m_filters->isClosed() ? m_closedTable : m_table;
}

const ExceptionGroup* ExceptionsPage::listedGroup(std::int64_t id) const
{
    const auto group = std::ranges::find(m_listedGroups, id, &ExceptionGroup::id);
    return group == m_listedGroups.end() ? nullptr : &*group;
}

void ExceptionsPage::openGroup(std::int64_t id)
{
    const ExceptionGroup* group = listedGroup(id);
    if (group == nullptr) return;
    m_group = *group;
    reload();
    table()->setFocus();
}

void ExceptionsPage::leaveGroup()
{
    m_group.reset();
    reload();
    table()->setFocus();
}

void ExceptionsPage::reload()
{
    m_again.stop();
    m_tables->setCurrentWidget(table());
    m_back->setVisible(m_group.has_value());
    m_lists.ask(
        [filter = filter(), grouped = areGroups(), pages = m_pages](Backend& backend,
                                                                    const std::stop_token&) -> Result<Lists> {
            Lists lists;
            if (!grouped) {
                auto page = firstPages(backend, filter, pages);
                if (!page) return page.error();
                lists.page = *std::move(page);
                return lists;
            }
            auto groups = backend.exceptionGroups(filter);
            if (!groups) return groups.error();
            lists.groups = *std::move(groups);
            for (const ExceptionGroup& group : lists.groups)
                lists.page.total += group.count;
            return lists;
        },
        [this](const Result<Lists>& lists) {
            if (lists) return take(*lists);
            m_content->showError(lists.error(), [this] { reload(); });
        });
}

void ExceptionsPage::take(const Lists& lists)
{
    const Timestamp now = context().now();
    const bool isClosed = m_filters->isClosed();
    DataTable* shown = table();
    m_listedGroups = lists.groups;
    if (shown == m_table) m_list.setRows(exceptionRows(lists.page.exceptions, now));
    if (shown == m_closedTable) m_closed.setRows(closedRows(lists.page.exceptions));
    if (shown == m_causeTable) m_causes.setRows(causeRows(lists.groups, now));
    if (shown == m_groupTable) m_groups.setRows(groupRows(lists.groups, now));
    showCount(lists.page.total);
    m_older->setVisible(!areGroups() && lists.page.next != 0);
    if (lists.page.total > 0)
        m_content->showContent();
    else if (!m_filters->isEmpty() || m_group)
        m_content->showEmpty(tr("No exception matches"), tr("Fewer filters will show more."));
    else if (isClosed)
        m_content->showEmpty(tr("None has been closed yet"),
                             tr("What is closed, by a person or by itself, is kept here."));
    else
        m_content->showEmpty(tr("Nothing needs a person"),
                             tr("When an order gets stuck, it appears here with what happened."));
    if (const std::int64_t wanted = std::exchange(m_wanted, 0); wanted != 0) select(wanted);
    if (!shown->selectionModel()->hasSelection() && shown->model()->rowCount() > 0) shown->selectRow(0);
    askDetail();
}

void ExceptionsPage::showCount(std::int64_t total)
{
    const int shown = table()->model()->rowCount();
    QString words = m_filters->isClosed() ? tr("%n closed exceptions", nullptr, static_cast<int>(total))
                                          : tr("%n exceptions", nullptr, static_cast<int>(total));
    if (areGroups()) words += tr(" in %n groups", nullptr, shown);
    if (!areGroups() && total > shown)
        words += m_filters->isClosed() ? tr("; the last %1 are listed").arg(Text::number(shown))
                                       : tr("; the first %1 are listed").arg(Text::number(shown));
    const std::string system = m_filters->filter().system;
    if (!system.empty()) words += tr("; only of system %1").arg(text(system));
    if (m_group)
        words += tr("; only %1: %2").arg(Words::grouping(m_group->grouping).toLower(), groupName(*m_group));
    m_count->setText(words);
}

void ExceptionsPage::select(std::int64_t exception)
{
    const CellTable& list = m_filters->isClosed() ? m_closed : m_list;
    const auto row = areGroups() ? std::nullopt : list.rowOf(exception);
    if (row) {
        table()->selectRow(*row);
        table()->scrollTo(list.index(*row, 0));
    } else {
        m_shown = exception; // closed meanwhile: the detail still tells of it
        askDetail();
    }
}

void ExceptionsPage::step(int distance)
{
    DataTable* shown = table();
    const int rows = shown->model()->rowCount();
    if (rows == 0) return;
    shown->selectRow(std::clamp(shown->currentIndex().row() + distance, 0, rows - 1));
}

std::vector<std::int64_t> ExceptionsPage::selected() const
{
    std::vector<std::int64_t> ids;
    const QModelIndexList rows = table()->selectionModel()->selectedRows();
    for (const QModelIndex& row : rows)
        ids.push_back(row.data(IdRole).toLongLong());
    return ids;
}

std::string ExceptionsPage::selector() const
{
    const std::vector<std::int64_t> ids = selected();
    if (ids.empty()) return {};
    if (areGroups()) {
        const ExceptionGroup* group = listedGroup(ids.front());
        return group == nullptr ? std::string() : group->selector;
    }
    if (ids.size() == 1) return "exception:" + std::to_string(ids.front());
    std::string text = "exceptions:";
    for (const std::int64_t id : ids)
        text += (text.ends_with(':') ? "" : ",") + std::to_string(id);
    return text;
}

void ExceptionsPage::askDetail()
{
    updateActions();
    const std::vector<std::int64_t> ids = selected();
    if (!ids.empty()) m_shown = ids.front();
    if (m_shown == 0)
        return m_detailContent->showEmpty(tr("No exception selected"),
                                          tr("Select one to read what happened."));
    m_details.ask([id = m_shown](Backend& backend, const std::stop_token&) { return backend.exception(id); },
                  [this](const Result<ExceptionDetail>& detail) {
                      if (detail) return showDetail(*detail);
                      m_detailContent->showError(detail.error(), [this] { askDetail(); });
                  });
}

void ExceptionsPage::showDetail(const ExceptionDetail& detail)
{
    m_shownDetail = detail;
    m_detail->show(detail);
    m_detailContent->showContent();
    updateActions();
    askEvidence(detail.exception.id);
}

/// After the detail: the partners may take their time. They are not asked again while nothing new is known,
/// unless one of them owes an answer.
void ExceptionsPage::askEvidence(std::int64_t exception)
{
    const QString key = QStringLiteral("%1/%2/%3/%4")
                            .arg(exception)
                            .arg(m_shownDetail.attempts.size())
                            .arg(m_shownDetail.history.size())
                            .arg(text(m_shownDetail.exception.state));
    if (key == m_evidenceKey && m_shownEvidence) {
        showEvidence(*m_shownEvidence);
        if (m_shownEvidence->silent.empty() || m_sinceAsked.elapsed() < askAgainAfter) return;
    } else {
        m_detail->showAsking();
    }
    m_evidenceKey = key;
    m_sinceAsked.start();
    m_evidence.ask([exception](Backend& backend,
                               const std::stop_token&) { return backend.evidence(exception, askWithin); },
                   [this, exception](const Result<Evidence>& evidence) {
                       if (m_shownDetail.exception.id != exception) return;
                       m_shownEvidence.reset();
                       if (!evidence) return m_detail->showProblem(Words::error(evidence.error()));
                       m_shownEvidence = *evidence;
                       showEvidence(*evidence);
                   });
}

void ExceptionsPage::showEvidence(const Evidence& evidence)
{
    m_detail->show(evidence);
    if (evidence.actions.empty()) return; // what the detail says holds
    m_shownDetail.actions = evidence.actions;
    updateActions();
}

void ExceptionsPage::updateActions()
{
    const std::vector<std::int64_t> ids = selected();
    const bool isOne = ids.size() == 1 && !areGroups();
    const auto permit = [&](auto* button, const std::string& action, bool isForMany) {
        const auto found = std::ranges::find(m_shownDetail.actions, action, &PermittedAction::action);
        const bool isKnown = isOne && m_shownDetail.exception.id == ids.front();
        const bool isForbidden = isKnown && found != m_shownDetail.actions.end() && !found->isPermitted;
        button->setEnabled(!ids.empty() && !isForbidden && (isOne || isForMany));
        button->setToolTip(isForbidden ? StoredSentences::translated(found->reason) : QString());
    };
    const bool isClosed = m_filters->isClosed();
    for (QPushButton* button : {m_retry, m_edit, m_adopt, m_resolve, m_claim})
        button->setVisible(!isClosed);
    m_reopen->setVisible(isClosed);
    permit(m_reopen, "reopen", !areGroups());
    permit(m_retry, "retry", true);
    permit(m_resolve, "resolve", true);
    const ExceptionGroup* group = areGroups() && !ids.empty() ? listedGroup(ids.front()) : nullptr;
    const int count = static_cast<int>(group == nullptr ? std::ssize(ids) : group->count);
    m_retry->setText(count > 1 ? tr("Retry all %n…", nullptr, count) : tr("Retry…"));
    m_resolve->setText(count > 1 ? tr("Resolve all %n…", nullptr, count) : tr("Resolve…"));
    permit(m_edit, "edit", false);
    permit(m_adopt, "adopt", false);
    for (const auto& [action, item] : m_menuActions.asKeyValueRange())
        permit(item, utf8(action), false);
    m_more->setEnabled(!ids.empty());
    m_claim->setEnabled(!ids.empty() && !areGroups());
    m_unclaim->setEnabled(!ids.empty() && !areGroups());
}

void ExceptionsPage::act(const QString& action)
{
    const std::string wanted = selector();
    if (!wanted.empty()) actOn(wanted, action, {});
}

void ExceptionsPage::actOn(const std::string& wanted, const QString& action, const QString& document)
{
    const auto tellIt = [this](const QString& words) { tell(words); };
    const auto ended = [this](const OutcomeView&) { reload(); };
    const std::string orderNo = m_shownDetail.exception.orderNo;
    if (action == QLatin1String("adopt")) return askAdopt(context(), this, wanted, document, tellIt, ended);
    if (action == QLatin1String("replay") && !orderNo.empty())
        return askReplay(context(), this, wanted, tellIt, ended);
    if (action == QLatin1String("compensate"))
        return askCompensate(context(), this, orderNo, text(m_shownDetail.exception.step), tellIt, ended);
    planAndApply(context(), this, {.action = utf8(action), .selector = wanted}, tellIt, ended);
}

void ExceptionsPage::annotate(const QString& kind)
{
    if (selected().empty() || areGroups()) return;
    auto* dialog = new AnnotationDialog(kind, this);
    connect(dialog, &QDialog::accepted, this, [this, dialog] { write(dialog->annotation(context().now())); });
    dialog->open();
}

void ExceptionsPage::write(const Annotation& annotation)
{
    const auto written =
        context().bridge.carryOut([ids = selected(), annotation, actor = utf8(context().actor)](
                                      Backend& backend) { return backend.annotate(ids, annotation, actor); });
    whenReady(written, this, [this](const Status& status) {
        if (!status) tell(Words::error(status.error()));
        reload();
    });
}

void ExceptionsPage::edit()
{
    const std::int64_t id = m_shownDetail.exception.id;
    const QString orderNo = text(m_shownDetail.exception.orderNo);
    const auto asked = context().bridge.ask([id](Backend& backend) { return backend.editable(id); });
    whenReady(asked, this, [this, id, orderNo](const Result<std::vector<EditableField>>& fields) {
        if (!fields) return tell(Words::error(fields.error()));
        auto* dialog = new EditDialog(orderNo, *fields, this);
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        connect(dialog, &QDialog::accepted, this, [this, dialog, id] {
            planAndApply(
                context(), this,
                {.action = "edit", .selector = "exception:" + std::to_string(id), .edits = dialog->edits()},
                [this](const QString& words) { tell(words); }, [this](const OutcomeView&) { reload(); });
        });
        dialog->open();
    });
}

void ExceptionsPage::claim(bool isClaimed)
{
    const std::vector<std::int64_t> ids = selected();
    if (ids.empty()) return;
    const std::string actor = utf8(context().actor);
    const ExceptionView& shown = m_shownDetail.exception;
    const bool isOthers =
        ids.size() == 1 && shown.id == ids.front() && !shown.claimedBy.empty() && shown.claimedBy != actor;
    if (isClaimed && isOthers) return askTakeOver(text(shown.claimedBy));
    carryOutClaim([ids, isClaimed, actor](Backend& backend) {
        return isClaimed ? backend.claim(ids, actor) : backend.unclaim(ids, actor);
    });
}

/// What the person sees is what she takes: when somebody else has it by then, she is told.
void ExceptionsPage::askTakeOver(const QString& from)
{
    auto* dialog = new ReasonDialog(tr("Take over"), tr("%1 works on it. From now on it is yours.").arg(from),
                                    tr("&Take over"), this);
    connect(dialog, &QDialog::accepted, this,
            [this, dialog, from = utf8(from), ids = selected(), actor = utf8(context().actor)] {
                carryOutClaim([=, reason = utf8(dialog->reason())](Backend& backend) {
                    return backend.takeOver(ids, from, actor, reason);
                });
            });
    dialog->open();
}

void ExceptionsPage::carryOutClaim(std::function<Status(Backend&)> write)
{
    const auto written = context().bridge.carryOut(std::move(write));
    whenReady(written, this, [this](const Status& status) {
        if (!status) tell(Words::error(status.error()));
        reload();
    });
}

/// Stays in sight until the next action or until it is closed.
void ExceptionsPage::tell(const QString& words)
{
    m_outcome->say(Tone::Info, words, tr("Close"), [this] { m_outcome->clear(); });
}

} // namespace milepost
