// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/contracts/order_draft.h"
#include "backend/contracts/render_scope.h"

#include <charconv>
#include <string>
#include <string_view>

/// How the rows of the field catalogue reach members: put<&Type::member> and get<&Type::member>.
namespace milepost::access {

inline const char* assign(std::string& member, std::string_view text)
{
    member = text;
    return nullptr;
}

inline const char* assign(int& member, std::string_view text)
{
    const auto [end, failure] = std::from_chars(text.data(), text.data() + text.size(), member);
    return failure == std::errc() && end == text.data() + text.size() ? nullptr : "is no whole number";
}

inline const char* assign(bool& member, std::string_view text)
{
    member = text == "true" || text == "1" || text == "Y" || text == "yes";
    const bool isKnown = member || text == "false" || text == "0" || text == "N" || text == "no";
    return isKnown ? nullptr : "is neither true nor false";
}

inline const char* assign(std::optional<Timestamp>& member, std::string_view text)
{
    member = parseTimestamp(text);
    return member ? nullptr : "is no time";
}

inline const char* assign(Quantity& member, std::string_view text)
{
    const auto quantity = parseQuantity(text);
    if (quantity) member = *quantity;
    return quantity ? nullptr : "is no quantity";
}

inline const char* assign(std::optional<Quantity>& member, std::string_view text)
{
    member = parseQuantity(text);
    return member ? nullptr : "is no quantity";
}

inline const char* assign(std::optional<UnitPrice>& member, std::string_view text)
{
    member = parseUnitPrice(text);
    return member ? nullptr : "is no price";
}

inline const char* assign(Currency& member, std::string_view text)
{
    const auto currency = parseCurrency(text);
    if (currency) member = *currency;
    return currency ? nullptr : "is no currency of ISO 4217";
}

inline const char* assign(SubstitutionRule& member, std::string_view text)
{
    return fromKey(text, member) ? nullptr : "is none of allowed, askFirst, notAllowed";
}

inline const char* assign(Ratio& member, std::string_view text)
{
    const auto slash = text.find('/');
    if (slash == std::string_view::npos) return "is no ratio such as 12/1";
    const auto above = parseDecimal(text.substr(0, slash), 0);
    const auto below = parseDecimal(text.substr(slash + 1), 0);
    if (!above || !below || *above <= 0 || *below <= 0) return "is no ratio such as 12/1";
    member = {*above, *below};
    return nullptr;
}

/// The object that holds a member, from the item that a map fills in.
template <typename T>
T& objectOf(void* item)
{
    return *static_cast<T*>(item);
}
template <>
inline CanonicalOrder& objectOf<CanonicalOrder>(void* item)
{
    return static_cast<OrderDraft*>(item)->order;
}
template <>
inline PaymentTerms& objectOf<PaymentTerms>(void* item)
{
    return static_cast<OrderDraft*>(item)->order.terms;
}
template <>
inline CustomerRules& objectOf<CustomerRules>(void* item)
{
    return static_cast<OrderDraft*>(item)->order.rules;
}
template <>
inline CanonicalLine& objectOf<CanonicalLine>(void* item)
{
    return static_cast<LineDraft*>(item)->line;
}
template <>
inline Reply& objectOf<Reply>(void* item)
{
    return static_cast<ReplyDraft*>(item)->reply;
}

template <typename Owner, typename Member>
struct MemberOf {
    using Object = Owner;
};
template <typename Object, typename Member>
MemberOf<Object, Member> ownerOf(Member Object::*);
template <auto member>
using Object = typename decltype(ownerOf(member))::Object;

template <auto member>
const char* put(void* item, std::string_view text, Currency /*currency*/)
{
    return assign(objectOf<Object<member>>(item).*member, text);
}

/// An amount in minor units of the currency.
template <auto member>
const char* putMoney(void* item, std::string_view text, Currency currency)
{
    if (!currency.isStated()) return "is an amount, but no currency is stated";
    const auto money = parseMoney(text, currency);
    if (!money) return "is no amount of this currency";
    objectOf<Object<member>>(item).*member = money->minor;
    return nullptr;
}

/// A decimal in millionths.
template <auto member>
const char* putMicro(void* item, std::string_view text, Currency /*currency*/)
{
    const auto value = parseDecimal(text, 6);
    if (!value) return "is no decimal number";
    objectOf<Object<member>>(item).*member = *value;
    return nullptr;
}

inline bool append(std::string& out, const std::string& value)
{
    out += value;
    return !value.empty();
}

inline bool append(std::string& out, int value)
{
    out += std::to_string(value);
    return true;
}

inline bool append(std::string& out, bool value)
{
    out += value ? "true" : "false";
    return true;
}

inline bool append(std::string& out, Quantity value)
{
    out += toText(value);
    return true;
}

inline bool append(std::string& out, Timestamp value)
{
    if (value == Timestamp{}) return false;
    out += toText(value);
    return true;
}

inline bool append(std::string& out, const Currency& value)
{
    out += value.code();
    return value.isStated();
}

inline bool append(std::string& out, const Ratio& value)
{
    out += std::to_string(value.numerator) + "/" + std::to_string(value.denominator);
    return true;
}

inline bool append(std::string& out, UnitPrice value)
{
    out += toText(value);
    return true;
}

template <typename T>
bool append(std::string& out, const std::optional<T>& value)
{
    return value && append(out, *value);
}

template <typename T>
const T* sourceOf(const RenderScope& scope, std::string_view argument);
template <>
inline const CanonicalOrder* sourceOf(const RenderScope& scope, std::string_view)
{
    return scope.order();
}
template <>
inline const PaymentTerms* sourceOf(const RenderScope& scope, std::string_view)
{
    return scope.order() == nullptr ? nullptr : &scope.order()->terms;
}
template <>
inline const CustomerRules* sourceOf(const RenderScope& scope, std::string_view)
{
    return scope.order() == nullptr ? nullptr : &scope.order()->rules;
}
template <>
inline const Party* sourceOf(const RenderScope& scope, std::string_view argument)
{
    return scope.party(argument);
}
template <>
inline const RequestLine* sourceOf(const RenderScope& scope, std::string_view)
{
    return scope.line();
}
template <>
inline const CanonicalLine* sourceOf(const RenderScope& scope, std::string_view)
{
    return scope.orderedLine();
}
template <>
inline const RequestView* sourceOf(const RenderScope& scope, std::string_view)
{
    return &scope.view();
}

template <auto member>
bool get(const RenderScope& scope, std::string_view argument, std::string& text)
{
    const auto* object = sourceOf<Object<member>>(scope, argument);
    return object != nullptr && append(text, object->*member);
}

/// An amount in minor units, in the currency of the order.
template <auto member>
bool getMoney(const RenderScope& scope, std::string_view argument, std::string& text)
{
    const auto* object = sourceOf<Object<member>>(scope, argument);
    if (object == nullptr || scope.order() == nullptr) return false;
    const std::optional<std::int64_t> minor = object->*member;
    if (!minor) return false;
    text += amountText({*minor, scope.order()->currency});
    return true;
}

template <auto member>
bool getMicro(const RenderScope& scope, std::string_view argument, std::string& text)
{
    const auto* object = sourceOf<Object<member>>(scope, argument);
    if (object == nullptr || object->*member == 0) return false;
    text += decimalText(object->*member, 6);
    return true;
}

} // namespace milepost::access
