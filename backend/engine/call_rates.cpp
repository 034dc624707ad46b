// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/engine/call_rates.h"

namespace milepost {
namespace {

std::int64_t secondOf(CallRates::Clock::time_point at)
{
    return std::chrono::duration_cast<std::chrono::seconds>(at.time_since_epoch()).count();
}

constexpr std::int64_t kept = std::chrono::seconds(CallRates::span).count();

} // namespace

void CallRates::note(const std::string& system, bool isFailure, Clock::time_point now)
{
    auto& seconds = m_seconds[system];
    const std::int64_t second = secondOf(now);
    while (!seconds.empty() && seconds.front().at <= second - kept)
        seconds.pop_front();
    if (seconds.empty() || seconds.back().at != second) seconds.push_back({.at = second});
    ++seconds.back().rate.calls;
    if (isFailure) ++seconds.back().rate.failures;
}

CallRates::Rate CallRates::of(const std::string& system, Clock::time_point now) const
{
    Rate sum;
    const auto found = m_seconds.find(system);
    if (found == m_seconds.end()) return sum;
    for (const Second& second : found->second) {
        if (second.at <= secondOf(now) - kept) continue;
        sum.calls += second.rate.calls;
        sum.failures += second.rate.failures;
    }
    return sum;
}

} // namespace milepost
