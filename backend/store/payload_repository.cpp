// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/store/payload_repository.h"

#include "backend/store/sql.h"

namespace milepost {
namespace {

constexpr const char* insertSql = R"(
    INSERT INTO payload (id, order_id, kind, dictionary, size, sha256, body)
    VALUES (?, ?, ?, ?, ?, ?, ?)
)";

constexpr const char* findSql = R"(
    SELECT order_id, kind, dictionary, size, sha256, body
    FROM payload
    WHERE id = ?
)";

constexpr const char* insertDictionarySql = R"(
    INSERT INTO dictionary (kind, body)
    VALUES (?, ?)
)";

constexpr const char* dictionariesSql = R"(
    SELECT id, kind, body
    FROM dictionary
    ORDER BY id
)";

} // namespace

PayloadRepository::PayloadRepository(SQLite::Database& database)
    : m_database(database)
    , m_insert(database, insertSql)
    , m_find(database, findSql)
    , m_insertDictionary(database, insertDictionarySql)
    , m_dictionaries(database, dictionariesSql)
{
}

void PayloadRepository::add(const PayloadRow& row)
{
    sql::execute(m_insert, row.id, row.order, row.kind, row.dictionary, row.size, sql::Blob{row.sha256},
                 sql::Blob{row.body});
}

std::optional<PayloadRow> PayloadRepository::find(PayloadId id)
{
    sql::Rows rows(m_find, id);
    if (!rows.next()) return std::nullopt;
    PayloadRow row;
    row.id = id;
    row.order = rows.order();
    row.kind = rows.text();
    row.dictionary = rows.number();
    row.size = rows.integer();
    row.sha256 = rows.blob();
    row.body = rows.blob();
    return row;
}

int PayloadRepository::addDictionary(const std::string& kind, const std::string& body)
{
    sql::execute(m_insertDictionary, kind, sql::Blob{body});
    return static_cast<int>(m_database.getLastInsertRowid());
}

std::vector<DictionaryRow> PayloadRepository::dictionaries()
{
    std::vector<DictionaryRow> found;
    sql::Rows rows(m_dictionaries);
    while (rows.next()) {
        DictionaryRow& row = found.emplace_back();
        row.id = rows.number();
        row.kind = rows.text();
        row.body = rows.blob();
    }
    return found;
}

} // namespace milepost
