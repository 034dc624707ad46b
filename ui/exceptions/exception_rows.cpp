// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/exceptions/exception_rows.h"

#include <QCoreApplication>

#include "models/stored_sentences.h"
#include "models/text.h"
#include "models/words.h"

namespace milepost {
namespace {

struct RowWords {
    Q_DECLARE_TR_FUNCTIONS(ExceptionRows)
};

Tone toneOf(Severity severity)
{
    if (severity >= Severity::High) return Tone::Bad;
    return severity == Severity::Medium ? Tone::Warning : Tone::Neutral;
}

qlonglong millis(Timestamp time)
{
    return time.time_since_epoch().count();
}

TableCell dueCell(const std::optional<Timestamp>& due, Timestamp now)
{
    if (!due) return {.text = Text::none(), .sort = qlonglong(0)};
    TableCell cell{.text = Text::relative(*due, now), .hint = Text::time(*due), .sort = millis(*due)};
    if (*due < now) cell.tone = Tone::Bad;
    return cell;
}

/// What every group comes to, behind the cells of its name.
TableRow groupRow(const ExceptionGroup& group, std::vector<TableCell> name, Timestamp now)
{
    TableRow row{
        .id = group.id,
        .cells = {{.text = Text::number(group.count), .sort = qlonglong(group.count), .isFigure = true}}};
    row.cells.insert(row.cells.end(), name.begin(), name.end());
    row.cells.push_back({.text = Text::relative(group.oldestAt, now), .sort = millis(group.oldestAt)});
    row.cells.push_back(dueCell(group.soonestDue, now));
    row.cells.push_back({.text = Text::money(group.moneyAtRisk), .isFigure = true});
    return row;
}

} // namespace

QStringList exceptionHeaders()
{
    return {RowWords::tr("Severity"), RowWords::tr("Order"),         RowWords::tr("Kind"),
            RowWords::tr("System"),   RowWords::tr("Step"),          RowWords::tr("Cause"),
            RowWords::tr("Due by"),   RowWords::tr("Money at risk"), RowWords::tr("Opened"),
            RowWords::tr("Team"),     RowWords::tr("Claimed by"),    RowWords::tr("Contract"),
            RowWords::tr("Customer")};
}

std::vector<TableRow> exceptionRows(const std::vector<ExceptionView>& exceptions, Timestamp now)
{
    std::vector<TableRow> rows;
    for (const ExceptionView& one : exceptions) {
        const QString money = one.moneyAtRisk ? Text::money(*one.moneyAtRisk) : Text::none();
        const qlonglong minor = one.moneyAtRisk ? one.moneyAtRisk->minor : 0;
        rows.push_back(
            {.id = one.id,
             .orderNo = text(one.orderNo),
             .cells = {
                 {.text = Words::severity(one.severity),
                  .tone = toneOf(one.severity),
                  .sort = static_cast<int>(one.severity)},
                 {.text = one.orderNo.empty() ? Text::none() : text(one.orderNo)},
                 {.text = Words::exceptionClass(one.kind), .hint = StoredSentences::translated(one.text)},
                 {.text = text(one.system)},
                 {.text = Words::step(one.step)},
                 {.text = Words::cause(one.cause), .hint = StoredSentences::translated(one.text)},
                 dueCell(one.dueBy, now),
                 {.text = money, .sort = minor, .isFigure = true},
                 {.text = Text::time(one.openedAt), .sort = millis(one.openedAt)},
                 {.text = text(one.owner)},
                 {.text = text(one.claimedBy)},
                 {.text = text(one.contract)},
                 {.text = text(one.customer)}}});
    }
    return rows;
}

QStringList closedHeaders()
{
    return {RowWords::tr("Closed"), RowWords::tr("Order"),        RowWords::tr("Kind"),  RowWords::tr("How"),
            RowWords::tr("By"),     RowWords::tr("Contract"),     RowWords::tr("Cause"), RowWords::tr("Step"),
            RowWords::tr("Opened"), RowWords::tr("Money at risk")};
}

std::vector<TableRow> closedRows(const std::vector<ExceptionView>& exceptions)
{
    std::vector<TableRow> rows;
    for (const ExceptionView& one : exceptions) {
        const Timestamp closedAt = one.closedAt.value_or(Timestamp{});
        const QString money = one.moneyAtRisk ? Text::money(*one.moneyAtRisk) : Text::none();
        rows.push_back(
            {.id = one.id,
             .orderNo = text(one.orderNo),
             .cells = {
                 {.text = Text::time(closedAt), .sort = millis(closedAt)},
                 {.text = one.orderNo.empty() ? Text::none() : text(one.orderNo)},
                 {.text = Words::exceptionClass(one.kind), .hint = StoredSentences::translated(one.text)},
                 {.text = Words::howClosed(one.how), .hint = text(one.closedWhy)},
                 {.text = one.closedBy.empty() ? RowWords::tr("by itself") : text(one.closedBy)},
                 {.text = text(one.contract)},
                 {.text = Words::cause(one.cause)},
                 {.text = Words::step(one.step)},
                 {.text = Text::time(one.openedAt), .sort = millis(one.openedAt)},
                 {.text = money,
                  .sort = one.moneyAtRisk ? qlonglong(one.moneyAtRisk->minor) : 0,
                  .isFigure = true}}});
    }
    return rows;
}

QString closedWords(const ExceptionView& exception)
{
    QString words = Words::howClosed(exception.how);
    if (!exception.closedBy.empty()) words += QStringLiteral(" (%1)").arg(text(exception.closedBy));
    if (!exception.closedWhy.empty()) words += QStringLiteral(": ") + text(exception.closedWhy);
    return words;
}

QStringList causeHeaders()
{
    return {RowWords::tr("Exceptions"), RowWords::tr("Kind"),         RowWords::tr("System"),
            RowWords::tr("Step"),       RowWords::tr("Cause"),        RowWords::tr("Oldest"),
            RowWords::tr("Due by"),     RowWords::tr("Money at risk")};
}

QStringList groupHeaders()
{
    return {RowWords::tr("Exceptions"), RowWords::tr("Group"), RowWords::tr("Oldest"), RowWords::tr("Due by"),
            RowWords::tr("Money at risk")};
}

QString groupName(const ExceptionGroup& group)
{
    const QString kind = group.kind ? Words::exceptionClass(*group.kind) : QString();
    const auto orNone = [](const QString& name) { return name.isEmpty() ? RowWords::tr("(none)") : name; };
    switch (group.grouping) {
    case ExceptionGrouping::Cause: return orNone(Words::cause(group.cause));
    case ExceptionGrouping::System: return orNone(text(group.system));
    case ExceptionGrouping::Step: return orNone(Words::step(group.step));
    case ExceptionGrouping::Contract: return orNone(text(group.contract));
    case ExceptionGrouping::Customer: return orNone(text(group.customer));
    case ExceptionGrouping::Owner: return orNone(text(group.owner));
    case ExceptionGrouping::Class: return orNone(kind);
    }
    return {};
}

std::vector<TableRow> causeRows(const std::vector<ExceptionGroup>& groups, Timestamp now)
{
    std::vector<TableRow> rows;
    for (const ExceptionGroup& group : groups)
        rows.push_back(groupRow(group,
                                {{.text = group.kind ? Words::exceptionClass(*group.kind) : QString()},
                                 {.text = text(group.system)},
                                 {.text = Words::step(group.step)},
                                 {.text = Words::cause(group.cause)}},
                                now));
    return rows;
}

std::vector<TableRow> groupRows(const std::vector<ExceptionGroup>& groups, Timestamp now)
{
    std::vector<TableRow> rows;
    for (const ExceptionGroup& group : groups)
        rows.push_back(groupRow(group, {{.text = groupName(group)}}, now));
    return rows;
}

} // namespace milepost
