// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/store/verify_tables.h"

#include "backend/domain/milestone.h"
#include "backend/store/audit_repository.h"
#include "backend/store/digest.h"
#include "backend/store/payload_codec.h"
#include "backend/store/sql.h"
#include "backend/store/store_error.h"

#include <SQLiteCpp/Transaction.h>

#include <algorithm>

namespace milepost {
namespace {

constexpr const char* payloadsSql = R"(
    SELECT payload.id, payload.order_id, dictionary, size, sha256, body, customer_order.id
    FROM payload
    LEFT JOIN customer_order ON customer_order.id = payload.order_id
    WHERE payload.id > ?
    ORDER BY payload.id
    LIMIT ?
)";

constexpr const char* inboxSql = R"(
    SELECT inbox.id, inbox.order_id, inbox.source, inbox.message_id, customer_order.id
    FROM inbox
    LEFT JOIN customer_order ON customer_order.id = inbox.order_id
    WHERE inbox.id > ?
    ORDER BY inbox.id
    LIMIT ?
)";

constexpr const char* referencesSql = R"(
    SELECT external_reference.id, external_reference.value, customer_order.id
    FROM external_reference
    LEFT JOIN customer_order ON customer_order.id = external_reference.order_id
    WHERE external_reference.id > ?
    ORDER BY external_reference.id
    LIMIT ?
)";

void proveBody(const PayloadRow& row, std::string_view dictionary, Findings& findings)
{
    try {
        if (sha256(plainBody(row, dictionary)) != row.sha256)
            findings.add("payload " + std::to_string(row.id.value) + " is not what its digest says");
    } catch (const StoreError& failure) {
        findings.add(failure.what());
    }
}

} // namespace

PayloadProof::PayloadProof(SQLite::Database& database)
    : m_rows(database, payloadsSql)
{
    for (DictionaryRow& row : PayloadRepository(database).dictionaries())
        m_dictionaries.emplace(row.id, std::move(row.body));
}

std::int64_t PayloadProof::prove(std::int64_t after, int limit)
{
    std::int64_t last = 0;
    sql::Rows rows(m_rows, after, limit);
    while (rows.next()) {
        PayloadRow row;
        row.id = rows.payload();
        row.order = rows.order();
        row.dictionary = rows.number();
        row.size = rows.integer();
        row.sha256 = rows.blob();
        row.body = rows.blob();
        last = row.id.value;
        m_findings.look();
        if (!rows.optionalInteger() && row.order.value != 0)
            m_findings.add("payload " + std::to_string(last) + " is of an order that does not exist");
        const auto dictionary = m_dictionaries.find(row.dictionary);
        proveBody(row, dictionary == m_dictionaries.end() ? std::string_view() : dictionary->second,
                  m_findings);
    }
    return last;
}

BelongingProof::BelongingProof(SQLite::Database& database)
    : m_inboxRows(database, inboxSql)
    , m_referenceRows(database, referencesSql)
{
}

std::int64_t BelongingProof::proveInbox(std::int64_t after, int limit)
{
    std::int64_t last = 0;
    sql::Rows rows(m_inboxRows, after, limit);
    while (rows.next()) {
        last = rows.integer();
        const std::int64_t order = rows.integer();
        const std::string source = rows.text();
        const std::string message = rows.text();
        m_inbox.look();
        if (order != 0 && !rows.optionalInteger())
            m_inbox.add("message " + source + "/" + message + " is applied to an order that does not exist");
    }
    return last;
}

std::int64_t BelongingProof::proveReferences(std::int64_t after, int limit)
{
    std::int64_t last = 0;
    sql::Rows rows(m_referenceRows, after, limit);
    while (rows.next()) {
        last = rows.integer();
        const std::string value = rows.text();
        m_references.look();
        if (!rows.optionalInteger()) m_references.add(value + " is of an order that does not exist");
    }
    return last;
}

Tally storedCounters(SQLite::Database& database)
{
    Tally tally;
    SQLite::Statement query(database, "SELECT kind, key, sum(value) FROM counter"
                                      " WHERE kind IN ('milestone', 'effectState', 'exceptionClass')"
                                      " GROUP BY kind, key");
    sql::Rows rows(query);
    while (rows.next()) {
        const std::string kind = rows.text();
        const std::string key = rows.text();
        if (const std::int64_t value = rows.integer(); value != 0) tally.emplace(kind + "/" + key, value);
    }
    return tally;
}

Tally openExceptionTally(SQLite::Database& database)
{
    Tally tally;
    SQLite::Statement query(database,
                            "SELECT class, count(*) FROM exception WHERE is_open = 1 GROUP BY class");
    sql::Rows rows(query);
    while (rows.next()) {
        const std::string key = rows.text();
        tally.emplace("exceptionClass/" + key, rows.integer());
    }
    return tally;
}

Tally milestoneTally(SQLite::Database& database)
{
    Tally tally;
    SQLite::Statement query(database, "SELECT milestones, count(*) FROM order_state GROUP BY milestones");
    sql::Rows rows(query);
    while (rows.next()) {
        const auto milestones = static_cast<std::uint32_t>(rows.integer());
        const std::int64_t orders = rows.integer();
        for (int i = 0; i < milestoneCount; ++i) {
            const auto milestone = static_cast<Milestone>(i);
            if (isFull(milestones, milestone)) tally["milestone/" + std::string(toKey(milestone))] += orders;
        }
    }
    return tally;
}

VerifyCheck compareCounters(const Tally& stored, const Tally& counted, const std::vector<std::string>& kinds)
{
    Findings findings("counters equal counts", "counters");
    Tally all = stored;
    all.insert(counted.begin(), counted.end());
    for (const auto& [name, value] : all) {
        if (std::ranges::none_of(kinds, [&](const std::string& kind) { return name.starts_with(kind); }))
            continue;
        findings.look();
        const auto is = stored.contains(name) ? stored.at(name) : 0;
        const auto shouldBe = counted.contains(name) ? counted.at(name) : 0;
        if (is != shouldBe)
            findings.add(name + " is " + std::to_string(is) + ", counted are " + std::to_string(shouldBe));
    }
    return findings.check();
}

VerifyCheck proveAudit(SQLite::Database& database, const std::filesystem::path& file)
{
    Findings findings("audit chain", "entries");
    const SQLite::Transaction snapshot(database);
    const auto rows = auditRows(database, 0, 0);
    const std::string key = auditKey(file, false);
    if (!rows.empty() && key.empty()) findings.add("its key " + auditKeyFile(file).string() + " is missing");
    std::string previous;
    std::int64_t number = 0;
    for (const StoredAuditRow& stored : rows) {
        if (key.empty()) break;
        findings.look();
        if (stored.id != ++number || stored.mac != auditMac(key, previous, stored.row)) {
            findings.add("the chain is broken at entry " + std::to_string(number));
            return findings.check();
        }
        previous = stored.mac;
    }
    SQLite::Statement end(database, "SELECT count, seal FROM audit_end WHERE id = 1");
    sql::Rows last(end);
    const bool hasEnd = last.next();
    if (!hasEnd)
        findings.add("its end is missing");
    else if (!key.empty() && (last.integer() != number || last.bytes() != auditSeal(key, number, previous)))
        findings.add("entries are missing at its end");
    return findings.check();
}

} // namespace milepost
