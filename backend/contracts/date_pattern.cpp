// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/contracts/date_pattern.h"

#include <array>
#include <cstdio>

namespace milepost {
namespace {

using namespace std::chrono;

struct Parts {
    int year = 1970;
    int month = 1;
    int day = 1;
    int hour = 0;
    int minute = 0;
    int second = 0;
    int millis = 0;
};

struct Token {
    std::string_view letters;
    int Parts::*part;
};

constexpr std::array<Token, 8> tokens{{{"YYYY", &Parts::year},
                                       {"YY", &Parts::year},
                                       {"MM", &Parts::month},
                                       {"DD", &Parts::day},
                                       {"hh", &Parts::hour},
                                       {"mm", &Parts::minute},
                                       {"ss", &Parts::second},
                                       {"fff", &Parts::millis}}};

/// The token that a pattern begins with, or null.
const Token* leadingToken(std::string_view pattern)
{
    for (const Token& token : tokens) {
        if (pattern.starts_with(token.letters)) return &token;
    }
    return nullptr;
}

std::optional<int> digits(std::string_view text, std::size_t count)
{
    if (text.size() < count) return std::nullopt;
    int value = 0;
    for (const char c : text.substr(0, count)) {
        if (c < '0' || c > '9') return std::nullopt;
        value = value * 10 + (c - '0');
    }
    return value;
}

std::optional<Timestamp> toTime(const Parts& p)
{
    const year_month_day date{year(p.year), month(static_cast<unsigned>(p.month)),
                              day(static_cast<unsigned>(p.day))};
    if (!date.ok() || p.hour > 23 || p.minute > 59 || p.second > 60) return std::nullopt;
    return Timestamp(sys_days(date)) + hours(p.hour) + minutes(p.minute) + seconds(p.second) +
           Duration(p.millis);
}

std::optional<Timestamp> readByPattern(std::string_view pattern, std::string_view text)
{
    Parts parts;
    while (!pattern.empty()) {
        if (const Token* token = leadingToken(pattern)) {
            const auto value = digits(text, token->letters.size());
            if (!value) return std::nullopt;
            const bool isShortYear = token->letters == "YY";
            parts.*(token->part) = isShortYear ? (*value < 70 ? 2000 : 1900) + *value : *value;
            pattern.remove_prefix(token->letters.size());
            text.remove_prefix(token->letters.size());
        } else {
            if (text.empty() || text.front() != pattern.front()) return std::nullopt;
            pattern.remove_prefix(1);
            text.remove_prefix(1);
        }
    }
    return text.empty() ? toTime(parts) : std::nullopt;
}

std::optional<Timestamp> readX12(std::string_view text)
{
    std::string packed;
    for (const char c : text) {
        if (c != ' ' && c != 'T') packed.push_back(c);
    }
    switch (packed.size()) {
    case 6: return readByPattern("YYMMDD", packed);
    case 8: return readByPattern("YYYYMMDD", packed);
    case 10: return readByPattern("YYMMDDhhmm", packed);
    case 12: return readByPattern("YYYYMMDDhhmm", packed);
    case 14: return readByPattern("YYYYMMDDhhmmss", packed);
    case 16: return readByPattern("YYYYMMDDhhmmss", std::string_view(packed).substr(0, 14));
    default: return std::nullopt;
    }
}

Parts partsOf(Timestamp time)
{
    const auto midnight = floor<days>(time);
    const year_month_day date(midnight);
    const hh_mm_ss clock(time - midnight);
    return {static_cast<int>(date.year()),
            static_cast<int>(static_cast<unsigned>(date.month())),
            static_cast<int>(static_cast<unsigned>(date.day())),
            static_cast<int>(clock.hours().count()),
            static_cast<int>(clock.minutes().count()),
            static_cast<int>(clock.seconds().count()),
            static_cast<int>(clock.subseconds().count())};
}

} // namespace

bool isDatePattern(std::string_view pattern)
{
    if (pattern == "x12" || pattern == "iso") return true;
    while (!pattern.empty()) {
        if (leadingToken(pattern) != nullptr) return true;
        pattern.remove_prefix(1);
    }
    return false;
}

std::optional<Timestamp> readDate(std::string_view pattern, std::string_view text)
{
    if (pattern == "iso") return parseTimestamp(text);
    return pattern == "x12" ? readX12(text) : readByPattern(pattern, text);
}

std::string writeDate(std::string_view pattern, Timestamp time)
{
    if (pattern == "iso") return toText(time);
    if (pattern == "x12") pattern = "YYYYMMDD";
    const Parts parts = partsOf(time);
    std::string text;
    while (!pattern.empty()) {
        const Token* token = leadingToken(pattern);
        if (token == nullptr) {
            text.push_back(pattern.front());
            pattern.remove_prefix(1);
            continue;
        }
        const bool isShortYear = token->letters == "YY";
        const int value = isShortYear ? parts.year % 100 : parts.*(token->part);
        std::array<char, 16> buffer{};
        std::snprintf(buffer.data(), buffer.size(), "%0*d", static_cast<int>(token->letters.size()), value);
        text += buffer.data();
        pattern.remove_prefix(token->letters.size());
    }
    return text;
}

} // namespace milepost
