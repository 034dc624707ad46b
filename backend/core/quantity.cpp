// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/core/quantity.h"

#include <algorithm>
#include <limits>

namespace milepost {
namespace {

constexpr int quantityScale = 6;
constexpr std::size_t maxDigits = 18; // 10^18 fits an int64

bool isWithinBounds(__int128 micro)
{
    return micro <= maxQuantity.micro && micro >= -maxQuantity.micro;
}

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

} // namespace

std::optional<Quantity> converted(Quantity quantity, Ratio ratio)
{
    const auto product = static_cast<__int128>(quantity.micro) * ratio.numerator;
    if (ratio.denominator <= 0 || product % ratio.denominator != 0) return std::nullopt;
    const auto value = product / ratio.denominator;
    if (!isWithinBounds(value)) return std::nullopt;
    return Quantity{static_cast<std::int64_t>(value)};
}

std::optional<std::int64_t> parseDecimal(std::string_view text, int scale)
{
    const bool negative = text.starts_with('-');
    if (negative || text.starts_with('+')) text.remove_prefix(1);

    std::int64_t value = 0;
    std::size_t digits = 0;
    int behindPoint = -1; // -1: no point seen yet
    std::size_t seen = 0;
    for (const char c : text) {
        if (c == '.') {
            if (behindPoint >= 0) return std::nullopt;
            behindPoint = 0;
            continue;
        }
        if (!isDigit(c)) return std::nullopt;
        ++seen;
        if (behindPoint >= 0 && ++behindPoint > scale) {
            if (c != '0') return std::nullopt;
            continue;
        }
        if (value != 0 || c != '0') ++digits;
        if (digits > maxDigits) return std::nullopt;
        value = value * 10 + (c - '0');
    }
    if (seen == 0) return std::nullopt;
    for (int i = std::min(std::max(behindPoint, 0), scale); i < scale; ++i) {
        if (value > std::numeric_limits<std::int64_t>::max() / 10) return std::nullopt;
        value *= 10;
    }
    return negative ? -value : value;
}

std::string decimalText(std::int64_t value, int scale)
{
    const bool negative = value < 0;
    auto rest = negative ? 0 - static_cast<std::uint64_t>(value) : static_cast<std::uint64_t>(value);
    std::string digits = std::to_string(rest);
    const auto places = static_cast<std::size_t>(scale);
    if (digits.size() <= places) digits.insert(0, places + 1 - digits.size(), '0');
    if (places > 0) {
        digits.insert(digits.size() - places, 1, '.');
        digits.erase(digits.find_last_not_of('0') + 1);
        if (digits.back() == '.') digits.pop_back();
    }
    return negative ? "-" + digits : digits;
}

std::optional<Quantity> parseQuantity(std::string_view text)
{
    const auto micro = parseDecimal(text, quantityScale);
    if (!micro || !isWithinBounds(*micro)) return std::nullopt;
    return Quantity{*micro};
}

std::string toText(Quantity quantity)
{
    return decimalText(quantity.micro, quantityScale);
}

} // namespace milepost
