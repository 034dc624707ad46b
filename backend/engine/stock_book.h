// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/domain/fact.h"
#include "backend/domain/landscape.h"
#include "backend/store/batch.h"

#include <map>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

namespace milepost {

/// What nodes last reported, less what we have promised since. Engine thread.
class StockBook final : public StockView {
public:
    bool isKnown(std::string_view node, std::string_view sku) const override;
    std::int64_t availableMicro(std::string_view node, std::string_view sku) const override;
    Timestamp reportedAt(std::string_view node, std::string_view sku) const override;

    /// What open orders hold there now.
    std::int64_t reservedMicro(std::string_view node, std::string_view sku) const;
    /// What has left since the node reported, as far as we were told.
    std::int64_t shippedMicro(std::string_view node, std::string_view sku) const;

    /// Takes a report over; an older one than the last is ignored (false).
    bool report(const StockRow& row);
    /// Books what an order holds at its nodes now, in place of what it held before.
    void hold(const Order& order);
    /// Books what left a node by this fact.
    void follow(const Order& order, const FactBody& fact);
    /// Books all that an order that was loaded holds and has shipped.
    void restore(const Order& order);
    void clear();

private:
    struct Figure {
        std::int64_t onHand = 0;
        Timestamp asOf{};
        bool isReported = false;
        std::int64_t reserved = 0;
        std::vector<std::pair<Timestamp, std::int64_t>> shipped{}; // not in the report yet

        std::int64_t shippedSince() const;
    };

    struct Reservation {
        Figure* figure = nullptr;
        std::int64_t micro = 0;
    };

    const Figure* find(std::string_view node, std::string_view sku) const;
    Figure* figureOf(const Order& order, const Fulfillment& fulfillment, int lineNo);
    void ship(const Order& order, int fulfillment, int lineNo, Timestamp at, std::int64_t micro);

    std::unordered_map<std::string, Figure> m_figures; // by node and sku; its elements stay where they are
    std::unordered_map<std::int64_t, std::vector<Reservation>> m_reservations; // by order
    std::map<std::string, Timestamp, std::less<>> m_lastReports;               // by node
};

} // namespace milepost
