// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/core/result.h"

#include <nlohmann/json_fwd.hpp>

#include <string>
#include <vector>

namespace milepost {

/// One row of a field map. Incoming: `target` is a canonical field ("order.number", "line.sku"), `source` a JSON
/// Pointer into the document, with `*` for arrays ("/line_items/*/sku"). Outgoing: `target` is a JSON Pointer into the
/// body ("/lines/*/qty"), `source` a canonical field.
struct MapRow {
    std::string target{};
    std::string source{};
    std::string transform{};   ///< name with arguments: "trim", "date:%Y%m%d", "code:EA=each,CA=case"; empty: as it is
    std::string fallback{};    ///< used when the source is absent or empty
    bool isRequired = false;
};

struct FieldMap {
    std::string name{};
    std::vector<MapRow> rows{};
};

/// Reads rows from their JSON form: an array of [target, source] or {target, source, transform, default, required}.
/// InvalidInput names the row and what is wrong: unknown field, unknown transform, bad pointer.
Result<FieldMap> parseFieldMap(const nlohmann::json& rows);

} // namespace milepost
