// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/network/money_text.h"

namespace milepost::network {

std::optional<std::int64_t> parseMillionths(std::string_view text)
{
    std::int64_t value = 0;
    int decimals = -1;
    if (text.empty() || text.size() > 15) return std::nullopt;
    for (const char c : text) {
        if (c == '.' && decimals < 0) {
            decimals = 0;
            continue;
        }
        if (c < '0' || c > '9' || decimals == 6) return std::nullopt;
        value = value * 10 + (c - '0');
        if (decimals >= 0) ++decimals;
    }
    if (decimals == 0 || text.front() == '.') return std::nullopt;
    for (int i = decimals < 0 ? 0 : decimals; i < 6; ++i)
        value *= 10;
    return value;
}

std::int64_t amountCents(std::int64_t quantity, std::int64_t priceMillionths)
{
    constexpr std::int64_t millionthsPerCent = 10'000;
    const std::int64_t exact = quantity * priceMillionths;
    const std::int64_t whole = exact / millionthsPerCent;
    const std::int64_t rest = exact % millionthsPerCent;
    const bool up = rest > millionthsPerCent / 2 || (rest == millionthsPerCent / 2 && whole % 2 != 0);
    return whole + (up ? 1 : 0);
}

std::string centsText(std::int64_t cents)
{
    const std::string fraction = std::to_string(cents % 100);
    return std::to_string(cents / 100) + '.' + (fraction.size() < 2 ? "0" : "") + fraction;
}

std::string priceText(std::int64_t millionths)
{
    std::string fraction = std::to_string(1'000'000 + millionths % 1'000'000).substr(1);
    while (fraction.size() > 2 && fraction.back() == '0')
        fraction.pop_back();
    return std::to_string(millionths / 1'000'000) + '.' + fraction;
}

} // namespace milepost::network
