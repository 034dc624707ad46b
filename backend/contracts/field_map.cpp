// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/contracts/field_map.h"

#include <nlohmann/json.hpp>

#include <array>
#include <optional>

namespace milepost {
namespace {

using nlohmann::json;

constexpr std::size_t maxRows = 1'000;

Error badRow(std::size_t index, const std::string& what)
{
    return {ErrorKind::InvalidInput, "row " + std::to_string(index + 1) + " " + what, std::to_string(index)};
}

std::optional<MapRow> rowOfArray(const json& row)
{
    if (row.size() < 2 || row.size() > 3) return std::nullopt;
    for (const json& part : row) {
        if (!part.is_string()) return std::nullopt;
    }
    return MapRow{row[0].get<std::string>(),
                  row[1].get<std::string>(),
                  row.size() == 3 ? row[2].get<std::string>() : std::string(),
                  {},
                  false};
}

/// False when a member is unknown or of the wrong type.
bool readMember(const std::string& key, const json& value, MapRow& row)
{
    if (key == "required") {
        row.isRequired = value.is_boolean() && value.get<bool>();
        return value.is_boolean();
    }
    if (!value.is_string()) return false;
    std::string* member = key == "target"      ? &row.target
                          : key == "source"    ? &row.source
                          : key == "transform" ? &row.transform
                          : key == "default"   ? &row.fallback
                                               : nullptr;
    if (member == nullptr) return false;
    *member = value.get<std::string>();
    return true;
}

} // namespace

Result<FieldMap> parseFieldMap(const json& rows)
{
    FieldMap map;
    if (!rows.is_array()) return Error{ErrorKind::InvalidInput, "a field map is an array of rows", {}};
    if (rows.size() > maxRows) return Error{ErrorKind::InvalidInput, "a field map has too many rows", {}};
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const json& row = rows[i];
        if (row.is_array()) {
            const auto read = rowOfArray(row);
            if (!read) return badRow(i, "is not [target, source] or [target, source, transform]");
            map.rows.push_back(*read);
            continue;
        }
        if (!row.is_object()) return badRow(i, "is neither an array nor an object");
        MapRow read;
        for (const auto& [key, value] : row.items()) {
            if (!readMember(key, value, read)) return badRow(i, "has a wrong member \"" + key + "\"");
        }
        map.rows.push_back(read);
    }
    return map;
}

} // namespace milepost
