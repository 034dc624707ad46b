// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/domain/policy.h"

#include <algorithm>
#include <array>
#include <utility>

namespace milepost {
namespace {

constexpr std::array<std::pair<Criticality, std::string_view>, 4> criticalities{
    {{Criticality::Critical, "critical"},
     {Criticality::High, "high"},
     {Criticality::Normal, "normal"},
     {Criticality::Low, "low"}}};
constexpr std::array<std::pair<UnknownRule, std::string_view>, 2> unknownRules{
    {{UnknownRule::AtMostOnce, "atMostOnce"}, {UnknownRule::AtLeastOnce, "atLeastOnce"}}};

template <typename Names, typename Value>
std::string_view keyOf(const Names& names, Value value)
{
    const auto at = std::ranges::find(names, value, &Names::value_type::first);
    return at == names.end() ? std::string_view() : at->second;
}

template <typename Names, typename Value>
bool valueOf(const Names& names, std::string_view key, Value& value)
{
    const auto at = std::ranges::find(names, key, &Names::value_type::second);
    if (at != names.end()) value = at->first;
    return at != names.end();
}

} // namespace

std::string_view toKey(Criticality value)
{
    return keyOf(criticalities, value);
}

std::string_view toKey(UnknownRule value)
{
    return keyOf(unknownRules, value);
}

bool fromKey(std::string_view key, Criticality& value)
{
    return valueOf(criticalities, key, value);
}

bool fromKey(std::string_view key, UnknownRule& value)
{
    return valueOf(unknownRules, key, value);
}

PolicySet::PolicySet(std::vector<Policy> rows, std::vector<RecoveryObjective> objectives)
    : m_rows(std::move(rows))
    , m_objectives(std::move(objectives))
{
}

const RecoveryObjective* PolicySet::objectiveOf(ExceptionClass event, std::string_view step) const
{
    const RecoveryObjective* nearest = nullptr;
    for (const RecoveryObjective& row : m_objectives) {
        const bool isMeant = row.event == event && (row.step.empty() || row.step == step);
        if (isMeant && (nearest == nullptr || !row.step.empty())) nearest = &row;
    }
    return nearest;
}

Responsibility PolicySet::responsibility(ExceptionClass event, std::string_view step, const Policy& policy,
                                         std::string_view team) const
{
    Responsibility found{policy.recoverWithin, policy.owner.empty() ? std::string(team) : policy.owner};
    const RecoveryObjective* objective = objectiveOf(event, step);
    if (objective == nullptr) return found;
    found.recoverWithin = objective->recoverWithin;
    if (!objective->owner.empty()) found.owner = objective->owner;
    return found;
}

const Policy& PolicySet::find(std::string_view name) const
{
    for (const std::string_view wanted : {name, std::string_view("normal")}) {
        const auto at = std::ranges::find(m_rows, wanted, &Policy::name);
        if (at != m_rows.end()) return *at;
    }
    return m_default;
}

Duration retryDelay(const Policy& policy, int triesMade, double jitter)
{
    Duration bound = policy.baseDelay;
    for (int i = 1; i < triesMade && bound < policy.maxDelay; ++i)
        bound *= 2;
    bound = std::min(bound, policy.maxDelay);
    return Duration(static_cast<std::int64_t>(static_cast<double>(bound.count()) * jitter));
}

} // namespace milepost
