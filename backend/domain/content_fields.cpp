// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/domain/content_fields.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <type_traits>

namespace milepost {
namespace {

std::string textOf(const std::string& value)
{
    return value;
}
std::string textOf(bool value)
{
    return value ? "true" : "false";
}
std::string textOf(int value)
{
    return std::to_string(value);
}
std::string textOf(Currency value)
{
    return std::string(value.code());
}
std::string textOf(const std::optional<Timestamp>& value)
{
    return value ? toText(*value) : std::string();
}
std::string textOf(const std::optional<UnitPrice>& value)
{
    return value ? toText(*value) : std::string();
}
std::string textOf(SubstitutionRule value)
{
    return std::string(toKey(value));
}
std::string textOf(Quantity value)
{
    return toText(value);
}

bool readText(const std::string& text, std::string& value)
{
    value = text;
    return true;
}

bool readText(const std::string& text, bool& value)
{
    value = text == "true";
    return value || text == "false";
}

bool readText(const std::string& text, int& value)
{
    const char* end = text.data() + text.size();
    const auto [at, error] = std::from_chars(text.data(), end, value);
    return error == std::errc() && at == end;
}

bool readText(const std::string& text, SubstitutionRule& value)
{
    return fromKey(text, value);
}

bool readText(const std::string& text, Quantity& value)
{
    const auto read = parseQuantity(text);
    if (read) value = *read;
    return read && *read >= Quantity{};
}

bool readText(const std::string& text, std::optional<Timestamp>& value)
{
    value = parseTimestamp(text);
    return value || text.empty();
}

bool readText(const std::string& text, std::optional<UnitPrice>& value)
{
    value = parseUnitPrice(text);
    return text.empty() || (value && value->micro >= 0);
}

template <typename Value>
std::string expectedOf()
{
    if constexpr (std::is_same_v<Value, bool>) return "true or false";
    if constexpr (std::is_same_v<Value, int>) return "a whole number";
    if constexpr (std::is_same_v<Value, std::optional<Timestamp>>)
        return "a date such as 2026-11-30 or a time such as 2026-11-30T17:00:00Z";
    if constexpr (std::is_same_v<Value, std::optional<UnitPrice>>) return "a price such as 12.50";
    if constexpr (std::is_same_v<Value, SubstitutionRule>) return "notAllowed, askFirst or allowed";
    if constexpr (std::is_same_v<Value, Quantity>) return "a quantity of zero or more";
    return {};
}

/// A field that nobody changes; `lens` gives the member of an order.
template <typename Lens>
ContentField shown(std::string path, FieldLock lock, Lens lens)
{
    return {.path = std::move(path), .lock = lock, .read = [lens](const CanonicalOrder& order) {
                return textOf(lens(order));
            }};
}

template <typename Lens>
ContentField field(std::string path, FieldLock lock, Lens lens)
{
    using Value = std::remove_cvref_t<decltype(lens(std::declval<CanonicalOrder&>()))>;
    ContentField made = shown(std::move(path), lock, lens);
    made.expects = expectedOf<Value>();
    made.write = [lens](CanonicalOrder& order, const std::string& text) {
        return readText(text, lens(order));
    };
    return made;
}

void addHead(std::vector<ContentField>& to)
{
    const auto add = [&](const char* path, FieldLock lock, auto lens) {
        to.push_back(field(path, lock, lens));
    };
    const auto show = [&](const char* path, FieldLock lock, auto lens) {
        to.push_back(shown(path, lock, lens));
    };
    show(
        "/orderNo", FieldLock::Identity, [](const auto& o) -> auto& { return o.orderNo; });
    show(
        "/channel", FieldLock::Identity, [](const auto& o) -> auto& { return o.channel; });
    show(
        "/sender", FieldLock::Identity, [](const auto& o) -> auto& { return o.sender; });
    show(
        "/number", FieldLock::Identity, [](const auto& o) -> auto& { return o.number; });
    show(
        "/releaseNo", FieldLock::Identity, [](const auto& o) -> auto& { return o.releaseNo; });
    show(
        "/currency", FieldLock::Declared, [](const auto& o) -> auto& { return o.currency; });
    show(
        "/isPaid", FieldLock::Declared, [](const auto& o) -> auto& { return o.isPaid; });
    show(
        "/placedAt", FieldLock::Declared, [](const auto& o) -> auto& { return o.placedAt; });
    add(
        "/customerNo", FieldLock::UntilAccepted, [](auto& o) -> auto& { return o.customerNo; });
    add(
        "/terms/code", FieldLock::UntilAccepted, [](auto& o) -> auto& { return o.terms.code; });
    add(
        "/terms/text", FieldLock::UntilAccepted, [](auto& o) -> auto& { return o.terms.text; });
    add(
        "/terms/netDays", FieldLock::UntilAccepted, [](auto& o) -> auto& { return o.terms.netDays; });
    add(
        "/requestedAt", FieldLock::UntilShipped, [](auto& o) -> auto& { return o.requestedAt; });
    add(
        "/promisedAt", FieldLock::UntilShipped, [](auto& o) -> auto& { return o.promisedAt; });
    add(
        "/cancelAfter", FieldLock::UntilShipped, [](auto& o) -> auto& { return o.cancelAfter; });
    add(
        "/priority", FieldLock::UntilShipped, [](auto& o) -> auto& { return o.priority; });
    add(
        "/service", FieldLock::UntilShipped, [](auto& o) -> auto& { return o.service; });
    add(
        "/rules/shipComplete", FieldLock::UntilPlanned,
        [](auto& o) -> auto& { return o.rules.shipComplete; });
    add(
        "/rules/preferredNode", FieldLock::UntilPlanned,
        [](auto& o) -> auto& { return o.rules.preferredNode; });
    add(
        "/rules/preferredCarrier", FieldLock::UntilBooked,
        [](auto& o) -> auto& { return o.rules.preferredCarrier; });
    add(
        "/note", FieldLock::Free, [](auto& o) -> auto& { return o.note; });
}

struct PartyMember {
    const char* name;
    std::string Party::*member;
};
constexpr std::array<PartyMember, 9> addressMembers{{{"id", &Party::id},
                                                     {"name", &Party::name},
                                                     {"company", &Party::company},
                                                     {"line1", &Party::line1},
                                                     {"line2", &Party::line2},
                                                     {"city", &Party::city},
                                                     {"region", &Party::region},
                                                     {"postalCode", &Party::postalCode},
                                                     {"country", &Party::country}}};
constexpr std::array<PartyMember, 2> contactMembers{{{"phone", &Party::phone}, {"email", &Party::email}}};

/// A party of an order: by its role, or (of one of several destinations) by its id.
struct PartyPlace {
    std::string role{};
    std::string id{};

    bool isThere(const Party& party) const { return id.empty() ? party.role == role : party.id == id; }
    const Party* in(const CanonicalOrder& order) const
    {
        const auto at =
            std::ranges::find_if(order.parties, [this](const Party& party) { return isThere(party); });
        return at == order.parties.end() ? nullptr : &*at;
    }
    Party& madeIn(CanonicalOrder& order) const
    {
        const auto at =
            std::ranges::find_if(order.parties, [this](const Party& party) { return isThere(party); });
        return at != order.parties.end() ? *at : order.parties.emplace_back(Party{.role = role, .id = id});
    }
};

ContentField partyField(const std::string& prefix, const PartyPlace& place, const PartyMember& member,
                        FieldLock lock)
{
    return {.path = prefix + "/" + member.name,
            .lock = lock,
            .isPerson = true,
            .read =
                [place, at = member.member](const CanonicalOrder& order) {
                    const Party* party = place.in(order);
                    return party == nullptr ? std::string() : party->*at;
                },
            .write =
                [place, at = member.member](CanonicalOrder& order, const std::string& text) {
                    place.madeIn(order).*at = text;
                    return true;
                }};
}

void addParty(std::vector<ContentField>& to, const std::string& prefix, const PartyPlace& place,
              FieldLock lock, int destination = -1)
{
    for (const PartyMember& member : addressMembers) {
        const bool isJoined = member.member == &Party::id && !place.id.empty();
        to.push_back(partyField(prefix, place, member, isJoined ? FieldLock::Identity : lock));
        to.back().destination = destination;
    }
    for (const PartyMember& member : contactMembers)
        to.push_back(partyField(prefix, place, member, FieldLock::Free));
}

void addParties(std::vector<ContentField>& to, const CanonicalOrder& content)
{
    if (content.destinations.empty() || findParty(content, "shipTo") != nullptr)
        addParty(to, "/shipTo", {.role = "shipTo"}, FieldLock::UntilShipped);
    for (std::size_t i = 0; i < content.destinations.size(); ++i)
        addParty(to, "/destinations/" + std::to_string(i + 1),
                 {.role = "shipTo", .id = content.destinations[i]}, FieldLock::UntilShipped,
                 static_cast<int>(i));
    addParty(to, "/billTo", {.role = "billTo"}, FieldLock::UntilAccepted);
    if (findParty(content, "buyer") != nullptr)
        addParty(to, "/buyer", {.role = "buyer"}, FieldLock::UntilAccepted);
}

/// As JSON Pointer spells a name within a path.
std::string escaped(const std::string& name)
{
    std::string text;
    for (const char c : name) {
        if (c == '~')
            text += "~0";
        else if (c == '/')
            text += "~1";
        else
            text += c;
    }
    return text;
}

void addLine(std::vector<ContentField>& to, const CanonicalOrder& content, std::size_t index)
{
    const int lineNo = content.lines[index].lineNo;
    const auto place = [&](const char* name) { return "/lines/" + std::to_string(lineNo) + "/" + name; };
    const auto add = [&](ContentField made) {
        made.lineNo = lineNo;
        to.push_back(std::move(made));
    };
    const auto lens = [index](auto member) {
        return [ index, member ](auto& order) -> auto&
        {
            return order.lines[index].*member;
        };
    };
    add(field(place("sku"), FieldLock::Item, lens(&CanonicalLine::sku)));
    const bool isShared = !content.lines[index].parts.empty();
    add(field(place("quantity"), isShared ? FieldLock::Units : FieldLock::Quantity,
              lens(&CanonicalLine::quantity)));
    add(shown(place("unit"), FieldLock::Units, lens(&CanonicalLine::unit)));
    add(field(place("unitPrice"), FieldLock::UntilAccepted, lens(&CanonicalLine::unitPrice)));
    add(field(place("partnerSku"), FieldLock::UntilAccepted, lens(&CanonicalLine::partnerSku)));
    add(field(place("description"), FieldLock::UntilAccepted, lens(&CanonicalLine::description)));
    add(field(place("requestedAt"), FieldLock::UntilShipped, lens(&CanonicalLine::requestedAt)));
    add(field(place("substitution"), FieldLock::Free, lens(&CanonicalLine::substitution)));
}

/// By its name: another statement of the order may have others, or none.
ContentField attributeField(const std::string& name)
{
    return {.path = "/attributes/" + escaped(name),
            .lock = FieldLock::UntilShipped,
            .read =
                [name](const CanonicalOrder& order) {
                    const auto at = std::ranges::find(order.attributes, name, &Attribute::name);
                    return at == order.attributes.end() ? std::string() : at->value;
                },
            .write =
                [name](CanonicalOrder& order, const std::string& text) {
                    const auto at = std::ranges::find(order.attributes, name, &Attribute::name);
                    if (at != order.attributes.end()) at->value = text;
                    return at != order.attributes.end();
                }};
}

} // namespace

std::vector<ContentField> contentFields(const CanonicalOrder& content)
{
    std::vector<ContentField> all;
    addHead(all);
    addParties(all, content);
    for (std::size_t i = 0; i < content.lines.size(); ++i)
        addLine(all, content, i);
    for (const Attribute& attribute : content.attributes)
        all.push_back(attributeField(attribute.name));
    return all;
}

bool isPersonPath(std::string_view path)
{
    constexpr std::array<std::string_view, 4> places{"/shipTo/", "/billTo/", "/buyer/", "/destinations/"};
    return std::ranges::any_of(places, [&](std::string_view place) { return path.starts_with(place); });
}

} // namespace milepost
