// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/service/list_reads.h"

#include "backend/domain/outlook.h"
#include "backend/service/order_view.h"

#include <algorithm>
#include <set>
#include <unordered_set>

namespace milepost {
namespace {

constexpr int enoughFound = 40; ///< orders that are looked at for the best hits

OrderKey keyOf(OrderSort sort)
{
    switch (sort) {
    case OrderSort::OrderNo: return OrderKey::OrderNo;
    case OrderSort::Channel: return OrderKey::Channel;
    case OrderSort::Customer: return OrderKey::Customer;
    case OrderSort::Placed: return OrderKey::Placed;
    case OrderSort::Total: return OrderKey::Total;
    case OrderSort::Promised: // only the state of an order knows it; see sortByPromise()
    case OrderSort::Received: break;
    }
    return OrderKey::Arrival;
}

OrderQuery queryOf(const OrderFilter& filter)
{
    OrderQuery query{.search = filter.search,
                     .isOpen = asksForOpenWork(filter) ? std::optional(true) : filter.isOpen,
                     .channel = filter.channel,
                     .receivedFrom = filter.receivedFrom,
                     .receivedBefore = filter.receivedBefore,
                     .sort = keyOf(filter.sort),
                     .isDescending = filter.isDescending,
                     .limit = 0,
                     .atMost = static_cast<int>(filter.atMost)};
    if (filter.milestone) query.milestone = static_cast<unsigned>(*filter.milestone);
    return query;
}

bool contains(const std::vector<std::string>& names, const std::string& name)
{
    return name.empty() || std::ranges::find(names, name) != names.end();
}

bool matches(const OpenOrder& order, const OrderFilter& filter, Timestamp now)
{
    if (filter.notYet && isFull(order.milestones, *filter.notYet)) return false;
    if (filter.concern && !has(concernsAt(order, now), *filter.concern)) return false;
    return contains(order.systems, filter.system) && contains(order.nodes, filter.node);
}

/// Open orders by their promise, those without one behind them, closed ones last.
void sortByPromise(std::vector<OrderId>& ids, StoreReader& reader, OpenWork& openWork, bool isDescending)
{
    std::map<OrderId, Timestamp> promises;
    openWork.each(reader, [&](OrderId id, const OpenOrder& order) {
        if (order.promisedAt) promises[id] = *order.promisedAt;
    });
    const auto middle =
        std::stable_partition(ids.begin(), ids.end(), [&](OrderId id) { return promises.contains(id); });
    std::stable_sort(ids.begin(), middle, [&](OrderId left, OrderId right) {
        const Timestamp a = promises[left];
        const Timestamp b = promises[right];
        return isDescending ? b < a : a < b;
    });
}

/// Names of the systems that are not called now.
std::set<std::string> stoppedSystems(StoreReader& reader)
{
    std::set<std::string> stopped;
    for (const SourceRow& row : reader.sources())
        if (row.state == "parked" || row.state == "paused") stopped.insert(row.system);
    return stopped;
}

void fillOutlook(OrderRow& row, const Order& order, const OutlookContext& context)
{
    row.nodes = nodesOf(order);
    row.openExceptions = static_cast<int>(order.exceptions.size());
    if (order.promisedAt > Timestamp{}) row.promisedAt = order.promisedAt;
    if (row.isOpen) row.waiting = waitingOf(order, context);
}

bool beginsWith(const std::string& value, const std::string& beginning)
{
    return value.size() >= beginning.size() &&
           std::equal(beginning.begin(), beginning.end(), value.begin(), [](char a, char b) {
               return std::tolower(static_cast<unsigned char>(a)) ==
                      std::tolower(static_cast<unsigned char>(b));
           });
}

/// The number of an order that the text is about; our own where none begins with it.
FoundNumber hitOf(const OrderSummary& summary, const Order& order, const std::string& text)
{
    FoundNumber hit{.kind = "order",
                    .value = summary.orderNo,
                    .orderNo = summary.orderNo,
                    .order = summary.id,
                    .customer = summary.customer};
    if (beginsWith(summary.orderNo, text)) return hit;
    for (const ExternalReference& reference : order.references) {
        if (!beginsWith(reference.value, text)) continue;
        hit.kind = reference.kind;
        hit.value = reference.value;
        hit.system = reference.system;
        return hit;
    }
    for (const OrderLine& line : order.lines) {
        if (!beginsWith(line.sku, text)) continue;
        hit.kind = "sku";
        hit.value = line.sku;
        return hit;
    }
    if (beginsWith(summary.customer, text)) {
        hit.kind = "customer";
        hit.value = summary.customer;
    }
    return hit;
}

} // namespace

bool asksForOpenWork(const OrderFilter& filter)
{
    return filter.notYet || filter.concern || !filter.system.empty() || !filter.node.empty();
}

Result<std::vector<OrderId>> readOrderIds(StoreReader& reader, OpenWork& openWork, const OrderFilter& filter,
                                          Timestamp now, const std::stop_token& stop)
{
    const Error stopped{.kind = ErrorKind::Timeout, .message = "the list was not needed any more"};
    if (stop.stop_requested()) return stopped;
    std::vector<OrderId> ids = reader.orderIds(queryOf(filter));
    if (stop.stop_requested()) return stopped;
    if (asksForOpenWork(filter)) {
        std::unordered_set<std::int64_t> wanted;
        openWork.each(reader, [&](OrderId id, const OpenOrder& order) {
            if (matches(order, filter, now)) wanted.insert(id.value);
        });
        std::erase_if(ids, [&](OrderId id) { return !wanted.contains(id.value); });
    }
    if (filter.sort == OrderSort::Promised) sortByPromise(ids, reader, openWork, filter.isDescending);
    return ids;
}

std::vector<OrderRow> readOrderRows(StoreReader& reader, std::span<const OrderId> ids, Timestamp now)
{
    const Catalogue catalogue(reader);
    const std::set<std::string> stopped = stoppedSystems(reader);
    const Process none;
    std::vector<OrderRow> rows;
    for (const OrderSummary& summary : reader.ordersById(ids)) {
        OrderRow& row = rows.emplace_back(rowView(summary));
        const auto order = reader.state(summary.id);
        if (!order) continue;
        const Process* process = catalogue.process(order->process);
        fillOutlook(row, *order,
                    {.process = process == nullptr ? none : *process,
                     .systemOf = [&](int definition) { return catalogue.systemOf(definition); },
                     .isStopped = [&](const std::string& system) { return stopped.contains(system); },
                     .now = now});
    }
    return rows;
}

std::vector<FoundNumber> findNumbers(StoreReader& reader, const std::string& text, std::size_t limit)
{
    std::vector<FoundNumber> hits;
    if (text.empty() || limit == 0) return hits;
    const std::vector<OrderId> found = reader.orderIds({.search = text, .limit = 0, .atMost = enoughFound});
    for (const OrderSummary& summary : reader.ordersById(found))
        if (const auto order = reader.state(summary.id)) hits.push_back(hitOf(summary, *order, text));
    std::ranges::stable_sort(hits, {}, [&](const FoundNumber& hit) {
        if (hit.value.size() == text.size() && beginsWith(hit.value, text)) return 0;
        return beginsWith(hit.value, text) ? 1 : 2;
    });
    if (hits.size() > limit) hits.resize(limit);
    return hits;
}

std::vector<std::string> readNodes(StoreReader& reader, OpenWork& openWork)
{
    std::set<std::string> nodes;
    for (const StockRow& row : reader.stock())
        nodes.insert(row.node);
    openWork.each(reader, [&](OrderId, const OpenOrder& order) {
        nodes.insert(order.nodes.begin(), order.nodes.end());
    });
    return {nodes.begin(), nodes.end()};
}

} // namespace milepost
