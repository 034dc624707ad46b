// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/core/ids.h"

#include <cstddef>
#include <optional>
#include <vector>

namespace milepost {

/// Rows next to each other.
struct RowRun {
    std::size_t first = 0;
    std::size_t count = 0;
    friend bool operator==(const RowRun&, const RowRun&) = default;
};

/// How one list becomes another: first the removals, the last run first, then the insertions in their order.
struct RowChanges {
    std::vector<RowRun> removed{};  ///< rows of the old list, rising
    std::vector<RowRun> inserted{}; ///< rows of the new list, rising
};

/// The fewest runs that turn `before` into `after`; nothing when what stays has changed its order, or when
/// more than `maxRuns` would be needed (a reset is cheaper then). Each id occurs once in a list.
std::optional<RowChanges> rowChanges(const std::vector<OrderId>& before, const std::vector<OrderId>& after,
                                     std::size_t maxRuns);

} // namespace milepost
