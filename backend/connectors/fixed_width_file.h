// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/connectors/reader.h"
#include "backend/documents/fixed_layout.h"

#include <memory>
#include <optional>
#include <string_view>
#include <vector>

namespace milepost {

/// A pack and one of its layouts.
struct FixedWidthMatch {
    std::shared_ptr<const Pack> pack{};
    FixedLayout layout{};
};

/// Whose incoming layout has a record that the first line begins with.
std::optional<FixedWidthMatch> matchFixedWidth(const Packs& packs, std::string_view bytes);

/// The messages of a file in that layout: its message records, and an Error for each line or record that
/// cannot be read. `isFragment`: the bytes are records without header and trailer. Never empty.
std::vector<IncomingMessage> readFixedWidthFile(const FixedWidthMatch& match, std::string_view bytes,
                                                bool isFragment);

/// Writes a rendered tree in the outgoing layout that it names ("layout"), or in the only one there is.
Result<std::string> writeFixedWidthFile(const Pack& pack, const nlohmann::json& tree);

} // namespace milepost
