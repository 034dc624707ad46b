// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/domain/canonical_order.h"
#include "backend/domain/order.h"
#include "backend/store/store.h"

#include <list>
#include <memory>
#include <string>
#include <unordered_map>

namespace milepost {

/// An order in memory, with what the engine remembers of it between inputs.
struct LiveOrder {
    Order state{};
    std::shared_ptr<const CanonicalOrder> content{};
    std::uint32_t milestones = 0;
    bool isOpen = true;
    bool isWaitingForStock = true; ///< may be in the list of those; false: surely not
};

/// The orders in work, read from the store when they are needed and dropped when they have not been for long.
/// Engine thread.
class LiveOrders {
public:
    LiveOrders(Store& store, std::size_t maxOrders);

    /// Null: there is no such order. The pointer holds until the next trim() or forget().
    LiveOrder* find(OrderId id);
    LiveOrder& add(OrderId id, LiveOrder order);
    void forget(OrderId id);
    void clear();
    /// Drops what is closed and what has not been used for longest. Call when nothing is uncommitted.
    void trim();

private:
    struct Slot {
        LiveOrder order;
        std::list<std::int64_t>::iterator place;
    };

    Store& m_store;
    std::size_t m_maxOrders;
    std::unordered_map<std::int64_t, Slot> m_slots;
    std::list<std::int64_t> m_byUse; // newest first
};

} // namespace milepost
