// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/argument_text.h"
#include "app/ctl/commands.h"
#include "app/ctl/interrupt.h"
#include "app/ctl/progress_line.h"
#include "app/ctl/table.h"
#include "app/ctl/terminal_text.h"
#include "app/ctl/view_json.h"
#include "backend/service/words.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <ostream>

namespace milepost {
namespace {

Tint tintOf(const std::string& state)
{
    if (state == "verified") return Tint::Good;
    if (state == "failed") return Tint::Bad;
    return state == "planned" ? Tint::None : Tint::Warn;
}

void printItems(Session& session, const std::vector<PlanItemView>& items)
{
    Table table({{"item", true}, {"order"}, {"exception", true}, {"state"}, {"detail"}});
    for (const PlanItemView& item : items)
        table.add({std::to_string(item.number), item.orderNo,
                   item.exception == 0 ? std::string() : std::to_string(item.exception),
                   Cell(item.state, tintOf(item.state)), item.detail});
    if (!table.isEmpty()) table.print(session.out, session.hasColour);
}

/// The difference that an edit makes, order by order.
void printChanges(Session& session, const std::vector<PlanItemView>& items)
{
    Table table({{"order"}, {"field"}, {"before"}, {"after"}});
    for (const PlanItemView& item : items) {
        for (const FieldChange& change : item.changes)
            table.add({item.orderNo, change.path, change.before, change.after});
    }
    if (!table.isEmpty()) table.print(session.out, session.hasColour);
}

/// Field by field where both are JSON; else both as they are.
void printDifference(Session& session, const std::string& orderNo, const BodyDifference& difference)
{
    session.out << harmless(orderNo) << ": " << difference.step << " at " << difference.system
                << (difference.isDone ? " was done and stays; today it would say something else\n"
                                      : " would say something else\n");
    const auto before = nlohmann::json::parse(difference.before, nullptr, false);
    const auto after = nlohmann::json::parse(difference.after, nullptr, false);
    if (!before.is_object() || !after.is_object()) {
        session.out << harmless(difference.before, true) << '\n' << harmless(difference.after, true) << '\n';
        return;
    }
    const nlohmann::json was = before.flatten();
    const nlohmann::json is = after.flatten();
    Table table({{"field"}, {"said"}, {"would say"}});
    nlohmann::json paths = was;
    paths.update(is);
    const auto word = [](const nlohmann::json& fields, const std::string& path) {
        const auto at = fields.find(path);
        return at == fields.end() ? std::string() : at->is_string() ? at->get<std::string>() : at->dump();
    };
    for (const auto& [path, value] : paths.items())
        if (!was.contains(path) || !is.contains(path) || was[path] != is[path])
            table.add({path, word(was, path), word(is, path)});
    table.print(session.out, session.hasColour);
}

/// The calls, each with its key, and what they would say otherwise.
void printCalls(Session& session, const PlanView& plan)
{
    const std::vector<PlanItemView>& items = plan.list;
    Table table({{"order"}, {"call"}, {"system"}, {"key"}, {"recognised if repeated"}});
    for (const PlanItemView& item : items) {
        for (const ForeseenCall& call : item.calls)
            table.add({item.orderNo, (call.isLookup ? "asks about " : "") + call.capability, call.system,
                       call.key, call.isLookup || call.hasKey ? Cell("yes") : Cell("no", Tint::Warn)});
    }
    if (!table.isEmpty()) table.print(session.out, session.hasColour);
    Table done({{"order"}, {"done, not made again"}, {"system"}, {"key"}});
    for (const PlanItemView& item : items)
        for (const ForeseenCall& call : item.suppressed)
            done.add({item.orderNo, call.capability, call.system, call.key});
    if (plan.callsSuppressed > 0) done.print(session.out, session.hasColour);
    for (const PlanItemView& item : items) {
        for (const BodyDifference& difference : item.differences)
            printDifference(session, item.orderNo, difference);
    }
}

std::string counted(int count, const char* one)
{
    return std::to_string(count) + ' ' + one + (count == 1 ? "" : "s");
}

void printPlan(Session& session, const PlanView& plan)
{
    printItems(session, plan.list);
    printChanges(session, plan.list);
    printCalls(session, plan);
    session.out << "Plan " << plan.planId << " (" << plan.action << ' ' << plan.selector
                << "): " << counted(plan.items, "item") << ", " << counted(plan.callsToMake, "call")
                << " to make (" << plan.callsWithoutKey
                << " that the partner would not recognise if repeated), " << plan.callsSuppressed
                << " suppressed, " << plan.differences << " done with other data. ";
    const bool isAnyPlanned =
        std::ranges::any_of(plan.list, [](const PlanItemView& item) { return item.state == "planned"; });
    if (isAnyPlanned)
        session.out << "Carry it out with: apply " << plan.planId << '\n';
    else
        session.out << "Nothing of it can be carried out.\n";
}

std::string sums(const OutcomeView& outcome)
{
    return counted(outcome.items, "item") + ": " + std::to_string(outcome.verified) + " verified, " +
           std::to_string(outcome.failed) + " failed, " + std::to_string(outcome.awaiting) + " awaiting, " +
           std::to_string(outcome.unverified) + " unverified, " + std::to_string(outcome.skipped) +
           " skipped";
}

Result<OutcomeView> carryOut(Session& session, const ApplyWords& options, const ApplyOrder& order)
{
    const Interrupt interrupt;
    const auto backend = openBackend(session);
    const auto started = backend->start({.network = networkFileOf(session, options.network)});
    if (!started) return started.error();
    ProgressLine line(session.err, session.hasLiveProgress);
    auto outcome =
        backend->apply(order, interrupt.token(), [&](const OutcomeView& now) { line.show(sums(now)); });
    backend->stop();
    return outcome;
}

} // namespace

int runPlan(Session& session, const PlanWords& options)
{
    if (const auto known = checkPlanWords(options.action, options.selector); !known)
        return refuseUsage(session, known.error());
    const auto edits = parseEdits(options.values);
    if (!edits) return refuseUsage(session, edits.error());
    const auto plan = openBackend(session)->plan({.action = options.action,
                                                  .selector = options.selector,
                                                  .kind = options.kind,
                                                  .actor = userName(),
                                                  .reason = options.reason,
                                                  .edits = *edits,
                                                  .detail = {.from = options.from,
                                                             .subject = options.subject,
                                                             .document = options.document,
                                                             .map = options.map}});
    if (!plan) return refuse(session, plan.error());
    if (session.isJson)
        printJson(session, toJson(*plan));
    else
        printPlan(session, *plan);
    return exitDone;
}

int runApply(Session& session, const ApplyWords& options)
{
    const auto rate = parseRate(options.rate);
    const auto ramp = parseDuration(options.ramp);
    const auto wait = parseDuration(options.wait);
    if (!rate)
        return refuseUsage(session, {.message = "--rate " + options.rate + " is no rate; use such as 20/s"});
    if (!ramp)
        return refuseUsage(session, {.message = "--ramp " + options.ramp + " is no time; use such as 30s"});
    if (!wait)
        return refuseUsage(session, {.message = "--wait " + options.wait + " is no time; use such as 120s"});
    const auto outcome = carryOut(
        session, options,
        {.planId = options.plan, .perSecond = *rate, .ramp = *ramp, .wait = *wait, .actor = userName()});
    if (!outcome) return refuse(session, outcome.error());
    if (session.isJson) {
        printJson(session, toJson(*outcome));
        return exitDone;
    }
    printItems(session, outcome->list);
    session.out << sums(*outcome) << '\n';
    return exitDone;
}

} // namespace milepost
