// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/contracts/policy_rows.h"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace milepost {

/// One field of one row as it shall be. Of a policy, an empty value takes the field out, so that its default
/// holds. Of a recovery objective, an empty recoverWithin takes the row out; a row that is not there is made.
struct PolicyEdit {
    std::string row{};
    std::string field{};
    std::string value{};
};

/// Why an edit cannot be.
struct PolicyProblem {
    std::string row{};
    std::string field{};   ///< empty: about the row
    std::string message{}; ///< without both: "must be longer than nothing"
};

/// "critical, maxTries: must be a whole number from 1 to 1000".
std::string sentenceOf(const PolicyProblem& problem);

/// A text of policies with edits worked in.
struct PolicyDraft {
    std::string text{};
    PolicySet policies{};
    std::vector<PolicyProblem> problems{}; ///< each of an edit that is left out of the text
};

/// `text` is one that parsePolicies() takes. Its words about itself and the order of its rows are kept.
PolicyDraft draftOf(std::string_view text, std::span<const PolicyEdit> edits);

} // namespace milepost
