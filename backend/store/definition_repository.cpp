// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/store/definition_repository.h"

#include "backend/store/digest.h"
#include "backend/store/sql.h"

namespace milepost {
namespace {

constexpr const char* findSql = R"(
    SELECT id
    FROM definition
    WHERE kind = ? AND name = ? AND digest = ?
)";

constexpr const char* insertSql = R"(
    INSERT INTO definition (kind, name, digest, body, is_live)
    VALUES (?, ?, ?, ?, 0)
)";

constexpr const char* setLiveSql = R"(
    UPDATE definition
    SET is_live = (id = ?)
    WHERE kind = ? AND name = ?
)";

constexpr const char* ofKindSql = R"(
    SELECT id, kind, name, body, is_live
    FROM definition
    WHERE kind = ?
    ORDER BY id
)";

constexpr const char* settingSql = R"(
    SELECT value
    FROM setting
    WHERE name = ?
)";

constexpr const char* putSettingSql = R"(
    INSERT INTO setting (name, value)
    VALUES (?, ?)
    ON CONFLICT (name) DO UPDATE SET value = excluded.value
)";

} // namespace

DefinitionRepository::DefinitionRepository(SQLite::Database& database)
    : m_database(database)
    , m_find(database, findSql)
    , m_insert(database, insertSql)
    , m_setLive(database, setLiveSql)
    , m_ofKind(database, ofKindSql)
    , m_setting(database, settingSql)
    , m_putSetting(database, putSettingSql)
{
}

int DefinitionRepository::define(std::string_view kind, std::string_view name, std::string_view body)
{
    const std::string digest = sha256(body);
    std::int64_t id = 0;
    {
        sql::Rows rows(m_find, kind, name, sql::Blob{digest});
        if (rows.next()) id = rows.integer();
    }
    if (id == 0) {
        sql::execute(m_insert, kind, name, sql::Blob{digest}, body);
        id = m_database.getLastInsertRowid();
    }
    sql::execute(m_setLive, id, kind, name);
    return static_cast<int>(id);
}

std::vector<DefinitionRow> DefinitionRepository::ofKind(std::string_view kind)
{
    std::vector<DefinitionRow> found;
    sql::Rows rows(m_ofKind, kind);
    while (rows.next()) {
        DefinitionRow& row = found.emplace_back();
        row.id = rows.number();
        row.kind = rows.text();
        row.name = rows.text();
        row.body = rows.text();
        row.isLive = rows.flag();
    }
    return found;
}

std::string DefinitionRepository::setting(std::string_view name)
{
    sql::Rows rows(m_setting, name);
    return rows.next() ? rows.text() : std::string();
}

void DefinitionRepository::putSetting(std::string_view name, std::string_view value)
{
    sql::execute(m_putSetting, name, value);
}

} // namespace milepost
