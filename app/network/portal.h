// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/network/order_channel.h"

namespace milepost::network {

/// The B2B portal.
class Portal : public OrderChannel {
public:
    Portal(NetworkParts& parts, Feeds& feeds);

    bool takesChangesOf(const CustomerOrder&) const override { return true; }

protected:
    nlohmann::json written(const CustomerOrder& order, Millis now) const override;
    nlohmann::json countWritten(std::int64_t count, Millis from, Millis to) const override;
    std::string failureBody(const Refusal& refusal) const override;
};

} // namespace milepost::network
