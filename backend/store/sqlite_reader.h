// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/store/reader.h"

#include <SQLiteCpp/Database.h>

#include <filesystem>
#include <map>
#include <memory>
#include <string>
#include <string_view>

namespace milepost {

/// All orders by the counters: one counts as received until it is wholly cancelled.
inline constexpr const char* orderCountSql = "SELECT coalesce(sum(value), 0) FROM counter"
                                             " WHERE kind = 'milestone' AND key IN ('received', 'cancelled')";

/// StoreReader over SQLite: see there. Made by StoreReader::open. Statements are prepared when they are
/// needed: a command line reads one thing and ends.
class SqliteReader final : public StoreReader {
public:
    SqliteReader(std::filesystem::path file, std::unique_ptr<SQLite::Database> database);

    void endWith(std::stop_token stop) override;
    std::vector<CounterRow> counters(std::string_view kind) override;
    std::string cursor(std::string_view system, std::string_view poll) override;
    std::map<std::string, std::int64_t> counts(std::string_view kind) override;
    std::int64_t orderCount() override;
    std::vector<OrderSummary> orders(const OrderQuery& query) override;
    std::vector<OrderId> orderIds(const OrderQuery& query) override;
    std::vector<OrderSummary> ordersById(std::span<const OrderId> ids) override;
    std::optional<OrderId> orderByNo(std::string_view orderNo) override;
    std::optional<StoredOrder> order(OrderId id) override;
    std::optional<Order> state(OrderId id) override;
    std::vector<OrderId> openOrders() override;
    std::int64_t lastFact() override;
    std::vector<OrderId> changedAfter(std::int64_t fact) override;
    std::vector<std::string> channels() override;
    std::map<std::int64_t, std::int64_t> exceptionsByHour(Timestamp from) override;
    std::vector<FactRow> facts(OrderId id) override;
    std::optional<PayloadRow> payloadRow(PayloadId id) override;
    std::string payload(PayloadId id) override;
    std::vector<ExceptionEntry> exceptions(const ExceptionQuery& query) override;
    std::int64_t exceptionCount(const ExceptionQuery& query) override;
    std::vector<ExceptionGroupRow> exceptionGroups(const ExceptionQuery& query,
                                                   ExceptionGrouping by) override;
    std::optional<ExceptionEntry> exception(std::int64_t id) override;
    std::vector<PlannedItem> plansOf(std::int64_t exception) override;
    std::vector<NoteRow> notes(std::int64_t exception) override;
    std::vector<InboxRow> inbox(InboxState state, std::int64_t after, int limit) override;
    std::vector<SourceRow> sources() override;
    std::vector<StockRow> stock() override;
    std::vector<PlanRow> plans() override;
    std::vector<PlanItemRow> planItems(std::int64_t plan) override;
    std::vector<DefinitionRow> definitions(std::string_view kind) override;
    std::vector<DefinitionVersion> versions(std::string_view kind) override;
    std::vector<AuditRow> audit(std::int64_t after, int limit) override;
    std::vector<std::pair<std::int64_t, AuditRow>> auditBackwards(std::int64_t before, int limit) override;
    std::string setting(std::string_view name) override;

private:
    const std::string& dictionary(int id);

    std::filesystem::path m_file;
    std::stop_token m_stop{}; ///< before the connection: its statements ask for it
    std::unique_ptr<SQLite::Database> m_database;
    std::map<int, std::string> m_dictionaries; ///< bodies by id, as they were needed
};

} // namespace milepost
