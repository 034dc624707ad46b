// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/core/result.h"
#include "backend/documents/fixed_layout.h"

#include <nlohmann/json_fwd.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace milepost {

/// Reads lines (LF or CRLF, trailing blanks may be missing) to the tree of docs/documents.md, section 4. A
/// record that cannot be read is kept in "rejects" and the rest goes on; a missing trailer or a wrong count
/// sets "isTruncated". InvalidInput when no line is a record of the layout or the file is larger than 64 MiB.
/// Any thread.
Result<nlohmann::json> readFixedWidth(const FixedLayout& layout, std::string_view bytes);

/// The messages of a tree that readFixedWidth() made: one per message record, else the tree itself.
std::vector<nlohmann::json> fixedWidthMessages(const FixedLayout& layout, const nlohmann::json& tree);

/// Writes a tree ({"records": […]} or the shape as read); makes the trailer and counts. Pure, any thread.
/// InvalidInput with a JSON Pointer as place when a value does not fit its columns.
Result<std::string> writeFixedWidth(const FixedLayout& layout, const nlohmann::json& tree);

} // namespace milepost
