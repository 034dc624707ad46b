// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/service/open_work.h"

#include <algorithm>
#include <utility>

namespace milepost {
namespace {

constexpr std::uint32_t bit(Concern concern)
{
    return 1U << static_cast<unsigned>(concern);
}

void countUnits(OpenOrder& open, const Order& order)
{
    for (const OrderLine& line : order.lines) {
        const LineFigures figures = figuresOf(order, line);
        open.ofUnits += figures.ordered - figures.cancelled - figures.substituted;
        const std::array<std::pair<Milestone, Quantity>, 6> byQuantity{{
            {Milestone::Allocated, figures.allocated},
            {Milestone::Released, figures.released},
            {Milestone::Shipped, figures.shipped},
            {Milestone::Posted, figures.posted},
            {Milestone::Invoiced, figures.invoiced},
            {Milestone::Delivered, figures.delivered},
        }};
        for (const auto& [milestone, quantity] : byQuantity)
            open.units[static_cast<std::size_t>(milestone)] += quantity;
    }
    for (const Milestone whole : {Milestone::Received, Milestone::Validated, Milestone::Accepted})
        if (isFull(open.milestones, whole)) open.units[static_cast<std::size_t>(whole)] = open.ofUnits;
}

std::optional<Timestamp> shipmentDueAt(const Order& order, const Process& process)
{
    std::optional<Timestamp> due;
    for (const Expectation& expectation : order.expectations) {
        const auto index = static_cast<std::size_t>(expectation.step);
        if (index >= process.steps.size() || process.steps[index].expects != "shipmentConfirmed") continue;
        due = due ? std::min(*due, expectation.dueAt) : expectation.dueAt;
    }
    return due;
}

OpenOrder openOrder(const Order& order, const Catalogue& catalogue)
{
    static const Process none;
    const Process* process = catalogue.process(order.process);
    const OutlookContext context{.process = process == nullptr ? none : *process,
                                 .systemOf = [&](int definition) { return catalogue.systemOf(definition); },
                                 .isStopped = [](const std::string&) { return false; }};
    OpenOrder open{.milestones = fullMilestones(order),
                   .concerns = concernsOf(order, context),
                   .receivedAt = order.receivedAt,
                   .shipmentDueAt = shipmentDueAt(order, context.process),
                   .nodes = nodesOf(order),
                   .systems = systemsWaitedFor(order, context)};
    if (order.promisedAt > Timestamp{} && !isFull(open.milestones, Milestone::Delivered))
        open.promisedAt = order.promisedAt;
    for (const Effect& effect : order.effects)
        if (effect.state == EffectState::Waiting) open.calls.push_back(context.systemOf(effect.definition));
    countUnits(open, order);
    return open;
}

} // namespace

std::uint32_t concernsAt(const OpenOrder& order, Timestamp now)
{
    std::uint32_t concerns = order.concerns;
    if (order.promisedAt && *order.promisedAt < now) concerns |= bit(Concern::PromiseBroken);
    if (order.shipmentDueAt && *order.shipmentDueAt < now) concerns |= bit(Concern::ShippedUnconfirmed);
    return concerns;
}

void OpenWork::clear()
{
    const std::lock_guard lock(m_mutex);
    m_orders.clear();
    m_lastFact.reset();
}

void OpenWork::update(StoreReader& reader)
{
    const std::int64_t last = reader.lastFact(); // first: what comes while we read is read again
    if (m_lastFact == last) return;
    const Catalogue catalogue(reader);
    std::vector<OrderId> changed = m_lastFact ? reader.changedAfter(*m_lastFact) : reader.openOrders();
    for (const OrderId id : changed)
        take(reader, catalogue, id);
    addTotals(reader, changed);
    m_lastFact = last;
}

void OpenWork::take(StoreReader& reader, const Catalogue& catalogue, OrderId id)
{
    const auto state = reader.state(id);
    if (!state || isClosed(*state))
        m_orders.erase(id);
    else
        m_orders[id] = openOrder(*state, catalogue);
}

void OpenWork::addTotals(StoreReader& reader, const std::vector<OrderId>& ids)
{
    for (const OrderSummary& summary : reader.ordersById(ids)) {
        const auto order = m_orders.find(summary.id);
        if (order == m_orders.end() || !summary.totalMinor) continue;
        order->second.total = Money{.minor = *summary.totalMinor, .currency = summary.currency};
    }
}

} // namespace milepost
