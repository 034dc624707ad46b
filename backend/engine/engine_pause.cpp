// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/engine/engine_loop.h"

#include <utility>

namespace milepost {

void EngineLoop::pause(std::string system, PauseWish wish, std::function<void(CommandReceipt)> done)
{
    m_queue.put(PauseInput{std::move(system), std::move(wish), std::move(done)});
}

void EngineLoop::handle(PauseInput& input)
{
    const std::string& system = input.system;
    if (!m_lanes.isKnown(system))
        return std::exchange(input.done,
                             nullptr)({false, "the system '" + system + "' is not connected", true});
    const bool wasPaused = m_lanes.isPaused(system);
    m_lanes.pause(system, input.wish.isPaused);
    const std::string state = m_lanes.isPaused(system)   ? "paused"
                              : m_lanes.isParked(system) ? "parked"
                                                         : "up";
    m_sources.noteState(system, state);
    m_turn.batch.changes.emplace_back().audit.push_back(
        AuditRow{.at = m_now,
                 .actor = input.wish.actor,
                 .action = input.wish.isPaused ? "pauseSystem" : "resumeSystem",
                 .target = system,
                 .reason = input.wish.reason,
                 .before = wasPaused ? "paused" : "running",
                 .after = input.wish.isPaused ? "paused" : "running"});
    m_turn.answers.emplace_back(
        m_turn.batch.changes.size() - 1, [done = std::exchange(input.done, nullptr)](bool isDurable) {
            if (!done) return;
            isDurable ? done({.isDone = true}) : done({false, "it could not be written"});
        });
}

} // namespace milepost
