// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/core/clock.h"

#include <optional>
#include <string>
#include <string_view>

namespace milepost {

/// Reads "500ms", "60s", "5m", "24h", "2d" (a whole number >= 0 and its unit); nothing for anything else.
std::optional<Duration> readDuration(std::string_view text);

/// The shortest text that readDuration() reads as the same: "90s", "4h"; `duration` is not negative.
std::string durationWord(Duration duration);

} // namespace milepost
