// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/store/order_repository.h"

#include "backend/store/sql.h"

#include <SQLiteCpp/Exception.h>
#include <sqlite3.h>

namespace milepost {
namespace {

constexpr const char* insertOrderSql = R"(
    INSERT INTO customer_order (id, order_no, channel, customer, business_key, received_at, placed_at, total_minor,
                                currency, content, content_digest, content_version, words, first_inbox)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
    ON CONFLICT (id) DO NOTHING
)";

// The order no. stands in the condition so that a wrong id cannot overwrite another order.
constexpr const char* updateOrderSql = R"(
    UPDATE customer_order
    SET customer = ?, placed_at = ?, total_minor = ?, currency = ?, content = ?, content_digest = ?,
        content_version = ?
    WHERE id = ? AND order_no = ?
)";

// A person's revision: what the partner last said stays as it is.
constexpr const char* reviseOrderSql = R"(
    UPDATE customer_order
    SET customer = ?, placed_at = ?, total_minor = ?, currency = ?, content = ?
    WHERE id = ? AND order_no = ?
)";

constexpr const char* putPersonSql = R"(
    INSERT INTO person (order_id, parties)
    VALUES (?, ?)
    ON CONFLICT (order_id) DO UPDATE SET parties = excluded.parties
)";

// Leaves is_open alone, so that no index is touched.
constexpr const char* updateOpenStateSql = R"(
    UPDATE order_state
    SET facts = ?, milestones = ?, state = ?
    WHERE order_id = ? AND is_open = ?
)";

constexpr const char* putStateSql = R"(
    INSERT INTO order_state (order_id, facts, is_open, milestones, state)
    VALUES (?, ?, ?, ?, ?)
    ON CONFLICT (order_id) DO UPDATE
    SET facts = excluded.facts, is_open = excluded.is_open, milestones = excluded.milestones, state = excluded.state
)";

constexpr const char* findSql = R"(
    SELECT order_state.state, customer_order.business_key, customer_order.content, person.parties
    FROM customer_order
    JOIN order_state ON order_state.order_id = customer_order.id
    LEFT JOIN person ON person.order_id = customer_order.id
    WHERE customer_order.id = ?
)";

constexpr const char* byNoSql = R"(
    SELECT id
    FROM customer_order
    WHERE order_no = ?
)";

constexpr const char* byKeySql = R"(
    SELECT id, content_digest, content_version, first_inbox
    FROM customer_order
    WHERE business_key = ? AND business_key <> ''
)";

constexpr const char* openSql = R"(
    SELECT order_id
    FROM order_state
    WHERE is_open = 1
    ORDER BY order_id
)";

} // namespace

OrderRepository::OrderRepository(SQLite::Database& database)
    : m_insertOrder(database, insertOrderSql)
    , m_updateOrder(database, updateOrderSql)
    , m_reviseOrder(database, reviseOrderSql)
    , m_putPerson(database, putPersonSql)
    , m_updateOpenState(database, updateOpenStateSql)
    , m_putState(database, putStateSql)
    , m_find(database, findSql)
    , m_byNo(database, byNoSql)
    , m_byKey(database, byKeySql)
    , m_open(database, openSql)
{
}

bool OrderRepository::put(const NewOrderRow& row, const InboxRow* arrival)
{
    const std::string none;
    const sql::Blob digest{arrival ? arrival->contentDigest : none};
    const std::string& version = arrival ? arrival->version : none;
    const bool isNew =
        sql::execute(m_insertOrder, row.id, row.orderNo, row.channel, row.customer, row.businessKey,
                     row.receivedAt, row.placedAt, row.totalMinor, row.currency, row.content, digest, version,
                     row.words, arrival ? arrival->id : std::int64_t{0}) != 0;
    const auto update = [&] {
        return arrival != nullptr
                   ? sql::execute(m_updateOrder, row.customer, row.placedAt, row.totalMinor, row.currency,
                                  row.content, digest, version, row.id, row.orderNo)
                   : sql::execute(m_reviseOrder, row.customer, row.placedAt, row.totalMinor, row.currency,
                                  row.content, row.id, row.orderNo);
    };
    if (!isNew && update() == 0)
        throw SQLite::Exception("order id " + std::to_string(row.id.value) + " belongs to another order",
                                SQLITE_CONSTRAINT);
    sql::execute(m_putPerson, row.id, sql::Blob{row.person});
    return isNew;
}

void OrderRepository::put(const StateRow& row)
{
    const int changed = sql::execute(m_updateOpenState, row.facts, row.milestones, sql::Blob{row.packedState},
                                     row.id, row.isOpen);
    if (changed == 0)
        sql::execute(m_putState, row.id, row.facts, row.isOpen, row.milestones, sql::Blob{row.packedState});
}

std::optional<OrderRepository::PackedOrder> OrderRepository::find(OrderId id)
{
    sql::Rows rows(m_find, id);
    if (!rows.next()) return std::nullopt;
    PackedOrder order;
    order.state = rows.blob();
    order.businessKey = rows.text();
    order.content = rows.payload();
    order.parties = rows.blob();
    return order;
}

std::optional<OrderId> OrderRepository::byNo(std::string_view orderNo)
{
    sql::Rows rows(m_byNo, orderNo);
    if (!rows.next()) return std::nullopt;
    return rows.order();
}

std::optional<Store::KnownOrder> OrderRepository::byBusinessKey(std::string_view key)
{
    sql::Rows rows(m_byKey, key);
    if (!rows.next()) return std::nullopt;
    Store::KnownOrder known;
    known.id = rows.order();
    known.contentDigest = rows.blob();
    known.version = rows.text();
    known.firstInbox = rows.integer();
    return known;
}

std::vector<OrderId> OrderRepository::open()
{
    std::vector<OrderId> ids;
    sql::Rows rows(m_open);
    while (rows.next())
        ids.push_back(rows.order());
    return ids;
}

} // namespace milepost
