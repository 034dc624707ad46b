// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/exceptions/exceptions_page.h"

#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QShortcut>
#include <QSignalBlocker>
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
#include "ui/exceptions/exception_rows.h"
#include "ui/parts/action_run.h"
#include "ui/parts/data_table.h"
#include "ui/parts/edit_dialog.h"
#include "ui/parts/message_bar.h"
#include "ui/parts/view_stack.h"
#include "ui/theme/icons.h"
#include "ui/ui_settings.h"

#include <algorithm>

namespace milepost {
namespace {

constexpr std::size_t mostListed = 5'000;
constexpr int rereadInterval = 500; // milliseconds
constexpr Duration askWithin{3'000};
constexpr qint64 askAgainAfter = 5'000; // milliseconds: a system that owes an answer
const QString groupedChoice = QStringLiteral("exceptions/grouped");

} // namespace

ExceptionsPage::ExceptionsPage(const ConsoleContext& context, QWidget* parent)
    : Page(context, parent)
    , m_list(exceptionHeaders())
    , m_groups(groupHeaders())
    , m_search(new QLineEdit)
    , m_kind(new QComboBox)
    , m_severity(new QComboBox)
    , m_who(new QComboBox)
    , m_grouped(new QCheckBox(tr("Group by &cause")))
    , m_asleep(new QCheckBox(tr("Also sleeping")))
    , m_table(new DataTable(QStringLiteral("exceptionTable"), context.settings))
    , m_groupTable(new DataTable(QStringLiteral("exceptionGroups"), context.settings))
    , m_tables(new QStackedWidget)
    , m_content(new ViewStack(m_tables))
    , m_detail(new ExceptionDetailView(context))
    , m_detailContent(new ViewStack(m_detail))
    , m_outcome(new MessageBar)
    , m_count(new QLabel)
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
    m_groupTable->setAccessibleName(tr("Groups of exceptions"));
    m_groupTable->setModel(&m_groups);
    m_groupTable->setFirstWidths({92, 130, 76, 84, 130, 96});
    m_groupTable->sortAtFirst(0, Qt::DescendingOrder);
    m_tables->addWidget(m_table);
    m_tables->addWidget(m_groupTable);
    m_grouped->setChecked(context().settings.choice(groupedChoice) == QLatin1String("yes"));
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
    layout->addWidget(makeFilters());
    layout->addWidget(m_outcome);
    layout->addWidget(splitter, 1);
    layout->addWidget(m_count);
}

QWidget* ExceptionsPage::makeFilters()
{
    auto* bar = new QWidget;
    auto* layout = new QHBoxLayout(bar);
    layout->setContentsMargins(0, 0, 0, 0);
    m_search->setObjectName(QStringLiteral("exceptionSearch"));
    m_search->setAccessibleName(tr("Search exceptions"));
    m_search->setPlaceholderText(tr("Order, cause, system or words"));
    m_search->setClearButtonEnabled(true);
    layout->addWidget(m_search, 1);
    m_kind->setObjectName(QStringLiteral("exceptionKind"));
    m_kind->setAccessibleName(tr("Kind"));
    m_kind->addItem(tr("Any kind"));
    for (int i = 0; i <= static_cast<int>(ExceptionClass::Internal); ++i)
        m_kind->addItem(Words::exceptionClass(static_cast<ExceptionClass>(i)), i);
    m_severity->setObjectName(QStringLiteral("exceptionSeverity"));
    m_severity->setAccessibleName(tr("Severity"));
    m_severity->addItem(tr("Any severity"));
    for (const Severity severity : {Severity::Medium, Severity::High, Severity::Critical})
        m_severity->addItem(tr("%1 or worse").arg(Words::severity(severity)), static_cast<int>(severity));
    m_who->setObjectName(QStringLiteral("exceptionWho"));
    m_who->setAccessibleName(tr("Who works on it"));
    m_who->addItem(tr("Everybody's"));
    m_who->addItem(tr("Mine"), QStringLiteral("mine"));
    m_grouped->setObjectName(QStringLiteral("exceptionGrouped"));
    for (QComboBox* box : {m_kind, m_severity, m_who}) {
        box->setSizeAdjustPolicy(QComboBox::AdjustToContents);
        layout->addWidget(box);
    }
    m_asleep->setObjectName(QStringLiteral("exceptionAsleep"));
    m_asleep->setToolTip(tr("Also those that somebody has put to sleep until later"));
    layout->addWidget(m_grouped);
    layout->addWidget(m_asleep);
    return bar;
}

QPushButton* ExceptionsPage::addAction(const QString& name, const QString& iconName, const QString& words,
                                       const char* key)
{
    auto* button = new QPushButton(icon(iconName), words);
    button->setObjectName(name);
    auto* shortcut = new QShortcut(QKeySequence(QString::fromLatin1(key)), this);
    shortcut->setContext(Qt::WidgetWithChildrenShortcut);
    connect(shortcut, &QShortcut::activated, button, [button] { button->click(); });
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
    m_edit = addAction(QStringLiteral("editException"), QStringLiteral("edit"), tr("Edit and retry…"),
                       "Ctrl+Shift+E");
    m_resolve = addAction(QStringLiteral("resolveException"), QStringLiteral("resolve"), tr("Resolve…"),
                          "Ctrl+Shift+S");
    m_adopt =
        addAction(QStringLiteral("adoptException"), actionIconName("adopt"), tr("Adopt…"), "Ctrl+Shift+A");
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
    for (QPushButton* button : {m_retry, m_edit, m_adopt, m_resolve, m_claim, m_more})
        layout->addWidget(button);
    layout->addStretch(1);
    return bar;
}

void ExceptionsPage::connectAll()
{
    m_again.setSingleShot(true);
    m_again.setInterval(rereadInterval);
    connect(&m_again, &QTimer::timeout, this, &ExceptionsPage::reload);
    connect(m_search, &QLineEdit::textChanged, this, &ExceptionsPage::reload);
    for (QComboBox* box : {m_kind, m_severity, m_who})
        connect(box, &QComboBox::currentIndexChanged, this, &ExceptionsPage::reload);
    connect(m_asleep, &QCheckBox::toggled, this, &ExceptionsPage::reload);
    connect(m_grouped, &QCheckBox::toggled, this, [this](bool grouped) {
        context().settings.setChoice(groupedChoice, grouped ? QStringLiteral("yes") : QStringLiteral("no"));
        m_group = 0;
        reload();
    });
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &ExceptionsPage::askDetail);
    connect(m_groupTable->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &ExceptionsPage::askDetail);
    connect(m_groupTable, &DataTable::opened, this, [this](const QModelIndex& index) {
        m_group = index.data(IdRole).toLongLong();
        const QSignalBlocker quiet(m_grouped);
        m_grouped->setChecked(false);
        reload();
    });
    const auto openOrder = [this](const QString& orderNo) {
        if (!orderNo.isEmpty()) emit goTo({.page = Place::Page::Order, .orderNo = orderNo});
    };
    connect(m_table, &DataTable::opened, this,
            [openOrder](const QModelIndex& index) { openOrder(index.data(OrderNoRole).toString()); });
    connect(m_detail, &ExceptionDetailView::orderAsked, this, openOrder);
    connect(m_table, &DataTable::copied, this, &Page::notice);
    connect(m_retry, &QPushButton::clicked, this, [this] { act(QStringLiteral("retry")); });
    connect(m_edit, &QPushButton::clicked, this, &ExceptionsPage::edit);
    connect(m_adopt, &QPushButton::clicked, this, [this] { act(QStringLiteral("adopt")); });
    connect(m_detail, &ExceptionDetailView::recommendedAsked, this,
            [this](const QString& action, const QString& document) {
                if (action == QLatin1String("edit")) return edit();
                act(action, document);
            });
    connect(m_resolve, &QPushButton::clicked, this, [this] { act(QStringLiteral("resolve")); });
    connect(m_claim, &QPushButton::clicked, this, [this] { claim(true); });
    connect(m_unclaim, &QAction::triggered, this, [this] { claim(false); });
    for (const auto& [keys, distance] : {std::pair{"Ctrl+Down", 1}, std::pair{"Ctrl+Up", -1}}) {
        auto* shortcut = new QShortcut(QKeySequence(QString::fromLatin1(keys)), this);
        shortcut->setContext(Qt::WidgetWithChildrenShortcut);
        connect(shortcut, &QShortcut::activated, this, [this, by = distance] { step(by); });
    }
    connect(&context().bridge.changes(), &ChangeFeed::changed, this, [this](const ChangeView& change) {
        if (isVisible() && change.exceptionsChanged && !m_again.isActive()) m_again.start();
    });
}

QString ExceptionsPage::title() const
{
    return tr("Exceptions");
}

QWidget* ExceptionsPage::searchField()
{
    return m_search;
}

QList<ShortcutRow> ExceptionsPage::shortcuts() const
{
    return {{tr("Ctrl+Down, Ctrl+Up"), tr("Next and previous exception")},
            {tr("Ctrl+Shift+R"), tr("Retry")},
            {tr("Ctrl+Shift+E"), tr("Edit and retry")},
            {tr("Ctrl+Shift+A"), tr("Adopt what a system has")},
            {tr("Ctrl+Shift+S"), tr("Resolve")},
            {tr("Ctrl+Shift+K"), tr("Skip the step")},
            {tr("Ctrl+Shift+Y"), tr("Replay with the map of today")},
            {tr("Ctrl+Shift+B"), tr("Take steps back")},
            {tr("Ctrl+Shift+X"), tr("Cancel the order")},
            {tr("Ctrl+Shift+N"), tr("Note")},
            {tr("Ctrl+Shift+T"), tr("Tag")},
            {tr("Ctrl+Shift+J"), tr("Ticket")},
            {tr("Ctrl+Shift+Z"), tr("Sleep until later")},
            {tr("Ctrl+Shift+C"), tr("Claim")},
            {tr("Ctrl+Shift+G"), tr("Give back")},
            {tr("Enter"), tr("Open the order, or the exceptions of a group")}};
}

void ExceptionsPage::enter(const Place& place)
{
    if (place.exception != 0) {
        m_wanted = place.exception;
        const QSignalBlocker quiet(m_grouped);
        m_grouped->setChecked(false);
    }
    setFilter(place.exceptions);
    reload();
    (areGroups() ? m_groupTable : m_table)->setFocus();
}

ExceptionFilter ExceptionsPage::filter() const
{
    ExceptionFilter filter{.system = m_system,
                           .search = utf8(m_search->text().trimmed()),
                           .group = m_group,
                           .orderNo = m_orderNo,
                           .limit = mostListed};
    if (m_kind->currentIndex() > 0) filter.kind = static_cast<ExceptionClass>(m_kind->currentData().toInt());
    if (m_severity->currentIndex() > 0)
        filter.leastSeverity = static_cast<Severity>(m_severity->currentData().toInt());
    if (m_who->currentIndex() > 0) filter.claimedBy = utf8(context().actor);
    if (!m_asleep->isChecked()) filter.awakeAt = context().now();
    return filter;
}

void ExceptionsPage::setFilter(const ExceptionFilter& filter)
{
    const QSignalBlocker quietSearch(m_search);
    const QSignalBlocker quietKind(m_kind);
    const QSignalBlocker quietSeverity(m_severity);
    m_search->setText(text(filter.search));
    m_kind->setCurrentIndex(filter.kind ? m_kind->findData(static_cast<int>(*filter.kind)) : 0);
    m_severity->setCurrentIndex(
        filter.leastSeverity ? std::max(0, m_severity->findData(static_cast<int>(*filter.leastSeverity)))
                             : 0);
    m_system = filter.system;
    m_orderNo = filter.orderNo;
    m_group = filter.group;
}

bool ExceptionsPage::areGroups() const
{
    return m_grouped->isChecked();
}

void ExceptionsPage::reload()
{
    m_again.stop();
    m_tables->setCurrentIndex(areGroups() ? 1 : 0);
    m_lists.ask(
        [filter = filter(), grouped = areGroups()](Backend& backend,
                                                   const std::stop_token&) -> Result<Lists> {
            Lists lists;
            auto page = backend.exceptions(filter);
            if (!page) return page.error();
            lists.page = *std::move(page);
            if (!grouped) return lists;
            auto groups = backend.exceptionGroups(filter);
            if (!groups) return groups.error();
            lists.groups = *std::move(groups);
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
    m_list.setRows(exceptionRows(lists.page.exceptions, now));
    m_groups.setRows(groupRows(lists.groups, now));
    showCount(lists.page.total);
    const bool isFiltered = !filter().search.empty() || filter().kind || filter().leastSeverity ||
                            !filter().claimedBy.empty() || m_group != 0 || !m_system.empty();
    if (lists.page.total > 0)
        m_content->showContent();
    else if (isFiltered)
        m_content->showEmpty(tr("No exception matches"), tr("Fewer filters will show more."));
    else
        m_content->showEmpty(tr("Nothing needs a person"),
                             tr("When an order gets stuck, it appears here with what happened."));
    if (const std::int64_t wanted = std::exchange(m_wanted, 0); wanted != 0) select(wanted);
    DataTable* table = areGroups() ? m_groupTable : m_table;
    if (!table->selectionModel()->hasSelection() && table->model()->rowCount() > 0) table->selectRow(0);
    askDetail();
}

void ExceptionsPage::showCount(std::int64_t total)
{
    const int shown = m_list.rowCount();
    QString words = tr("%n exceptions", nullptr, static_cast<int>(total));
    if (total > shown) words += tr("; the first %1 are listed").arg(Text::number(shown));
    if (!m_system.empty()) words += tr("; only of system %1").arg(text(m_system));
    if (m_group != 0) words += tr("; only of one cause");
    m_count->setText(words);
}

void ExceptionsPage::select(std::int64_t exception)
{
    if (const auto row = m_list.rowOf(exception)) {
        m_table->selectRow(*row);
        m_table->scrollTo(m_list.index(*row, 0));
    } else {
        m_shown = exception; // closed meanwhile: the detail still tells of it
        askDetail();
    }
}

void ExceptionsPage::step(int distance)
{
    DataTable* table = areGroups() ? m_groupTable : m_table;
    const int rows = table->model()->rowCount();
    if (rows == 0) return;
    table->selectRow(std::clamp(table->currentIndex().row() + distance, 0, rows - 1));
}

std::vector<std::int64_t> ExceptionsPage::selected() const
{
    std::vector<std::int64_t> ids;
    const DataTable* table = areGroups() ? m_groupTable : m_table;
    const QModelIndexList rows = table->selectionModel()->selectedRows();
    for (const QModelIndex& row : rows)
        ids.push_back(row.data(IdRole).toLongLong());
    return ids;
}

std::string ExceptionsPage::selector() const
{
    const std::vector<std::int64_t> ids = selected();
    if (ids.empty()) return {};
    if (areGroups()) return "group:" + std::to_string(ids.front());
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
    if (evidence.actions.empty()) return; // it is closed: what the detail says holds
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
    permit(m_retry, "retry", true);
    permit(m_resolve, "resolve", true);
    permit(m_edit, "edit", false);
    permit(m_adopt, "adopt", false);
    for (const auto& [action, item] : m_menuActions.asKeyValueRange())
        permit(item, utf8(action), false);
    m_more->setEnabled(!ids.empty());
    m_claim->setEnabled(!ids.empty() && !areGroups());
    m_unclaim->setEnabled(!ids.empty() && !areGroups());
}

void ExceptionsPage::act(const QString& action, const QString& document)
{
    const std::string wanted = selector();
    if (wanted.empty()) return;
    const auto tellIt = [this](const QString& words) { tell(words); };
    const auto ended = [this](const OutcomeView&) { reload(); };
    const std::string orderNo = m_shownDetail.exception.orderNo;
    if (action == QLatin1String("adopt")) return askAdopt(context(), this, wanted, document, tellIt, ended);
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
    const auto written =
        context().bridge.carryOut([ids, isClaimed, actor = utf8(context().actor)](Backend& backend) {
            return isClaimed ? backend.claim(ids, actor) : backend.unclaim(ids, actor);
        });
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
