// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/service/inventory_reads.h"

#include "backend/engine/stock_book.h"

#include <algorithm>
#include <map>

namespace milepost {
namespace {

/// What open orders wait for, by item.
struct Demand {
    std::map<std::string, Quantity> waiting{};
    std::map<std::string, std::vector<std::string>> waiters{}; ///< order numbers
};

void addOrder(Demand& demand, const Order& order)
{
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
    StockBook book; // the engine promises by the same one
    const std::vector<StockRow> reported = reader.stock();
    for (const StockRow& stock : reported)
        book.report(stock);
    for (const OrderId id : reader.openOrders()) {
        const auto state = reader.state(id);
        if (!state) continue;
        book.restore(*state);
        addOrder(demand, *state);
    }
    std::vector<InventoryRow> rows;
    for (const StockRow& stock : reported) {
        InventoryRow row{.sku = stock.sku,
                         .node = stock.node,
                         .onHand = stock.onHand,
                         .reserved = {book.reservedMicro(stock.node, stock.sku)},
                         .shipped = {book.shippedMicro(stock.node, stock.sku)},
                         .available = {book.availableMicro(stock.node, stock.sku)},
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
