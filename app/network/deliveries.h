// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/network/time_text.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace milepost::network {

struct DeliveryLine {
    int lineNo = 0;
    std::string sku;
    /// Asked for.
    std::int64_t quantity = 0;
    std::int64_t picked = 0;
    std::int64_t shipped = 0;
    /// Will never ship.
    std::int64_t missing = 0;
};

/// What a client orders a warehouse to send to one address.
struct Release {
    /// Name of the warehouse's system, and the node it runs.
    std::string system;
    std::string node;
    std::string id;
    std::string reference;
    std::string deliveryNo;
    std::string orderRef;
    /// RECEIVED, PICKED, PARTIAL, SHIPPED, CANCELLED
    std::string state;
    std::string missingReason;
    Millis createdAt = 0;
    std::vector<DeliveryLine> lines;
};

/// A carrier's promise to take one delivery.
struct Booking {
    std::string bookingNo;
    std::string reference;
    std::string deliveryNo;
    std::string orderRef;
    std::string carrier;
    std::string service;
};

/// Goods that left a warehouse.
struct Dispatch {
    std::string number;
    std::string tracking;
    Booking booking;
    Millis at = 0;
    bool isFinal = true;
    /// What left now, by line of the release.
    std::vector<DeliveryLine> lines;
};

/// What a customer sent back.
struct GoodsBack {
    std::string number;
    std::string tracking;
    std::string deliveryNo;
    std::string orderRef;
    std::string reason;
    Millis at = 0;
    std::string sku;
    std::int64_t quantity = 0;
};

} // namespace milepost::network
