// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/domain/fact.h"
#include "backend/domain/landscape.h"
#include "backend/store/batch.h"

#include <map>
#include <string>
#include <utility>
#include <vector>

namespace milepost {

/// What nodes last reported, less what we have promised since. Engine thread.
class StockBook final : public StockView {
public:
    bool isKnown(std::string_view node, std::string_view sku) const override;
    std::int64_t availableMicro(std::string_view node, std::string_view sku) const override;
    Timestamp reportedAt(std::string_view node, std::string_view sku) const override;

    /// Takes a report over; an older one than the last is ignored (false).
    bool report(const StockRow& row);
    /// Books what a decision did to our reservations.
    void follow(const Order& order, const FactBody& fact);
    /// Books what an order that was loaded holds.
    void restore(const Order& order);
    void clear();

private:
    using Key = std::pair<std::string, std::string>; // node, sku
    struct Figure {
        std::int64_t onHand = 0;
        Timestamp asOf{};
        bool isReported = false;
        std::int64_t reserved = 0;
        std::vector<std::pair<Timestamp, std::int64_t>> shipped{}; // not in the report yet
    };

    const Figure* find(std::string_view node, std::string_view sku) const;
    void reserve(const Order& order, int fulfillment, int lineNo, std::int64_t micro);
    void ship(const Order& order, int fulfillment, int lineNo, Timestamp at, std::int64_t micro);

    std::map<Key, Figure, std::less<>> m_figures;
    std::map<std::string, Timestamp, std::less<>> m_lastReports; // by node
};

} // namespace milepost
