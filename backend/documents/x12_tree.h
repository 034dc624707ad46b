// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/core/result.h"
#include "backend/documents/x12_reader.h"

#include <nlohmann/json_fwd.hpp>

#include <string>
#include <vector>

namespace milepost {

/// The tree of a set as docs/documents.md describes it: segments nested by the loops of its type, derived
/// keys (ids, refs, dates, parties, stores, …) beside them. Precondition: the set has segments and no
/// rejection.
nlohmann::json x12Tree(const X12Set& set);

/// Whether an 850 or 860 can be an order at all: BEG with a number, lines with items, quantities > 0, decimal
/// prices, splits over stores that add up. The error names rule and segment. `warnings` gets what is
/// tolerated. Trees of other types pass.
Status checkOrderSet(const nlohmann::json& tree, std::vector<std::string>& warnings);

} // namespace milepost
