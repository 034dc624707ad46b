// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/contracts/policy_file.h"

#include "backend/contracts/definition_reader.h"
#include "backend/contracts/policy_rows.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace milepost {
namespace {

using nlohmann::json;

constexpr int mostTries = 1'000;

template <typename Value>
Value keyed(const DefinitionReader& reader, std::string_view key, Value value, const char* words)
{
    const std::string word = reader.textOr(key, toKey(value));
    if (!fromKey(word, value)) reader.fail(key, std::string("must be ") + words + ", not \"" + word + '"');
    return value;
}

/// A duration longer than nothing.
Duration someTime(const DefinitionReader& reader, std::string_view key, Duration fallback)
{
    const Duration duration = reader.durationOr(key, fallback);
    if (duration <= Duration(0)) reader.fail(key, "must be longer than nothing");
    return duration;
}

Policy readPolicy(const json& node, const std::string& place)
{
    const DefinitionReader reader(node, place,
                                  {"name", "criticality", "maxTries", "maxUndoTries", "baseDelay", "maxDelay",
                                   "deadline", "breakerFailures", "probeAfter", "recoverWithin", "unknown",
                                   "owner"});
    Policy policy{.name = reader.text("name")};
    policy.criticality = keyed(reader, "criticality", policy.criticality, "critical, high, normal or low");
    policy.maxTries = reader.numberOr("maxTries", policy.maxTries, 1, mostTries);
    policy.maxUndoTries = reader.numberOr("maxUndoTries", policy.maxUndoTries, 0, mostTries);
    policy.baseDelay = someTime(reader, "baseDelay", policy.baseDelay);
    policy.maxDelay = someTime(reader, "maxDelay", policy.maxDelay);
    if (policy.maxDelay < policy.baseDelay) reader.fail("maxDelay", "is shorter than baseDelay");
    policy.deadline = someTime(reader, "deadline", policy.deadline);
    policy.breakerFailures = reader.numberOr("breakerFailures", policy.breakerFailures, 1, mostTries);
    policy.probeAfter = someTime(reader, "probeAfter", policy.probeAfter);
    policy.recoverWithin = someTime(reader, "recoverWithin", policy.recoverWithin);
    policy.unknown = keyed(reader, "unknown", policy.unknown, "atMostOnce or atLeastOnce");
    policy.owner = reader.textOr("owner", {});
    return policy;
}

RecoveryObjective readObjective(const json& node, const std::string& place)
{
    const DefinitionReader reader(node, place, {"event", "step", "recoverWithin", "owner"});
    RecoveryObjective row{.step = reader.textOr("step", {}), .owner = reader.textOr("owner", {})};
    const std::string event = reader.text("event");
    if (!fromKey(event, row.event))
        reader.fail("event", "is no class of exceptions: \"" + event + "\"; there are " + eventWords());
    if (!reader.has("recoverWithin")) reader.fail("recoverWithin", "is missing");
    row.recoverWithin = someTime(reader, "recoverWithin", {});
    return row;
}

/// Says the row's name with what is wrong in it; a row without one is named by its place.
template <typename Read>
auto named(const json& node, const std::string& place, const std::string& name, const Read& read)
    -> decltype(read(node, place))
{
    try {
        return read(node, place);
    } catch (const DefinitionError& error) {
        const std::string field =
            error.place().size() > place.size() ? error.place().substr(place.size() + 1) : std::string();
        throw DefinitionError(error.place(), name + ": " + (field.empty() ? "" : field + " ") + error.what());
    }
}

/// As a text, where it is one.
std::string word(const json& node, const char* key)
{
    const auto at = node.is_object() ? node.find(key) : node.end();
    return at != node.end() && at->is_string() ? at->get<std::string>() : std::string();
}

std::vector<Policy> readPolicies(const DefinitionReader& reader)
{
    std::vector<Policy> rows;
    for (const json* node : reader.elements("policies")) {
        const std::string place = "/policies/" + std::to_string(rows.size());
        rows.push_back(named(*node, place, "policy " + word(*node, "name"), readPolicy));
        const auto same = [&](const Policy& policy) { return policy.name == rows.back().name; };
        if (std::ranges::count_if(rows, same) > 1)
            throw DefinitionError(place + "/name", "policy " + rows.back().name + ": name is used twice");
    }
    if (rows.empty()) reader.fail("policies", "is missing");
    return rows;
}

std::vector<RecoveryObjective> readObjectives(const DefinitionReader& reader)
{
    std::vector<RecoveryObjective> rows;
    for (const json* node : reader.elements("objectives")) {
        const std::string place = "/objectives/" + std::to_string(rows.size());
        const std::string step = word(*node, "step");
        const std::string name = word(*node, "event") + (step.empty() ? "" : "/" + step);
        rows.push_back(named(*node, place, std::string(eventMark) + name, readObjective));
        const auto same = [&](const RecoveryObjective& row) {
            return row.event == rows.back().event && row.step == rows.back().step;
        };
        if (std::ranges::count_if(rows, same) > 1)
            throw DefinitionError(place + "/event", std::string(eventMark) + name + ": is there twice");
    }
    return rows;
}

} // namespace

Result<PolicySet> parsePolicies(std::string_view text)
{
    try {
        const json node = parseDefinition(text);
        const DefinitionReader reader(node, "", {"about", "policies", "objectives"});
        std::vector<Policy> rows = readPolicies(reader);
        return PolicySet(std::move(rows), readObjectives(reader));
    } catch (const DefinitionError& error) {
        return error.toError();
    }
}

} // namespace milepost
