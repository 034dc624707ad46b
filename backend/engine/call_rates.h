// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <cstdint>
#include <deque>
#include <map>
#include <string>

namespace milepost {

/// How many calls to each system ended of late, and how many of them told nothing. Engine thread.
class CallRates {
public:
    using Clock = std::chrono::steady_clock;
    static constexpr std::chrono::minutes span{5}; ///< real time

    struct Rate {
        std::int64_t calls = 0;
        std::int64_t failures = 0;
    };

    void note(const std::string& system, bool isFailure, Clock::time_point now = Clock::now());
    Rate of(const std::string& system, Clock::time_point now = Clock::now()) const;

private:
    /// One bucket a second keeps it small whatever the rate.
    struct Second {
        std::int64_t at = 0;
        Rate rate{};
    };

    std::map<std::string, std::deque<Second>, std::less<>> m_seconds;
};

} // namespace milepost
