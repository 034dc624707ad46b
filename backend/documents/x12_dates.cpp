// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/documents/x12_dates.h"

#include "backend/documents/x12_text.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <utility>

namespace milepost {
namespace {

/// Time codes (element 623) of a fixed offset. Those that change with daylight saving are read as standard
/// time.
constexpr std::array<std::pair<std::string_view, std::string_view>, 17> offsets{{{"UT", "Z"},
                                                                                 {"GM", "Z"},
                                                                                 {"ES", "-05:00"},
                                                                                 {"ED", "-04:00"},
                                                                                 {"ET", "-05:00"},
                                                                                 {"CS", "-06:00"},
                                                                                 {"CD", "-05:00"},
                                                                                 {"CT", "-06:00"},
                                                                                 {"MS", "-07:00"},
                                                                                 {"MD", "-06:00"},
                                                                                 {"MT", "-07:00"},
                                                                                 {"PS", "-08:00"},
                                                                                 {"PD", "-07:00"},
                                                                                 {"PT", "-08:00"},
                                                                                 {"AS", "-04:00"},
                                                                                 {"AD", "-03:00"},
                                                                                 {"TS", "-04:00"}}};

int digitsAt(std::string_view text, std::size_t start, std::size_t length)
{
    return static_cast<int>(parseCount(text.substr(start, length)).value_or(-1));
}

bool isTimeOfDay(std::string_view time)
{
    if (time.size() < 4 || !parseCount(time)) return false;
    const bool hasSeconds = time.size() >= 6;
    return digitsAt(time, 0, 2) <= 23 && digitsAt(time, 2, 2) <= 59 &&
           (!hasSeconds || digitsAt(time, 4, 2) <= 59);
}

} // namespace

std::optional<std::string> dateDigits(std::string_view date)
{
    if ((date.size() != 8 && date.size() != 6) || !parseCount(date)) return {};
    std::string digits(date);
    if (digits.size() == 6) digits.insert(0, digits[0] >= '7' ? "19" : "20");
    using namespace std::chrono;
    const year_month_day day{year{digitsAt(digits, 0, 4)},
                             month{static_cast<unsigned>(digitsAt(digits, 4, 2))},
                             std::chrono::day{static_cast<unsigned>(digitsAt(digits, 6, 2))}};
    if (!day.ok()) return {};
    return digits;
}

std::optional<std::string> momentText(std::string_view date, std::string_view time, std::string_view zone)
{
    const std::optional<std::string> digits = dateDigits(date);
    if (!digits) return {};
    std::string text = digits->substr(0, 4) + "-" + digits->substr(4, 2) + "-" + digits->substr(6, 2);
    if (!isTimeOfDay(time)) return text;
    text.append("T").append(time.substr(0, 2)).append(":").append(time.substr(2, 2)).append(":");
    text.append(time.size() >= 6 ? time.substr(4, 2) : "00");
    const auto offset =
        std::ranges::find(offsets, zone, &std::pair<std::string_view, std::string_view>::first);
    return text.append(offset == offsets.end() ? "Z" : offset->second);
}

} // namespace milepost
