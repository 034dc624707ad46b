// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/core/result.h"

#include <nlohmann/json_fwd.hpp>

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace milepost {

/// One step of a path: a member or index, every element (`*`), or the first element whose field has one of
/// the given values (`[N101=ST,BT]`).
struct PathStep {
    enum class Kind { Member, Each, Pick };
    Kind kind = Kind::Member;
    std::string key{};                   ///< member name, unescaped
    std::vector<std::string> pickPath{}; ///< members from the element to the field that is compared
    std::vector<std::string> pickValues{};
    friend bool operator==(const PathStep&, const PathStep&) = default;
};

/// A JSON Pointer with `*` and picks; empty: the document itself.
using SourcePath = std::vector<PathStep>;

/// Reads "/line_items/*/sku" or "/N1/[N101=ST]/N102". InvalidInput says what is wrong with it.
Result<SourcePath> parseSourcePath(std::string_view text);

/// How many `*` a path has.
std::size_t starCount(std::span<const PathStep> path);

/// Follows a path without `*` from `node`; null when there is nothing. A member asked of an array is that of
/// its first element, so that a document kind may always make arrays of what can repeat.
const nlohmann::json* follow(const nlohmann::json& node, std::span<const PathStep> path);

/// The elements of an array; of anything else itself, of null nothing.
std::vector<const nlohmann::json*> elementsOf(const nlohmann::json* node);

/// The path as text, `*` replaced by the given indices one after the other.
std::string pointerText(std::span<const PathStep> path, std::span<const std::size_t> indices);

} // namespace milepost
