// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/store/search_words.h"

#include "backend/store/sql.h"

#include <algorithm>
#include <cctype>

namespace milepost {
namespace {

constexpr const char* unindexedSql = R"(
    SELECT external_reference.id, external_reference.order_id,
           CASE WHEN kind = 'order' THEN order_no || ' ' || customer || ' ' || words ELSE value END
    FROM external_reference
    JOIN customer_order ON customer_order.id = external_reference.order_id
    WHERE external_reference.id > (SELECT coalesce(max(value), 0) FROM sequence WHERE name = 'search')
    ORDER BY external_reference.id
)";

/// Bytes that belong to a token as the index cuts them; all beyond ASCII count as such.
bool isTokenByte(char c)
{
    const auto byte = static_cast<unsigned char>(c);
    return std::isalnum(byte) != 0 || byte >= 0x80 ||
           std::string_view("-_@./#").find(c) != std::string_view::npos;
}

/// The next word of `text`, cut off from its beginning; empty: there is none.
std::string_view takeWord(std::string_view& text)
{
    constexpr std::string_view blanks = " \t\r\n";
    while (true) {
        const auto begin = text.find_first_not_of(blanks);
        if (begin == std::string_view::npos) return {};
        const auto end = std::min(text.find_first_of(blanks, begin), text.size());
        const std::string_view word = text.substr(begin, end - begin);
        text.remove_prefix(end);
        if (std::ranges::any_of(word, isTokenByte))
            return word; // one of quotes and brackets would match nothing
    }
}

bool beginsWith(std::string_view word, std::string_view beginning)
{
    const auto small = [](char c) { return std::tolower(static_cast<unsigned char>(c)); };
    return word.size() >= beginning.size() &&
           std::ranges::equal(word.substr(0, beginning.size()), beginning, {}, small, small);
}

bool hasWord(std::string_view words, std::string_view beginning)
{
    for (std::string_view word = takeWord(words); !word.empty(); word = takeWord(words)) {
        if (beginsWith(word, beginning)) return true;
    }
    return false;
}

} // namespace

std::string searchQuery(std::string_view text)
{
    std::string query;
    for (std::string_view word = takeWord(text); !word.empty(); word = takeWord(text)) {
        query += query.empty() ? "\"" : " AND \"";
        for (const char c : word)
            query.append(c == '"' ? 2 : 1, c);
        query += "\"*";
    }
    return query;
}

std::vector<SearchText> unindexedTexts(SQLite::Database& database)
{
    std::vector<SearchText> found;
    SQLite::Statement query(database, unindexedSql);
    sql::Rows rows(query);
    while (rows.next()) {
        SearchText& text = found.emplace_back();
        text.reference = rows.integer();
        text.order = rows.order();
        text.words = rows.text();
    }
    return found;
}

bool isFoundBy(std::string_view words, std::string_view text)
{
    for (std::string_view word = takeWord(text); !word.empty(); word = takeWord(text)) {
        if (!hasWord(words, word)) return false;
    }
    return true;
}

} // namespace milepost
