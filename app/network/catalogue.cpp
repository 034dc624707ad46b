// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/network/catalogue.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace milepost::network {

namespace {

struct Family {
    std::string_view prefix;
    std::string_view title;
    std::int64_t lowCents;
    std::int64_t highCents;
};

constexpr std::array<Family, 6> families{{{"BRK", "Bracket", 295, 1990},
                                          {"PMP", "Pump", 4900, 28900},
                                          {"VLV", "Valve", 790, 6400},
                                          {"FLT", "Filter", 350, 2450},
                                          {"HSE", "Hose 5 m", 1190, 5990},
                                          {"SNS", "Sensor", 1900, 15900}}};
constexpr int itemsPerFamily = 10;
constexpr std::array<std::string_view, 3> nodeNames{"WEST", "EAST", "THREEPL"};

StockHabit habitOf(int position)
{
    // spread over the families, so that each kind of habit meets cheap and dear goods
    if (position == 14 || position == 32 || position == 51) return StockHabit::Late;
    if (position == 43) return StockHabit::Ended;
    return position % 3 == 1 ? StockHabit::Exclusive : StockHabit::Common;
}

std::vector<std::string> nodesOf(int position, StockHabit habit, DiceRow& row)
{
    std::vector<std::string> nodes;
    const auto first = static_cast<std::size_t>(position / 3 % 3);
    nodes.emplace_back(nodeNames.at(first));
    if (habit == StockHabit::Exclusive) return nodes;
    nodes.emplace_back(nodeNames.at((first + 1) % 3));
    if (habit == StockHabit::Common && row.chance(0.7)) nodes.emplace_back(nodeNames.at((first + 2) % 3));
    return nodes;
}

} // namespace

Catalogue::Catalogue(const Dice& dice)
{
    for (std::size_t f = 0; f < families.size(); ++f) {
        for (int i = 1; i <= itemsPerFamily; ++i) {
            const int position = static_cast<int>(f) * itemsPerFamily + i - 1;
            CatalogueItem item;
            item.sku =
                std::string{families[f].prefix} + '-' + std::to_string(1000 * static_cast<int>(f + 1) + i);
            item.title = std::string{families[f].title} + ' ' + std::to_string(i);
            DiceRow row = dice.row({"item", item.sku});
            item.priceMillionths = row.between(families[f].lowCents, families[f].highCents) * 10'000;
            item.habit = habitOf(position);
            item.nodes = nodesOf(position, item.habit, row);
            m_items.push_back(std::move(item));
        }
    }
}

const CatalogueItem* Catalogue::find(const std::string& sku) const
{
    const auto found = std::ranges::find(m_items, sku, &CatalogueItem::sku);
    return found == m_items.end() ? nullptr : &*found;
}

} // namespace milepost::network
