// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/documents/x12_derived.h"

#include "backend/documents/x12_dates.h"
#include "backend/documents/x12_text.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <set>

namespace milepost {
namespace {

using nlohmann::json;

struct ElementRange {
    std::string_view tag;
    int first; ///< the qualifier of the first pair
    int last;  ///< the value of the last pair
};

/// Where segments carry pairs of item qualifier and item number.
constexpr std::array idPairs{
    ElementRange{"PO1", 6, 25}, ElementRange{"POC", 8, 27},  ElementRange{"IT1", 6, 25},
    ElementRange{"LIN", 2, 31}, ElementRange{"W01", 4, 7},   ElementRange{"W01", 15, 16},
    ElementRange{"W12", 7, 8},  ElementRange{"W12", 17, 18}, ElementRange{"ACK", 7, 28},
};

constexpr std::array<std::string_view, 12> ownIds{"VN", "VP", "VC", "SK", "MG", "UP",
                                                  "UK", "UI", "EN", "UA", "IB", "UC"};
constexpr std::array<std::string_view, 4> partnerIds{"BP", "IN", "PI", "CB"};

/// Dates that have no qualifier: date element and time element (0: none).
struct PlainDate {
    std::string_view tag;
    int date;
    int time;
};
constexpr std::array plainDates{
    PlainDate{"BEG", 5, 0}, PlainDate{"BCH", 6, 0}, PlainDate{"BAK", 4, 0}, PlainDate{"W06", 3, 0},
    PlainDate{"BIG", 1, 0}, PlainDate{"BIA", 4, 5}, PlainDate{"BSN", 3, 4},
};

std::string elementKey(int index)
{
    return index < 10 ? "0" + std::to_string(index) : std::to_string(index);
}

std::string elementOf(const json& segment, int index)
{
    return textOf(segment, elementKey(index));
}

template <typename F>
void eachSegment(const json& level, const char* tag, F&& visit)
{
    const auto found = level.find(tag);
    if (found == level.end()) return;
    for (const json& segment : *found)
        visit(segment);
}

void setFirst(json& level, const char* group, const std::string& key, const std::string& value)
{
    if (key.empty() || value.empty()) return;
    json& object = level[group];
    if (!object.contains(key)) object[key] = value;
}

void addRefs(json& level)
{
    const auto add = [&](const json& segment) {
        const std::string value = elementOf(segment, 2);
        setFirst(level, "refs", elementOf(segment, 1), value.empty() ? elementOf(segment, 3) : value);
    };
    eachSegment(level, "REF", add);
    eachSegment(level, "N9", add);
}

void addDate(json& level, const std::string& key, const std::string& date, const std::string& time,
             const std::string& zone)
{
    setFirst(level, "dates", key, dateDigits(date).value_or(date));
    setFirst(level, "moments", key, momentText(date, time, zone).value_or(""));
}

void addDates(json& level)
{
    eachSegment(level, "DTM", [&](const json& segment) {
        const std::string plain = elementOf(segment, 2);
        const std::string date = plain.empty() ? elementOf(segment, 6) : plain;
        addDate(level, elementOf(segment, 1), date, elementOf(segment, 3), elementOf(segment, 4));
    });
    eachSegment(level, "G62", [&](const json& segment) {
        addDate(level, elementOf(segment, 1), elementOf(segment, 2), elementOf(segment, 4),
                elementOf(segment, 5));
    });
    for (const PlainDate& plain : plainDates) {
        const std::string tag(plain.tag);
        eachSegment(level, tag.c_str(), [&](const json& segment) {
            addDate(level, tag + elementKey(plain.date), elementOf(segment, plain.date),
                    plain.time ? elementOf(segment, plain.time) : "", "");
        });
    }
}

void addQuantities(json& level)
{
    eachSegment(level, "QTY", [&](const json& segment) {
        setFirst(level, "quantities", elementOf(segment, 1), elementOf(segment, 2));
        const auto unit = segment.find("03");
        const bool isComposite = unit != segment.end() && unit->is_object();
        setFirst(level, "units", elementOf(segment, 1),
                 isComposite ? textOf(*unit, "1") : elementOf(segment, 3));
    });
}

/// SAC05 counts cents; as a plain decimal.
std::string impliedCents(const std::string& text)
{
    const bool isNegative = text.starts_with('-');
    std::string digits = isNegative ? text.substr(1) : text;
    if (!parseCount(digits)) return text;
    digits.insert(0, digits.size() < 3 ? 3 - digits.size() : 0, '0');
    const std::size_t point = digits.size() - 2;
    const std::size_t start = std::min(digits.find_first_not_of('0'), point - 1);
    return (isNegative ? "-" : "") + digits.substr(start, point - start) + "." + digits.substr(point);
}

void addAllowances(json& level)
{
    eachSegment(level, "SAC", [&](const json& segment) {
        json allowance = {{"isCharge", elementOf(segment, 1) == "C"}};
        const auto put = [&](const char* key, const std::string& value) {
            if (!value.empty()) allowance[key] = value;
        };
        const std::string agency = elementOf(segment, 4);
        put("code", elementOf(segment, 2).empty() ? agency : elementOf(segment, 2));
        put("amount", impliedCents(elementOf(segment, 5)));
        put("percent", elementOf(segment, 7));
        put("rate", elementOf(segment, 8));
        put("text", elementOf(segment, 15));
        level["allowances"].push_back(std::move(allowance));
    });
}

void appendNote(std::string& note, const std::string& line)
{
    if (line.empty()) return;
    if (!note.empty()) note += '\n';
    note += line;
}

void addNote(json& level)
{
    std::string note;
    const auto collect = [&](const json& from) {
        eachSegment(from, "MSG", [&](const json& s) { appendNote(note, elementOf(s, 1)); });
        eachSegment(from, "NTE", [&](const json& s) { appendNote(note, elementOf(s, 2)); });
        eachSegment(from, "MTX", [&](const json& s) { appendNote(note, elementOf(s, 2)); });
    };
    collect(level);
    eachSegment(level, "N9", collect);
    if (!note.empty()) level["note"] = note;
}

/// Some partners put a description where an item number belongs: two blanks or more are taken for text.
bool isItemNumber(const std::string& value)
{
    return !value.empty() && std::ranges::count(value, ' ') < 2;
}

/// The first item number among the qualifiers; empty when there is none.
template <std::size_t N>
std::string pickId(const json& ids, const std::array<std::string_view, N>& qualifiers)
{
    for (const std::string_view qualifier : qualifiers)
        if (const std::string value = textOf(ids, qualifier); isItemNumber(value)) return value;
    return {};
}

void addIds(json& level, const std::string& tag)
{
    std::string firstNumber;
    std::string firstText;
    for (const ElementRange& range : idPairs) {
        if (range.tag != tag) continue;
        for (int i = range.first; i < range.last; i += 2) {
            const std::string value = elementOf(level, i + 1);
            if (firstText.empty()) firstText = value;
            if (firstNumber.empty() && isItemNumber(value)) firstNumber = value;
            setFirst(level, "ids", elementOf(level, i), value);
        }
    }
    if (tag == "W01" || tag == "W12") setFirst(level, "ids", "UP", elementOf(level, tag == "W01" ? 3 : 6));
    const json ids = level.value("ids", json::object());
    std::string sku = pickId(ids, ownIds);
    if (sku.empty()) sku = firstNumber.empty() ? firstText : firstNumber;
    const std::string partnerSku = pickId(ids, partnerIds);
    if (!sku.empty()) level["sku"] = sku;
    if (!partnerSku.empty()) level["partnerSku"] = partnerSku;
}

void addLineValues(json& level, const std::string& tag)
{
    const bool isChange = tag == "POC"; // 03 quantity, 05 unit (composite in part), 06 price
    if (!isChange && tag != "PO1" && tag != "IT1") return;
    const auto put = [&](const char* key, int element) {
        const std::string value = elementOf(level, element);
        if (!value.empty()) level[key] = value;
    };
    put("quantity", isChange ? 3 : 2);
    put("unit", isChange ? 5 : 3);
    put("price", isChange ? 6 : 4);
    put("priceBasis", isChange ? 7 : 5);
    std::string description;
    eachSegment(level, "PID", [&](const json& segment) {
        const std::string text = elementOf(segment, 5);
        if (!text.empty()) description += (description.empty() ? "" : " ") + text;
    });
    if (!description.empty()) level["description"] = description;
}

void addReportLineNo(json& level, const std::string& tag)
{
    if (tag != "LX" && tag != "LIN" && tag != "IT1") return;
    const auto number = parseCount(elementOf(level, 1));
    if (number && *number > 0 && *number <= 999'999'999) level["lineNo"] = *number;
}

/// The ship-to parties of a line as stores: each with its own QTY, a single one with the whole line.
json shipToStores(const json& line)
{
    std::vector<const json*> shipTos;
    eachSegment(line, "N1", [&](const json& party) {
        if (textOf(party, "code") == "ST") shipTos.push_back(&party);
    });
    json stores = json::array();
    for (const json* party : shipTos) {
        json store = {{"id", textOf(*party, "id")}, {"_at", party->at("_at")}};
        const auto own = party->find("quantities");
        if (own != party->end())
            store["quantity"] = own->front();
        else if (shipTos.size() == 1)
            store["quantity"] = textOf(line, "quantity");
        if (!textOf(*party, "qualifier").empty()) store["qualifier"] = textOf(*party, "qualifier");
        if (!textOf(line, "unit").empty()) store["unit"] = textOf(line, "unit");
        stores.push_back(std::move(store));
    }
    return stores;
}

/// Where a line goes: its SDQ, else ship-to parties of its own.
void addStores(json& line)
{
    json stores = json::array();
    eachSegment(line, "SDQ", [&](const json& segment) {
        for (int i = 3; i < 23; i += 2) {
            json store = {{"id", elementOf(segment, i)}, {"quantity", elementOf(segment, i + 1)}};
            if (textOf(store, "id").empty() && textOf(store, "quantity").empty()) continue;
            if (!elementOf(segment, 2).empty()) store["qualifier"] = elementOf(segment, 2);
            if (!elementOf(segment, 1).empty()) store["unit"] = elementOf(segment, 1);
            store["_at"] = segment["_at"];
            stores.push_back(std::move(store));
        }
    });
    if (stores.empty()) stores = shipToStores(line);
    if (!stores.empty()) line["stores"] = std::move(stores);
}

/// Numbers the lines of an order: as the partner does, but each number once.
void numberLines(json& lines)
{
    std::set<long long> used;
    long long place = 0;
    for (json& line : lines) {
        ++place;
        const auto stated = parseCount(elementOf(line, 1));
        long long number = stated && *stated > 0 && *stated <= 999'999'999 ? *stated : place;
        if (used.contains(number)) number = used.contains(place) ? *used.rbegin() + 1 : place;
        used.insert(number);
        line["lineNo"] = number;
    }
}

void nameLineShipTos(json& line)
{
    const auto parties = line.find("N1");
    if (parties == line.end()) return;
    for (json& party : *parties)
        if (textOf(party, "code") == "ST" && textOf(party, "id").empty())
            party["id"] = "line:" + std::to_string(line["lineNo"].get<long long>());
}

void addLevelKeys(json& level, const std::string& tag)
{
    addRefs(level);
    addDates(level);
    addQuantities(level);
    addAllowances(level);
    addNote(level);
    addIds(level, tag);
    addLineValues(level, tag);
    addReportLineNo(level, tag);
    if (tag == "N1") addPartyKeys(level);
    eachSegment(level, "N1", [&](const json& party) {
        const std::string code = textOf(party, "code");
        if (code.empty() || (level.contains("parties") && level["parties"].contains(code))) return;
        json copy = json::object();
        for (const auto& [key, value] : party.items())
            if (value.is_string() && key[0] >= 'a') copy[key] = value;
        level["parties"][code] = std::move(copy);
    });
}

/// Every array value is a list of segments or loops, named by its key; depth is bounded by the loop table.
void addKeysBelow(json& level, const std::string& tag)
{
    for (auto& [key, value] : level.items()) {
        if (!value.is_array() || key.empty() || key[0] < 'A' || key[0] > 'Z') continue;
        for (json& segment : value)
            addKeysBelow(segment, key);
    }
    addLevelKeys(level, tag);
}

} // namespace

std::string textOf(const json& object, std::string_view key)
{
    if (!object.is_object()) return {};
    const auto found = object.find(key);
    return found != object.end() && found->is_string() ? found->get<std::string>() : std::string();
}

json envelopeObject(const X12Envelope& envelope)
{
    json object = {{"isTest", envelope.isTest}, {"control", controlText(envelope)}};
    const auto put = [&](const char* key, const std::string& value) {
        if (!value.empty()) object[key] = value;
    };
    put("senderQualifier", envelope.senderQualifier);
    put("sender", envelope.sender);
    put("receiverQualifier", envelope.receiverQualifier);
    put("receiver", envelope.receiver);
    put("interchangeControl", envelope.interchangeControl);
    put("interchangeVersion", envelope.interchangeVersion);
    put("functionalId", envelope.functionalId);
    put("groupSender", envelope.groupSender);
    put("groupReceiver", envelope.groupReceiver);
    put("groupControl", envelope.groupControl);
    put("version", envelope.version);
    put("setControl", envelope.setControl);
    put("date", dateDigits(envelope.date).value_or(envelope.date));
    put("time", envelope.time);
    put("moment", momentText(envelope.date, envelope.time, "").value_or(""));
    return object;
}

void addDerivedKeys(json& root, const std::string& type)
{
    addKeysBelow(root, "");
    if (type != "850" && type != "860" && type != "855") return;
    const std::string lineTag = type == "860" ? "POC" : "PO1";
    const auto lines = root.find(lineTag);
    if (lines == root.end()) return;
    numberLines(*lines);
    for (json& line : *lines) {
        nameLineShipTos(line);
        addStores(line);
    }
    addOrderParties(root, lineTag);
}

} // namespace milepost
