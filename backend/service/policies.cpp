// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/service/policies.h"

#include "backend/contracts/policy_file.h"
#include "backend/contracts/process_file.h"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

namespace milepost {
namespace {

constexpr std::string_view kind = "policies";
constexpr std::size_t leastReason = 3; ///< bytes, as everywhere

/// One set of policies, as its text and compiled.
struct NamedSet {
    std::string name{};
    std::string body{};
    PolicySet policies{};
};

Error about(const std::string& name, Error error)
{
    error.message = "policies " + name + ": " + error.message;
    return error;
}

template <typename Source>
Result<std::vector<NamedSet>> liveSets(Source& store)
{
    std::vector<NamedSet> sets;
    for (DefinitionRow& row : store.definitions(kind)) {
        if (!row.isLive) continue;
        auto policies = parsePolicies(row.body);
        if (!policies) return about(row.name, policies.error());
        sets.push_back({std::move(row.name), std::move(row.body), *std::move(policies)});
    }
    return sets;
}

PolicySet joined(const std::vector<NamedSet>& sets)
{
    std::vector<Policy> rows;
    std::vector<RecoveryObjective> objectives;
    for (const NamedSet& set : sets) {
        std::ranges::copy(set.policies.rows(), std::back_inserter(rows));
        std::ranges::copy(set.policies.objectives(), std::back_inserter(objectives));
    }
    return PolicySet(std::move(rows), std::move(objectives));
}

Result<std::vector<Process>> liveProcesses(StoreReader& reader)
{
    std::vector<Process> processes;
    for (const DefinitionRow& row : reader.definitions("process")) {
        if (!row.isLive) continue;
        auto process = parseProcess(row.body, row.id);
        if (!process) return process.error();
        processes.push_back(*std::move(process));
    }
    return processes;
}

/// The newest that acts; its number is 0 where none was recorded (a store that nobody has opened for writing
/// since versions are kept).
DefinitionVersion liveVersion(StoreReader& reader)
{
    DefinitionVersion live;
    for (DefinitionVersion& version : reader.versions(kind))
        if (version.wentLive) live = std::move(version);
    return live;
}

const NamedSet* setWith(const std::vector<NamedSet>& sets, const std::string& row)
{
    for (const NamedSet& set : sets)
        for (const PolicyRow& known : rowsOf(set.policies))
            if (known.name == row) return &set;
    return sets.empty() ? nullptr : &sets.front();
}

/// The sets as an order would have them.
struct Draft {
    std::vector<NamedSet> sets{};
    std::set<std::string> changed{}; ///< by name
    std::vector<PolicyProblem> problems{};
};

Draft drafted(const std::vector<NamedSet>& sets, const std::vector<PolicyEdit>& edits)
{
    Draft draft{.sets = sets};
    std::map<std::string, std::vector<PolicyEdit>> bySet;
    for (const PolicyEdit& edit : edits)
        if (const NamedSet* set = setWith(sets, edit.row)) bySet[set->name].push_back(edit);
    for (NamedSet& set : draft.sets) {
        PolicyDraft text = draftOf(set.body, bySet[set.name]);
        std::ranges::move(text.problems, std::back_inserter(draft.problems));
        if (text.policies.rows() == set.policies.rows() &&
            text.policies.objectives() == set.policies.objectives())
            continue;
        draft.changed.insert(set.name);
        set.body = std::move(text.text);
        set.policies = std::move(text.policies);
    }
    return draft;
}

Result<Draft> restored(StoreReader& reader, const std::vector<NamedSet>& sets, std::int64_t number)
{
    const auto versions = reader.versions(kind);
    const auto wanted = std::ranges::find(versions, number, &DefinitionVersion::number);
    if (wanted == versions.end())
        return Error{.kind = ErrorKind::NotFound,
                     .message = "there is no version " + std::to_string(number) + " of the policies"};
    Draft draft{.sets = sets};
    const auto set = std::ranges::find(draft.sets, wanted->name, &NamedSet::name);
    auto policies = parsePolicies(wanted->body);
    if (!policies) return about(wanted->name, policies.error());
    if (set == draft.sets.end() || set->body == wanted->body) return draft;
    draft.changed.insert(wanted->name);
    set->body = wanted->body;
    set->policies = *std::move(policies);
    return draft;
}

/// An objective of a step that no process has would never act.
void checkSteps(Draft& draft, const PolicySet& before, const std::vector<Process>& processes)
{
    const PolicySet after = joined(draft.sets);
    for (const RecoveryObjective& row : after.objectives()) {
        if (row.step.empty() || std::ranges::count(before.objectives(), row) > 0) continue;
        const bool isKnown = std::ranges::any_of(
            processes, [&](const Process& process) { return stepIndex(process, row.step) >= 0; });
        if (!isKnown)
            draft.problems.push_back({nameOf(row), "step", "no process has a step '" + row.step + "'"});
    }
}

Result<Draft> draftFor(StoreReader& reader, const std::vector<NamedSet>& sets, const PolicyOrder& order)
{
    auto draft =
        order.restore > 0 ? restored(reader, sets, order.restore) : Result<Draft>(drafted(sets, order.edits));
    if (!draft) return draft;
    const auto processes = liveProcesses(reader);
    if (!processes) return processes.error();
    checkSteps(*draft, joined(sets), *processes);
    return draft;
}

Status checkSaving(const PolicyOrder& order, const DefinitionVersion& live, const Draft& draft)
{
    if (order.base > 0 && order.base != live.number)
        return Error{.kind = ErrorKind::Conflict,
                     .message = "the policies were changed meanwhile: version " +
                                std::to_string(live.number) + " by " +
                                (live.actor.empty() ? "the program" : live.actor) + " (" + live.reason +
                                "); look at it and say again what you want"};
    if (!draft.problems.empty()) {
        const PolicyProblem& first = draft.problems.front();
        return Error{.kind = ErrorKind::InvalidInput, .message = sentenceOf(first)};
    }
    if (order.reason.size() < leastReason)
        return Error{.kind = ErrorKind::InvalidInput, .message = "a change of policies needs a reason"};
    if (draft.changed.empty())
        return Error{.kind = ErrorKind::InvalidInput, .message = "nothing about the policies would change"};
    return Done{};
}

/// One audit row for each row of the policies, with the fields that differ.
std::vector<AuditRow> auditOf(const std::vector<PolicyDifference>& differences, const AuditRow& common)
{
    std::vector<AuditRow> rows;
    std::string last;
    for (const PolicyDifference& difference : differences) {
        if (rows.empty() || difference.row != last) {
            rows.push_back(common);
            rows.back().target = "policy " + difference.row;
            last = difference.row;
        }
        const auto say = [&](std::string& words, const std::string& value) {
            words += (words.empty() ? "" : ", ") + difference.field + " " + (value.empty() ? "-" : value);
        };
        say(rows.back().before, difference.before);
        say(rows.back().after, difference.after);
    }
    return rows;
}

/// How many open exceptions each row gave their due time: by the row's name.
std::map<std::string, std::int64_t> openByRow(StoreReader& reader, const PolicySet& policies,
                                              const std::vector<Process>& processes, std::string_view process)
{
    const auto ofOrders = std::ranges::find(processes, process, &Process::name);
    std::map<std::string, std::int64_t> open;
    for (const ExceptionGroupRow& group : reader.exceptionGroups({}, ExceptionGrouping::Cause)) {
        ExceptionClass event = ExceptionClass::Internal;
        if (!fromKey(group.key.kind, event)) continue;
        const int step = ofOrders == processes.end() ? -1 : stepIndex(*ofOrders, group.key.step);
        const std::string policy =
            step < 0 ? "normal" : ofOrders->steps[static_cast<std::size_t>(step)].policy;
        const RecoveryObjective* objective = policies.objectiveOf(event, group.key.step);
        open[objective != nullptr ? nameOf(*objective) : policies.find(policy).name] += group.count;
    }
    return open;
}

std::vector<PolicyPlace> placesOf(const PolicyRow& row, const PolicySet& policies,
                                  const std::vector<Process>& processes)
{
    const auto slash = row.name.find('/');
    const bool isOfEvent = isObjective(row.name);
    std::vector<PolicyPlace> places;
    for (const Process& process : processes) {
        for (const Step& step : process.steps) {
            const bool isMeant = isOfEvent
                                     ? slash != std::string::npos && row.name.substr(slash + 1) == step.name
                                     : policies.find(step.policy).name == row.name;
            if (isMeant) places.push_back({process.name, step.name, step.capability, step.team});
        }
    }
    return places;
}

std::vector<std::string> stepNames(const std::vector<Process>& processes)
{
    std::vector<std::string> names;
    for (const Process& process : processes)
        for (const Step& step : process.steps)
            if (std::ranges::find(names, step.name) == names.end()) names.push_back(step.name);
    return names;
}

} // namespace

Result<PoliciesView> readPolicies(StoreReader& reader, std::string_view process)
{
    const auto sets = liveSets(reader);
    if (!sets) return sets.error();
    const auto processes = liveProcesses(reader);
    if (!processes) return processes.error();
    const PolicySet policies = joined(*sets);
    const DefinitionVersion live = liveVersion(reader);
    const auto open = openByRow(reader, policies, *processes, process);
    PoliciesView view{.version = live.number,
                      .at = live.at,
                      .actor = live.actor,
                      .reason = live.reason,
                      .steps = stepNames(*processes)};
    for (PolicyRow& row : rowsOf(policies)) {
        PolicyInUse& used = view.rows.emplace_back();
        used.places = placesOf(row, policies, *processes);
        const auto count = open.find(row.name);
        used.openExceptions = count == open.end() ? 0 : count->second;
        used.row = std::move(row);
    }
    return view;
}

Result<PolicyProposal> proposePolicies(StoreReader& reader, const PolicyOrder& order)
{
    const auto sets = liveSets(reader);
    if (!sets) return sets.error();
    auto draft = draftFor(reader, *sets, order);
    if (!draft) return draft.error();
    return PolicyProposal{.version = liveVersion(reader).number,
                          .differences = differencesOf(joined(*sets), joined(draft->sets)),
                          .problems = std::move(draft->problems)};
}

Result<std::vector<PolicyVersionView>> readPolicyVersions(StoreReader& reader)
{
    std::map<std::string, PolicySet> acting; // by the set's name
    std::vector<PolicyVersionView> views;
    for (const DefinitionVersion& version : reader.versions(kind)) {
        const auto policies = parsePolicies(version.body);
        if (!policies) return about(version.name, policies.error());
        const auto before = acting.find(version.name);
        PolicyVersionView& view = views.emplace_back(PolicyVersionView{.number = version.number,
                                                                       .at = version.at,
                                                                       .actor = version.actor,
                                                                       .reason = version.reason,
                                                                       .wentLive = version.wentLive});
        if (before != acting.end()) view.differences = differencesOf(before->second, *policies);
        if (version.wentLive) acting.insert_or_assign(version.name, *policies);
    }
    std::ranges::reverse(views);
    const auto live = std::ranges::find(views, true, &PolicyVersionView::wentLive);
    if (live != views.end()) live->isLive = true;
    return views;
}

Result<SavedPolicies> writePolicies(Store& store, StoreReader& reader, const PolicyOrder& order,
                                    Timestamp now)
{
    const auto sets = liveSets(reader);
    if (!sets) return sets.error();
    const auto draft = draftFor(reader, *sets, order);
    if (!draft) return draft.error();
    if (const Status fine = checkSaving(order, liveVersion(reader), *draft); !fine) return fine.error();
    SavedPolicies saved{.policies = joined(draft->sets)};
    saved.saved.differences = differencesOf(joined(*sets), saved.policies);
    Change change;
    for (const NamedSet& set : draft->sets)
        if (draft->changed.contains(set.name))
            change.definitions.push_back({.kind = std::string(kind),
                                          .name = set.name,
                                          .body = set.body,
                                          .at = now,
                                          .actor = order.actor,
                                          .reason = order.reason});
    change.audit =
        auditOf(saved.saved.differences, {.at = now,
                                          .actor = order.actor,
                                          .action = order.restore > 0 ? "restorePolicy" : "changePolicy",
                                          .reason = order.reason});
    store.commit(Batch{.changes = {std::move(change)}});
    saved.saved.version = liveVersion(reader).number;
    return saved;
}

Status takeShippedPolicies(Store& store, const std::string& name, const std::string& body, Timestamp now)
{
    const auto policies = parsePolicies(body);
    if (!policies) return about(name, policies.error());
    std::string lastShipped;
    for (const DefinitionVersion& version : store.versions(kind))
        if (version.name == name && version.actor.empty()) lastShipped = version.body;
    if (lastShipped == body) return Done{};
    const auto sets = liveSets(store);
    if (!sets) return sets.error();
    const auto acting = std::ranges::find(*sets, name, &NamedSet::name);
    const bool isFollowed = lastShipped.empty() || acting == sets->end() || acting->body == lastShipped;
    Change change;
    change.definitions.push_back({.kind = std::string(kind),
                                  .name = name,
                                  .body = body,
                                  .at = now,
                                  .reason = "came with the program",
                                  .goesLive = isFollowed});
    if (isFollowed && acting != sets->end())
        change.audit = auditOf(
            differencesOf(acting->policies, *policies),
            {.at = now, .actor = "milepost", .action = "changePolicy", .reason = "came with the program"});
    store.commit(Batch{.changes = {std::move(change)}});
    return Done{};
}

} // namespace milepost
