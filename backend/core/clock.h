// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace milepost {

using Duration = std::chrono::milliseconds;
using Timestamp = std::chrono::sys_time<Duration>; ///< UTC

/// Where business time comes from. Attempt deadlines do not: they run on the steady clock.
class Clock {
public:
    virtual ~Clock() = default;
    virtual Timestamp now() const = 0; ///< any thread
    /// How many business seconds pass in a real one; > 0.
    virtual double speed() const { return 1.0; }
};

/// Business time that runs `speed` times as fast as the wall clock: `start` was at the wall time `realStart`.
class ScaledClock final : public Clock {
public:
    ScaledClock() = default; ///< the wall clock itself
    ScaledClock(Timestamp start, Timestamp realStart, double speed);

    Timestamp now() const override;
    double speed() const override { return m_speed; }

private:
    Timestamp m_start{};
    Timestamp m_realStart{};
    double m_speed = 1.0;
};

/// RFC 3339 in UTC with milliseconds: "2026-11-23T06:36:16.866Z".
std::string toText(Timestamp time);

/// Reads RFC 3339 (any offset, fraction optional) and plain dates ("2026-11-23": midnight UTC).
std::optional<Timestamp> parseTimestamp(std::string_view text);

} // namespace milepost
