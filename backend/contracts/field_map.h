// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/core/result.h"

#include <nlohmann/json_fwd.hpp>

#include <string>
#include <vector>

namespace milepost {

/// One row of a field map. Incoming: `target` is a canonical field ("order.number", "line.sku"), `source`
/// where it stands in the document: a JSON Pointer, with `*` for arrays ("/line_items/*/sku"); "/a|/b" takes
/// the first that has a value, "/a&/b" joins with a blank, "=text" is a constant. Outgoing: `target` is a
/// JSON Pointer into the body
/// ("/lines/*/qty"), `source` canonical fields or constants in the same notation.
struct MapRow {
    std::string target{};
    std::string source{};
    std::string transform{}; ///< chain of names with arguments: "trim|code:EA=each,CA=case"; empty: as it is
    std::string fallback{};  ///< used when the source is absent or empty
    bool isRequired = false;
};

struct FieldMap {
    std::string name{};
    std::vector<MapRow> rows{};
};

/// Reads rows from their JSON form: an array of [target, source], [target, source, transform] or {target,
/// source, transform, default, required}. InvalidInput names the row that is none of these; what the rows say
/// is checked when the map is compiled.
Result<FieldMap> parseFieldMap(const nlohmann::json& rows);

} // namespace milepost
