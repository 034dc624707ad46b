// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/store/reference_repository.h"

#include "backend/store/sql.h"

namespace milepost {
namespace {

constexpr const char* insertSql = R"(
    INSERT INTO external_reference (order_id, kind, value, system, subject)
    VALUES (?, ?, ?, ?, ?)
)";

constexpr const char* indexSql = R"(
    INSERT INTO search (rowid, words)
    VALUES (?, ?)
)";

constexpr const char* byValueSql = R"(
    SELECT DISTINCT order_id
    FROM external_reference
    WHERE value = ?
    ORDER BY order_id
)";

} // namespace

ReferenceRepository::ReferenceRepository(SQLite::Database& database)
    : m_database(database)
    , m_insert(database, insertSql)
    , m_index(database, indexSql)
    , m_byValue(database, byValueSql)
{
}

void ReferenceRepository::add(const NewOrderRow& order)
{
    const std::int64_t id = insert(order.id, {.kind = "order", .value = order.orderNo});
    const std::string words = order.orderNo + ' ' + order.customer + ' ' + order.words;
    sql::execute(m_index, id, words);
}

void ReferenceRepository::add(const std::vector<std::pair<OrderId, ExternalReference>>& references)
{
    std::size_t next = 0;
    while (next < references.size()) {
        // one search row for all references of an order that come together
        const OrderId order = references[next].first;
        std::int64_t last = 0;
        std::string words;
        for (; next < references.size() && references[next].first == order; ++next) {
            last = insert(order, references[next].second);
            words += references[next].second.value + ' ';
        }
        sql::execute(m_index, last, words);
    }
}

std::vector<OrderId> ReferenceRepository::byValue(std::string_view value)
{
    std::vector<OrderId> ids;
    sql::Rows rows(m_byValue, value);
    while (rows.next())
        ids.push_back(rows.order());
    return ids;
}

std::int64_t ReferenceRepository::insert(OrderId order, const ExternalReference& reference)
{
    sql::execute(m_insert, order, reference.kind, reference.value, reference.system, reference.subject);
    return m_database.getLastInsertRowid();
}

} // namespace milepost
