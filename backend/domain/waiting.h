// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/core/clock.h"

#include <optional>
#include <string>
#include <string_view>

namespace milepost {

/// What an order waits for, the most pressing kind first.
enum class WaitKind {
    Person,          ///< an exception that nobody has dealt with: detail is its cause
    Held,            ///< a hold: detail is its kind
    System,          ///< the system it would call is parked or paused
    Stock,           ///< units are backordered or find no node that has them: detail is the sku
    Retry,           ///< a call is tried again at `until`
    Answer,          ///< a call is under way
    Acknowledgement, ///< a document was handed over, the partner has to say that it took it
    CutOff,          ///< the node's next working time
    Shipment,        ///< released: the node has to say that it shipped
    Delivery,        ///< shipped: the carrier has to say that it delivered
    Turn,            ///< nothing: its next step begins as soon as there is a place
    Nothing,         ///< the order is finished
};

std::string_view toKey(WaitKind kind);

/// Why an order does not go on at this moment.
struct Waiting {
    WaitKind kind = WaitKind::Nothing;
    std::string step{};   ///< of the process; may be empty
    std::string system{}; ///< who is waited for; may be empty
    std::string detail{};
    std::optional<Timestamp> until{}; ///< when it goes on, or should have been told
};

} // namespace milepost
