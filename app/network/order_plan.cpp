// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/network/order_plan.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <vector>

namespace milepost::network {

using Json = nlohmann::json;

namespace {

constexpr Millis emissionSpan = 4 * scaledHour;
constexpr std::int64_t spareUnits = 12;
constexpr double changedShare = 0.05;

Json orderedLines(const CustomerOrder& order)
{
    Json lines = Json::array();
    for (const CustomerLine& line : order.lines)
        lines.push_back({{"sku", line.sku}, {"ordered", line.quantity}});
    return lines;
}

/// What was ordered at any time, and what of it is wanted no more.
Json changedLines(const CustomerOrder& before, const CustomerOrder& after)
{
    Json lines = Json::array();
    for (const CustomerLine& line : before.lines) {
        const auto now = std::ranges::find(after.lines, line.sku, &CustomerLine::sku);
        const std::int64_t wanted = now == after.lines.end() ? 0 : now->quantity;
        lines.push_back({{"sku", line.sku},
                         {"ordered", std::max(wanted, line.quantity)},
                         {"cancelled", std::max<std::int64_t>(0, line.quantity - wanted)}});
    }
    for (const CustomerLine& line : after.lines) {
        if (std::ranges::find(before.lines, line.sku, &CustomerLine::sku) == before.lines.end())
            lines.push_back({{"sku", line.sku}, {"ordered", line.quantity}});
    }
    return lines;
}

/// More than enough for a demand.
std::int64_t plenty(std::int64_t demand)
{
    return demand + demand / 4 + spareUnits;
}

} // namespace

OrderPlan::OrderPlan(NetworkParts& parts, const Catalogue& catalogue)
    : m_parts(parts)
    , m_catalogue(catalogue)
{
    parts.schedule.handle("emit", [this](const Appointment& due) { return emitDue(due); });
    parts.schedule.handle("change", [this](const Appointment& due) { return changeDue(due); });
    parts.schedule.handle("replenish", [this](const Appointment& due) { return replenishDue(due); });
    forceRareFaults();
}

OrderPlan::Demand OrderPlan::noteOrders(std::int64_t first, std::int64_t count)
{
    Demand demand;
    for (std::int64_t position = first; position < first + count; ++position) {
        const CustomerOrder order = plannedOrder(m_parts.dice, m_catalogue, position);
        m_parts.books.run("INSERT INTO customer_order (position, ref, channel, lines) VALUES (?, ?, ?, ?)",
                          position, order.ref, order.channel, orderedLines(order).dump());
        for (const CustomerLine& line : order.lines)
            demand[line.sku] += line.quantity;
    }
    return demand;
}

void OrderPlan::forceRareFaults()
{
    // few things can meet these: without this a run of 300 orders might miss one
    std::int64_t position = 20;
    for (const FaultKind kind : {FaultKind::Duplicate, FaultKind::Malformed, FaultKind::LostWebhook}) {
        CustomerOrder order = plannedOrder(m_parts.dice, m_catalogue, position);
        while (order.channel == "edi")
            order = plannedOrder(m_parts.dice, m_catalogue, ++position);
        m_parts.faults.force({order.channel, "news", order.ref}, kind);
        position += 20;
    }
}

void OrderPlan::plan(std::int64_t orders)
{
    fillWarehouses(noteOrders(0, orders));
}

void OrderPlan::fillWarehouses(const Demand& demand)
{
    for (const CatalogueItem& item : m_catalogue.items()) {
        const auto found = demand.find(item.sku);
        const std::int64_t wanted = found == demand.end() ? 0 : found->second;
        std::int64_t atFirst = plenty(wanted);
        if (item.habit == StockHabit::Late)
            atFirst = wanted * 6 / 10;
        else if (item.habit == StockHabit::Ended)
            atFirst = wanted * 8 / 10;
        // common goods are plentiful in each of their nodes, scarce ones are split between two
        const bool isScarce = item.habit == StockHabit::Late || item.habit == StockHabit::Ended;
        for (std::size_t i = 0; i < item.nodes.size(); ++i) {
            const std::int64_t second = isScarce ? atFirst / 3 : 0;
            const std::int64_t share = !isScarce ? atFirst : i == 0 ? atFirst - second : second;
            m_parts.stock.setInitial(item.nodes[i], item.sku, share);
        }
        if (item.habit == StockHabit::Late)
            m_parts.books.setMeta("replenish:" + item.sku, std::to_string(plenty(wanted - atFirst)));
    }
}

void OrderPlan::start()
{
    if (isStarted()) return;
    m_parts.books.setMeta("started", "1");
    m_parts.books.setMeta("startedAt", std::to_string(m_parts.clock.now()));
    scheduleOrders(0, m_parts.books.number("SELECT count(*) FROM customer_order", 0));
    scheduleReplenishments();
}

void OrderPlan::scheduleOrders(std::int64_t first, std::int64_t count)
{
    const Millis now = m_parts.clock.now();
    std::string buildcoGroup;
    for (std::int64_t position = first; position < first + count; ++position) {
        const CustomerOrder order = plannedOrder(m_parts.dice, m_catalogue, position);
        const std::string place = std::to_string(position);
        const Millis jitter = m_parts.dice.between(0, scaledMinute, {"emit", place});
        const Millis due = now + scaledMinute + (position - first) * emissionSpan / count + jitter;
        if (order.partner == "BUILDCO") {
            buildcoGroup += (buildcoGroup.empty() ? "" : ",") + place;
            if (buildcoGroup.find(',') == std::string::npos && m_parts.dice.chance(0.5, {"group", place}))
                continue; // goes with the next one
            m_parts.schedule.add(due, order.channel, "emit", buildcoGroup, "");
            buildcoGroup.clear();
        } else {
            m_parts.schedule.add(due, order.channel, "emit", place, "");
        }
    }
    if (!buildcoGroup.empty()) m_parts.schedule.add(now + emissionSpan, "edi", "emit", buildcoGroup, "");
}

void OrderPlan::scheduleReplenishments()
{
    const Millis now = m_parts.clock.now();
    for (const CatalogueItem& item : m_catalogue.items()) {
        const std::string quantity = m_parts.books.meta("replenish:" + item.sku);
        if (quantity.empty()) continue;
        const Millis after = m_parts.dice.between(60, 210, {"replenish", item.sku}) * scaledMinute;
        m_parts.schedule.add(now + after, "premises", "replenish", item.nodes.front() + ' ' + item.sku,
                             quantity);
    }
}

void OrderPlan::addOrders(std::int64_t orders)
{
    const std::int64_t first = m_parts.books.number("SELECT count(*) FROM customer_order", 0);
    const Demand demand = noteOrders(first, orders);
    for (const auto& [sku, wanted] : demand) {
        const CatalogueItem* item = m_catalogue.find(sku);
        m_parts.stock.receive(item->nodes.front(), sku, plenty(wanted));
    }
    if (isStarted()) scheduleOrders(first, orders);
}

std::int64_t OrderPlan::waiting()
{
    return isStarted() ? 0 : m_parts.books.number("SELECT count(*) FROM customer_order", 0);
}

Kept OrderPlan::emitDue(const Appointment& appointment)
{
    std::vector<CustomerOrder> orders;
    for (std::size_t from = 0; from < appointment.subject.size();) {
        const std::size_t end = std::min(appointment.subject.find(',', from), appointment.subject.size());
        const std::int64_t position = std::stoll(appointment.subject.substr(from, end - from));
        orders.push_back(plannedOrder(m_parts.dice, m_catalogue, position));
        m_parts.books.run("UPDATE customer_order SET emitted = 1 WHERE position = ?", position);
        from = end + 1;
    }
    m_sources.at(appointment.owner)->emit(orders);
    for (const CustomerOrder& order : orders)
        planChange(order);
    return Kept::Finished;
}

void OrderPlan::planChange(const CustomerOrder& order)
{
    DiceRow row = m_parts.dice.row({"change", order.ref});
    const Address& address = order.addresses.front();
    const std::string code = postalCodeIn(address.country, address.region);
    const bool isMistyped = !code.empty() && code != address.postalCode; // that one is talked about already
    if (!m_sources.at(order.channel)->takesChangesOf(order) || isMistyped || !row.chance(changedShare))
        return;
    const Millis now = m_parts.clock.now();
    m_parts.schedule.add(now + row.between(40, 150) * scaledMinute, order.channel, "change",
                         std::to_string(order.position), std::to_string(now));
}

Kept OrderPlan::changeDue(const Appointment& appointment)
{
    const std::int64_t position = std::stoll(appointment.subject);
    CustomerOrder placed = plannedOrder(m_parts.dice, m_catalogue, position);
    placed.placedAt = std::stoll(appointment.body);
    const CustomerOrder changed = changedOrder(m_parts.dice, m_catalogue, placed);
    m_parts.books.run("UPDATE customer_order SET lines = ? WHERE position = ?",
                      changedLines(placed, changed).dump(), position);
    m_sources.at(appointment.owner)->change(placed, changed);
    return Kept::Finished;
}

Kept OrderPlan::replenishDue(const Appointment& appointment)
{
    const auto blank = appointment.subject.find(' ');
    m_parts.stock.receive(appointment.subject.substr(0, blank), appointment.subject.substr(blank + 1),
                          std::stoll(appointment.body));
    return Kept::Finished;
}

} // namespace milepost::network
