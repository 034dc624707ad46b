// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/core/clock.h"

#include <array>
#include <cstdio>

namespace milepost {
namespace {

using namespace std::chrono;

/// Reads exactly `count` digits and removes them from `text`.
std::optional<int> takeDigits(std::string_view& text, std::size_t count)
{
    if (text.size() < count) return std::nullopt;
    int value = 0;
    for (const char c : text.substr(0, count)) {
        if (c < '0' || c > '9') return std::nullopt;
        value = value * 10 + (c - '0');
    }
    text.remove_prefix(count);
    return value;
}

bool take(std::string_view& text, char expected)
{
    if (!text.starts_with(expected)) return false;
    text.remove_prefix(1);
    return true;
}

std::optional<sys_days> takeDate(std::string_view& text)
{
    const auto years = takeDigits(text, 4);
    if (!years || !take(text, '-')) return std::nullopt;
    const auto months = takeDigits(text, 2);
    if (!months || !take(text, '-')) return std::nullopt;
    const auto days = takeDigits(text, 2);
    if (!days) return std::nullopt;
    const year_month_day date{year(*years), month(static_cast<unsigned>(*months)),
                              day(static_cast<unsigned>(*days))};
    if (!date.ok()) return std::nullopt;
    return sys_days(date);
}

std::optional<Duration> takeTimeOfDay(std::string_view& text)
{
    const auto hour = takeDigits(text, 2);
    if (!hour || *hour > 23 || !take(text, ':')) return std::nullopt;
    const auto minute = takeDigits(text, 2);
    if (!minute || *minute > 59) return std::nullopt;
    int second = 0;
    if (take(text, ':')) {
        const auto read = takeDigits(text, 2);
        if (!read || *read > 60) return std::nullopt;
        second = *read;
    }
    int millis = 0;
    if (take(text, '.')) {
        if (text.empty() || text.front() < '0' || text.front() > '9') return std::nullopt;
        int scale = 100;
        while (const auto digit = takeDigits(text, 1)) {
            millis += *digit * scale;
            scale /= 10;
        }
    }
    return hours(*hour) + minutes(*minute) + seconds(second) + Duration(millis);
}

std::optional<Duration> takeOffset(std::string_view& text)
{
    if (text.empty() || take(text, 'Z') || take(text, 'z')) return Duration(0);
    const bool west = text.front() == '-';
    if (!west && text.front() != '+') return std::nullopt;
    text.remove_prefix(1);
    const auto hour = takeDigits(text, 2);
    if (!hour || *hour > 23) return std::nullopt;
    take(text, ':');
    const auto minute = takeDigits(text, 2);
    if (!minute || *minute > 59) return std::nullopt;
    const Duration offset = hours(*hour) + minutes(*minute);
    return west ? -offset : offset;
}

} // namespace

ScaledClock::ScaledClock(Timestamp start, Timestamp realStart, double speed)
    : m_start(start)
    , m_realStart(realStart)
    , m_speed(speed)
{
}

Timestamp ScaledClock::now() const
{
    const auto real = time_point_cast<Duration>(system_clock::now());
    if (m_speed == 1.0 && m_start == m_realStart) return real;
    const double passed = static_cast<double>((real - m_realStart).count()) * m_speed;
    return m_start + Duration(static_cast<std::int64_t>(passed));
}

std::string toText(Timestamp time)
{
    const auto day = floor<days>(time);
    const year_month_day date(day);
    const hh_mm_ss clock(time - day);
    std::array<char, 48> buffer{};
    std::snprintf(buffer.data(), buffer.size(), "%04d-%02u-%02uT%02d:%02d:%02d.%03dZ",
                  static_cast<int>(date.year()), static_cast<unsigned>(date.month()),
                  static_cast<unsigned>(date.day()), static_cast<int>(clock.hours().count()),
                  static_cast<int>(clock.minutes().count()), static_cast<int>(clock.seconds().count()),
                  static_cast<int>(clock.subseconds().count()));
    return buffer.data();
}

std::optional<Timestamp> parseTimestamp(std::string_view text)
{
    const auto date = takeDate(text);
    if (!date) return std::nullopt;
    if (text.empty()) return Timestamp(*date);
    if (!take(text, 'T') && !take(text, ' ') && !take(text, 't')) return std::nullopt;
    const auto timeOfDay = takeTimeOfDay(text);
    if (!timeOfDay) return std::nullopt;
    const auto offset = takeOffset(text);
    if (!offset || !text.empty()) return std::nullopt;
    return Timestamp(*date) + *timeOfDay - *offset;
}

} // namespace milepost
