// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/documents/fixed_layout.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <optional>

namespace milepost {
namespace {

using nlohmann::json;

constexpr std::size_t maxWidth = 10'000;

Error bad(const std::string& why, const std::string& place)
{
    return {ErrorKind::InvalidInput, "fixed-width layout: " + why, place};
}

struct KindName {
    std::string_view name;
    FixedKind kind;
};
constexpr std::array kindNames{
    KindName{"text", FixedKind::Text},       KindName{"text:cut", FixedKind::CutText},
    KindName{"integer", FixedKind::Integer}, KindName{"date", FixedKind::Date},
    KindName{"moment", FixedKind::Moment},   KindName{"count", FixedKind::Count},
};

bool setKind(FixedField& field, const std::string& text)
{
    constexpr std::string_view decimal = "decimal:";
    if (text.starts_with(decimal) && text.size() == decimal.size() + 1 && text.back() >= '0' &&
        text.back() <= '6') {
        field.kind = FixedKind::Decimal;
        field.decimals = text.back() - '0';
        return true;
    }
    const auto found = std::ranges::find(kindNames, text, &KindName::name);
    if (found != kindNames.end()) field.kind = found->kind;
    return found != kindNames.end();
}

Result<FixedField> parseField(const json& row, const std::string& place)
{
    const bool isRow = row.is_array() && (row.size() == 3 || row.size() == 4) && row[0].is_string() &&
                       row[1].is_number_unsigned() && row[2].is_number_unsigned() &&
                       (row.size() == 3 || row[3].is_string());
    if (!isRow) return bad("a field is [name, first column, length, kind]", place);
    FixedField field;
    field.name = row[0].get<std::string>();
    field.start = row[1].get<std::size_t>();
    field.length = row[2].get<std::size_t>();
    if (field.name.empty() || field.start == 0 || field.length == 0 || field.start > maxWidth ||
        field.length > maxWidth)
        return bad("a field needs a name, a column from 1 and a length", place);
    if (!setKind(field, row.size() == 4 ? row[3].get<std::string>() : "text"))
        return bad("unknown kind " + row[3].get<std::string>(), place);
    const std::size_t fixedLength = field.kind == FixedKind::Date     ? 8
                                    : field.kind == FixedKind::Moment ? 14
                                                                      : 0;
    if (fixedLength && field.length != fixedLength) return bad("a date has 8 columns, a moment 14", place);
    return field;
}

std::string stringOf(const json& object, const char* key)
{
    const auto found = object.find(key);
    return found != object.end() && found->is_string() ? found->get<std::string>() : std::string();
}

Result<FixedRecord> parseRecord(const json& object, const std::string& place)
{
    FixedRecord record;
    if (object.is_object()) record.type = stringOf(object, "type");
    if (record.type.empty()) return bad("a record needs a type", place + "/type");
    const std::string role = stringOf(object, "role");
    if (!role.empty() && role != "header" && role != "trailer")
        return bad("unknown role " + role, place + "/role");
    record.role = role == "header"    ? FixedRole::Header
                  : role == "trailer" ? FixedRole::Trailer
                                      : FixedRole::Body;
    record.parent = stringOf(object, "parent");
    record.isMessage = object.value("message", json(false)) == json(true);
    const auto fields = object.find("fields");
    if (fields == object.end() || !fields->is_array()) return bad("a record needs fields", place + "/fields");
    for (std::size_t i = 0; i < fields->size(); ++i) {
        Result<FixedField> field = parseField((*fields)[i], place + "/fields/" + std::to_string(i));
        if (!field) return field.error();
        record.fields.push_back(std::move(*field));
    }
    return record;
}

Status checkParents(const FixedLayout& layout)
{
    for (std::size_t i = 0; i < layout.records.size(); ++i) {
        const FixedRecord& record = layout.records[i];
        const auto earlier = std::span(layout.records).first(i);
        const std::string place = "/records/" + std::to_string(i);
        if (std::ranges::find(earlier, record.type, &FixedRecord::type) != earlier.end())
            return bad("record " + record.type + " occurs twice", place);
        if (!record.parent.empty() &&
            std::ranges::find(earlier, record.parent, &FixedRecord::type) == earlier.end())
            return bad("the parent of " + record.type + " must stand before it", place + "/parent");
    }
    return Done{};
}

} // namespace

const FixedRecord* FixedLayout::find(std::string_view type) const
{
    const auto found = std::ranges::find(records, type, &FixedRecord::type);
    return found == records.end() ? nullptr : &*found;
}

const FixedRecord* FixedLayout::findByLine(std::string_view line) const
{
    const FixedRecord* best = nullptr;
    for (const FixedRecord& record : records)
        if (line.starts_with(record.type) && (!best || record.type.size() > best->type.size()))
            best = &record;
    return best;
}

const FixedRecord* FixedLayout::findByRole(FixedRole role) const
{
    const auto found = std::ranges::find(records, role, &FixedRecord::role);
    return found == records.end() ? nullptr : &*found;
}

Result<FixedLayout> parseFixedLayout(const json& layout)
{
    if (!layout.is_object()) return bad("it is no object", "");
    FixedLayout made;
    made.name = stringOf(layout, "name");
    if (layout.contains("lineBreak")) made.lineBreak = stringOf(layout, "lineBreak");
    if (made.lineBreak != "\n" && made.lineBreak != "\r\n")
        return bad("the line break is LF or CRLF", "/lineBreak");
    const json width = layout.value("width", json(0U));
    if (!width.is_number_unsigned() || width.get<std::size_t>() > maxWidth) return bad("bad width", "/width");
    made.width = width.get<std::size_t>();
    const auto records = layout.find("records");
    if (records == layout.end() || !records->is_array() || records->empty())
        return bad("it has no records", "/records");
    for (std::size_t i = 0; i < records->size(); ++i) {
        Result<FixedRecord> record = parseRecord((*records)[i], "/records/" + std::to_string(i));
        if (!record) return record.error();
        made.records.push_back(std::move(*record));
    }
    if (const Status checked = checkParents(made); !checked) return checked.error();
    return made;
}

} // namespace milepost
