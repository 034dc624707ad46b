// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/idle_watch.h"

#include <algorithm>

namespace milepost {
namespace {

constexpr Duration horizon{60'000}; ///< business time

bool isAtWork(const EngineView& engine)
{
    return engine.waiting + engine.inFlight + engine.sent + engine.unknown > 0;
}

} // namespace

std::string whatGoesOn(const EngineView& engine)
{
    const auto count = [](int value, const char* what) { return std::to_string(value) + " " + what; };
    std::string text = count(engine.waiting, "waiting, ") + count(engine.inFlight, "in flight, ") +
                       count(engine.sent, "sent, ") + count(engine.unknown, "unknown, ") +
                       std::to_string(engine.queuedInputs) + " inputs queued";
    if (engine.nextDue) text += ", next due " + toText(*engine.nextDue) + " at " + toText(engine.now);
    return text;
}

bool isQuiet(const EngineView& engine)
{
    const bool isDue = engine.nextDue && *engine.nextDue <= engine.now + horizon;
    return engine.isRunning && engine.trouble.empty() && !isAtWork(engine) && engine.queuedInputs == 0 &&
           !isDue;
}

bool IdleWatch::hasBeenAskedSince(const EngineView& engine, Timestamp since) const
{
    return std::ranges::all_of(engine.systems, [&](const EngineSystemView& system) {
        return !system.isPolled || (system.lastPolledAt && *system.lastPolledAt > since);
    });
}

bool IdleWatch::hasToldAllSince(const EngineView& engine, Timestamp since) const
{
    return std::ranges::all_of(engine.systems, [&](const EngineSystemView& system) {
        return !system.isPolled || !system.watermark || *system.watermark > since;
    });
}

/// Orders that are accepted and not wholly allocated.
bool IdleWatch::hasBackorders()
{
    const auto status = m_backend.status();
    if (!status) return false;
    const auto countOf = [&](const char* key) {
        const auto found = std::ranges::find(status->milestones, key, &Count::key);
        return found == status->milestones.end() ? 0 : found->value;
    };
    return countOf("accepted") > countOf("allocated");
}

/// Counts that change with anything that happens to an order.
std::vector<std::int64_t> IdleWatch::traces()
{
    std::vector<std::int64_t> traces;
    const auto status = m_backend.status();
    if (!status) return traces;
    traces.push_back(status->orders);
    for (const auto* counts : {&status->milestones, &status->effects, &status->exceptionsByClass})
        for (const Count& count : *counts)
            traces.push_back(count.value);
    return traces;
}

bool IdleWatch::isIdle(int scheduled)
{
    const EngineView engine = m_backend.engineStatus();
    if (scheduled > 0 || isAtWork(engine)) {
        m_quietSince.reset();
        return false;
    }
    if (!isQuiet(engine)) return false; // answers of those who are asked: what is no news leaves no trace
    if (!m_quietSince) {
        m_quietSince = engine.now;
        m_traces = traces();
        m_backend.pollNow();
        return false;
    }
    if (!hasBeenAskedSince(engine, *m_quietSince)) return false;
    if (traces() != m_traces) {
        m_quietSince.reset();
        return false;
    }
    return hasToldAllSince(engine, *m_quietSince) || !hasBackorders();
}

} // namespace milepost
