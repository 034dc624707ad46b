// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/store/audit_repository.h"

#include "backend/core/packed.h"
#include "backend/store/digest.h"
#include "backend/store/place.h"
#include "backend/store/sql.h"

namespace milepost {
namespace {

constexpr const char* lastSql = R"(
    SELECT id, mac
    FROM audit
    ORDER BY id DESC
    LIMIT 1
)";

constexpr const char* rowsSql = R"(
    SELECT id, at, actor, action, target, reason, before, after, mac
    FROM audit
    WHERE id > ?
    ORDER BY id
    LIMIT ?
)";

constexpr const char* insertSql = R"(
    INSERT INTO audit (id, at, actor, action, target, reason, before, after, mac)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
)";

constexpr const char* putEndSql = R"(
    INSERT INTO audit_end (id, count, seal)
    VALUES (1, ?, ?)
    ON CONFLICT (id) DO UPDATE SET count = excluded.count, seal = excluded.seal
)";

constexpr std::size_t keyBytes = 32;

} // namespace

std::filesystem::path auditKeyFile(const std::filesystem::path& store)
{
    return std::filesystem::path(store) += ".key";
}

std::string auditKey(const std::filesystem::path& store, bool mayCreate)
{
    const std::filesystem::path file = auditKeyFile(store);
    if (std::filesystem::exists(file)) return fileBytes(file);
    if (!mayCreate) return {};
    std::string key = randomBytes(keyBytes);
    writePrivateFile(file, key);
    return key;
}

std::string auditMac(std::string_view key, std::string_view previous, const AuditRow& row)
{
    PackWriter writer(1);
    writer.put(std::string(previous));
    writer.put(row.at);
    for (const std::string* text :
         {&row.actor, &row.action, &row.target, &row.reason, &row.before, &row.after})
        writer.put(*text);
    return hmacSha256(key, writer.bytes());
}

std::string auditSeal(std::string_view key, std::int64_t count, std::string_view lastMac)
{
    PackWriter writer(1);
    writer.put(count);
    writer.put(std::string(lastMac));
    return hmacSha256(key, writer.bytes());
}

std::vector<StoredAuditRow> auditRows(SQLite::Database& database, std::int64_t after, int limit)
{
    std::vector<StoredAuditRow> found;
    SQLite::Statement query(database, rowsSql);
    sql::Rows rows(query, after, limit > 0 ? limit : -1);
    while (rows.next()) {
        StoredAuditRow& stored = found.emplace_back();
        stored.id = rows.integer();
        stored.row.at = rows.time();
        for (std::string* text : {&stored.row.actor, &stored.row.action, &stored.row.target,
                                  &stored.row.reason, &stored.row.before, &stored.row.after})
            *text = rows.text();
        stored.mac = rows.blob();
    }
    return found;
}

AuditRepository::AuditRepository(SQLite::Database& database, std::string key)
    : m_key(std::move(key))
    , m_last(database, lastSql)
    , m_insert(database, insertSql)
    , m_putEnd(database, putEndSql)
{
}

void AuditRepository::sealEmpty()
{
    {
        sql::Rows rows(m_last);
        if (rows.next()) return;
    }
    const std::string seal = auditSeal(m_key, 0, {});
    sql::execute(m_putEnd, 0, sql::Blob{seal});
}

void AuditRepository::add(const AuditRow& row)
{
    std::int64_t last = 0;
    std::string previous;
    {
        sql::Rows rows(m_last);
        if (rows.next()) {
            last = rows.integer();
            previous = rows.blob();
        }
    }
    const std::string mac = auditMac(m_key, previous, row);
    sql::execute(m_insert, last + 1, row.at, row.actor, row.action, row.target, row.reason, row.before,
                 row.after, sql::Blob{mac});
    const std::string seal = auditSeal(m_key, last + 1, mac);
    sql::execute(m_putEnd, last + 1, sql::Blob{seal});
}

} // namespace milepost
