// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/row_changes.h"

#include <algorithm>

namespace milepost {
namespace {

using Ids = std::vector<OrderId>;

Ids sorted(Ids ids)
{
    std::ranges::sort(ids);
    return ids;
}

/// Rows of `ids` that `others` (sorted) lacks.
std::vector<RowRun> rowsNotIn(const Ids& ids, const Ids& others)
{
    std::vector<RowRun> runs;
    for (std::size_t row = 0; row < ids.size(); ++row) {
        if (std::ranges::binary_search(others, ids[row])) continue;
        if (!runs.empty() && runs.back().first + runs.back().count == row)
            ++runs.back().count;
        else
            runs.push_back({.first = row, .count = 1});
    }
    return runs;
}

Ids without(const Ids& ids, const std::vector<RowRun>& runs)
{
    Ids kept;
    kept.reserve(ids.size());
    std::size_t row = 0;
    for (const RowRun& run : runs) {
        kept.insert(kept.end(), ids.begin() + static_cast<std::ptrdiff_t>(row),
                    ids.begin() + static_cast<std::ptrdiff_t>(run.first));
        row = run.first + run.count;
    }
    kept.insert(kept.end(), ids.begin() + static_cast<std::ptrdiff_t>(row), ids.end());
    return kept;
}

} // namespace

std::optional<RowChanges> rowChanges(const Ids& before, const Ids& after, std::size_t maxRuns)
{
    if (before == after) return RowChanges{};
    RowChanges changes{.removed = rowsNotIn(before, sorted(after)),
                       .inserted = rowsNotIn(after, sorted(before))};
    if (changes.removed.size() + changes.inserted.size() > maxRuns) return std::nullopt;
    if (without(before, changes.removed) != without(after, changes.inserted)) return std::nullopt;
    return changes;
}

} // namespace milepost
