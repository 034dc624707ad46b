// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/domain/canonical_order.h"
#include "backend/domain/landscape.h"
#include "backend/domain/order.h"

#include <functional>
#include <optional>
#include <string_view>

/// Another item in the place of one that is missing. What may stand for what is master data (Landscape).
namespace milepost {

class Decision;

/// The cause of an exception by which a substitute is proposed to a person.
inline constexpr std::string_view substituteProposed = "substitute available";

/// What the customer lets us do about a line: the rule of the line, unless the order forbids it for all.
SubstitutionRule substitutionRule(const CanonicalOrder& content, int lineNo);

/// Units of a line and what would be sent in their place.
struct Replacement {
    Substitute substitute{};
    Quantity replaced{}; ///< of the line
    Quantity units{};    ///< of the substitute
};

/// How many units of an item could be planned now.
using UnitsThere = std::function<Quantity(const std::string& sku)>;

/// The first substitute of which enough is there, or (one for one) at least some; nothing: there is none. A
/// substitute is never substituted.
std::optional<Replacement> replacementFor(const Landscape& landscape, const OrderLine& line, Quantity missing,
                                          const UnitsThere& unitsThere);

/// A line of its own, at the price that was agreed on, takes the place of the units.
void substituteUnits(Decision& decision, int lineNo, const Replacement& replacement);
void proposeSubstitute(Decision& decision, int lineNo, const Replacement& replacement);

} // namespace milepost
