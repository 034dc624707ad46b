// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/engine/engine_loop.h"

#include <algorithm>
#include <chrono>

namespace milepost {
namespace {

constexpr Duration silentFor = std::chrono::hours(6); ///< longer than any partner's batches are apart

bool tellsHowFar(const Pack& pack)
{
    return std::ranges::any_of(pack.polls(), &PollSpec::isWatermark);
}

} // namespace

/// What an order expects cannot be judged while the source is behind. However many orders wait for its word,
/// one exception says so.
void EngineLoop::noteSilence(const Order& order)
{
    if (!m_sources.areTrusted()) return;
    for (const Expectation& expectation : order.expectations) {
        const std::string& system = expectation.system;
        const auto watermark = m_sources.of(system);
        const bool isBehind = !watermark || *watermark < expectation.dueAt;
        if (expectation.isOverdue || !isBehind || expectation.dueAt + silentFor > m_now) continue;
        const bool isSaid = m_silent.contains(system) || m_reportedDown.contains(system);
        const bool mayTell = std::ranges::any_of(
            m_setup.packs, [&](const auto& pack) { return pack->name() == system && tellsHowFar(*pack); });
        if (isSaid || !mayTell) continue;
        m_silent.insert(system);
        openSilence(system, watermark);
    }
}

void EngineLoop::openSilence(const std::string& system, std::optional<Timestamp> watermark)
{
    const std::string since = watermark ? "since " + toText(*watermark) : std::string("so far");
    m_exceptions.openForSystem(
        m_turn.batch.changes.emplace_back(),
        OpenException{.kind = ExceptionClass::Absence,
                      .severity = Severity::High,
                      .system = system,
                      .cause = std::string(isSilentCause),
                      .text = system + " has told nothing " + since +
                              ", and what is due from it cannot be judged. See whether it runs and writes; "
                              "this closes by itself when it tells again.",
                      .openedAt = m_now},
        {}, m_setup.policies, "normal");
    m_turn.exceptionsChanged = true;
}

void EngineLoop::endSilence(const std::string& system, Timestamp asOf, Change& change)
{
    if (asOf + silentFor <= m_now || m_silent.erase(system) == 0) return;
    m_exceptions.closeForSystem(change, system, std::string(isSilentCause),
                                "it has told everything up to " + toText(asOf), m_now);
    m_turn.exceptionsChanged = true;
}

} // namespace milepost
