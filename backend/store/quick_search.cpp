// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/store/quick_search.h"

#include "backend/store/search_words.h"
#include "backend/store/sql.h"

#include <algorithm>
#include <cctype>
#include <set>

namespace milepost {
namespace {

constexpr std::string_view beyondAnyText = "\xF4\x8F\xBF\xBF"; // the highest character of Unicode

constexpr const char* exactSql = "SELECT order_id FROM external_reference WHERE value = ? LIMIT ?";

/// Along the index of numbers; the full-text index would first gather every word with that beginning.
constexpr const char* numberSql = "SELECT order_id FROM external_reference WHERE value >= ? AND value < ?"
                                  " ORDER BY value DESC LIMIT ?";

constexpr const char* wordSql = "SELECT order_id FROM external_reference WHERE id IN"
                                " (SELECT rowid FROM search WHERE words MATCH ? ORDER BY rowid DESC LIMIT ?)";

using Orders = std::set<OrderId>;

int take(sql::Rows rows, Orders& orders)
{
    int count = 0;
    for (; rows.next(); ++count)
        orders.insert(rows.order());
    return count;
}

std::string upper(std::string text)
{
    std::ranges::transform(text, text.begin(), [](unsigned char c) {
        return c < 0x80 ? static_cast<char>(std::toupper(c)) : static_cast<char>(c);
    });
    return text;
}

/// References found; people type numbers in small letters that are in capitals on documents.
int takeNumbers(SQLite::Database& database, const std::string& beginning, int atMost, Orders& orders)
{
    int found = 0;
    for (const std::string& text : std::set<std::string>{beginning, upper(beginning)}) {
        SQLite::Statement exact(database, exactSql);
        take(sql::Rows(exact, text, atMost), orders);
        const std::string end = text + std::string(beyondAnyText);
        SQLite::Statement numbers(database, numberSql);
        found += take(sql::Rows(numbers, text, end, atMost), orders);
    }
    return found;
}

bool isOneWord(const std::string& text)
{
    return text.find_first_of(" \t\r\n") == std::string::npos;
}

} // namespace

std::vector<OrderId> waitingMatches(SQLite::Database& database, const std::string& search)
{
    std::vector<OrderId> orders;
    for (const SearchText& text : unindexedTexts(database))
        if (isFoundBy(text.words, search)) orders.push_back(text.order);
    return orders;
}

std::vector<OrderId> quickMatches(SQLite::Database& database, const std::string& search, int atMost)
{
    const std::string words = searchQuery(search);
    if (words.empty()) return {};
    const std::vector<OrderId> waiting = waitingMatches(database, search);
    Orders orders(waiting.begin(), waiting.end());
    const int numbers = isOneWord(search) ? takeNumbers(database, search, atMost, orders) : 0;
    if (numbers < atMost) {
        SQLite::Statement statement(database, wordSql);
        take(sql::Rows(statement, words, atMost), orders);
    }
    return {orders.begin(), orders.end()};
}

} // namespace milepost
