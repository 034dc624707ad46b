// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/store/sqlite_store.h"

#include "backend/store/sql.h"
#include "backend/store/sqlite_failure.h"

#include <SQLiteCpp/Exception.h>
#include <sqlite3.h>

#include <utility>

namespace milepost {
namespace {

constexpr const char* fenceSql = R"(
    SELECT fence
    FROM owner
    WHERE id = 1
)";

// Indexed at once they cost a third; readers search those that wait one by one.
constexpr std::size_t manyWaiting = 512;
constexpr std::chrono::seconds indexingPause{1};

} // namespace

Repositories::Repositories(SQLite::Database& database, const std::string& auditKey)
    : orders(database)
    , facts(database)
    , payloads(database)
    , inbox(database)
    , references(database)
    , exceptions(database)
    , landscape(database)
    , counters(database)
    , definitions(database)
    , audit(database, auditKey)
    , plans(database)
{
}

SqliteStore::SqliteStore(std::filesystem::path file, std::unique_ptr<OwnerLock> lock,
                         std::unique_ptr<SQLite::Database> database)
    : m_file(std::move(file))
    , m_lock(std::move(lock))
    , m_database(std::move(database))
    , m_begin(*m_database, "BEGIN IMMEDIATE")
    , m_commit(*m_database, "COMMIT")
    , m_fence(*m_database, fenceSql)
    , m_tables(std::make_unique<Repositories>(*m_database, auditKey(m_file, true)))
{
    const auto dictionaries = m_tables->payloads.dictionaries();
    for (const DictionaryRow& row : dictionaries)
        m_dictionaries.emplace(row.id, row.body);
    m_codec = std::make_unique<ZstdPayloadCodec>(dictionaries);
    takeFence();
    m_checkpointer = std::make_unique<Checkpointer>(m_file, m_database->getHandle());
}

SqliteStore::~SqliteStore()
{
    try {
        transact([this] { m_tables->references.index(); });
    } catch (const std::exception&) { // then the next owner does it
    }
}

void SqliteStore::takeFence()
{
    m_lock->raise(sql::figure(*m_database, fenceSql) + 1);
    SQLite::Statement put(*m_database, "UPDATE owner SET fence = ? WHERE id = 1");
    sql::execute(put, m_lock->fencingNumber());
}

void SqliteStore::transact(const std::function<void()>& write)
{
    try {
        sql::execute(m_begin);
        {
            sql::Rows rows(m_fence);
            if (!rows.next() || rows.integer() != fencingNumber())
                throw StoreError(m_file.string() + " was taken over by another process", 0);
        }
        write();
        sql::execute(m_commit);
        m_tables->references.settle();
    } catch (const SQLite::Exception& failure) {
        rollBack();
        if (failure.getErrorCode() == SQLITE_CONSTRAINT) throw;
        throw storeError(m_file, failure);
    } catch (...) {
        rollBack();
        throw;
    }
}

void SqliteStore::rollBack() noexcept
{
    milepost::rollBack(*m_database);
    m_tables->references.abandon();
}

void SqliteStore::sealEmptyAudit()
{
    transact([this] { m_tables->audit.sealEmpty(); });
}

Committed SqliteStore::commit(const Batch& batch)
{
    Committed committed;
    try {
        transact([&] { applyAll(batch); });
    } catch (const SQLite::Exception&) { // a constraint: find the changes that it refuses
        try {
            transact([&] { committed = applyEach(batch); });
        } catch (const SQLite::Exception& failure) {
            throw storeError(m_file, failure);
        }
    }
    useDictionaries();
    return committed;
}

void SqliteStore::applyAll(const Batch& batch)
{
    m_sums.clear();
    for (const Change& change : batch.changes) {
        apply(change);
        m_sums.add(change.counters);
    }
    writeShared(batch);
}

Committed SqliteStore::applyEach(const Batch& batch)
{
    Committed committed;
    m_sums.clear();
    for (std::size_t i = 0; i < batch.changes.size(); ++i) {
        std::string reason;
        if (applyAlone(batch.changes[i], reason))
            m_sums.add(batch.changes[i].counters);
        else
            committed.refused.emplace_back(i, std::move(reason));
    }
    writeShared(batch);
    return committed;
}

bool SqliteStore::applyAlone(const Change& change, std::string& reason)
{
    const std::size_t waiting = m_tables->references.waiting();
    m_database->exec("SAVEPOINT change");
    try {
        apply(change);
    } catch (const SQLite::Exception& failure) {
        if (failure.getErrorCode() != SQLITE_CONSTRAINT) throw;
        reason = failure.what();
        m_database->exec("ROLLBACK TO change");
        m_tables->references.abandonAfter(waiting);
    }
    m_database->exec("RELEASE change");
    return reason.empty();
}

void SqliteStore::apply(const Change& change)
{
    Repositories& to = *m_tables;
    if (change.newOrder) applyOrder(change);
    if (change.state) to.orders.put(*change.state);
    for (const FactRecord& record : change.facts)
        to.facts.add(record);
    for (const PayloadRow& row : change.payloads)
        to.payloads.add(row);
    for (const InboxRow& row : change.inbox)
        to.inbox.put(row);
    to.references.add(change.references);
    for (const ExceptionRow& row : change.exceptions)
        to.exceptions.put(row);
    for (const ClaimRow& row : change.claims)
        to.exceptions.put(row);
    for (const MarkRow& row : change.marks)
        to.exceptions.put(row);
    for (const NoteRow& row : change.notes)
        to.exceptions.add(row);
    for (const SequenceRow& row : change.sequences)
        to.counters.put(row);
    applyRare(change);
}

void SqliteStore::applyOrder(const Change& change)
{
    const InboxRow* arrival = nullptr;
    for (const InboxRow& row : change.inbox) {
        if (!row.businessKey.empty() && row.businessKey == change.newOrder->businessKey) arrival = &row;
    }
    const bool isNew = m_tables->orders.put(*change.newOrder, arrival);
    if (isNew) m_tables->references.add(*change.newOrder);
}

void SqliteStore::applyRare(const Change& change)
{
    for (const StockRow& row : change.stock)
        m_tables->landscape.put(row);
    for (const CursorRow& row : change.cursors)
        m_tables->landscape.put(row);
    for (const AuditRow& row : change.audit)
        m_tables->audit.add(row);
    for (const DefinitionChange& row : change.definitions)
        m_tables->definitions.add(row);
    for (const PlanRow& row : change.plans)
        m_tables->plans.put(row);
    for (const PlanItemRow& row : change.planItems)
        m_tables->plans.put(row);
}

void SqliteStore::writeShared(const Batch& batch)
{
    for (const CounterDelta& sum : m_sums.sums())
        m_tables->counters.add(sum);
    for (const SourceRow& row : batch.sources)
        m_tables->landscape.put(row);
    if (isIndexingDue()) m_tables->references.index();
    m_newDictionaries.clear();
    if (m_codec->hasTrained()) storeDictionaries();
}

bool SqliteStore::isIndexingDue()
{
    const std::size_t waiting = m_tables->references.waiting();
    const auto now = std::chrono::steady_clock::now();
    if (waiting < manyWaiting && (waiting == 0 || now - m_indexedAt < indexingPause)) return false;
    m_indexedAt = now;
    return true;
}

void SqliteStore::storeDictionaries()
{
    m_newDictionaries = m_codec->trained();
    for (DictionaryRow& row : m_newDictionaries)
        row.id = m_tables->payloads.addDictionary(row.kind, row.body);
}

void SqliteStore::useDictionaries()
{
    for (const DictionaryRow& row : m_newDictionaries) {
        m_dictionaries.emplace(row.id, row.body);
        m_codec->use(row);
    }
    m_newDictionaries.clear();
}

} // namespace milepost
