// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/network/books.h"

namespace milepost::network {

namespace {

constexpr const char* schemaSql = R"(
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE count (name TEXT PRIMARY KEY, last INTEGER NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE customer_order (
    position INTEGER PRIMARY KEY,          -- place in the plan of the seed
    ref TEXT NOT NULL UNIQUE,
    channel TEXT NOT NULL,
    lines TEXT NOT NULL,                   -- [{sku, ordered}]
    emitted INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE TABLE stock (
    node TEXT NOT NULL,
    sku TEXT NOT NULL,
    initial INTEGER NOT NULL,
    received INTEGER NOT NULL DEFAULT 0,
    damaged INTEGER NOT NULL DEFAULT 0,
    onHand INTEGER NOT NULL,
    reserved INTEGER NOT NULL DEFAULT 0,   -- allocated or released, not shipped
    staged INTEGER NOT NULL DEFAULT 0,     -- picked, still in the house
    PRIMARY KEY (node, sku)
) STRICT, WITHOUT ROWID;
CREATE TABLE schedule (
    id INTEGER PRIMARY KEY,
    due INTEGER NOT NULL,                  -- scaled ms
    owner TEXT NOT NULL,
    kind TEXT NOT NULL,
    subject TEXT NOT NULL,
    body TEXT NOT NULL,
    counted INTEGER NOT NULL,              -- 1: still to come by itself
    attempts INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX schedule_by_owner ON schedule (owner, kind);
CREATE TABLE entry (
    system TEXT NOT NULL,
    position INTEGER NOT NULL,
    id TEXT NOT NULL,
    occurredAt INTEGER NOT NULL,
    publishedAt INTEGER NOT NULL,
    body TEXT NOT NULL,
    PRIMARY KEY (system, position)
) STRICT, WITHOUT ROWID;
CREATE TABLE object (
    system TEXT NOT NULL,
    kind TEXT NOT NULL,
    id TEXT NOT NULL,
    reference TEXT NOT NULL,
    orderRef TEXT NOT NULL,
    state TEXT NOT NULL,
    body TEXT NOT NULL,
    PRIMARY KEY (system, kind, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX object_by_reference ON object (system, kind, reference);
CREATE INDEX object_by_order ON object (orderRef);
CREATE INDEX object_by_state ON object (system, kind, state);
CREATE TABLE work (
    system TEXT NOT NULL,
    capability TEXT NOT NULL,
    reference TEXT NOT NULL,
    key TEXT NOT NULL,
    requests INTEGER NOT NULL,
    performed INTEGER NOT NULL,
    PRIMARY KEY (system, capability, reference)
) STRICT, WITHOUT ROWID;
CREATE TABLE attempt (
    system TEXT NOT NULL,
    operation TEXT NOT NULL,
    reference TEXT NOT NULL,
    attempts INTEGER NOT NULL,
    faultsInRow INTEGER NOT NULL,
    PRIMARY KEY (system, operation, reference)
) STRICT, WITHOUT ROWID;
CREATE TABLE stored_answer (
    system TEXT NOT NULL,
    key TEXT NOT NULL,
    request TEXT NOT NULL,
    status INTEGER NOT NULL,
    body TEXT NOT NULL,
    expiresAt INTEGER NOT NULL,
    PRIMARY KEY (system, key)
) STRICT, WITHOUT ROWID;
CREATE TABLE fault (kind TEXT PRIMARY KEY, count INTEGER NOT NULL) STRICT, WITHOUT ROWID;
)";

} // namespace

Books::Books(const std::filesystem::path& file)
    : m_database(file.string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE, 5000)
{
    m_database.exec("PRAGMA journal_mode=WAL");
    m_database.exec("PRAGMA synchronous=NORMAL");
    if (!m_database.tableExists("fault")) transact([this] { m_database.exec(schemaSql); });
}

SQLite::Statement& Books::prepared(const char* sql)
{
    auto& slot = m_statements[sql];
    if (!slot) slot = std::make_unique<SQLite::Statement>(m_database, sql);
    slot->tryReset();
    return *slot;
}

void Books::transact(const std::function<void()>& work)
{
    if (m_depth > 0) {
        work();
        return;
    }
    SQLite::Transaction transaction(m_database, SQLite::TransactionBehavior::IMMEDIATE);
    ++m_depth;
    try {
        work();
    } catch (...) {
        --m_depth;
        throw;
    }
    --m_depth;
    transaction.commit();
}

std::string Books::meta(const std::string& key, const std::string& fallback)
{
    const auto found = rows(
        "SELECT value FROM meta WHERE key = ?",
        [](SQLite::Statement& row) { return row.getColumn(0).getString(); }, key);
    return found.empty() ? fallback : found.front();
}

void Books::setMeta(const std::string& key, const std::string& value)
{
    run("INSERT INTO meta (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value",
        key, value);
}

std::int64_t Books::nextNumber(const std::string& name, std::int64_t first)
{
    run("INSERT INTO count (name, last) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET last = last + 1", name,
        first);
    return number("SELECT last FROM count WHERE name = ?", first, name);
}

} // namespace milepost::network
