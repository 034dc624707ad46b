// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/service/inventory_reads.h"

#include <algorithm>
#include <map>

namespace milepost {
namespace {

/// What open orders have taken and want, by node and item; the node is empty for what waits for any.
using Units = std::map<std::pair<std::string, std::string>, Quantity>;

struct Demand {
    Units reserved{}; ///< planned, allocated and released: still in the house
    std::map<std::string, Quantity> waiting{};
    std::map<std::string, std::vector<std::string>> waiters{}; ///< order numbers by item
};

void addOrder(Demand& demand, const Order& order)
{
    const auto skuOf = [&](int lineNo) {
        const OrderLine* line = findLine(order, lineNo);
        return line == nullptr ? std::string() : line->sku;
    };
    for (const Fulfillment& part : order.fulfillments)
        for (const FulfillmentLine& line : part.lines)
            demand.reserved[{part.node, skuOf(line.lineNo)}] += line.atNode();
    for (const OrderLine& line : order.lines) {
        const Quantity backordered = line.ledger.at(Stage::Backordered);
        if (!backordered.isPositive()) continue;
        demand.waiting[line.sku] += backordered;
        std::vector<std::string>& waiters = demand.waiters[line.sku];
        if (waiters.empty() || waiters.back() != order.orderNo) waiters.push_back(order.orderNo);
    }
}

} // namespace

std::vector<InventoryRow> readInventory(StoreReader& reader)
{
    Demand demand;
    for (const OrderId id : reader.openOrders())
        if (const auto state = reader.state(id)) addOrder(demand, *state);
    std::vector<InventoryRow> rows;
    for (const StockRow& stock : reader.stock()) {
        const auto taken = demand.reserved.find({stock.node, stock.sku});
        const Quantity reserved = taken == demand.reserved.end() ? Quantity{} : taken->second;
        InventoryRow row{.sku = stock.sku,
                         .node = stock.node,
                         .onHand = stock.onHand,
                         .reserved = reserved,
                         .available = stock.onHand - std::min(stock.onHand, reserved),
                         .asOf = stock.asOf};
        if (const auto waits = demand.waiting.find(stock.sku); waits != demand.waiting.end())
            row.waiting = waits->second;
        if (const auto who = demand.waiters.find(stock.sku); who != demand.waiters.end())
            row.waitingOrders = who->second;
        rows.push_back(std::move(row));
    }
    for (const auto& [sku, units] : demand.waiting) { // of which no node has told anything
        const bool isKnown = std::ranges::any_of(rows, [&](const InventoryRow& r) { return r.sku == sku; });
        if (!isKnown) rows.push_back({.sku = sku, .waiting = units, .waitingOrders = demand.waiters[sku]});
    }
    return rows;
}

} // namespace milepost
