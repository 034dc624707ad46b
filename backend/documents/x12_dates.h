// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace milepost {

/// YYYYMMDD of a date written with 8 or 6 digits (years 70-99 are 19xx); nothing when it is no day of the
/// calendar.
std::optional<std::string> dateDigits(std::string_view date);

/// RFC 3339 of an X12 date with time (HHMM…, may be empty: then the date alone) and time code (empty: UTC).
/// Nothing when the date is none; a bad time is left out.
std::optional<std::string> momentText(std::string_view date, std::string_view time, std::string_view zone);

} // namespace milepost
