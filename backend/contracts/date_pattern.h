// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/core/clock.h"

#include <optional>
#include <string>
#include <string_view>

namespace milepost {

/// Dates as partners write them. A pattern is made of YYYY, YY (1970-2069), MM, DD, hh, mm, ss, fff
/// (milliseconds) and other characters that stand for themselves; "x12" reads YYYYMMDD or YYMMDD with an
/// optional hhmm, hhmmss or hhmmssff behind it (blanks and a T between are skipped); "iso" is RFC 3339. All
/// in UTC.
bool isDatePattern(std::string_view pattern);

/// Nothing when the text is no such date.
std::optional<Timestamp> readDate(std::string_view pattern, std::string_view text);

/// Precondition: isDatePattern(pattern). "x12" writes YYYYMMDD.
std::string writeDate(std::string_view pattern, Timestamp time);

} // namespace milepost
