// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace milepost::network {

/// A point in scaled time, or a span of it: milliseconds (points count from 1970 UTC).
using Millis = std::int64_t;

constexpr Millis scaledSecond = 1000;
constexpr Millis scaledMinute = 60 * scaledSecond;
constexpr Millis scaledHour = 60 * scaledMinute;

/// "2026-11-23T16:04:12.345Z"
std::string rfc3339(Millis at);
/// "2026-11-23T11:04:12-05:00": the same instant as a wall clock offsetHours away from UTC writes it.
std::string rfc3339Offset(Millis at, int offsetHours);
/// "2026-11-23"
std::string isoDate(Millis at);
/// "20261123"
std::string date8(Millis at);
/// "160412"
std::string time6(Millis at);
/// Reads "YYYY-MM-DDTHH:MM:SS[.mmm]Z"; nothing when the text is anything else.
std::optional<Millis> parseRfc3339(std::string_view text);

} // namespace milepost::network
