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

constexpr const char* insertVersionSql = R"(
    INSERT INTO definition_version (definition, at, actor, reason, went_live)
    VALUES (?, ?, ?, ?, ?)
)";

constexpr const char* versionsSql = R"(
    SELECT version.id, definition.name, definition.body, version.at, version.actor, version.reason,
           version.went_live
    FROM definition_version AS version
    JOIN definition ON definition.id = version.definition
    WHERE definition.kind = ?
    ORDER BY version.id
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
    , m_insertVersion(database, insertVersionSql)
    , m_versions(database, versionsSql)
    , m_setting(database, settingSql)
    , m_putSetting(database, putSettingSql)
{
}

/// The id of that text, stored if it is new.
std::int64_t DefinitionRepository::idOf(std::string_view kind, std::string_view name, std::string_view body)
{
    const std::string digest = sha256(body);
    {
        sql::Rows rows(m_find, kind, name, sql::Blob{digest});
        if (rows.next()) return rows.integer();
    }
    sql::execute(m_insert, kind, name, sql::Blob{digest}, body);
    return m_database.getLastInsertRowid();
}

int DefinitionRepository::define(std::string_view kind, std::string_view name, std::string_view body)
{
    const std::int64_t id = idOf(kind, name, body);
    sql::execute(m_setLive, id, kind, name);
    return static_cast<int>(id);
}

void DefinitionRepository::add(const DefinitionChange& change)
{
    const std::int64_t id = idOf(change.kind, change.name, change.body);
    sql::execute(m_insertVersion, id, change.at, change.actor, change.reason, change.goesLive);
    if (change.goesLive) sql::execute(m_setLive, id, change.kind, change.name);
}

std::vector<DefinitionVersion> DefinitionRepository::versions(std::string_view kind)
{
    std::vector<DefinitionVersion> found;
    sql::Rows rows(m_versions, kind);
    while (rows.next()) {
        DefinitionVersion& version = found.emplace_back();
        version.number = rows.integer();
        version.name = rows.text();
        version.body = rows.text();
        version.at = rows.time();
        version.actor = rows.text();
        version.reason = rows.text();
        version.wentLive = rows.flag();
    }
    return found;
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
