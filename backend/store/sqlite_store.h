// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/store/audit_repository.h"
#include "backend/store/checkpointer.h"
#include "backend/store/counter_repository.h"
#include "backend/store/definition_repository.h"
#include "backend/store/exception_repository.h"
#include "backend/store/fact_repository.h"
#include "backend/store/inbox_repository.h"
#include "backend/store/landscape_repository.h"
#include "backend/store/order_repository.h"
#include "backend/store/owner_lock.h"
#include "backend/store/payload_codec.h"
#include "backend/store/payload_repository.h"
#include "backend/store/plan_repository.h"
#include "backend/store/reference_repository.h"
#include "backend/store/store.h"

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>

#include <chrono>
#include <filesystem>
#include <functional>
#include <map>
#include <memory>

namespace milepost {

/// The repositories of one writing connection.
struct Repositories {
    Repositories(SQLite::Database& database, const std::string& auditKey);

    OrderRepository orders;
    FactRepository facts;
    PayloadRepository payloads;
    InboxRepository inbox;
    ReferenceRepository references;
    ExceptionRepository exceptions;
    LandscapeRepository landscape;
    CounterRepository counters;
    DefinitionRepository definitions;
    AuditRepository audit;
    PlanRepository plans;
};

/// Store over SQLite: see there. Made by Store::open.
class SqliteStore final : public Store {
public:
    SqliteStore(std::filesystem::path file, std::unique_ptr<OwnerLock> lock,
                std::unique_ptr<SQLite::Database> database);
    ~SqliteStore() override;

    const std::filesystem::path& file() const override { return m_file; }
    std::int64_t fencingNumber() const override { return m_lock->fencingNumber(); }
    PayloadCodec& codec() override { return *m_codec; }

    /// Once, when the store is new or of a version that knew no seal of an empty audit.
    void sealEmptyAudit();

    Committed commit(const Batch& batch) override;
    HighIds highIds() override;
    std::optional<StoredOrder> loadOrder(OrderId id) override;
    std::vector<FactRow> facts(OrderId id) override;
    std::vector<OrderId> openOrders() override;
    std::optional<OrderId> orderByNo(std::string_view orderNo) override;
    std::optional<KnownOrder> orderByBusinessKey(std::string_view key) override;
    std::optional<InboxRow> inboxByMessage(std::string_view source, std::string_view messageId) override;
    std::vector<InboxRow> unfinishedInbox() override;
    std::optional<InboxRow> failedInbox(PayloadId payload) override;
    std::vector<OrderId> ordersByReference(std::string_view value) override;
    std::string payload(PayloadId id) override;
    std::vector<StockRow> stock() override;
    std::vector<SourceRow> sources() override;
    std::vector<CursorRow> cursors() override;
    std::vector<CounterHour> counterHours(std::string_view kind, std::int64_t fromHour) override;
    std::int64_t sequence(std::string_view name) override;
    std::vector<ExceptionRow> openExceptions() override;
    std::optional<ExceptionRow> exception(OrderId order, int number) override;
    std::optional<PlanRow> plan(std::int64_t id) override;
    std::vector<PlanItemRow> planItems(std::int64_t plan) override;
    int defineVersion(std::string_view kind, std::string_view name, std::string_view body) override;
    std::vector<DefinitionRow> definitions(std::string_view kind) override;
    std::vector<DefinitionVersion> versions(std::string_view kind) override;
    std::string setting(std::string_view name) override;
    void setSetting(std::string_view name, std::string_view value) override;

private:
    void takeFence();
    void transact(const std::function<void()>& write);
    void apply(const Change& change);
    void applyOrder(const Change& change);
    void applyRare(const Change& change);
    void applyAll(const Batch& batch);
    Committed applyEach(const Batch& batch);
    bool applyAlone(const Change& change, std::string& reason);
    void writeShared(const Batch& batch);
    bool isIndexingDue();
    void rollBack() noexcept;
    void storeDictionaries();
    void useDictionaries();

    std::filesystem::path m_file;
    std::unique_ptr<OwnerLock> m_lock;
    std::unique_ptr<SQLite::Database> m_database;
    SQLite::Statement m_begin;
    SQLite::Statement m_commit;
    SQLite::Statement m_fence;
    std::unique_ptr<Repositories> m_tables;
    std::unique_ptr<ZstdPayloadCodec> m_codec;
    std::map<int, std::string> m_dictionaries;    ///< bodies by id
    std::vector<DictionaryRow> m_newDictionaries; ///< of the transaction under way
    CounterSums m_sums;
    std::chrono::steady_clock::time_point m_indexedAt{};
    std::unique_ptr<Checkpointer> m_checkpointer; ///< last: ends before the connection
};

} // namespace milepost
