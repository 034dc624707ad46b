// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/contracts/source_path.h"

#include <nlohmann/json_fwd.hpp>

#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace milepost {

/// The bytes of the value that a path (members and indices) leads to in a JSON text, as they stand there;
/// nothing when the path leads nowhere or the text is broken before its end. Other parts of the text are not
/// checked.
std::optional<std::string_view> sliceAt(std::string_view text, std::span<const PathStep> path);

/// The bytes of each element of an array; of any other value itself. Nothing when the text is broken.
std::optional<std::vector<std::string_view>> elementSlices(std::string_view array);

/// The DOM of a JSON text. Whole numbers of 64 bits stay numbers, every other number becomes a text with the
/// sender's digits. Nothing when it is no JSON, or nests deeper than 64.
std::optional<nlohmann::json> parseExactJson(std::string_view text);

} // namespace milepost
