// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/argument_text.h"
#include "app/ctl/commands.h"
#include "app/ctl/json_values.h"
#include "app/ctl/table.h"
#include "app/demo/user.h"
#include "backend/service/backend.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <charconv>
#include <functional>
#include <ostream>

namespace milepost {
namespace {

using Json = nlohmann::ordered_json;

/// A whole number as such.
Json valueJson(const std::string& value)
{
    std::int64_t number = 0;
    const char* end = value.data() + value.size();
    const auto [last, failure] = std::from_chars(value.data(), end, number);
    if (failure == std::errc() && last == end) return number;
    return textJson(value);
}

Json rowJson(const PolicyInUse& used)
{
    Json json{{"name", used.row.name}};
    for (const PolicyValue& value : used.row.values)
        json[value.field] = valueJson(value.value);
    json["places"] = Json::array();
    for (const PolicyPlace& place : used.places)
        json["places"].push_back({{"process", place.process},
                                  {"step", place.step},
                                  {"capability", textJson(place.capability)},
                                  {"team", textJson(place.team)}});
    json["openExceptions"] = used.openExceptions;
    return json;
}

Json differencesJson(const std::vector<PolicyDifference>& differences)
{
    Json json = Json::array();
    for (const PolicyDifference& difference : differences)
        json.push_back({{"row", difference.row},
                        {"field", difference.field},
                        {"before", valueJson(difference.before)},
                        {"after", valueJson(difference.after)}});
    return json;
}

std::string byWhom(const std::string& actor)
{
    return actor.empty() ? "the program" : actor;
}

std::string stepsText(const PolicyInUse& used)
{
    std::string steps;
    for (const PolicyPlace& place : used.places)
        steps += (steps.empty() ? "" : ", ") + place.step;
    return steps;
}

void printPolicies(Session& session, const PoliciesView& view)
{
    Table policies({{"policy"},
                    {"class"},
                    {"tries", true},
                    {"back-off"},
                    {"deadline", true},
                    {"recover within", true},
                    {"unknown"},
                    {"owner"},
                    {"open", true},
                    {"acts at"}});
    Table objectives({{"event type"}, {"recover within", true}, {"owner"}, {"open", true}});
    for (const PolicyInUse& used : view.rows) {
        const PolicyRow& row = used.row;
        const std::string open = std::to_string(used.openExceptions);
        if (isObjective(row.name))
            objectives.add({row.name, row.value("recoverWithin"), row.value("owner"), open});
        else
            policies.add({row.name, row.value("criticality"), row.value("maxTries"),
                          row.value("baseDelay") + " to " + row.value("maxDelay"), row.value("deadline"),
                          row.value("recoverWithin"), row.value("unknown"), row.value("owner"), open,
                          stepsText(used)});
    }
    policies.print(session.out, session.hasColour);
    if (objectives.isEmpty()) return;
    session.out << '\n';
    objectives.print(session.out, session.hasColour);
}

int list(Session& session)
{
    const auto view = openBackend(session)->policies();
    if (!view) return refuse(session, view.error());
    if (!session.isJson) {
        printPolicies(session, *view);
        return exitDone;
    }
    Json policies = Json::array();
    Json objectives = Json::array();
    for (const PolicyInUse& used : view->rows)
        (isObjective(used.row.name) ? objectives : policies).push_back(rowJson(used));
    printJson(session, {{"version", view->version},
                        {"at", timeJson(view->at)},
                        {"actor", textJson(view->actor)},
                        {"reason", textJson(view->reason)},
                        {"policies", std::move(policies)},
                        {"objectives", std::move(objectives)}});
    return exitDone;
}

int show(Session& session, const std::string& name)
{
    const auto view = openBackend(session)->policies();
    if (!view) return refuse(session, view.error());
    const auto used =
        std::ranges::find_if(view->rows, [&](const PolicyInUse& one) { return one.row.name == name; });
    if (used == view->rows.end())
        return refuse(session, {.message = "there is no policy '" + name + "'; see policies list"});
    if (session.isJson) {
        Json json = rowJson(*used);
        json["version"] = view->version;
        printJson(session, json);
        return exitDone;
    }
    Table table({{"field"}, {"value"}});
    for (const PolicyValue& value : used->row.values)
        table.add({value.field, value.value});
    table.add({"acts at", stepsText(*used)});
    table.add({"open exceptions", std::to_string(used->openExceptions)});
    table.print(session.out, session.hasColour);
    return exitDone;
}

void printDifferences(Session& session, const std::vector<PolicyDifference>& differences)
{
    Table table({{"policy"}, {"field"}, {"before"}, {"after"}});
    for (const PolicyDifference& difference : differences)
        table.add({difference.row, difference.field, difference.before, difference.after});
    table.print(session.out, session.hasColour);
}

int sayProposal(Session& session, const PolicyProposal& proposal, bool isSaved)
{
    if (session.isJson) {
        Json problems = Json::array();
        for (const PolicyProblem& problem : proposal.problems)
            problems.push_back(
                {{"row", problem.row}, {"field", textJson(problem.field)}, {"message", problem.message}});
        printJson(session, {{"saved", isSaved},
                            {"version", proposal.version},
                            {"differences", differencesJson(proposal.differences)},
                            {"problems", std::move(problems)}});
    } else {
        printDifferences(session, proposal.differences);
        if (isSaved) session.out << "saved as version " << proposal.version << '\n';
    }
    for (const PolicyProblem& problem : proposal.problems)
        session.err << "milepostctl: " << sentenceOf(problem) << '\n';
    return proposal.problems.empty() ? exitDone : exitRefused;
}

int change(Session& session, PolicyOrder order, bool isDryRun)
{
    order.actor = userName();
    const auto backend = openBackend(session);
    const auto proposal = isDryRun ? backend->proposePolicies(order) : backend->savePolicies(order);
    if (!proposal) return refuse(session, proposal.error());
    return sayProposal(session, *proposal, !isDryRun);
}

int set(Session& session, const PoliciesWords& options)
{
    PolicyOrder order{.base = options.base, .reason = options.reason};
    const std::string& row = options.words.front();
    for (auto word = options.words.begin() + 1; word != options.words.end(); ++word) {
        const auto equals = word->find('=');
        if (equals == std::string::npos || equals == 0)
            return refuseUsage(session, {.message = "'" + *word + "' is not FIELD=VALUE"});
        order.edits.push_back({row, word->substr(0, equals), word->substr(equals + 1)});
    }
    if (order.edits.empty()) return refuseUsage(session, {.message = "policies set needs FIELD=VALUE"});
    return change(session, std::move(order), options.isDryRun);
}

int restore(Session& session, const PoliciesWords& options)
{
    PolicyOrder order{.base = options.base, .reason = options.reason};
    const std::string& number = options.words.front();
    const char* end = number.data() + number.size();
    const auto [last, failure] = std::from_chars(number.data(), end, order.restore);
    if (failure != std::errc() || last != end || order.restore <= 0)
        return refuseUsage(session, {.message = "'" + number + "' is no version; see policies history"});
    return change(session, std::move(order), options.isDryRun);
}

int history(Session& session)
{
    const auto versions = openBackend(session)->policyVersions();
    if (!versions) return refuse(session, versions.error());
    if (session.isJson) {
        Json list = Json::array();
        for (const PolicyVersionView& version : *versions)
            list.push_back({{"version", version.number},
                            {"at", timeJson(version.at)},
                            {"actor", textJson(version.actor)},
                            {"reason", textJson(version.reason)},
                            {"live", version.isLive},
                            {"wentLive", version.wentLive},
                            {"differences", differencesJson(version.differences)}});
        printJson(session, {{"versions", std::move(list)}});
        return exitDone;
    }
    Table table({{"version", true}, {"when (UTC)"}, {"who"}, {"state"}, {"changed", true}, {"why"}});
    for (const PolicyVersionView& version : *versions)
        table.add({std::to_string(version.number), momentText(version.at), byWhom(version.actor),
                   version.isLive ? Cell("acts", Tint::Good) : Cell(version.wentLive ? "" : "waits"),
                   std::to_string(version.differences.size()), version.reason});
    table.print(session.out, session.hasColour);
    return exitDone;
}

} // namespace

int runPolicies(Session& session, const PoliciesWords& options)
{
    const std::string& verb = options.verb;
    if (verb.empty() || verb == "list") return list(session);
    if (verb == "history") return history(session);
    if (options.words.empty())
        return refuseUsage(session, {.message = verb == "restore" ? "policies restore needs a version"
                                                                  : "policies " + verb + " needs a name"});
    if (verb == "show") return show(session, options.words.front());
    if (!options.isDryRun && options.reason.empty())
        return refuseUsage(session, {.message = "say why, for the audit: --reason"});
    return verb == "set" ? set(session, options) : restore(session, options);
}

} // namespace milepost
