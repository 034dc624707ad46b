// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/engine/lanes.h"

#include <algorithm>

namespace milepost {

void Lanes::add(const std::string& system, int maxInFlight)
{
    m_lanes[system].max = maxInFlight;
}

bool Lanes::hasPlace(const Lane& lane) const
{
    if (lane.isPaused) return false;
    if (lane.isParked) return !lane.isProbing && m_now >= lane.probeAt;
    return lane.inFlight < lane.max;
}

bool Lanes::take(const std::string& system, Criticality)
{
    Lane& lane = m_lanes[system];
    if (!hasPlace(lane)) return false;
    if (lane.isParked) lane.isProbing = true;
    ++lane.inFlight;
    return true;
}

bool Lanes::isParked(const std::string& system) const
{
    const auto at = m_lanes.find(system);
    return at != m_lanes.end() && (at->second.isParked || at->second.isPaused);
}

bool Lanes::isPaused(const std::string& system) const
{
    const auto at = m_lanes.find(system);
    return at != m_lanes.end() && at->second.isPaused;
}

void Lanes::pause(const std::string& system, bool isPaused)
{
    const auto at = m_lanes.find(system);
    if (at != m_lanes.end()) at->second.isPaused = isPaused;
}

void Lanes::release(const std::string& system)
{
    Lane& lane = m_lanes[system];
    lane.inFlight = std::max(lane.inFlight - 1, 0);
}

void Lanes::queue(const std::string& system, Criticality criticality, OrderId order)
{
    Lane& lane = m_lanes[system];
    if (lane.isWaiting.insert(order).second)
        lane.waiting[static_cast<std::size_t>(criticality)].push_back(order);
}

std::vector<OrderId> Lanes::ready()
{
    std::vector<OrderId> orders;
    for (auto& [name, lane] : m_lanes) {
        if (lane.isPaused) continue;
        int places = lane.isParked ? (hasPlace(lane) ? 1 : 0) : lane.max - lane.inFlight;
        for (auto& waiting : lane.waiting) {
            for (; places > 0 && !waiting.empty(); --places) {
                orders.push_back(waiting.front());
                lane.isWaiting.erase(waiting.front());
                waiting.pop_front();
            }
        }
    }
    return orders;
}

bool Lanes::noteFailure(const std::string& system, const Policy& policy)
{
    Lane& lane = m_lanes[system];
    ++lane.failures;
    const bool wasParked = lane.isParked;
    if (lane.isParked || lane.failures >= policy.breakerFailures) {
        lane.isParked = true;
        lane.isProbing = false;
        lane.probeAt = m_now + policy.probeAfter;
    }
    return lane.isParked && !wasParked;
}

void Lanes::noteContact(const std::string& system)
{
    Lane& lane = m_lanes[system];
    lane.failures = 0;
    lane.isParked = false;
    lane.isProbing = false;
}

int Lanes::inFlight(const std::string& system) const
{
    const auto at = m_lanes.find(system);
    return at == m_lanes.end() ? 0 : at->second.inFlight;
}

int Lanes::queued(const std::string& system) const
{
    const auto at = m_lanes.find(system);
    return at == m_lanes.end() ? 0 : static_cast<int>(at->second.isWaiting.size());
}

std::optional<Timestamp> Lanes::probeAt(const std::string& system) const
{
    const auto at = m_lanes.find(system);
    if (at == m_lanes.end() || !at->second.isParked) return std::nullopt;
    return at->second.probeAt;
}

std::optional<Timestamp> Lanes::nextProbe() const
{
    std::optional<Timestamp> next;
    for (const auto& [name, lane] : m_lanes) {
        if (lane.isPaused || !lane.isParked || lane.isProbing || lane.isWaiting.empty()) continue;
        next = next ? std::min(*next, lane.probeAt) : lane.probeAt;
    }
    return next;
}

} // namespace milepost
