// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <nlohmann/json_fwd.hpp>

#include <optional>
#include <string>
#include <string_view>

namespace milepost {

/// The text of a string, number or boolean, numbers in plain decimals. Nothing for null, arrays and objects,
/// and for a number that a double cannot hold exactly (whole and above 2^53).
std::optional<std::string> scalarText(const nlohmann::json& node);

/// Appends a JSON string literal, quotes included. Bytes that are no UTF-8 become U+FFFD.
void appendJsonString(std::string& out, std::string_view text);

/// Appends `text` escaped for a path segment or query value of a URL (RFC 3986).
void appendUrlEscaped(std::string& out, std::string_view text);

} // namespace milepost
