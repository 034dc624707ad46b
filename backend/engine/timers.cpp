// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/engine/timers.h"

namespace milepost {

void Timers::set(OrderId order, std::optional<Timestamp> due)
{
    if (!due) {
        m_due.erase(order.value);
        return;
    }
    const auto [at, isNew] = m_due.try_emplace(order.value, *due);
    if (!isNew && at->second == *due) return;
    at->second = *due;
    m_heap.emplace(*due, order.value);
}

/// An entry whose order has another time now means nothing any more.
void Timers::dropStale() const
{
    while (!m_heap.empty()) {
        const auto at = m_due.find(m_heap.top().second);
        if (at != m_due.end() && at->second == m_heap.top().first) return;
        m_heap.pop();
    }
}

std::vector<OrderId> Timers::takeDue(Timestamp now, std::size_t max)
{
    std::vector<OrderId> due;
    for (dropStale(); due.size() < max && !m_heap.empty() && m_heap.top().first <= now; dropStale()) {
        due.push_back({m_heap.top().second});
        m_due.erase(m_heap.top().second);
        m_heap.pop();
    }
    return due;
}

std::optional<Timestamp> Timers::next() const
{
    dropStale();
    if (m_heap.empty()) return std::nullopt;
    return m_heap.top().first;
}

void Timers::clear()
{
    m_heap = {};
    m_due.clear();
}

} // namespace milepost
