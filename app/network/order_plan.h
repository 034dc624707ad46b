// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/network/catalogue.h"
#include "app/network/network_parts.h"
#include "app/network/order_channel.h"

#include <map>
#include <string>

namespace milepost::network {

/// Which orders come when, what lies in the warehouses for them, and what is brought there later.
class OrderPlan {
public:
    OrderPlan(NetworkParts& parts, const Catalogue& catalogue);

    void setSource(const std::string& channel, OrderSource& source) { m_sources[channel] = &source; }

    /// Plans the first orders and fills the warehouses for them. Once in the life of the books.
    void plan(std::int64_t orders);
    /// Puts what is planned into the schedule, from now on. Again: no change.
    void start();
    /// More orders, from now on; goods for them arrive at once.
    void addOrders(std::int64_t orders);
    bool isStarted() { return m_parts.books.meta("started") == "1"; }
    /// Planned and not in the schedule yet.
    std::int64_t waiting();

private:
    using Demand = std::map<std::string, std::int64_t>;

    Demand noteOrders(std::int64_t first, std::int64_t count);
    void fillWarehouses(const Demand& demand);
    void scheduleOrders(std::int64_t first, std::int64_t count);
    void scheduleReplenishments();
    void forceRareFaults();
    void planChange(const CustomerOrder& order);
    Kept changeDue(const Appointment& appointment);
    Kept emitDue(const Appointment& appointment);
    Kept replenishDue(const Appointment& appointment);

    NetworkParts& m_parts;
    const Catalogue& m_catalogue;
    std::map<std::string, OrderSource*> m_sources;
};

} // namespace milepost::network
