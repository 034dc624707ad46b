// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/store/fact_repository.h"

#include "backend/store/sql.h"

namespace milepost {
namespace {

constexpr const char* insertSql = R"(
    INSERT INTO fact (order_id, first_seq, count, at, body)
    VALUES (?, ?, ?, ?, ?)
)";

constexpr const char* ofOrderSql = R"(
    SELECT first_seq, at, body
    FROM fact
    WHERE order_id = ?
    ORDER BY first_seq
)";

} // namespace

FactRepository::FactRepository(SQLite::Database& database)
    : m_insert(database, insertSql)
    , m_ofOrder(database, ofOrderSql)
{
}

std::vector<FactRow> FactRepository::of(OrderId id)
{
    std::vector<FactRow> found;
    sql::Rows rows(m_ofOrder, id);
    while (rows.next()) {
        const int firstSeq = rows.number();
        const Timestamp at = rows.time();
        found.push_back(unpackedFacts(id, firstSeq, at, rows.bytes()));
    }
    return found;
}

void FactRepository::add(const FactRecord& record)
{
    sql::execute(m_insert, record.order, record.firstSeq, record.count, record.at,
                 sql::Blob{record.packedFacts});
}

} // namespace milepost
