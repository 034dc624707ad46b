// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/engine/engine_loop.h"

namespace milepost {

EngineStatus EngineLoop::picture() const
{
    EngineStatus status{.now = m_now,
                        .openOrders = static_cast<std::int64_t>(m_openWork.size()),
                        .inFlight = m_workTotals.inFlight,
                        .sent = m_workTotals.sent,
                        .unknown = m_workTotals.unknown,
                        .queuedInputs = static_cast<int>(m_queue.size() + m_held.size()),
                        .nextDue = m_timers.next(),
                        .commits = m_commits,
                        .trouble = m_trouble};
    for (const auto& [system, count] : m_workTotals.waiting)
        (m_lanes.isParked(system) ? status.parked : status.waiting) += count;
    for (const auto& [name, row] : m_sources.rows()) {
        if (!m_lanes.isKnown(name)) continue; // of an earlier network
        const CallRates::Rate rate = m_rates.of(name);
        const auto failure = m_lastFailures.find(name);
        const auto probeAt = m_lanes.probeAt(name);
        status.systems.push_back(SystemStatus{
            .name = name,
            .kind = row.kind,
            .state = row.state,
            .lastContactAt = row.lastContactAt,
            .watermark = row.watermark,
            .lastPolledAt = m_polls.answeredAt(name),
            .counts = m_counts.stateOf(name) == nullptr ? std::nullopt : m_counts.stateOf(name)->shown(),
            .inFlight = m_lanes.inFlight(name),
            .queued = m_lanes.queued(name),
            .nextProbeAt = probeAt,
            .trouble = probeAt && failure != m_lastFailures.end() ? failure->second : std::string(),
            .calls = rate.calls,
            .failures = rate.failures});
    }
    return status;
}

void EngineLoop::tell()
{
    EngineStatus status = picture();
    const std::lock_guard lock(m_statusMutex);
    m_status = std::move(status);
}

EngineStatus EngineLoop::status() const
{
    const std::lock_guard lock(m_statusMutex);
    return m_status;
}

void EngineLoop::onChange(std::function<void(const ChangeSet&)> listener)
{
    m_queue.put(WorkInput{[this, listener = std::move(listener)](Store&) { m_listener = listener; }});
}

} // namespace milepost
