// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/network/dice.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace milepost::network {

/// Where goods of a sku lie at the beginning.
enum class StockHabit {
    /// Plenty in two or three nodes.
    Common,
    /// Plenty, in one node only.
    Exclusive,
    /// Too little at first, the rest comes within hours.
    Late,
    /// Too little for ever.
    Ended
};

struct CatalogueItem {
    std::string sku;
    std::string title;
    std::int64_t priceMillionths = 0;
    StockHabit habit = StockHabit::Common;
    /// Nodes that hold it, the first one most.
    std::vector<std::string> nodes;
};

/// The goods of this seed.
class Catalogue {
public:
    explicit Catalogue(const Dice& dice);

    const std::vector<CatalogueItem>& items() const { return m_items; }
    /// Null when nobody sells it.
    const CatalogueItem* find(const std::string& sku) const;

private:
    std::vector<CatalogueItem> m_items;
};

} // namespace milepost::network
