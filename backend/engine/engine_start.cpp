// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/engine/engine_loop.h"

#include <algorithm>

namespace milepost {
namespace {

constexpr std::size_t ordersPerCommit = 256;

} // namespace

void EngineLoop::load()
{
    m_orders.clear();
    m_timers.clear();
    m_stock.clear();
    m_unmatched.clear();
    m_wishes.clear();
    m_wishesOf.clear();
    m_openWork.clear();
    m_workTotals = {};
    m_waitingForStock.clear();
    m_active.clear();
    m_ids = m_store.highIds();
    m_systemFacts = static_cast<int>(m_store.sequence("facts of systems"));
    m_exceptions.load(m_store);
    m_reportedDown = m_exceptions.systemsWith(isDownCause);
    m_silent = m_exceptions.systemsWith(isSilentCause);
    m_sources.load(m_store);
    m_polls.load(m_setup.packs, m_store);
    loadCounts();
    m_lanes.clear();
    for (const auto& pack : m_setup.packs) {
        m_lanes.add(pack->name(), pack->maxInFlight());
        m_sources.add(pack->name(), pack->kind());
        m_lanes.pause(pack->name(), m_sources.isPaused(pack->name()));
    }
    for (const CallKey& key : m_outstanding)
        m_lanes.take(key.system, Criticality::Normal);
    for (const StockRow& row : m_store.stock())
        m_stock.report(row);
    for (const OrderId id : m_store.openOrders()) {
        LiveOrder* order = m_orders.find(id);
        if (order == nullptr) continue;
        m_stock.restore(order->state);
        keepWaitingForStock(*order);
        countWork(*order);
        m_timers.set(id, m_setup.clock->now());
        m_now = std::max(m_now, order->state.receivedAt);
        m_orders.trim(); // a store may hold more open orders than memory should
    }
}

/// What was in flight when an earlier process ended is unknown now; everything else goes on.
void EngineLoop::recoverOrders()
{
    const std::vector<OrderId> open = m_store.openOrders();
    for (std::size_t first = 0; first < open.size() && !m_queue.isStopped();) {
        watchClock();
        m_lanes.setNow(m_now);
        const std::size_t end = std::min(first + ordersPerCommit, open.size());
        for (std::size_t i = first; i < end; ++i) {
            LiveOrder* order = m_orders.find(open[i]);
            if (order == nullptr) continue;
            decideOn(*order, Recover{}, "the program was started", m_turn.batch.changes.emplace_back());
            m_turn.dropEmptyChange();
        }
        if (commitTurn()) first += ordersPerCommit; // else the same ones again: nothing was written
    }
}

/// Reports that waited for their order, and changes that waited for a call, are read again from their bytes.
void EngineLoop::recoverInbox()
{
    m_inboxIsStale = false;
    if (!m_setup.readAgain) return;
    for (InboxRow& row : m_store.unfinishedInbox()) {
        for (IncomingMessage& message : m_setup.readAgain(row, m_store.payload(row.payload))) {
            const bool isWish = std::holds_alternative<CanonicalOrder>(message.content);
            if (isWish && message.messageId == row.messageId) {
                PreparedMessage wish = prepareMessage(std::move(message), true, *m_setup.codec);
                if (row.references != wish.businessKey)
                    ++m_wishesOf[row.references]; // else its order is awaited
                m_queue.put(WaitedInput{{std::move(wish), row}});
                continue;
            }
            if (!std::holds_alternative<Report>(message.content)) continue;
            const Report& report = std::get<Report>(message.content);
            const std::vector<std::string> references = referencesOf(report);
            m_unmatched.keep({prepareMessage(std::move(message), true, *m_setup.codec), row}, references);
            for (const std::string& reference : references)
                retryUnmatched(reference);
        }
    }
    if (!m_turn.batch.changes.empty()) commitTurn();
}

} // namespace milepost
