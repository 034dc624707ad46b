// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/core/result.h"

#include <span>
#include <string>
#include <string_view>

namespace milepost {

/// What becomes of a document in which a rule of the standard is broken.
enum class Leniency {
    Tolerated, ///< read with a warning that names the rule
    Rejected,  ///< not read; the Error names the rule and the place
};

/// One row of the leniency table; docs/leniency.md is the same table for people.
struct LeniencyRule {
    std::string_view id;
    Leniency leniency;
    std::string_view what; ///< what is found, and what is done then
};

/// All rules, in the order of the page. Values live as long as the program.
std::span<const LeniencyRule> leniencyRules();

/// The text of a warning: "se-count: SE01 says 11, the set has 12 segments (segment 12 SE, line 13)".
/// Precondition: `rule` is a tolerated one.
std::string leniencyWarning(std::string_view rule, std::string_view detail, std::string_view place);

/// The InvalidInput error of a rejection. Precondition: `rule` is a rejecting one.
Error leniencyRejection(std::string_view rule, std::string_view detail, std::string place);

} // namespace milepost
