// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/core/ids.h"
#include "backend/domain/decide.h"

#include <array>
#include <deque>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace milepost {

/// The way to each system: how many calls are under way, who waits for a place, and whether the system is
/// parked because it does not answer. Engine thread.
class Lanes final : public StartGate {
public:
    /// A way to that system, for so many calls at once; nobody has a place at a system that was not added.
    void add(const std::string& system, int maxInFlight);
    void clear() { m_lanes.clear(); }
    void setNow(Timestamp now) { m_now = now; }

    bool take(const std::string& system, Criticality criticality) override;
    /// It is not to be called now: it does not answer, or a person paused it.
    bool isParked(const std::string& system) const override;
    bool isPaused(const std::string& system) const;
    bool isKnown(const std::string& system) const { return m_lanes.contains(system); }
    /// By a person: no call begins there until it is resumed.
    void pause(const std::string& system, bool isPaused);

    /// The call is over; its place is free.
    void release(const std::string& system);
    /// An order has something for that system and got no place.
    void queue(const std::string& system, Criticality criticality, OrderId order);
    /// Orders that may try again now: as many as there are places.
    std::vector<OrderId> ready();

    /// What a call's end says about the system's health; noteFailure: true when it is parked by it.
    bool noteFailure(const std::string& system, const Policy& policy);
    void noteContact(const std::string& system);

    int inFlight(const std::string& system) const;
    int queued(const std::string& system) const;
    /// When that parked system may be tried; nothing: it is not parked.
    std::optional<Timestamp> probeAt(const std::string& system) const;
    /// When the next parked system may be tried.
    std::optional<Timestamp> nextProbe() const;

private:
    struct Lane {
        int max = 0;
        int inFlight = 0;
        int failures = 0; // in a row
        bool isParked = false;
        bool isPaused = false;
        bool isProbing = false; // the one call that tries a parked system is under way
        Timestamp probeAt{};
        std::array<std::deque<OrderId>, 4> waiting{}; // by criticality
        std::set<OrderId> isWaiting{};
    };

    bool hasPlace(const Lane& lane) const;

    std::map<std::string, Lane, std::less<>> m_lanes;
    Timestamp m_now{};
};

} // namespace milepost
