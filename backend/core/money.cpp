// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/core/money.h"

#include <algorithm>

namespace milepost {
namespace {

// ISO 4217:2015, active codes by the digits of their minor unit; every code of `twoDigits` has two.
constexpr std::string_view noDigits = "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF ";
constexpr std::string_view threeDigits = "BHD IQD JOD KWD LYD OMR TND ";
constexpr std::string_view fourDigits = "CLF UYW ";
constexpr std::string_view twoDigits =
    "AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF "
    "CNY COP CRC CUP CVE CZK DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GTQ GYD HKD HNL HTG HUF "
    "IDR ILS INR IRR JMD KES KGS KHR KPW KYD KZT LAK LBP LKR LRD LSL MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR "
    "MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD PAB PEN PGK PHP PKR PLN QAR RON RSD RUB SAR SBD SCR SDG SEK SGD "
    "SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TOP TRY TTD TWD TZS UAH USD UYU UZS VED VES WST XCD YER "
    "ZAR ZMW ZWL ";

bool lists(std::string_view codes, std::string_view code)
{
    for (std::size_t at = 0; at + 3 <= codes.size(); at += 4) {
        if (codes.substr(at, 3) == code) return true;
    }
    return false;
}

__int128 powerOfTen(int exponent)
{
    __int128 value = 1;
    for (int i = 0; i < exponent; ++i)
        value *= 10;
    return value;
}

__int128 dividedHalfEven(__int128 value, __int128 divisor)
{
    const bool negative = value < 0;
    if (negative) value = -value;
    __int128 quotient = value / divisor;
    const __int128 twice = (value % divisor) * 2;
    if (twice > divisor || (twice == divisor && quotient % 2 != 0)) ++quotient;
    return negative ? -quotient : quotient;
}

constexpr int priceScale = 6;
constexpr int quantityScale = 6;
constexpr __int128 maxAmountMinor = 1'000'000'000'000'000;

} // namespace

std::optional<Currency> parseCurrency(std::string_view code)
{
    if (code.size() != 3) return std::nullopt;
    if (!lists(twoDigits, code) && !lists(noDigits, code) && !lists(threeDigits, code) &&
        !lists(fourDigits, code))
        return std::nullopt;
    Currency currency;
    std::copy_n(code.begin(), 3, currency.letters.begin());
    return currency;
}

int minorDigits(Currency currency)
{
    if (lists(noDigits, currency.code())) return 0;
    if (lists(threeDigits, currency.code())) return 3;
    if (lists(fourDigits, currency.code())) return 4;
    return 2;
}

std::optional<Money> parseMoney(std::string_view text, Currency currency)
{
    const auto minor = parseDecimal(text, minorDigits(currency));
    if (!minor) return std::nullopt;
    return Money{*minor, currency};
}

std::optional<UnitPrice> parseUnitPrice(std::string_view text)
{
    const auto micro = parseDecimal(text, priceScale);
    if (!micro) return std::nullopt;
    return UnitPrice{*micro};
}

std::string amountText(Money money)
{
    const auto digits = static_cast<std::size_t>(minorDigits(money.currency));
    const bool negative = money.minor < 0;
    std::string text = std::to_string(money.minor);
    if (negative) text.erase(0, 1);
    if (digits > 0) {
        if (text.size() <= digits) text.insert(0, digits + 1 - text.size(), '0');
        text.insert(text.size() - digits, 1, '.');
    }
    return negative ? "-" + text : text;
}

std::string toText(UnitPrice price)
{
    return decimalText(price.micro, priceScale);
}

Money lineAmount(UnitPrice price, Quantity quantity, Currency currency)
{
    const auto exact = static_cast<__int128>(price.micro) * quantity.micro;
    const int shift = priceScale + quantityScale - minorDigits(currency);
    const __int128 amount = dividedHalfEven(exact, powerOfTen(shift));
    return {static_cast<std::int64_t>(std::clamp(amount, -maxAmountMinor, maxAmountMinor)), currency};
}

} // namespace milepost
