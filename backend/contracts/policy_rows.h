// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/domain/policy.h"

#include <string>
#include <string_view>
#include <vector>

namespace milepost {

/// What names of recovery objectives begin with: "event:absence", "event:absence/post".
inline constexpr std::string_view eventMark = "event:";

/// Whether a row of that name is a recovery objective; else it is a policy.
constexpr bool isObjective(std::string_view row)
{
    return row.starts_with(eventMark);
}

/// The classes of exceptions, as a sentence lists them.
std::string eventWords();

/// One field of a row in the words of its file: "maxTries" is "8", "baseDelay" is "10s".
struct PolicyValue {
    std::string field{};
    std::string value{};
    friend bool operator==(const PolicyValue&, const PolicyValue&) = default;
};

/// A policy, or the recovery objective of an event type, as people read and change it.
struct PolicyRow {
    std::string name{}; ///< "critical", "event:absence", "event:absence/post"
    std::vector<PolicyValue> values{};

    /// Empty for a field that it has not.
    std::string value(std::string_view field) const;
};

std::string nameOf(const RecoveryObjective& objective);

/// All rows, each with all its fields: what the text leaves out as it acts.
std::vector<PolicyRow> rowsOf(const PolicySet& policies);

/// One field of one row that differs. A row that is not there has empty values.
struct PolicyDifference {
    std::string row{};
    std::string field{};
    std::string before{};
    std::string after{};
    friend bool operator==(const PolicyDifference&, const PolicyDifference&) = default;
};

std::vector<PolicyDifference> differencesOf(const PolicySet& before, const PolicySet& after);

} // namespace milepost
