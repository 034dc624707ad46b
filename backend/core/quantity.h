// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace milepost {

/// An exact number of an item's base unit, counted in millionths. What is read from outside stays within
/// maxQuantity, so that sums of a document's lines cannot overflow.
struct Quantity {
    std::int64_t micro = 0;

    static constexpr Quantity units(std::int64_t whole) { return {whole * 1'000'000}; }

    constexpr Quantity& operator+=(Quantity other)
    {
        micro += other.micro;
        return *this;
    }
    constexpr Quantity& operator-=(Quantity other)
    {
        micro -= other.micro;
        return *this;
    }
    friend constexpr Quantity operator+(Quantity a, Quantity b) { return {a.micro + b.micro}; }
    friend constexpr Quantity operator-(Quantity a, Quantity b) { return {a.micro - b.micro}; }
    friend constexpr auto operator<=>(const Quantity&, const Quantity&) = default;

    constexpr bool isZero() const { return micro == 0; }
    constexpr bool isPositive() const { return micro > 0; }
};

/// The largest number of units, either sign, that parseQuantity() and converted() let in.
inline constexpr Quantity maxQuantity = Quantity::units(1'000'000'000);

/// A factor between two units of one item, exact (a case of 12: 12/1).
struct Ratio {
    std::int64_t numerator = 1;
    std::int64_t denominator = 1; ///< > 0

    friend constexpr bool operator==(const Ratio&, const Ratio&) = default;
};

template <typename V>
void fields(V& visit, Quantity& quantity)
{
    visit("micro", quantity.micro);
}

template <typename V>
void fields(V& visit, Ratio& ratio)
{
    visit("numerator", ratio.numerator);
    visit("denominator", ratio.denominator);
}

/// `quantity` in another unit; nothing when the result is not exact in millionths or beyond
/// maxQuantity.
std::optional<Quantity> converted(Quantity quantity, Ratio ratio);

/// Reads a plain decimal such as "12", "-0.5", "1200.000000": digits, one point, a sign. Nothing for anything
/// else (spaces, exponents, more than `scale` digits that are not zero behind the point, more than 18
/// digits). The value is in units of 10^-scale.
std::optional<std::int64_t> parseDecimal(std::string_view text, int scale);

/// The shortest decimal text of `value` * 10^-scale: "12", "0.5", "-3.25".
std::string decimalText(std::int64_t value, int scale);

/// Reads up to six digits behind the point; nothing beyond maxQuantity.
std::optional<Quantity> parseQuantity(std::string_view text);
std::string toText(Quantity quantity);

} // namespace milepost
