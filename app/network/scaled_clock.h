// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/network/time_text.h"

#include <chrono>

namespace milepost::network {

/// Time as the partners live it: a straight line over the real clock, that never runs back.
class ScaledClock {
public:
    /// Scaled time is scaledMs at the real unix time realMs and passes speed times as fast.
    ScaledClock(Millis realMs, Millis scaledMs, double speed)
        : m_realMs(realMs)
        , m_scaledMs(scaledMs)
        , m_speed(speed)
    {
    }

    Millis now() const;
    /// Real time until the scaled point; zero when it is past.
    std::chrono::milliseconds realUntil(Millis at) const;

    Millis originReal() const { return m_realMs; }
    Millis originScaled() const { return m_scaledMs; }
    double speed() const { return m_speed; }

    static Millis realNow();

private:
    Millis m_realMs;
    Millis m_scaledMs;
    double m_speed;
    mutable Millis m_latest = 0;
};

} // namespace milepost::network
