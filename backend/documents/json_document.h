// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/core/result.h"

#include <nlohmann/json_fwd.hpp>

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace milepost {

/// A document's tree, shared and never changed.
using JsonTree = std::shared_ptr<const nlohmann::json>;

/// What the JSON reader accepts at most.
struct JsonLimits {
    std::size_t maxBytes = std::size_t{64} << 20;
    std::size_t maxDepth = 64;
    std::size_t maxValues = 2'000'000;
};

struct JsonDocument {
    JsonTree tree{}; ///< never null
    std::vector<std::string> warnings{};
};

/// Reads one JSON value (RFC 8259, strict UTF-8; a byte order mark is skipped with a warning). Integers that
/// fit in 64 bits are integers, every other number is a string with the digits of the sender. Of equal keys
/// the last one counts, with a warning. InvalidInput with place "byte N". Any thread.
Result<JsonDocument> parseJsonDocument(std::string_view bytes, const JsonLimits& limits = {});

/// The bytes of the elements of an array that is the document itself (key empty) or the value of `key` in the
/// document's object. Precondition: parseJsonDocument() has read the bytes. Empty when there is no such
/// array.
std::vector<std::string_view> jsonElements(std::string_view bytes, std::string_view key);

} // namespace milepost
