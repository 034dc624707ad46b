// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/core/clock.h"
#include "backend/core/quantity.h"
#include "backend/documents/fixed_width.h"
#include "backend/documents/x12_text.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <optional>

namespace milepost {
namespace {

using nlohmann::json;

/// One record to be written, and where it stands in the tree.
struct PlacedRecord {
    const json* object = nullptr;
    const FixedRecord* record = nullptr;
    std::string place{};
};

std::string valueText(const json& object, const std::string& name)
{
    const auto found = object.find(name);
    if (found == object.end() || found->is_null()) return {};
    return found->is_string() ? found->get<std::string>() : found->dump();
}

/// ASCII: every other character becomes one '?', line breaks a blank.
std::string asciiText(const std::string& text)
{
    std::string result;
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if ((byte & 0xC0) == 0x80) continue; // the rest of a character
        result += byte >= 0x80 ? '?' : byte < 0x20 ? ' ' : c;
    }
    return result;
}

std::optional<std::string> numberText(const std::string& text, int decimals, std::size_t length)
{
    const auto value = parseDecimal(text, decimals);
    if (!value) return {};
    std::string digits = std::to_string(*value < 0 ? -*value : *value);
    const std::size_t room = length - (*value < 0 ? 1 : 0);
    if (digits.size() > room) return {};
    digits.insert(0, room - digits.size(), '0');
    return *value < 0 ? "-" + digits : digits;
}

std::optional<std::string> momentDigits(const std::string& text, std::size_t length)
{
    const auto moment = parseTimestamp(text);
    if (!moment) return {};
    std::string digits = toText(*moment);
    std::erase_if(digits, [](char c) { return c < '0' || c > '9'; });
    return digits.substr(0, length);
}

/// The columns of a field, at most its length; nothing when the value does not fit.
std::optional<std::string> columnsOf(const FixedField& field, const std::string& value)
{
    if (value.empty()) return "";
    switch (field.kind) {
    case FixedKind::CutText: return asciiText(value).substr(0, field.length);
    case FixedKind::Integer:
    case FixedKind::Count: return numberText(value, 0, field.length);
    case FixedKind::Decimal: return numberText(value, field.decimals, field.length);
    case FixedKind::Date:
    case FixedKind::Moment: return momentDigits(value, field.length);
    case FixedKind::Text: break;
    }
    std::string text = asciiText(value);
    if (text.size() > field.length) return {};
    return text;
}

/// The tree's records in the order in which they are written.
class RecordList {
public:
    explicit RecordList(const FixedLayout& layout)
        : m_layout(layout)
    {
    }

    Status addTree(const json& tree)
    {
        if (!tree.is_object()) return unwritable("the tree is no object", "");
        if (tree.contains("records")) return addListed(tree["records"]);
        add(tree, "header", m_layout.findByRole(FixedRole::Header));
        for (const FixedRecord& record : m_layout.records)
            if (record.role == FixedRole::Body && record.parent.empty()) addAll(tree, record, "");
        add(tree, "trailer", m_layout.findByRole(FixedRole::Trailer));
        return Done{};
    }

    const std::vector<PlacedRecord>& records() const { return m_records; }

    static Error unwritable(const std::string& why, const std::string& place)
    {
        return {ErrorKind::InvalidInput, why, place};
    }

private:
    Status addListed(const json& records)
    {
        for (std::size_t i = 0; i < records.size(); ++i) {
            const std::string place = "/records/" + std::to_string(i);
            const FixedRecord* record =
                records[i].is_object() ? m_layout.find(valueText(records[i], "type")) : nullptr;
            if (!record) return unwritable("the record is of no type of the layout", place);
            m_records.push_back({&records[i], record, place});
            for (const FixedRecord& child : m_layout.records)
                if (child.parent == record->type) addAll(records[i], child, place);
        }
        return Done{};
    }

    void add(const json& tree, const char* key, const FixedRecord* record)
    {
        if (record && tree.contains(key) && tree[key].is_object())
            m_records.push_back({&tree[key], record, "/" + std::string(key)});
    }

    void addAll(const json& owner, const FixedRecord& record, const std::string& place)
    {
        const auto found = owner.find(record.type);
        if (found == owner.end() || !found->is_array()) return;
        for (std::size_t i = 0; i < found->size(); ++i) {
            const std::string own = place + "/" + record.type + "/" + std::to_string(i);
            if (!(*found)[i].is_object()) continue;
            m_records.push_back({&(*found)[i], &record, own});
            for (const FixedRecord& child : m_layout.records)
                if (child.parent == record.type) addAll((*found)[i], child, own);
        }
    }

    const FixedLayout& m_layout;
    std::vector<PlacedRecord> m_records{};
};

Result<std::string> lineOf(const PlacedRecord& placed, std::size_t count, std::size_t width)
{
    std::string line = placed.record->type;
    for (const FixedField& field : placed.record->fields) {
        const bool isCount = field.kind == FixedKind::Count;
        const std::string value = isCount ? std::to_string(count) : valueText(*placed.object, field.name);
        const std::optional<std::string> text = columnsOf(field, value);
        if (!text)
            return RecordList::unwritable("record " + placed.record->type + ": " + field.name + " \"" +
                                              value + "\" does not fit its columns",
                                          placed.place + "/" + field.name);
        const std::size_t end = field.start - 1 + field.length;
        if (line.size() < end) line.resize(end, ' ');
        line.replace(field.start - 1, text->size(), *text);
    }
    if (line.size() < width) line.resize(width, ' ');
    return line;
}

} // namespace

Result<std::string> writeFixedWidth(const FixedLayout& layout, const json& tree)
{
    RecordList list(layout);
    if (const Status added = list.addTree(tree); !added) return added.error();
    std::vector<PlacedRecord> records = list.records();
    static const json empty = json::object();
    const FixedRecord* trailer = layout.findByRole(FixedRole::Trailer);
    const bool lacksTrailer =
        trailer && std::ranges::find(records, trailer, &PlacedRecord::record) == records.end();
    if (lacksTrailer) records.push_back({&empty, trailer, "/trailer"});

    std::string text;
    for (const PlacedRecord& placed : records) {
        const Result<std::string> line = lineOf(placed, records.size(), layout.width);
        if (!line) return line.error();
        text += *line + layout.lineBreak;
    }
    return text;
}

} // namespace milepost
