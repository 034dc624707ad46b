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

constexpr const char* putSequenceSql = R"(
    INSERT INTO sequence (name, value)
    VALUES (?, ?)
    ON CONFLICT (name) DO UPDATE SET value = excluded.value
)";

} // namespace

ReferenceRepository::ReferenceRepository(SQLite::Database& database)
    : m_database(database)
    , m_insert(database, insertSql)
    , m_index(database, indexSql)
    , m_byValue(database, byValueSql)
    , m_putSequence(database, putSequenceSql)
    , m_waiting(unindexedTexts(database))
    , m_settled(m_waiting.size())
{
}

void ReferenceRepository::add(const NewOrderRow& order)
{
    const std::int64_t id = insert(order.id, {.kind = "order", .value = order.orderNo});
    m_waiting.push_back({id, order.id, order.orderNo + ' ' + order.customer + ' ' + order.words});
}

void ReferenceRepository::add(const std::vector<std::pair<OrderId, ExternalReference>>& references)
{
    OrderId last{};
    for (const auto& [order, reference] : references) {
        const std::int64_t id = insert(order, reference);
        if (order == last) { // one row of the index for all references of an order that come together
            m_waiting.back().reference = id;
            m_waiting.back().words += ' ' + reference.value;
        } else {
            m_waiting.push_back({id, order, reference.value});
        }
        last = order;
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

void ReferenceRepository::index()
{
    if (m_waiting.empty()) return;
    for (const SearchText& text : m_waiting)
        sql::execute(m_index, text.reference, text.words);
    sql::execute(m_putSequence, searchSequence, m_waiting.back().reference);
    m_indexed = m_waiting.size();
}

void ReferenceRepository::settle()
{
    m_waiting.erase(m_waiting.begin(), m_waiting.begin() + static_cast<std::ptrdiff_t>(m_indexed));
    m_indexed = 0;
    m_settled = m_waiting.size();
}

void ReferenceRepository::abandon()
{
    m_indexed = 0;
    m_waiting.resize(m_settled);
}

void ReferenceRepository::abandonAfter(std::size_t kept)
{
    m_waiting.resize(kept);
}

std::int64_t ReferenceRepository::insert(OrderId order, const ExternalReference& reference)
{
    sql::execute(m_insert, order, reference.kind, reference.value, reference.system, reference.subject);
    return m_database.getLastInsertRowid();
}

} // namespace milepost
