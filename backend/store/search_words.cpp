// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/store/search_words.h"

#include <algorithm>

namespace milepost {
namespace {

/// Whether FTS5 finds a token in it: a word of quotes and brackets alone would match nothing.
bool hasToken(std::string_view word)
{
    return std::ranges::any_of(word, [](char c) {
        const auto byte = static_cast<unsigned char>(c);
        return std::isalnum(byte) != 0 || byte >= 0x80 ||
               std::string_view("-_@./#").find(c) != std::string_view::npos;
    });
}

} // namespace

std::string searchQuery(std::string_view text)
{
    constexpr std::string_view blanks = " \t\r\n";
    std::string query;
    while (true) {
        const auto begin = text.find_first_not_of(blanks);
        if (begin == std::string_view::npos) return query;
        const auto end = std::min(text.find_first_of(blanks, begin), text.size());
        const std::string_view word = text.substr(begin, end - begin);
        text.remove_prefix(end);
        if (!hasToken(word)) continue;
        query += query.empty() ? "\"" : " AND \"";
        for (const char c : word)
            query.append(c == '"' ? 2 : 1, c);
        query += "\"*";
    }
}

} // namespace milepost
