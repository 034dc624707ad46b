// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/core/clock.h"
#include "backend/domain/milestone.h"
#include "backend/domain/outlook.h"
#include "backend/service/catalogue.h"
#include "backend/store/reader.h"

#include <array>
#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

namespace milepost {

/// What lists and the overview ask about one open order.
struct OpenOrder {
    std::uint32_t milestones = 0;
    std::uint32_t concerns = 0; ///< those that do not come by time alone; see concernsAt()
    std::array<Quantity, milestoneCount> units{};
    Quantity ofUnits{}; ///< ordered - cancelled - substituted
    Timestamp receivedAt{};
    std::optional<Timestamp> promisedAt{}; ///< while units are undelivered
    std::optional<Timestamp> shipmentDueAt{};
    std::vector<std::string> nodes{};
    std::vector<std::string> systems{}; ///< it waits for
    std::vector<std::string> calls{};   ///< the system of each call that is to be made
    std::optional<Money> total{};
};

std::uint32_t concernsAt(const OpenOrder& order, Timestamp now);

/// All open orders of one store, kept current by what was decided since the last look. Any thread.
class OpenWork {
public:
    /// Reads what changed, then calls `visit(OrderId, const OpenOrder&)` for each.
    template <typename Visit>
    void each(StoreReader& reader, Visit visit)
    {
        const std::lock_guard lock(m_mutex);
        update(reader);
        for (const auto& [id, order] : m_orders)
            visit(id, order);
    }

    /// Forgets all: the store is another one.
    void clear();

private:
    void update(StoreReader& reader);
    void take(StoreReader& reader, const Catalogue& catalogue, OrderId id);
    void addTotals(StoreReader& reader, const std::vector<OrderId>& ids);

    std::mutex m_mutex;
    std::map<OrderId, OpenOrder> m_orders;
    std::optional<std::int64_t> m_lastFact; ///< nothing: never read
};

} // namespace milepost
