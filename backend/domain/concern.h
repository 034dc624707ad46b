// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string_view>

namespace milepost {

/// What a supervisor watches for: states that are normal for a while and expensive when they last.
enum class Concern {
    WaitingForAllocation, ///< accepted, and units are open or backordered
    ShippedUnconfirmed,   ///< the shipment confirmation is overdue: released, its expectation has passed
    ShippedNotPosted,     ///< goods left a node and the ERP does not know it
    InvoiceBlocked,       ///< posted units are not invoiced and nothing will do it by itself
    PromiseBroken,        ///< the promised time has passed and units are not delivered
    OnHold,
    NeedsPerson, ///< has an open exception
};

inline constexpr int concernCount = 7;

/// "waitingForAllocation"
std::string_view toKey(Concern concern);
bool fromKey(std::string_view key, Concern& concern); ///< false for a name that no concern has

} // namespace milepost
