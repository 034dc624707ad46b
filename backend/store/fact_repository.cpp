// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/store/fact_repository.h"

#include "backend/store/sql.h"

namespace milepost {
namespace {

constexpr const char* insertSql = R"(
    INSERT INTO fact (order_id, first_seq, count, at, body)
    VALUES (?, ?, ?, ?, ?)
)";

} // namespace

FactRepository::FactRepository(SQLite::Database& database)
    : m_insert(database, insertSql)
{
}

void FactRepository::add(const FactRecord& record)
{
    sql::execute(m_insert, record.order, record.firstSeq, record.count, record.at,
                 sql::Blob{record.packedFacts});
}

} // namespace milepost
