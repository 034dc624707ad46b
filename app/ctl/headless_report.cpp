// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/headless_report.h"

#include "app/ctl/status_table.h"
#include "app/ctl/view_json.h"

#include <nlohmann/json.hpp>

#include <cstdio>
#include <ostream>

namespace milepost {
namespace {

constexpr std::size_t maxFindings = 20; ///< shown to people; --json has them all

void printExceptions(Session& session, const std::vector<ExceptionGroup>& groups)
{
    session.out << '\n';
    if (groups.empty()) {
        session.out << "No exception is open.\n";
        return;
    }
    Table table({{"open exceptions", true}, {"class"}, {"system"}, {"step"}, {"cause"}});
    for (const ExceptionGroup& group : groups)
        table.add({std::to_string(group.count), group.kind ? std::string(toKey(*group.kind)) : std::string(),
                   group.system, group.step, group.cause});
    table.print(session.out, session.hasColour);
}

void printFindings(Session& session, const Agreement& agreement)
{
    Table table({{"order or reference"}, {"what"}, {"ours"}, {"theirs"}});
    std::size_t shown = 0;
    const auto add = [&](std::vector<Cell> cells) {
        if (shown++ < maxFindings) table.add(std::move(cells));
    };
    for (const Difference& one : agreement.differences)
        add({one.order, one.path, one.ours, one.truth});
    for (const auto* findings : {&agreement.repeated, &agreement.lost})
        for (const WorkFinding& one : *findings)
            add({one.reference, one.system + " " + one.capability, "", one.why});
    if (table.isEmpty()) return;
    session.out << '\n';
    table.print(session.out, session.hasColour);
    if (shown > maxFindings) session.out << "… and " << shown - maxFindings << " more; --json has them all\n";
}

void printProof(Session& session, const HeadlessReport& report)
{
    const Agreement& agreement = report.agreement;
    const auto zero = [](std::size_t count) {
        return Cell(std::to_string(count), count == 0 ? Tint::Good : Tint::Bad);
    };
    Table table({{"proof of agreement with the network's own books"}, {"result", true}});
    table.add({"orders emitted", std::to_string(agreement.ordersEmitted)});
    table.add({"orders compared",
               Cell(std::to_string(agreement.ordersCompared),
                    agreement.ordersCompared == agreement.ordersEmitted ? Tint::Good : Tint::Bad)});
    table.add({"differences", zero(agreement.differences.size())});
    table.add({"effects done twice", zero(agreement.repeated.size())});
    table.add({"effects lost", zero(agreement.lost.size())});
    table.add(
        {"store verified", Cell(report.verify.ok ? "yes" : "NO", report.verify.ok ? Tint::Good : Tint::Bad)});
    session.out << '\n';
    table.print(session.out, session.hasColour);
    printFindings(session, agreement);
    for (const CheckView& check : report.verify.checks)
        if (!check.ok) session.out << "verify " << check.name << ": " << check.detail << '\n';
}

void printFollowed(Session& session, const FollowFigures& figures)
{
    Table table({{"recommended actions"}, {"exceptions", true}});
    table.add({"looked at", std::to_string(figures.seen)});
    table.add({"dealt with as recommended", std::to_string(figures.byMachine)});
    table.add({"closed by themselves", std::to_string(figures.byThemselves)});
    table.add({"need what only a person knows", std::to_string(figures.byPerson)});
    for (const auto& [action, count] : figures.actions)
        table.add({"actions: " + action, std::to_string(count)});
    session.out << '\n';
    table.print(session.out, session.hasColour);
    char share[32];
    std::snprintf(share, sizeof share, "%.1f", 100.0 * figures.personShare());
    session.out << share << " % of the exceptions needed a person's knowledge.\n";
}

nlohmann::ordered_json followedJson(const FollowFigures& figures)
{
    return {{"seen", figures.seen},
            {"byMachine", figures.byMachine},
            {"byThemselves", figures.byThemselves},
            {"byPerson", figures.byPerson},
            {"personShare", figures.personShare()},
            {"actions", figures.actions}};
}

void printForPeople(Session& session, const HeadlessReport& report)
{
    printMilestones(session.out, report.status, session.hasColour);
    printExceptions(session, report.groups);
    if (report.followed) printFollowed(session, *report.followed);
    printProof(session, report);
    char time[32];
    std::snprintf(time, sizeof time, "%.1f", report.seconds);
    session.out << '\n' << "Took " << time << " s.\n";
}

} // namespace

Result<OurBooks> readOurBooks(Backend& backend)
{
    OurBooks books;
    OrderFilter filter{.limit = 500};
    do {
        const auto page = backend.orders(filter);
        if (!page) return page.error();
        for (const OrderRow& row : page->orders) {
            auto order = backend.order(row.orderNo);
            if (!order) return order.error();
            books.orders.push_back(*std::move(order));
        }
        filter.before = page->next;
    } while (filter.before.value != 0);
    auto exceptions = backend.exceptions({});
    if (!exceptions) return exceptions.error();
    books.exceptions = std::move(exceptions->exceptions);
    return books;
}

void printReport(Session& session, const HeadlessReport& report)
{
    if (!session.isJson) return printForPeople(session, report);
    printJson(session, {{"status", toJson(report.status)},
                        {"verify", toJson(report.verify)},
                        {"truth", nlohmann::ordered_json::parse(report.truth, nullptr, false)},
                        {"agreement", toJson(report.agreement)},
                        {"followed", report.followed ? followedJson(*report.followed) : nullptr},
                        {"idle", report.isIdle},
                        {"seconds", report.seconds}});
}

} // namespace milepost
