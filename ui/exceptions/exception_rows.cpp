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

} // namespace

QStringList exceptionHeaders()
{
    return {RowWords::tr("Severity"), RowWords::tr("Order"),         RowWords::tr("Kind"),
            RowWords::tr("System"),   RowWords::tr("Step"),          RowWords::tr("Cause"),
            RowWords::tr("Due by"),   RowWords::tr("Money at risk"), RowWords::tr("Opened"),
            RowWords::tr("Team"),     RowWords::tr("Claimed by")};
}

std::vector<TableRow> exceptionRows(const std::vector<ExceptionView>& exceptions, Timestamp now)
{
    std::vector<TableRow> rows;
    for (const ExceptionView& one : exceptions) {
        const QString money = one.moneyAtRisk ? Text::money(*one.moneyAtRisk) : Text::none();
        const qlonglong minor = one.moneyAtRisk ? one.moneyAtRisk->minor : 0;
        rows.push_back({.id = one.id,
                        .orderNo = text(one.orderNo),
                        .cells = {{.text = Words::severity(one.severity),
                                   .tone = toneOf(one.severity),
                                   .sort = static_cast<int>(one.severity)},
                                  {.text = one.orderNo.empty() ? Text::none() : text(one.orderNo)},
                                  {.text = Words::exceptionClass(one.kind),
                                   .hint = StoredSentences::translated(one.text)},
                                  {.text = text(one.system)},
                                  {.text = Words::step(one.step)},
                                  {.text = text(one.cause), .hint = StoredSentences::translated(one.text)},
                                  dueCell(one.dueBy, now),
                                  {.text = money, .sort = minor, .isFigure = true},
                                  {.text = Text::time(one.openedAt), .sort = millis(one.openedAt)},
                                  {.text = text(one.owner)},
                                  {.text = text(one.claimedBy)}}});
    }
    return rows;
}

QStringList groupHeaders()
{
    return {RowWords::tr("Exceptions"),   RowWords::tr("Kind"),  RowWords::tr("System"),
            RowWords::tr("Step"),         RowWords::tr("Cause"), RowWords::tr("Oldest"),
            RowWords::tr("Money at risk")};
}

std::vector<TableRow> groupRows(const std::vector<ExceptionGroup>& groups, Timestamp now)
{
    std::vector<TableRow> rows;
    for (const ExceptionGroup& group : groups)
        rows.push_back(
            {.id = group.id,
             .cells = {{.text = Text::number(group.count), .sort = qlonglong(group.count), .isFigure = true},
                       {.text = Words::exceptionClass(group.kind)},
                       {.text = text(group.system)},
                       {.text = Words::step(group.step)},
                       {.text = text(group.cause)},
                       {.text = Text::relative(group.oldestAt, now), .sort = millis(group.oldestAt)},
                       {.text = Text::money(group.moneyAtRisk), .isFigure = true}}});
    return rows;
}

} // namespace milepost
