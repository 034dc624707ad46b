// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/network/scaled_clock.h"

#include <algorithm>
#include <cmath>

namespace milepost::network {

Millis ScaledClock::realNow()
{
    using namespace std::chrono;
    return duration_cast<milliseconds>(system_clock::now().time_since_epoch()).count();
}

Millis ScaledClock::now() const
{
    const auto passed = static_cast<double>(realNow() - m_realMs) * m_speed;
    m_latest = std::max(m_latest, m_scaledMs + static_cast<Millis>(passed));
    return m_latest;
}

std::chrono::milliseconds ScaledClock::realUntil(Millis at) const
{
    const Millis left = at - now();
    if (left <= 0) return std::chrono::milliseconds{0};
    return std::chrono::milliseconds{static_cast<Millis>(std::ceil(static_cast<double>(left) / m_speed))};
}

} // namespace milepost::network
