// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/engine/live_orders.h"

#include "backend/domain/milestone.h"

namespace milepost {

LiveOrders::LiveOrders(Store& store, std::size_t maxOrders)
    : m_store(store)
    , m_maxOrders(maxOrders)
{
}

LiveOrder* LiveOrders::find(OrderId id)
{
    const auto at = m_slots.find(id.value);
    if (at != m_slots.end()) {
        m_byUse.splice(m_byUse.begin(), m_byUse, at->second.place);
        return &at->second.order;
    }
    auto stored = m_store.loadOrder(id);
    if (!stored) return nullptr;
    LiveOrder order{.state = std::move(stored->state), .content = std::move(stored->content)};
    order.milestones = fullMilestones(order.state);
    order.isOpen = !isClosed(order.state);
    return &add(id, std::move(order));
}

LiveOrder& LiveOrders::add(OrderId id, LiveOrder order)
{
    m_byUse.push_front(id.value);
    return m_slots.insert_or_assign(id.value, Slot{std::move(order), m_byUse.begin()}).first->second.order;
}

void LiveOrders::forget(OrderId id)
{
    const auto at = m_slots.find(id.value);
    if (at == m_slots.end()) return;
    m_byUse.erase(at->second.place);
    m_slots.erase(at);
}

void LiveOrders::clear()
{
    m_slots.clear();
    m_byUse.clear();
}

void LiveOrders::trim()
{
    while (m_slots.size() > m_maxOrders)
        forget({m_byUse.back()});
}

} // namespace milepost
