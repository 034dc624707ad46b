// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/parts/plan_dialog.h"

#include <QDialogButtonBox>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTabWidget>
#include <QTableView>
#include <QVBoxLayout>

#include "models/body_text.h"
#include "models/field_text.h"
#include "models/field_words.h"
#include "models/stored_sentences.h"
#include "models/text.h"
#include "models/words.h"
#include "ui/parts/cell_delegate.h"

#include <algorithm>

namespace milepost {
namespace {

constexpr int leastReason = 3;
constexpr int badgeRoom = 36;

QTableView* tableOf(CellTable& model, const QString& name, const QString& label)
{
    auto* table = new QTableView;
    table->setObjectName(name);
    table->setAccessibleName(label);
    table->setModel(&model);
    table->setItemDelegate(new CellDelegate(table));
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->setShowGrid(false);
    table->setTabKeyNavigation(false);
    table->verticalHeader()->hide();
    table->horizontalHeader()->setStretchLastSection(true);
    table->resizeColumnsToContents();
    for (int column = 0; column + 1 < model.columnCount(); ++column) // a badge is wider than its words
        table->setColumnWidth(column, table->columnWidth(column) + badgeRoom);
    return table;
}

/// Line by line what a call said and would say: only the lines that differ, marked as in a difference.
QString bodyDifference(const BodyDifference& one)
{
    const QStringList before = bodyText(one.before).split(QLatin1Char('\n'));
    const QStringList after = bodyText(one.after).split(QLatin1Char('\n'));
    QStringList lines;
    for (const QString& line : before)
        if (!after.contains(line)) lines << QStringLiteral("− ") + line.trimmed();
    for (const QString& line : after)
        if (!before.contains(line)) lines << QStringLiteral("+ ") + line.trimmed();
    return lines.join(QLatin1Char('\n'));
}

} // namespace

PlanDialog::PlanDialog(const PlanView& plan, const QString& reason, QWidget* parent)
    : QDialog(parent)
    , m_items({tr("Order"), tr("State"), tr("What will happen")})
    , m_changes({tr("Field"), tr("Now"), tr("Then")})
    , m_calls({tr("Order"), tr("Call"), tr("System"), tr("Key"), tr("If repeated")})
    , m_suppressed({tr("Order"), tr("Call"), tr("System"), tr("Key")})
    , m_reason(new QLineEdit(reason))
{
    setObjectName(QStringLiteral("planDialog"));
    setWindowTitle(tr("%1: what will happen").arg(Words::action(plan.action)));
    fill(plan);
    auto* sums = new QLabel(plan.callsSuppressed > 0
                                ? tr("Calls that will be made: %1. Not made again because they are done: %2.")
                                      .arg(Text::number(plan.callsToMake), Text::number(plan.callsSuppressed))
                                : tr("Calls that will be made: %1.").arg(Text::number(plan.callsToMake)));
    sums->setWordWrap(true);
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(sums);
    if (plan.callsWithoutKey > 0) {
        auto* warning =
            new QLabel(tr("%n of them carry no key: the partner would not recognise a repetition. "
                          "Ask there first whether it was done.",
                          nullptr, plan.callsWithoutKey));
        warning->setWordWrap(true);
        warning->setProperty("look", QStringLiteral("heading"));
        layout->addWidget(warning);
    }
    if (plan.differences > 0) {
        auto* warning = new QLabel(tr("%n calls were done with other data than the order has then; they stay "
                                      "as they are. Take them back first where that matters.",
                                      nullptr, plan.differences));
        warning->setWordWrap(true);
        warning->setProperty("look", QStringLiteral("heading"));
        layout->addWidget(warning);
    }
    layout->addWidget(makeTabs(plan), 1);
    auto* label = new QLabel(tr("&Reason, for the audit"));
    label->setBuddy(m_reason);
    m_reason->setObjectName(QStringLiteral("planReason"));
    layout->addWidget(label);
    layout->addWidget(m_reason);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
    m_ok = buttons->addButton(Words::action(plan.action), QDialogButtonBox::AcceptRole);
    m_ok->setObjectName(QStringLiteral("planOk"));
    m_ok->setProperty("look", QStringLiteral("primary"));
    layout->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_reason, &QLineEdit::textChanged, this, &PlanDialog::updateOk);
    resize(720, 420);
    m_reason->setFocus();
    updateOk();
}

QWidget* PlanDialog::makeTabs(const PlanView& plan)
{
    auto* tabs = new QTabWidget;
    tabs->setObjectName(QStringLiteral("planTabs"));
    tabs->addTab(tableOf(m_items, QStringLiteral("planItems"), tr("Items of the plan")), tr("&Items"));
    if (m_changes.rowCount() > 0)
        tabs->addTab(tableOf(m_changes, QStringLiteral("planChanges"), tr("Fields that change")),
                     tr("&Fields"));
    if (m_calls.rowCount() > 0)
        tabs->addTab(tableOf(m_calls, QStringLiteral("planCalls"), tr("Calls that will be made")),
                     tr("&Calls"));
    if (plan.callsSuppressed > 0)
        tabs->addTab(tableOf(m_suppressed, QStringLiteral("planSuppressed"), tr("Calls not made again")),
                     tr("&Not made again"));
    QStringList bodies;
    for (const PlanItemView& item : plan.list) {
        for (const BodyDifference& one : item.differences) {
            const QString about = one.isDone ? tr("%1 at %2 was done with the old data")
                                             : tr("%1 at %2 will say something else");
            bodies << text(item.orderNo) + QStringLiteral(": ") +
                          about.arg(Words::step(one.step), text(one.system)) + QLatin1Char('\n') +
                          bodyDifference(one);
        }
    }
    if (bodies.isEmpty()) return tabs;
    auto* body = new QPlainTextEdit(bodies.join(QStringLiteral("\n\n")));
    body->setObjectName(QStringLiteral("planBodies"));
    body->setAccessibleName(tr("What calls would say otherwise"));
    body->setReadOnly(true);
    body->setTabChangesFocus(true);
    body->setFont(QFont(QStringLiteral("monospace")));
    tabs->addTab(body, tr("&Bodies"));
    return tabs;
}

void PlanDialog::fill(const PlanView& plan)
{
    std::vector<TableRow> calls;
    std::vector<TableRow> suppressed;
    std::vector<TableRow> items;
    std::vector<TableRow> changes;
    for (const PlanItemView& item : plan.list) {
        const bool isPlanned = item.state == "planned";
        m_hasWork |= isPlanned;
        items.push_back(
            {.id = item.number,
             .cells = {{.text = text(item.orderNo)},
                       {.text = Words::itemState(item.state), .tone = isPlanned ? Tone::Info : Tone::Warning},
                       {.text = StoredSentences::translatedList(item.detail)}}});
        for (const ForeseenCall& call : item.calls)
            calls.push_back(
                {.id = static_cast<qlonglong>(calls.size()) + 1,
                 .cells = {{.text = text(item.orderNo)},
                           {.text = call.isLookup ? tr("asks about %1").arg(Words::step(call.step))
                                                  : text(call.capability)},
                           {.text = text(call.system)},
                           {.text = text(call.key)},
                           {.text = call.isLookup ? tr("harmless")
                                    : call.hasKey ? tr("recognised by its key")
                                                  : tr("not recognised"),
                            .tone = call.isLookup || call.hasKey ? Tone::Good : Tone::Warning}}});
        for (const ForeseenCall& call : item.suppressed)
            suppressed.push_back({.id = static_cast<qlonglong>(suppressed.size()) + 1,
                                  .cells = {{.text = text(item.orderNo)},
                                            {.text = text(call.capability)},
                                            {.text = text(call.system)},
                                            {.text = text(call.key)}}});
        for (const FieldChange& change : item.changes)
            changes.push_back({.id = static_cast<qlonglong>(changes.size()) + 1,
                               .cells = {{.text = FieldWords::path(change.path)},
                                         {.text = FieldText::shown(change.path, change.before)},
                                         {.text = FieldText::shown(change.path, change.after)}}});
    }
    m_items.setRows(std::move(items));
    m_changes.setRows(std::move(changes));
    m_calls.setRows(std::move(calls));
    m_suppressed.setRows(std::move(suppressed));
}

QString PlanDialog::reason() const
{
    return m_reason->text().trimmed();
}

void PlanDialog::updateOk()
{
    m_ok->setEnabled(m_hasWork && reason().size() >= leastReason);
    m_ok->setToolTip(!m_hasWork                      ? tr("Nothing is left to do")
                     : reason().size() < leastReason ? tr("Say why first")
                                                     : QString());
}

} // namespace milepost
