// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/store/sqlite_reader.h"

#include "backend/store/audit_repository.h"
#include "backend/store/connection.h"
#include "backend/store/content.h"
#include "backend/store/definition_repository.h"
#include "backend/store/exception_repository.h"
#include "backend/store/fact_repository.h"
#include "backend/store/inbox_repository.h"
#include "backend/store/landscape_repository.h"
#include "backend/store/order_repository.h"
#include "backend/store/payload_codec.h"
#include "backend/store/plan_repository.h"
#include "backend/store/sql.h"
#include "backend/store/sqlite_failure.h"

#include <SQLiteCpp/Transaction.h>
#include <sqlite3.h>

#include <limits>
#include <utility>

namespace milepost {
namespace {

constexpr int stepsBetweenLooks = 100; ///< of the virtual machine of SQLite: microseconds

} // namespace

Result<std::unique_ptr<StoreReader>> StoreReader::open(const std::filesystem::path& file)
{
    auto database = openReading(file);
    if (!database) return database.error();
    return std::unique_ptr<StoreReader>(std::make_unique<SqliteReader>(file, std::move(*database)));
}

SqliteReader::SqliteReader(std::filesystem::path file, std::unique_ptr<SQLite::Database> database)
    : m_file(std::move(file))
    , m_database(std::move(database))
{
}

void SqliteReader::endWith(std::stop_token stop)
{
    m_stop = std::move(stop);
    const auto isStopped = [](void* reader) {
        return static_cast<SqliteReader*>(reader)->m_stop.stop_requested() ? 1 : 0;
    };
    sqlite3_progress_handler(m_database->getHandle(), m_stop.stop_possible() ? stepsBetweenLooks : 0,
                             isStopped, this);
}

std::vector<CounterRow> SqliteReader::counters(std::string_view kind)
{
    return guarded(m_file, [&] {
        std::vector<CounterRow> found;
        SQLite::Statement query(*m_database,
                                "SELECT kind, key, system, hour, value FROM counter WHERE kind = ?");
        sql::Rows rows(query, kind);
        while (rows.next()) {
            CounterRow& row = found.emplace_back();
            row.kind = rows.text();
            row.key = rows.text();
            row.system = rows.text();
            row.hour = rows.integer();
            row.value = rows.integer();
        }
        return found;
    });
}

std::string SqliteReader::cursor(std::string_view system, std::string_view poll)
{
    return guarded(m_file, [&] {
        SQLite::Statement query(*m_database, "SELECT cursor FROM cursor WHERE system = ? AND poll = ?");
        sql::Rows rows(query, system, poll);
        return rows.next() ? rows.text() : std::string();
    });
}

std::map<std::string, std::int64_t> SqliteReader::counts(std::string_view kind)
{
    std::map<std::string, std::int64_t> sums;
    for (const CounterRow& row : counters(kind))
        sums[row.key] += row.value;
    std::erase_if(sums, [](const auto& sum) { return sum.second == 0; });
    return sums;
}

std::int64_t SqliteReader::orderCount()
{
    return guarded(m_file, [this] { return sql::figure(*m_database, orderCountSql); });
}

std::optional<OrderId> SqliteReader::orderByNo(std::string_view orderNo)
{
    return guarded(m_file, [&] { return OrderRepository(*m_database).byNo(orderNo); });
}

std::optional<StoredOrder> SqliteReader::order(OrderId id)
{
    return guarded(m_file, [&]() -> std::optional<StoredOrder> {
        SQLite::Transaction snapshot(*m_database); // rows of one moment
        const auto found = OrderRepository(*m_database).find(id);
        if (!found) return std::nullopt;
        StoredOrder order;
        order.state = unpackedOrder(found->state);
        order.businessKey = found->businessKey;
        const std::string content = payload(found->content);
        if (!content.empty())
            order.content = std::make_shared<const CanonicalOrder>(unpackedContent(content, found->parties));
        return order;
    });
}

std::vector<OrderId> SqliteReader::openOrders()
{
    return guarded(m_file, [this] { return OrderRepository(*m_database).open(); });
}

std::optional<Order> SqliteReader::state(OrderId id)
{
    return guarded(m_file, [&]() -> std::optional<Order> {
        SQLite::Statement query(*m_database, "SELECT state FROM order_state WHERE order_id = ?");
        sql::Rows rows(query, id);
        if (!rows.next()) return std::nullopt;
        return unpackedOrder(rows.bytes());
    });
}

std::int64_t SqliteReader::lastFact()
{
    return guarded(m_file,
                   [this] { return sql::figure(*m_database, "SELECT coalesce(max(id), 0) FROM fact"); });
}

std::vector<OrderId> SqliteReader::changedAfter(std::int64_t fact)
{
    return guarded(m_file, [&] {
        std::vector<OrderId> found;
        SQLite::Statement query(*m_database,
                                "SELECT DISTINCT order_id FROM fact WHERE id > ? AND order_id > 0");
        sql::Rows rows(query, fact);
        while (rows.next())
            found.push_back(rows.order());
        return found;
    });
}

std::vector<std::string> SqliteReader::channels()
{
    return guarded(m_file, [this] {
        std::vector<std::string> found;
        SQLite::Statement query(
            *m_database, "SELECT DISTINCT channel FROM (SELECT channel FROM customer_order ORDER BY id DESC"
                         " LIMIT 20000) ORDER BY channel");
        sql::Rows rows(query);
        while (rows.next())
            found.push_back(rows.text());
        return found;
    });
}

std::map<std::int64_t, std::int64_t> SqliteReader::exceptionsByHour(Timestamp from)
{
    return guarded(m_file, [&] {
        std::map<std::int64_t, std::int64_t> found;
        SQLite::Statement query(*m_database, "SELECT opened_at / 3600000, count(*) FROM exception"
                                             " WHERE opened_at >= ? GROUP BY 1");
        sql::Rows rows(query, from);
        while (rows.next()) {
            const std::int64_t hour = rows.integer();
            found[hour] = rows.integer();
        }
        return found;
    });
}

std::vector<FactRow> SqliteReader::facts(OrderId id)
{
    return guarded(m_file, [&] { return FactRepository(*m_database).of(id); });
}

std::optional<PayloadRow> SqliteReader::payloadRow(PayloadId id)
{
    return guarded(m_file, [&] { return PayloadRepository(*m_database).find(id); });
}

std::string SqliteReader::payload(PayloadId id)
{
    const auto row = payloadRow(id);
    if (!row) return {};
    return plainBody(*row, row->dictionary > 0 ? dictionary(row->dictionary) : std::string());
}

const std::string& SqliteReader::dictionary(int id)
{
    auto known = m_dictionaries.find(id);
    if (known == m_dictionaries.end()) {
        for (DictionaryRow& row : PayloadRepository(*m_database).dictionaries())
            m_dictionaries.insert_or_assign(row.id, std::move(row.body));
        known = m_dictionaries.find(id);
    }
    if (known == m_dictionaries.end())
        throw StoreError(m_file.string() + ": dictionary " + std::to_string(id) + " is missing", 0);
    return known->second;
}

std::vector<InboxRow> SqliteReader::inbox(InboxState state, std::int64_t after, int limit)
{
    return guarded(m_file, [&] {
        // the state as a literal: only so its partial index serves
        const std::string condition = state == InboxState::Failed
                                          ? "state = 3"
                                          : "state = " + std::to_string(static_cast<int>(state)) +
                                                (state == InboxState::Applied ? "" : " AND state < 2");
        SQLite::Statement query(*m_database, std::string("SELECT ") + inboxColumns + " FROM inbox WHERE " +
                                                 condition + " AND id > ? ORDER BY id LIMIT ?");
        sql::Rows rows(query, after, limit > 0 ? limit : -1);
        std::vector<InboxRow> found;
        while (rows.next())
            found.push_back(readInbox(rows));
        return found;
    });
}

std::vector<SourceRow> SqliteReader::sources()
{
    return guarded(m_file, [this] { return LandscapeRepository(*m_database).sources(); });
}

std::vector<StockRow> SqliteReader::stock()
{
    return guarded(m_file, [this] { return LandscapeRepository(*m_database).stock(); });
}

std::vector<PlanRow> SqliteReader::plans()
{
    return guarded(m_file, [this] {
        SQLite::Statement query(*m_database, std::string("SELECT ") + planColumns + " FROM plan ORDER BY id");
        sql::Rows rows(query);
        std::vector<PlanRow> found;
        while (rows.next())
            found.push_back(readPlan(rows));
        return found;
    });
}

std::vector<PlanItemRow> SqliteReader::planItems(std::int64_t plan)
{
    return guarded(m_file, [&] { return PlanRepository(*m_database).items(plan); });
}

std::vector<DefinitionRow> SqliteReader::definitions(std::string_view kind)
{
    return guarded(m_file, [&] { return DefinitionRepository(*m_database).ofKind(kind); });
}

std::vector<DefinitionVersion> SqliteReader::versions(std::string_view kind)
{
    return guarded(m_file, [&] { return DefinitionRepository(*m_database).versions(kind); });
}

std::vector<AuditRow> SqliteReader::audit(std::int64_t after, int limit)
{
    return guarded(m_file, [&] {
        std::vector<AuditRow> found;
        for (StoredAuditRow& stored : auditRows(*m_database, after, limit))
            found.push_back(std::move(stored.row));
        return found;
    });
}

std::vector<std::pair<std::int64_t, AuditRow>> SqliteReader::auditBackwards(std::int64_t before, int limit)
{
    return guarded(m_file, [&] {
        std::vector<std::pair<std::int64_t, AuditRow>> found;
        SQLite::Statement query(*m_database, "SELECT id, at, actor, action, target, reason, before, after"
                                             " FROM audit WHERE id < ? ORDER BY id DESC LIMIT ?");
        sql::Rows rows(query, before > 0 ? before : std::numeric_limits<std::int64_t>::max(), limit);
        while (rows.next()) {
            auto& [id, row] = found.emplace_back();
            id = rows.integer();
            row.at = rows.time();
            row.actor = rows.text();
            row.action = rows.text();
            row.target = rows.text();
            row.reason = rows.text();
            row.before = rows.text();
            row.after = rows.text();
        }
        return found;
    });
}

std::string SqliteReader::setting(std::string_view name)
{
    return guarded(m_file, [&] { return DefinitionRepository(*m_database).setting(name); });
}

} // namespace milepost
