// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/contracts/pack.h"
#include "backend/store/store.h"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace milepost {

/// One question that a system is asked again and again.
struct ScheduledPoll {
    std::shared_ptr<const Pack> pack{};
    PollSpec spec{};
    std::string cursor{};
    Timestamp dueAt{};
    Timestamp startedAt{};
    bool isFlying = false;
    std::optional<Timestamp> answeredAt{}; ///< when the last complete answer had been asked for
};

/// When each system is asked what is new. Engine thread.
class Polls {
public:
    void load(const std::vector<std::shared_ptr<const Pack>>& packs, Store& store);
    /// Those to be asked now; they count as under way.
    std::vector<ScheduledPoll*> takeDue(Timestamp now);
    ScheduledPoll* find(const std::string& system, const std::string& name);
    void askAll(Timestamp now);
    std::optional<Timestamp> next() const;
    /// When the oldest of a system's polls was last answered; nothing: one of them never was.
    std::optional<Timestamp> answeredAt(const std::string& system) const;
    std::vector<std::string> systems() const;

private:
    std::vector<ScheduledPoll> m_polls;
};

} // namespace milepost
