// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace milepost::network {

/// "12.50" as 12500000; at most six decimals, no sign. Nothing when the text is anything else.
std::optional<std::int64_t> parseMillionths(std::string_view text);
/// quantity whole units at a price in millionths, in cents, rounded half-even.
std::int64_t amountCents(std::int64_t quantity, std::int64_t priceMillionths);
/// 1250 as "12.50"
std::string centsText(std::int64_t cents);
/// 12500000 as "12.50": at least two decimals, no more than needed.
std::string priceText(std::int64_t millionths);

} // namespace milepost::network
