// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/network/time_text.h"

#include <chrono>
#include <cstdio>

namespace milepost::network {

namespace {

struct Civil {
    int year = 0;
    unsigned month = 0;
    unsigned day = 0;
    int hour = 0;
    int minute = 0;
    int second = 0;
    int millisecond = 0;
};

Civil civil(Millis at)
{
    using namespace std::chrono;
    const sys_time<milliseconds> point{milliseconds{at}};
    const auto day = floor<days>(point);
    const year_month_day date{day};
    const hh_mm_ss<milliseconds> clock{point - day};
    return {int{date.year()},
            unsigned{date.month()},
            unsigned{date.day()},
            static_cast<int>(clock.hours().count()),
            static_cast<int>(clock.minutes().count()),
            static_cast<int>(clock.seconds().count()),
            static_cast<int>(clock.subseconds().count())};
}

template <typename... Values>
std::string printed(const char* format, Values... values)
{
    char text[64];
    const int length = std::snprintf(text, sizeof text, format, values...);
    return {text, static_cast<std::size_t>(length)};
}

} // namespace

std::string rfc3339(Millis at)
{
    const Civil c = civil(at);
    return printed("%04d-%02u-%02uT%02d:%02d:%02d.%03dZ", c.year, c.month, c.day, c.hour, c.minute, c.second,
                   c.millisecond);
}

std::string rfc3339Offset(Millis at, int offsetHours)
{
    const Civil c = civil(at + offsetHours * scaledHour);
    return printed("%04d-%02u-%02uT%02d:%02d:%02d%+03d:00", c.year, c.month, c.day, c.hour, c.minute,
                   c.second, offsetHours);
}

std::string isoDate(Millis at)
{
    const Civil c = civil(at);
    return printed("%04d-%02u-%02u", c.year, c.month, c.day);
}

std::string date8(Millis at)
{
    const Civil c = civil(at);
    return printed("%04d%02u%02u", c.year, c.month, c.day);
}

std::string time6(Millis at)
{
    const Civil c = civil(at);
    return printed("%02d%02d%02d", c.hour, c.minute, c.second);
}

std::optional<Millis> parseRfc3339(std::string_view text)
{
    Civil c;
    int used = 0;
    const std::string copy{text};
    const int fields = std::sscanf(copy.c_str(), "%4d-%2u-%2uT%2d:%2d:%2d%n", &c.year, &c.month, &c.day,
                                   &c.hour, &c.minute, &c.second, &used);
    if (fields != 6) return std::nullopt;
    if (copy[static_cast<std::size_t>(used)] == '.') {
        int more = 0;
        if (std::sscanf(copy.c_str() + used, ".%3d%n", &c.millisecond, &more) != 1) return std::nullopt;
        used += more;
    }
    if (copy.substr(static_cast<std::size_t>(used)) != "Z") return std::nullopt;
    using namespace std::chrono;
    const year_month_day date{year{c.year}, month{c.month}, day{c.day}};
    if (!date.ok()) return std::nullopt;
    const auto point = sys_days{date} + hours{c.hour} + minutes{c.minute} + seconds{c.second};
    return duration_cast<milliseconds>(point.time_since_epoch()).count() + c.millisecond;
}

} // namespace milepost::network
