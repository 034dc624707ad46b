// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/argument_text.h"
#include "app/ctl/commands.h"
#include "app/ctl/table.h"
#include "app/ctl/terminal_text.h"
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

std::string howClosed(const ExceptionView& exception)
{
    return exception.how + (exception.closedWhy.empty() ? "" : ": " + exception.closedWhy);
}

void printQueue(Session& session, const ExceptionPage& page)
{
    Table table({{"id", true},
                 {"order"},
                 {"class"},
                 {"severity"},
                 {"contract"},
                 {"step"},
                 {"due (UTC)"},
                 {"at risk", true},
                 {"claimed by"},
                 {"what to do"}});
    for (const ExceptionView& exception : page.exceptions)
        table.add({std::to_string(exception.id), exception.orderNo, std::string(toKey(exception.kind)),
                   Cell(std::string(toKey(exception.severity)),
                        exception.severity >= Severity::High ? Tint::Bad : Tint::None),
                   exception.contract.empty() ? exception.system : exception.contract, exception.step,
                   momentText(exception.dueBy), moneyText(exception.moneyAtRisk), exception.claimedBy,
                   exception.state == "open" ? exception.text : "closed: " + howClosed(exception)});
    table.print(session.out, session.hasColour);
}

void printClosed(Session& session, const ExceptionPage& page)
{
    Table table({{"id", true},
                 {"order"},
                 {"class"},
                 {"contract"},
                 {"step"},
                 {"cause"},
                 {"closed (UTC)"},
                 {"by"},
                 {"how"}});
    for (const ExceptionView& exception : page.exceptions)
        table.add({std::to_string(exception.id), exception.orderNo, std::string(toKey(exception.kind)),
                   exception.contract.empty() ? exception.system : exception.contract, exception.step,
                   exception.cause, momentText(exception.closedAt),
                   exception.closedBy.empty() ? "(by itself)" : exception.closedBy, howClosed(exception)});
    table.print(session.out, session.hasColour);
}

std::string classText(const ExceptionGroup& group)
{
    return group.kind ? std::string(toKey(*group.kind)) : std::string();
}

/// What the group has in common; its own column or columns.
std::vector<Cell> keyCells(const ExceptionGroup& group)
{
    switch (group.grouping) {
    case ExceptionGrouping::Cause: return {classText(group), group.system, group.step, group.cause};
    case ExceptionGrouping::System: return {group.system};
    case ExceptionGrouping::Step: return {group.step};
    case ExceptionGrouping::Contract: return {group.contract};
    case ExceptionGrouping::Customer: return {group.customer};
    case ExceptionGrouping::Owner: return {group.owner};
    case ExceptionGrouping::Class: return {classText(group)};
    }
    return {};
}

void printGroups(Session& session, ExceptionGrouping by, const std::vector<ExceptionGroup>& groups)
{
    std::vector<Column> columns{{"group"}, {"count", true}};
    if (by == ExceptionGrouping::Cause)
        columns.insert(columns.end(), {{"class"}, {"system"}, {"step"}, {"cause"}});
    else
        columns.push_back({std::string(toKey(by))});
    columns.insert(columns.end(), {{"oldest (UTC)"}, {"soonest due (UTC)"}, {"at risk", true}});
    Table table(columns);
    for (const ExceptionGroup& group : groups) {
        std::string money;
        for (const Money& sum : group.moneyAtRisk)
            money += (money.empty() ? "" : ", ") + moneyText(sum);
        std::vector<Cell> cells{group.selector, std::to_string(group.count)};
        for (Cell& cell : keyCells(group))
            cells.push_back(std::move(cell));
        cells.insert(cells.end(), {momentText(group.oldestAt), momentText(group.soonestDue), money});
        table.add(std::move(cells));
    }
    table.print(session.out, session.hasColour);
    if (!groups.empty()) session.out << "What one holds: exceptions --in " << groups.front().selector << '\n';
}

int listGroups(Session& session, ExceptionFilter query, const std::string& by)
{
    const auto grouping = exceptionGroupingOf(by.empty() ? "cause" : by);
    if (!grouping) return refuseUsage(session, grouping.error());
    query.grouping = *grouping;
    const auto groups = openBackend(session)->exceptionGroups(query);
    if (!groups) return refuse(session, groups.error());
    if (session.isJson)
        printJson(session, toJson(*groups));
    else
        printGroups(session, *grouping, *groups);
    return exitDone;
}

std::string eventText(const ExceptionEvent& event)
{
    const std::string plan = event.plan == 0 ? std::string() : "plan " + std::to_string(event.plan);
    std::string words;
    for (const std::string& part : {event.text, plan, event.outcome, event.detail})
        if (!part.empty()) words += (words.empty() ? "" : "; ") + part;
    return words;
}

void printDetail(Session& session, const ExceptionDetail& detail)
{
    const ExceptionView& one = detail.exception;
    session.out << "Exception " << one.id << (one.orderNo.empty() ? "" : " of order " + harmless(one.orderNo))
                << ": " << toKey(one.kind) << ", " << toKey(one.severity) << ", " << one.state << '\n'
                << harmless(one.text) << '\n';
    Table facts({{"what"}, {"value"}});
    const auto add = [&](const char* what, const std::string& value) {
        if (!value.empty()) facts.add({what, value});
    };
    add("system", one.system);
    add("step", one.step);
    add("contract", one.contract);
    add("cause", one.cause);
    add("customer", one.customer);
    add("team", one.owner);
    add("at risk", moneyText(one.moneyAtRisk));
    add("due (UTC)", momentText(one.dueBy));
    add("claimed by", one.claimedBy);
    add("tags", one.tags);
    add("ticket", one.ticket);
    if (one.closedAt) add("closed", howClosed(one));
    facts.print(session.out, session.hasColour);
    Table history({{"when (UTC)"}, {"what"}, {"who"}, {"words"}});
    for (const ExceptionEvent& event : detail.events)
        history.add({momentText(event.at), event.kind, event.actor.empty() ? "(by itself)" : event.actor,
                     eventText(event)});
    history.print(session.out, session.hasColour);
}

int showException(Session& session, std::int64_t id)
{
    if (id <= 0) return refuseUsage(session, {.message = "exceptions show needs the id of an exception"});
    const auto detail = openBackend(session)->exception(id);
    if (!detail) return refuse(session, detail.error());
    if (session.isJson)
        printJson(session, toJson(*detail));
    else
        printDetail(session, *detail);
    return exitDone;
}

void printPage(Session& session, const ExceptionFilter& query, const ExceptionPage& page)
{
    const bool isClosed = query.state == ExceptionState::Closed;
    if (isClosed)
        printClosed(session, page);
    else
        printQueue(session, page);
    session.out << page.total
                << (isClosed                              ? " closed"
                    : query.state == ExceptionState::Open ? " open"
                                                          : " open and closed")
                << '\n';
    if (page.next != 0) session.out << "Older ones: exceptions --state closed --before " << page.next << '\n';
}

ExceptionState stateOf(const std::string& word)
{
    if (word == "closed") return ExceptionState::Closed;
    return word == "all" ? ExceptionState::All : ExceptionState::Open;
}

} // namespace

int runExceptions(Session& session, const ExceptionsWords& options)
{
    if (options.verb == "show") return showException(session, options.exception);
    ExceptionFilter query{.system = options.system,
                          .search = options.search,
                          .state = stateOf(options.state),
                          .limit = options.limit,
                          .before = options.before};
    if (!options.exceptionClass.empty()) {
        const auto found = exceptionClassOf(options.exceptionClass);
        if (!found) return refuseUsage(session, found.error());
        query.kind = *found;
    }
    if (options.by) return listGroups(session, query, *options.by);
    if (!options.in.empty()) {
        const auto group = exceptionGroupOf(options.in);
        if (!group) return refuseUsage(session, group.error());
        query.group = group->exception;
        query.grouping = group->grouping;
    }
    const auto page = openBackend(session)->exceptions(query);
    if (!page) return refuse(session, page.error());
    if (session.isJson)
        printJson(session, toJson(*page));
    else
        printPage(session, query, *page);
    return exitDone;
}

} // namespace milepost
