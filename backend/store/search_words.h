// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/core/ids.h"

#include <SQLiteCpp/Database.h>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace milepost {

/// The name of the sequence whose value is the last external_reference that the search index holds.
inline constexpr std::string_view searchSequence = "search";

/// The FTS5 query for orders that carry each word of `text` as the beginning of a token; empty when it has no
/// word.
std::string searchQuery(std::string_view text);

/// What an external reference is found by.
struct SearchText {
    std::int64_t reference = 0;
    OrderId order{};
    std::string words{};
};

/// The references that the search index does not hold yet, by id; some hundred at most.
std::vector<SearchText> unindexedTexts(SQLite::Database& database);

/// Whether each word of `text` begins a word of `words`; capital or small letters of ASCII are the same.
bool isFoundBy(std::string_view words, std::string_view text);

} // namespace milepost
