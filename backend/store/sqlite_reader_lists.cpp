// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/store/quick_search.h"
#include "backend/store/search_words.h"
#include "backend/store/sql.h"
#include "backend/store/sqlite_failure.h"
#include "backend/store/sqlite_reader.h"

#include <SQLiteCpp/Transaction.h>

#include <algorithm>
#include <functional>
#include <limits>
#include <optional>

/// The lists of orders, whose conditions vary.
namespace milepost {
namespace {

constexpr const char* summaryColumns = "customer_order.id, order_no, channel, customer, received_at, "
                                       "placed_at, total_minor, currency, is_open, milestones";

OrderSummary readSummary(sql::Rows& rows)
{
    OrderSummary row;
    row.id = rows.order();
    row.orderNo = rows.text();
    row.channel = rows.text();
    row.customer = rows.text();
    row.receivedAt = rows.time();
    row.placedAt = rows.optionalTime();
    row.totalMinor = rows.optionalInteger();
    row.currency = rows.currency();
    row.isOpen = rows.flag();
    row.milestones = static_cast<std::uint32_t>(rows.integer());
    return row;
}

/// The id of an order, by the table that a query reads.
constexpr const char* ofState = "order_state.order_id"; // with customer_order beside it
constexpr const char* ofOrder = "customer_order.id";    // alone

std::string listed(const std::vector<OrderId>& orders)
{
    std::string ids;
    for (const OrderId order : orders)
        ids += (ids.empty() ? "" : ", ") + std::to_string(order.value);
    return ids;
}

/// What has to be in the order of a search; its parameter, where it has one, are the words.
std::string searchCondition(const OrderQuery& query, const std::string& id, SQLite::Database& database)
{
    if (query.search.empty()) return {};
    if (query.atMost > 0)
        return " AND " + id + " IN (" + listed(quickMatches(database, query.search, query.atMost)) + ")";
    std::string text = " AND " + id +
                       " IN (SELECT external_reference.order_id FROM search"
                       " JOIN external_reference ON external_reference.id = search.rowid"
                       " WHERE search.words MATCH ?";
    const std::vector<OrderId> waiting = waitingMatches(database, query.search);
    if (!waiting.empty())
        text += " UNION SELECT id FROM customer_order WHERE id IN (" + listed(waiting) + ")";
    return text + ")";
}

std::string columnOf(OrderKey key, const std::string& id)
{
    switch (key) {
    case OrderKey::OrderNo: return "order_no";
    case OrderKey::Channel: return "channel";
    case OrderKey::Customer: return "customer";
    case OrderKey::Placed: return "placed_at";
    case OrderKey::Total: return "total_minor";
    case OrderKey::Arrival: break;
    }
    return id;
}

std::string orderOf(const OrderQuery& query, const std::string& id)
{
    const std::string direction = query.isDescending ? " DESC" : " ASC";
    std::string text = " ORDER BY " + columnOf(query.sort, id) + direction;
    if (query.sort != OrderKey::Arrival) text += ", " + id + direction;
    return text;
}

/// FROM and WHERE of a query; its parameters in the order of bindOrders.
std::string orderConditions(const OrderQuery& query, const std::string& id, SQLite::Database& database)
{
    std::string text = id == ofOrder ? " FROM customer_order"
                                     : " FROM order_state"
                                       " JOIN customer_order ON customer_order.id = order_state.order_id";
    text += " WHERE " + id + " < ?";
    if (query.isOpen) text += *query.isOpen ? " AND is_open = 1" : " AND is_open = 0";
    if (query.milestone) text += " AND (milestones >> ?) & 1";
    if (!query.channel.empty()) text += " AND channel = ?";
    if (query.receivedFrom) text += " AND received_at >= ?";
    if (query.receivedBefore) text += " AND received_at < ?";
    text += searchCondition(query, id, database);
    return text + orderOf(query, id) + " LIMIT ?";
}

void bindOrders(SQLite::Statement& statement, const OrderQuery& query, const std::string& search)
{
    int index = 0;
    const std::int64_t before =
        query.before.value > 0 ? query.before.value : std::numeric_limits<std::int64_t>::max();
    sql::bind(statement, ++index, before);
    if (query.milestone) sql::bind(statement, ++index, static_cast<std::int64_t>(*query.milestone));
    if (!query.channel.empty()) sql::bind(statement, ++index, query.channel);
    if (query.receivedFrom) sql::bind(statement, ++index, *query.receivedFrom);
    if (query.receivedBefore) sql::bind(statement, ++index, *query.receivedBefore);
    if (!search.empty() && query.atMost == 0) sql::bind(statement, ++index, search);
    sql::bind(statement, ++index, query.limit > 0 ? query.limit : -1);
}

/// Runs `SELECT columns` over the query; `read` takes the row.
template <typename Read>
void eachOrder(SQLite::Database& database, const std::string& columns, const std::string& id,
               const OrderQuery& query, Read read)
{
    const std::string search = searchQuery(query.search);
    if (search.empty() && !query.search.empty()) return; // nothing that could be found
    const SQLite::Transaction snapshot(database);        // the index and what waits for it, of one moment
    SQLite::Statement statement(database, "SELECT " + columns + orderConditions(query, id, database));
    sql::Rows rows(statement);
    bindOrders(statement, query, search);
    while (rows.next())
        read(rows);
}

/// Nothing but a search, if that.
bool isUnfiltered(const OrderQuery& query)
{
    return !query.milestone && query.channel.empty() && !query.receivedFrom && !query.receivedBefore &&
           query.sort == OrderKey::Arrival && query.before.value == 0 && query.limit == 0;
}

/// All orders, or all open ones, need no table at all: a covering index has them.
bool isPlain(const OrderQuery& query)
{
    return isUnfiltered(query) && query.search.empty() && query.isOpen.value_or(true);
}

void sortIds(std::vector<OrderId>& ids, bool isDescending)
{
    if (isDescending)
        std::ranges::sort(ids, std::ranges::greater());
    else
        std::ranges::sort(ids);
}

/// A search alone needs no row of an order.
std::vector<OrderId> searchedIds(SQLite::Database& database, const OrderQuery& query)
{
    const SQLite::Transaction snapshot(database);
    std::vector<OrderId> found;
    if (query.atMost > 0) {
        found = quickMatches(database, query.search, query.atMost);
    } else if (const std::string words = searchQuery(query.search); !words.empty()) {
        found = waitingMatches(database, query.search);
        SQLite::Statement statement(database, "SELECT order_id FROM external_reference WHERE id IN"
                                              " (SELECT rowid FROM search WHERE words MATCH ?)");
        sql::Rows rows(statement, words);
        while (rows.next())
            found.push_back(rows.order());
    }
    sortIds(found, query.isDescending);
    const auto repeated = std::ranges::unique(found);
    found.erase(repeated.begin(), repeated.end());
    return found;
}

/// Orders are numbered without gaps and none is ever removed but by retention: where as many are counted as
/// there are numbers, the numbers are the list. Reading a million of them takes a second where the disk is
/// slow.
std::optional<std::vector<OrderId>> countedIds(SQLite::Database& database)
{
    const SQLite::Transaction snapshot(database);
    const std::int64_t first = sql::figure(database, "SELECT coalesce(min(id), 0) FROM customer_order");
    const std::int64_t last = sql::figure(database, "SELECT coalesce(max(id), -1) FROM customer_order");
    if (sql::figure(database, orderCountSql) != last - first + 1) return std::nullopt;
    std::vector<OrderId> ids;
    ids.reserve(static_cast<std::size_t>(last - first + 1));
    for (std::int64_t id = first; id <= last; ++id)
        ids.push_back(OrderId{id});
    return ids;
}

std::vector<OrderId> plainIds(SQLite::Database& database, const OrderQuery& query)
{
    if (!query.isOpen) {
        if (auto ids = countedIds(database)) {
            if (query.isDescending) std::ranges::reverse(*ids);
            return *std::move(ids);
        }
    }
    std::vector<OrderId> found;
    SQLite::Statement statement(
        database, query.isOpen ? "SELECT order_id FROM order_state WHERE is_open = 1"
                               : "SELECT id FROM customer_order INDEXED BY customer_order_by_no");
    sql::Rows rows(statement);
    while (rows.next())
        found.push_back(rows.order());
    sortIds(found, query.isDescending);
    return found;
}

} // namespace

std::vector<OrderSummary> SqliteReader::orders(const OrderQuery& query)
{
    return guarded(m_file, [&] {
        std::vector<OrderSummary> found;
        eachOrder(*m_database, summaryColumns, ofState, query,
                  [&](sql::Rows& rows) { found.push_back(readSummary(rows)); });
        return found;
    });
}

std::vector<OrderId> SqliteReader::orderIds(const OrderQuery& query)
{
    return guarded(m_file, [&] {
        if (isPlain(query)) return plainIds(*m_database, query);
        if (isUnfiltered(query) && !query.isOpen) return searchedIds(*m_database, query);
        std::vector<OrderId> found;
        // a state is ten times as long as the rest of an order: it is read where it is asked about
        const char* id = query.isOpen || query.milestone ? ofState : ofOrder;
        eachOrder(*m_database, id, id, query, [&](sql::Rows& rows) { found.push_back(rows.order()); });
        return found;
    });
}

std::vector<OrderSummary> SqliteReader::ordersById(std::span<const OrderId> ids)
{
    return guarded(m_file, [&] {
        std::vector<OrderSummary> found;
        SQLite::Statement query(
            *m_database,
            std::string("SELECT ") + summaryColumns +
                " FROM customer_order JOIN order_state ON order_state.order_id = customer_order.id"
                " WHERE customer_order.id = ?");
        for (const OrderId id : ids) {
            sql::Rows rows(query, id);
            if (rows.next()) found.push_back(readSummary(rows));
        }
        return found;
    });
}

} // namespace milepost
