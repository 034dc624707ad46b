// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <queue>

#include "backend/core/clock.h"
#include "backend/core/ids.h"

#include <optional>
#include <unordered_map>
#include <vector>

namespace milepost {

/// When each order is to be looked at again. Engine thread.
class Timers {
public:
    void set(OrderId order, std::optional<Timestamp> due); ///< nothing: never
    std::vector<OrderId> takeDue(Timestamp now, std::size_t max);
    std::optional<Timestamp> next() const;
    void clear();

private:
    using Entry = std::pair<Timestamp, std::int64_t>;

    void dropStale() const;

    mutable std::priority_queue<Entry, std::vector<Entry>, std::greater<>> m_heap;
    std::unordered_map<std::int64_t, Timestamp> m_due;
};

} // namespace milepost
