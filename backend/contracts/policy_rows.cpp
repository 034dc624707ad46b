// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/contracts/policy_rows.h"

#include "backend/contracts/duration_text.h"

#include <algorithm>

namespace milepost {
namespace {

PolicyRow rowOf(const Policy& policy)
{
    return {.name = policy.name,
            .values = {{"criticality", std::string(toKey(policy.criticality))},
                       {"maxTries", std::to_string(policy.maxTries)},
                       {"maxUndoTries", std::to_string(policy.maxUndoTries)},
                       {"baseDelay", durationWord(policy.baseDelay)},
                       {"maxDelay", durationWord(policy.maxDelay)},
                       {"deadline", durationWord(policy.deadline)},
                       {"breakerFailures", std::to_string(policy.breakerFailures)},
                       {"probeAfter", durationWord(policy.probeAfter)},
                       {"recoverWithin", durationWord(policy.recoverWithin)},
                       {"unknown", std::string(toKey(policy.unknown))},
                       {"owner", policy.owner}}};
}

PolicyRow rowOf(const RecoveryObjective& objective)
{
    return {.name = nameOf(objective),
            .values = {{"recoverWithin", durationWord(objective.recoverWithin)}, {"owner", objective.owner}}};
}

const PolicyRow* find(const std::vector<PolicyRow>& rows, std::string_view name)
{
    const auto at = std::ranges::find(rows, name, &PolicyRow::name);
    return at == rows.end() ? nullptr : &*at;
}

/// The fields of `row` against those of `other` (null: there is no such row), which comes before or after it.
void compare(std::vector<PolicyDifference>& found, const PolicyRow& row, const PolicyRow* other, bool isAfter)
{
    for (const PolicyValue& value : row.values) {
        const std::string others = other == nullptr ? std::string() : other->value(value.field);
        if (others == value.value) continue;
        found.push_back(
            {row.name, value.field, isAfter ? others : value.value, isAfter ? value.value : others});
    }
}

} // namespace

std::string eventWords()
{
    std::string words;
    for (int i = 0; i <= static_cast<int>(ExceptionClass::Internal); ++i)
        words.append(i == 0 ? "" : ", ").append(toKey(static_cast<ExceptionClass>(i)));
    return words;
}

std::string PolicyRow::value(std::string_view field) const
{
    const auto at = std::ranges::find(values, field, &PolicyValue::field);
    return at == values.end() ? std::string() : at->value;
}

std::string nameOf(const RecoveryObjective& objective)
{
    std::string name = std::string(eventMark).append(toKey(objective.event));
    return objective.step.empty() ? name : name + "/" + objective.step;
}

std::vector<PolicyRow> rowsOf(const PolicySet& policies)
{
    std::vector<PolicyRow> rows;
    for (const Policy& policy : policies.rows())
        rows.push_back(rowOf(policy));
    for (const RecoveryObjective& objective : policies.objectives())
        rows.push_back(rowOf(objective));
    return rows;
}

std::vector<PolicyDifference> differencesOf(const PolicySet& before, const PolicySet& after)
{
    std::vector<PolicyDifference> found;
    const std::vector<PolicyRow> old = rowsOf(before);
    const std::vector<PolicyRow> changed = rowsOf(after);
    for (const PolicyRow& row : changed)
        compare(found, row, find(old, row.name), true);
    for (const PolicyRow& row : old)
        if (find(changed, row.name) == nullptr) compare(found, row, nullptr, false);
    return found;
}

} // namespace milepost
