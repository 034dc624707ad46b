// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/documents/x12_derived.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <set>
#include <utility>

namespace milepost {
namespace {

using nlohmann::json;

constexpr std::array<std::pair<std::string_view, std::string_view>, 13> roles{{{"ST", "shipTo"},
                                                                               {"BT", "billTo"},
                                                                               {"BY", "buyer"},
                                                                               {"SO", "soldTo"},
                                                                               {"SE", "seller"},
                                                                               {"SU", "supplier"},
                                                                               {"VN", "vendor"},
                                                                               {"SF", "shipFrom"},
                                                                               {"WH", "warehouse"},
                                                                               {"RE", "remitTo"},
                                                                               {"MA", "markFor"},
                                                                               {"CN", "consignee"},
                                                                               {"SH", "shipper"}}};

std::string roleOf(const std::string& code)
{
    const auto found = std::ranges::find(roles, code, &std::pair<std::string_view, std::string_view>::first);
    return found == roles.end() ? code : std::string(found->second);
}

void put(json& party, const char* key, const std::string& value)
{
    if (!value.empty() && !party.contains(key)) party[key] = value;
}

const json& segmentsOf(const json& party, const char* tag)
{
    static const json none = json::array();
    const auto found = party.find(tag);
    return found == party.end() ? none : *found;
}

void addAddress(json& party)
{
    std::string second;
    for (const json& segment : segmentsOf(party, "N3")) {
        const bool isFirst = !party.contains("address1");
        if (isFirst) put(party, "address1", textOf(segment, "01"));
        for (const char* element : {"01", "02"}) {
            const std::string line = isFirst && element[1] == '1' ? "" : textOf(segment, element);
            if (!line.empty()) second += (second.empty() ? "" : ", ") + line;
        }
    }
    put(party, "address2", second);
    for (const json& segment : segmentsOf(party, "N4")) {
        put(party, "city", textOf(segment, "01"));
        put(party, "state", textOf(segment, "02"));
        put(party, "postal", textOf(segment, "03"));
        put(party, "country", textOf(segment, "04"));
    }
}

void addContact(json& party)
{
    for (const char* tag : {"PER", "G61"}) {
        for (const json& segment : segmentsOf(party, tag)) {
            put(party, "contact", textOf(segment, "02"));
            for (const auto& [qualifier, value] : {std::pair{"03", "04"}, {"05", "06"}, {"07", "08"}}) {
                const std::string kind = textOf(segment, qualifier);
                if (kind == "TE") put(party, "phone", textOf(segment, value));
                if (kind == "EM") put(party, "email", textOf(segment, value));
            }
        }
    }
}

void appendParty(json& all, std::set<std::pair<std::string, std::string>>& seen, const json& party)
{
    if (!seen.emplace(textOf(party, "code"), textOf(party, "id")).second) return;
    json copy = json::object();
    for (const auto& [key, value] : party.items())
        if (value.is_string() && key[0] >= 'a') copy[key] = value;
    all.push_back(std::move(copy));
}

} // namespace

void addPartyKeys(json& party)
{
    const std::string code = textOf(party, "01");
    put(party, "code", code);
    put(party, "role", roleOf(code));
    put(party, "name", textOf(party, "02"));
    put(party, "qualifier", textOf(party, "03"));
    put(party, "id", textOf(party, "04"));
    for (const json& segment : segmentsOf(party, "N2")) {
        put(party, party.contains("name") ? "name2" : "name", textOf(segment, "01"));
        put(party, "name2", textOf(segment, "02"));
    }
    addAddress(party);
    addContact(party);
}

void addOrderParties(json& root, std::string_view lineTag)
{
    json all = json::array();
    std::set<std::pair<std::string, std::string>> seen;
    for (const json& party : segmentsOf(root, "N1"))
        appendParty(all, seen, party);
    json destinations = json::array();
    std::set<std::string> known;
    for (const json& line : root[std::string(lineTag)]) {
        for (const json& party : segmentsOf(line, "N1"))
            appendParty(all, seen, party);
        for (const json& store : segmentsOf(line, "stores"))
            if (known.insert(textOf(store, "id")).second) destinations.push_back(textOf(store, "id"));
    }
    if (!all.empty()) root["allParties"] = std::move(all);
    if (!destinations.empty()) root["destinations"] = std::move(destinations);
}

} // namespace milepost
