// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/argument_text.h"
#include "app/ctl/commands.h"
#include "app/ctl/table.h"
#include "app/ctl/view_json.h"
#include "backend/service/words.h"

#include <nlohmann/json.hpp>

#include <ostream>

namespace milepost {
namespace {

std::string moneyText(const std::optional<Money>& money)
{
    return money ? amountText(*money) + " " + std::string(money->currency.code()) : std::string();
}

void printQueue(Session& session, const ExceptionPage& page)
{
    Table table({{"id", true},
                 {"order"},
                 {"class"},
                 {"severity"},
                 {"system"},
                 {"step"},
                 {"due (UTC)"},
                 {"at risk", true},
                 {"what to do"}});
    for (const ExceptionView& exception : page.exceptions)
        table.add({std::to_string(exception.id), exception.orderNo, std::string(toKey(exception.kind)),
                   Cell(std::string(toKey(exception.severity)),
                        exception.severity >= Severity::High ? Tint::Bad : Tint::None),
                   exception.system, exception.step, momentText(exception.dueBy),
                   moneyText(exception.moneyAtRisk), exception.text});
    table.print(session.out, session.hasColour);
    session.out << page.total << " open\n";
}

void printGroups(Session& session, const std::vector<ExceptionGroup>& groups)
{
    Table table({{"group", true},
                 {"count", true},
                 {"class"},
                 {"system"},
                 {"step"},
                 {"cause"},
                 {"oldest (UTC)"},
                 {"at risk", true}});
    for (const ExceptionGroup& group : groups) {
        std::string money;
        for (const Money& sum : group.moneyAtRisk)
            money += (money.empty() ? "" : ", ") + moneyText(sum);
        table.add({std::to_string(group.id), std::to_string(group.count), std::string(toKey(group.kind)),
                   group.system, group.step, group.cause, momentText(group.oldestAt), money});
    }
    table.print(session.out, session.hasColour);
}

int listGroups(Session& session, const ExceptionFilter& query)
{
    const auto groups = openBackend(session)->exceptionGroups(query);
    if (!groups) return refuse(session, groups.error());
    if (session.isJson)
        printJson(session, toJson(*groups));
    else
        printGroups(session, *groups);
    return exitDone;
}

} // namespace

int runExceptions(Session& session, const ExceptionsWords& options)
{
    ExceptionFilter query{.system = options.system};
    if (!options.exceptionClass.empty()) {
        const auto found = exceptionClassOf(options.exceptionClass);
        if (!found) return refuseUsage(session, found.error());
        query.kind = *found;
    }
    if (options.isGrouped) return listGroups(session, query);
    const auto page = openBackend(session)->exceptions(query);
    if (!page) return refuse(session, page.error());
    if (session.isJson)
        printJson(session, toJson(*page));
    else
        printQueue(session, *page);
    return exitDone;
}

} // namespace milepost
