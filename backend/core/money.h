// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/core/quantity.h"

#include <array>
#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace milepost {

/// An ISO 4217 alphabetic code; all zero: not stated.
struct Currency {
    std::array<char, 3> letters{};

    bool isStated() const { return letters[0] != 0; }
    std::string_view code() const
    {
        return isStated() ? std::string_view(letters.data(), 3) : std::string_view();
    }

    friend auto operator<=>(const Currency&, const Currency&) = default;
};

template <typename V>
void fields(V& visit, Currency& currency)
{
    visit("code", currency.letters);
}

/// Three capital letters, known to ISO 4217 (any other: nothing).
std::optional<Currency> parseCurrency(std::string_view code);

/// Digits of the minor unit by ISO 4217: JPY 0, USD 2, KWD 3.
int minorDigits(Currency currency);

/// An exact amount in minor units of its currency.
struct Money {
    std::int64_t minor = 0;
    Currency currency{};

    friend bool operator==(const Money&, const Money&) = default;
};

/// A price per base unit in millionths of the major unit.
struct UnitPrice {
    std::int64_t micro = 0;

    friend constexpr auto operator<=>(const UnitPrice&, const UnitPrice&) = default;
};

template <typename V>
void fields(V& visit, Money& money)
{
    visit("minor", money.minor);
    visit("currency", money.currency);
}

template <typename V>
void fields(V& visit, UnitPrice& price)
{
    visit("micro", price.micro);
}

/// Reads "12.34"; nothing when it is no decimal or has more digits than the currency's minor unit.
std::optional<Money> parseMoney(std::string_view text, Currency currency);

/// Reads up to six digits behind the point.
std::optional<UnitPrice> parseUnitPrice(std::string_view text);

/// "12.30": always all digits of the minor unit.
std::string amountText(Money money);
std::string toText(UnitPrice price);

/// quantity × price, rounded half-even to the minor unit once. Beyond 10^15 minor units, either sign, it
/// stays there: no honest line is worth that, and sums must not overflow.
Money lineAmount(UnitPrice price, Quantity quantity, Currency currency);

} // namespace milepost
