// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/policies/policies_page.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSplitter>
#include <QTabWidget>
#include <QVBoxLayout>

#include "models/backend_bridge.h"
#include "models/stored_sentences.h"
#include "models/text.h"
#include "models/when_ready.h"
#include "models/words.h"
#include "ui/parts/data_table.h"
#include "ui/parts/message_bar.h"
#include "ui/parts/reason_dialog.h"
#include "ui/parts/view_stack.h"
#include "ui/policies/objective_dialog.h"
#include "ui/policies/policy_editor.h"
#include "ui/policies/policy_history.h"
#include "ui/policies/policy_words.h"
#include "ui/theme/icons.h"
#include "ui/ui_settings.h"

#include <algorithm>

namespace milepost {
namespace {

constexpr int linesInDialog = 12;

QStringList headers()
{
    return {
        PoliciesPage::tr("Policy"),      PoliciesPage::tr("Recover within"),  PoliciesPage::tr("Tries"),
        PoliciesPage::tr("Waits"),       PoliciesPage::tr("Open exceptions"), PoliciesPage::tr("Acts at"),
        PoliciesPage::tr("Owner"),       PoliciesPage::tr("Criticality"),     PoliciesPage::tr("Deadline"),
        PoliciesPage::tr("Parks after"), PoliciesPage::tr("Unknown outcome")};
}

QString stepsOf(const PolicyInUse& used)
{
    QStringList steps;
    for (const PolicyPlace& place : used.places) {
        const QString step = Words::step(place.step);
        if (!steps.contains(step)) steps << step;
    }
    if (!steps.isEmpty()) return steps.join(QStringLiteral(", "));
    return isObjective(used.row.name) ? PoliciesPage::tr("any step") : Text::none();
}

QString placesOf(const PolicyInUse& used)
{
    QStringList places;
    for (const PolicyPlace& place : used.places)
        places << PoliciesPage::tr("%1 of %2").arg(Words::step(place.step), text(place.process));
    return places.join(QLatin1Char('\n'));
}

TableCell value(const PolicyRow& row, const char* field, bool isFigure)
{
    return {.text = PolicyWords::value(field, row.value(field)), .isFigure = isFigure};
}

TableRow rowOf(const PolicyInUse& used, qlonglong id, bool isChanged)
{
    const PolicyRow& row = used.row;
    const bool isOfEvent = isObjective(row.name);
    TableCell waits{.text = Text::none()};
    if (!isOfEvent)
        waits.text =
            PoliciesPage::tr("%1 to %2").arg(text(row.value("baseDelay")), text(row.value("maxDelay")));
    return {.id = id,
            .cells = {{.text = PolicyWords::row(row.name),
                       .tone = isChanged ? std::optional(Tone::Info) : std::nullopt,
                       .hint = isChanged ? PoliciesPage::tr("Changed, not saved") : QString()},
                      value(row, "recoverWithin", true),
                      value(row, "maxTries", true),
                      waits,
                      {.text = Text::number(used.openExceptions),
                       .sort = qlonglong(used.openExceptions),
                       .isFigure = true},
                      {.text = stepsOf(used), .hint = placesOf(used)},
                      value(row, "owner", false),
                      value(row, "criticality", false),
                      value(row, "deadline", true),
                      value(row, "breakerFailures", true),
                      value(row, "unknown", false)}};
}

QString wordsOf(const std::vector<PolicyDifference>& differences)
{
    QStringList lines;
    for (const PolicyDifference& difference : differences) {
        if (lines.size() == linesInDialog) break;
        lines << PoliciesPage::tr("%1, %2: %3 becomes %4")
                     .arg(PolicyWords::row(difference.row), PolicyWords::field(difference.field),
                          PolicyWords::value(difference.field, difference.before),
                          PolicyWords::value(difference.field, difference.after));
    }
    const int more = static_cast<int>(differences.size()) - static_cast<int>(lines.size());
    if (more > 0) lines << PoliciesPage::tr("and %n more", nullptr, more);
    return lines.join(QLatin1Char('\n'));
}

} // namespace

PoliciesPage::PoliciesPage(const ConsoleContext& context, QWidget* parent)
    : Page(context, parent)
    , m_model(headers())
    , m_changeModel(PolicyWords::differenceHeaders())
    , m_tabs(new QTabWidget)
    , m_bar(new MessageBar)
    , m_search(new QLineEdit)
    , m_table(new DataTable(QStringLiteral("policyTable"), context.settings))
    , m_content(new ViewStack(m_table))
    , m_heading(new QLabel)
    , m_places(new QLabel)
    , m_editor(new PolicyEditor)
    , m_add(new QPushButton(icon(QStringLiteral("plus")), tr("&New objective…")))
    , m_remove(new QPushButton(icon(QStringLiteral("close")), tr("&Remove it")))
    , m_changes(new DataTable(QStringLiteral("policyChanges"), context.settings))
    , m_changesContent(new ViewStack(m_changes))
    , m_save(new QPushButton(primaryIcon(QStringLiteral("check")), tr("&Save…")))
    , m_discard(new QPushButton(icon(QStringLiteral("undo")), tr("&Discard")))
    , m_history(new PolicyHistory(context))
    , m_question(context.bridge, this)
    , m_proposing(context.bridge, this)
{
    m_tabs->setObjectName(QStringLiteral("policyTabs"));
    m_tabs->addTab(makeRules(), tr("What &acts"));
    m_tabs->addTab(m_history, tr("H&istory"));
    m_tabs->setCurrentIndex(context.settings.choice(QStringLiteral("policies/tab")).toInt());
    m_bar->setObjectName(QStringLiteral("policyMessage"));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 12, 16, 12);
    layout->addWidget(m_bar);
    layout->addWidget(m_tabs, 1);
    connect(m_tabs, &QTabWidget::currentChanged, this, [this](int tab) {
        this->context().settings.setChoice(QStringLiteral("policies/tab"), QString::number(tab));
    });
    connect(m_history, &PolicyHistory::restoreWanted, this, &PoliciesPage::restore);
    connect(m_history, &PolicyHistory::notice, this, &Page::notice);
    m_content->showLoading();
    showProposal({});
    showCurrent();
}

QWidget* PoliciesPage::makeRules()
{
    m_search->setObjectName(QStringLiteral("policySearch"));
    m_search->setAccessibleName(tr("Search policies"));
    m_search->setPlaceholderText(tr("Policy, event type, step or team"));
    m_search->setClearButtonEnabled(true);
    m_table->setAccessibleName(tr("Policies"));
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setModel(&m_model);
    m_table->setFirstWidths({180, 110, 55, 100, 115, 240, 110, 100, 80, 90});
    m_add->setObjectName(QStringLiteral("newObjective"));
    m_remove->setObjectName(QStringLiteral("removeObjective"));
    auto* splitter = new QSplitter;
    splitter->setObjectName(QStringLiteral("policySplitter"));
    splitter->addWidget(m_content);
    splitter->addWidget(makeEditor());
    splitter->setSizes({700, 400});
    splitter->setStretchFactor(0, 1);
    splitter->setChildrenCollapsible(false);
    splitter->restoreState(context().settings.layout(splitter->objectName()));
    connect(splitter, &QSplitter::splitterMoved, this, [this, splitter] {
        context().settings.setLayout(splitter->objectName(), splitter->saveState());
    });
    auto* tab = new QWidget;
    auto* layout = new QVBoxLayout(tab);
    auto* top = new QHBoxLayout;
    top->addWidget(m_search, 1);
    top->addWidget(m_add);
    layout->addLayout(top);
    layout->addWidget(splitter, 3);
    layout->addWidget(makeChanges(), 1);
    connect(m_search, &QLineEdit::textChanged, this, &PoliciesPage::showRows);
    connect(m_table, &DataTable::copied, this, &Page::notice);
    connect(m_table, &DataTable::opened, this, [this] { m_editor->setFocus(); });
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &PoliciesPage::showCurrent);
    connect(m_add, &QPushButton::clicked, this, &PoliciesPage::addObjective);
    connect(m_remove, &QPushButton::clicked, this, &PoliciesPage::removeObjective);
    return tab;
}

QWidget* PoliciesPage::makeEditor()
{
    m_heading->setObjectName(QStringLiteral("policyHeading"));
    m_heading->setProperty("look", QStringLiteral("heading"));
    m_places->setObjectName(QStringLiteral("policyPlaces"));
    m_places->setProperty("look", QStringLiteral("muted"));
    m_places->setWordWrap(true);
    connect(m_editor, &PolicyEditor::edited, this,
            [this](const std::string& field, const std::string& words) {
                edit({.row = currentRow(), .field = field, .value = words});
            });
    auto* right = new QWidget;
    auto* layout = new QVBoxLayout(right);
    layout->setContentsMargins(8, 0, 0, 0);
    auto* top = new QHBoxLayout;
    top->addWidget(m_heading, 1);
    top->addWidget(m_remove);
    layout->addLayout(top);
    layout->addWidget(m_places);
    layout->addWidget(m_editor, 1);
    return right;
}

QWidget* PoliciesPage::makeChanges()
{
    m_changes->setAccessibleName(tr("What would change"));
    m_changes->setModel(&m_changeModel);
    m_changes->setFirstWidths({210, 190, 220, 220});
    m_save->setObjectName(QStringLiteral("savePolicies"));
    m_save->setProperty("look", QStringLiteral("primary"));
    m_save->setShortcut(QKeySequence(QStringLiteral("Ctrl+S")));
    m_discard->setObjectName(QStringLiteral("discardPolicies"));
    auto* heading = new QLabel(tr("What would change"));
    heading->setProperty("look", QStringLiteral("heading"));
    auto* bottom = new QWidget;
    auto* layout = new QVBoxLayout(bottom);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(heading);
    layout->addWidget(m_changesContent, 1);
    auto* bar = new QHBoxLayout;
    bar->addWidget(m_save);
    bar->addWidget(m_discard);
    bar->addStretch(1);
    layout->addLayout(bar);
    connect(m_changes, &DataTable::copied, this, &Page::notice);
    connect(m_save, &QPushButton::clicked, this, &PoliciesPage::save);
    connect(m_discard, &QPushButton::clicked, this, &PoliciesPage::discard);
    return bottom;
}

QString PoliciesPage::title() const
{
    return tr("Policies");
}

QWidget* PoliciesPage::searchField()
{
    m_tabs->setCurrentIndex(0);
    return m_search;
}

QList<ShortcutRow> PoliciesPage::shortcuts() const
{
    return {{tr("Enter"), tr("Edit the policy")}, {tr("Ctrl+S"), tr("Save what was changed")}};
}

void PoliciesPage::enter(const Place&)
{
    reload();
    m_history->reload();
    m_tabs->currentIndex() == 0 ? m_table->setFocus() : m_tabs->setFocus();
}

void PoliciesPage::reload()
{
    m_question.ask([](Backend& backend, const std::stop_token&) { return backend.policies(); },
                   [this](const Result<PoliciesView>& view) {
                       if (view) return take(*view);
                       m_content->showError(view.error(), [this] { reload(); });
                   });
}

void PoliciesPage::take(const PoliciesView& view)
{
    m_view = view;
    m_hasView = true;
    if (m_edits.empty() || m_base == 0) m_base = view.version;
    if (!view.ownedBy.empty())
        m_bar->say(Tone::Info,
                   tr("%1 owns this store: policies can only be looked at here.").arg(text(view.ownedBy)));
    else
        m_bar->clear();
    m_history->setMayRestore(mayEdit());
    showRows();
    propose();
}

/// What is shown: what acts, with what a person has changed and not saved.
std::vector<PolicyInUse> PoliciesPage::rowsWithEdits() const
{
    std::vector<PolicyInUse> rows = m_view.rows;
    for (const PolicyEdit& edit : m_edits) {
        const auto named = [&](const PolicyInUse& used) { return used.row.name == edit.row; };
        auto used = std::ranges::find_if(rows, named);
        if (used == rows.end())
            used = rows.insert(rows.end(),
                               PolicyInUse{.row = {edit.row, {{"recoverWithin", {}}, {"owner", {}}}}});
        const auto field = std::ranges::find(used->row.values, edit.field, &PolicyValue::field);
        if (field != used->row.values.end()) field->value = edit.value;
    }
    return rows;
}

void PoliciesPage::showRows()
{
    if (!m_hasView) return;
    const QString wanted = m_search->text().trimmed();
    std::vector<TableRow> shown;
    qlonglong id = 0;
    for (const PolicyInUse& used : rowsWithEdits()) {
        ++id;
        const bool isChanged = std::ranges::count(m_edits, used.row.name, &PolicyEdit::row) > 0;
        TableRow row = rowOf(used, id, isChanged);
        const bool isMatch = std::ranges::any_of(row.cells, [&](const TableCell& cell) {
            return cell.text.contains(wanted, Qt::CaseInsensitive);
        });
        if (isMatch) shown.push_back(std::move(row));
    }
    const bool isEmpty = shown.empty();
    m_model.setRows(std::move(shown));
    if (isEmpty && m_view.rows.empty())
        m_content->showEmpty(tr("No policies yet"), tr("They come with the first start of the engine."));
    else if (isEmpty)
        m_content->showEmpty(tr("No policy matches"), tr("Fewer words will show more."));
    else
        m_content->showContent();
    if (!isEmpty && m_table->selectionModel()->selectedRows().isEmpty()) m_table->selectRow(0);
    showCurrent();
}

std::string PoliciesPage::currentRow() const
{
    const QModelIndexList selected = m_table->selectionModel()->selectedRows();
    const auto rows = rowsWithEdits();
    const qlonglong id = selected.isEmpty() ? 0 : selected.front().data(IdRole).toLongLong();
    return id <= 0 || id > static_cast<qlonglong>(rows.size())
               ? std::string()
               : rows[static_cast<std::size_t>(id) - 1].row.name;
}

void PoliciesPage::showCurrent()
{
    const std::string name = currentRow();
    m_add->setEnabled(mayEdit());
    m_remove->setEnabled(mayEdit());
    m_remove->setVisible(isObjective(name));
    m_heading->setText(name.empty() ? QString() : PolicyWords::row(name));
    m_places->setVisible(!name.empty());
    for (const PolicyInUse& used : rowsWithEdits()) {
        if (used.row.name != name) continue;
        m_places->setText(tr("Acts at: %1").arg(stepsOf(used)));
        m_editor->show(used.row, mayEdit());
        m_editor->setFocusProxy(m_editor->findChild<QLineEdit*>());
    }
    m_editor->setVisible(!name.empty());
    m_editor->showProblems(m_proposal.problems);
}

void PoliciesPage::edit(const PolicyEdit& wanted)
{
    std::erase_if(m_edits,
                  [&](const PolicyEdit& one) { return one.row == wanted.row && one.field == wanted.field; });
    const auto stored = std::ranges::find_if(
        m_view.rows, [&](const PolicyInUse& used) { return used.row.name == wanted.row; });
    const bool isAsStored = stored != m_view.rows.end() && stored->row.value(wanted.field) == wanted.value;
    if (!isAsStored) m_edits.push_back(wanted);
    showRows();
    propose();
}

void PoliciesPage::propose()
{
    if (m_edits.empty()) {
        m_proposing.forget();
        m_base = m_view.version;
        return showProposal({});
    }
    m_save->setEnabled(false);
    m_proposing.ask([order = PolicyOrder{.edits = m_edits}](
                        Backend& backend, const std::stop_token&) { return backend.proposePolicies(order); },
                    [this](const Result<PolicyProposal>& proposal) {
                        if (proposal) return showProposal(*proposal);
                        m_changesContent->showError(proposal.error(), [this] { propose(); });
                    });
}

void PoliciesPage::showProposal(const PolicyProposal& proposal)
{
    m_proposal = proposal;
    m_changeModel.setRows(PolicyWords::differenceRows(proposal.differences));
    const bool isSound = proposal.problems.empty();
    m_save->setEnabled(mayEdit() && isSound && !proposal.differences.empty());
    m_discard->setEnabled(!m_edits.empty());
    m_editor->showProblems(proposal.problems);
    if (!isSound) {
        const PolicyProblem& first = proposal.problems.front();
        m_changesContent->showEmpty(tr("This cannot be"),
                                    tr("%1, %2: %3")
                                        .arg(PolicyWords::row(first.row), PolicyWords::field(first.field),
                                             StoredSentences::translated(first.message)));
    } else if (proposal.differences.empty()) {
        m_changesContent->showEmpty(tr("Nothing is changed"),
                                    tr("Changes are listed here before they are saved."));
    } else {
        m_changesContent->showContent();
    }
}

void PoliciesPage::discard()
{
    m_edits.clear();
    showRows();
    propose();
    m_table->setFocus();
}

void PoliciesPage::addObjective()
{
    auto* dialog = new ObjectiveDialog(m_view.steps, this);
    connect(dialog, &QDialog::accepted, this, [this, dialog] {
        const PolicyEdit wanted = dialog->edit();
        m_search->clear();
        edit(wanted);
        const auto rows = rowsWithEdits();
        const auto at =
            std::ranges::find_if(rows, [&](const PolicyInUse& used) { return used.row.name == wanted.row; });
        if (const auto row = m_model.rowOf(at - rows.begin() + 1)) m_table->selectRow(*row);
    });
    dialog->open();
}

void PoliciesPage::removeObjective()
{
    const std::string name = currentRow();
    const bool isStored =
        std::ranges::any_of(m_view.rows, [&](const PolicyInUse& used) { return used.row.name == name; });
    std::erase_if(m_edits, [&](const PolicyEdit& one) { return one.row == name; });
    if (isStored) return edit({.row = name, .field = "recoverWithin", .value = {}});
    showRows();
    propose();
}

void PoliciesPage::save()
{
    askWhy(tr("Save the policies"), m_proposal, {.edits = m_edits, .base = m_base});
}

void PoliciesPage::restore(qint64 version)
{
    const PolicyOrder order{.restore = version, .base = m_view.version};
    m_proposing.ask(
        [order](Backend& backend, const std::stop_token&) { return backend.proposePolicies(order); },
        [this, order](const Result<PolicyProposal>& proposal) {
            if (!proposal) return m_bar->say(Tone::Bad, Words::error(proposal.error()));
            if (proposal->differences.empty())
                return m_bar->say(Tone::Info,
                                  tr("Version %1 is the same as what acts now.").arg(order.restore));
            askWhy(tr("Make version %1 act again").arg(order.restore), *proposal, order);
        });
}

void PoliciesPage::askWhy(const QString& title, const PolicyProposal& proposal, PolicyOrder order)
{
    auto* dialog = new ReasonDialog(title, wordsOf(proposal.differences), tr("&Save"), this);
    connect(dialog, &QDialog::accepted, this, [this, dialog, order]() mutable {
        order.actor = utf8(context().actor);
        order.reason = utf8(dialog->reason());
        carryOut(order);
    });
    dialog->open();
}

void PoliciesPage::carryOut(const PolicyOrder& order)
{
    m_save->setEnabled(false);
    auto future =
        context().bridge.carryOut([order](Backend& backend) { return backend.savePolicies(order); });
    whenReady(future, this, [this](const Result<PolicyProposal>& saved) { taken(saved); });
}

void PoliciesPage::taken(const Result<PolicyProposal>& saved)
{
    if (saved) {
        m_edits.clear();
        emit notice(tr("Version %1 of the policies acts now").arg(saved->version));
        reload();
        return m_history->reload();
    }
    m_save->setEnabled(true);
    if (saved.error().kind != ErrorKind::Conflict) return m_bar->say(Tone::Bad, Words::error(saved.error()));
    m_bar->say(Tone::Warning, Words::error(saved.error()), tr("&Look at the newest"), [this] {
        m_base = 0; // what a person sees from now on
        reload();
        m_history->reload();
    });
}

} // namespace milepost
