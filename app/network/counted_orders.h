// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/network/network_parts.h"

#include <optional>
#include <string>

namespace milepost::network {

/// What a channel itself knows to have sent, and when: also what got lost on its way.
class CountedOrders {
public:
    CountedOrders(NetworkParts& parts, std::string channel);

    /// Notes an order; again: no change.
    void note(const std::string& ref, const std::string& customer, Millis at);
    /// Sent from `from` on and before `to`, by that customer or (empty) by all.
    std::int64_t between(Millis from, Millis to, const std::string& customer = {});

private:
    NetworkParts& m_parts;
    std::string m_channel;
};

} // namespace milepost::network
