// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/documents/x12_text.h"

#include <algorithm>
#include <array>

namespace milepost {
namespace {

/// Code points of the bytes 0x80…0x9F in Windows-1252; those that it leaves open are read as Latin-1.
constexpr std::array<char16_t, 32> windows1252{
    0x20AC, 0x0081, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0x008D, 0x017D, 0x008F, 0x0090, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x009D, 0x017E, 0x0178};

void appendUtf8(std::string& text, char16_t point)
{
    if (point < 0x80) {
        text += static_cast<char>(point);
    } else if (point < 0x800) {
        text += static_cast<char>(0xC0 | (point >> 6));
        text += static_cast<char>(0x80 | (point & 0x3F));
    } else {
        text += static_cast<char>(0xE0 | (point >> 12));
        text += static_cast<char>(0x80 | ((point >> 6) & 0x3F));
        text += static_cast<char>(0x80 | (point & 0x3F));
    }
}

std::string recoded(std::string_view bytes)
{
    std::string text;
    for (const char c : bytes) {
        const auto byte = static_cast<unsigned char>(c);
        appendUtf8(text, byte >= 0x80 && byte < 0xA0 ? windows1252[byte - 0x80] : byte);
    }
    return text;
}

bool isContinuation(std::string_view bytes, std::size_t at)
{
    return at < bytes.size() && (static_cast<unsigned char>(bytes[at]) & 0xC0) == 0x80;
}

/// Bytes of the well-formed character at `at` (RFC 3629); 0 when there is none.
std::size_t characterLength(std::string_view bytes, std::size_t at)
{
    const auto first = static_cast<unsigned char>(bytes[at]);
    if (first < 0x80) return 1;
    const std::size_t length = first < 0xC2 ? 0 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : first < 0xF5 ? 4 : 0;
    for (std::size_t i = 1; i < length; ++i)
        if (!isContinuation(bytes, at + i)) return 0;
    if (length < 3) return length;
    const auto second = static_cast<unsigned char>(bytes[at + 1]);
    const bool isOverlong = (first == 0xE0 && second < 0xA0) || (first == 0xF0 && second < 0x90);
    const bool isOutside = (first == 0xED && second >= 0xA0) || (first == 0xF4 && second >= 0x90);
    return isOverlong || isOutside ? 0 : length;
}

bool isControl(char c)
{
    return static_cast<unsigned char>(c) < 0x20 || c == 0x7F;
}

} // namespace

std::string quotedStart(std::string_view text, std::size_t maxBytes)
{
    std::size_t end = std::min(text.size(), maxBytes);
    while (end > 0 && isContinuation(text, end))
        --end;
    return "\"" + std::string(text.substr(0, end)) + "\"";
}

bool isUtf8(std::string_view bytes)
{
    for (std::size_t at = 0; at < bytes.size();) {
        const std::size_t length = characterLength(bytes, at);
        if (length == 0) return false;
        at += length;
    }
    return true;
}

CleanedText cleanedText(std::string_view bytes)
{
    CleanedText result;
    result.wasRecoded = !isUtf8(bytes);
    result.text = result.wasRecoded ? recoded(bytes) : std::string(bytes);
    result.hadControls = std::ranges::any_of(result.text, isControl);
    if (result.hadControls) std::ranges::replace_if(result.text, isControl, ' ');
    return result;
}

std::optional<long long> parseCount(std::string_view digits)
{
    const std::size_t start = std::min(digits.find_first_not_of('0'), digits.size());
    const std::string_view significant = digits.substr(start);
    const bool isNumber = std::ranges::all_of(digits, [](char c) { return c >= '0' && c <= '9'; });
    if (digits.empty() || !isNumber || significant.size() > 18) return {};
    long long value = 0;
    for (const char c : significant)
        value = value * 10 + (c - '0');
    return value;
}

bool isSameControl(std::string_view a, std::string_view b)
{
    const auto left = parseCount(a);
    const auto right = parseCount(b);
    return left && right ? *left == *right : a == b;
}

} // namespace milepost
