// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/store/content.h"
#include "backend/store/sql.h"
#include "backend/store/sqlite_failure.h"
#include "backend/store/sqlite_store.h"

#include <utility>

/// What SqliteStore reads, and the small things it writes outside of batches.
namespace milepost {
Store::HighIds SqliteStore::highIds()
{
    return guarded(m_file, [this] {
        const auto highest = [this](const char* table) {
            return sql::figure(*m_database, std::string("SELECT coalesce(max(id), 0) FROM ") + table);
        };
        HighIds ids;
        ids.order = highest("customer_order");
        ids.payload = highest("payload");
        ids.inbox = highest("inbox");
        ids.exception = highest("exception");
        ids.plan = highest("plan");
        return ids;
    });
}

std::optional<StoredOrder> SqliteStore::loadOrder(OrderId id)
{
    const auto found = guarded(m_file, [&] { return m_tables->orders.find(id); });
    if (!found) return std::nullopt;
    StoredOrder order;
    order.state = unpackedOrder(found->state);
    order.businessKey = found->businessKey;
    const std::string content = payload(found->content);
    if (!content.empty())
        order.content = std::make_shared<const CanonicalOrder>(unpackedContent(content, found->parties));
    return order;
}

std::vector<OrderId> SqliteStore::openOrders()
{
    return guarded(m_file, [this] { return m_tables->orders.open(); });
}

std::optional<OrderId> SqliteStore::orderByNo(std::string_view orderNo)
{
    return guarded(m_file, [&] { return m_tables->orders.byNo(orderNo); });
}

std::vector<FactRow> SqliteStore::facts(OrderId id)
{
    return guarded(m_file, [&] { return m_tables->facts.of(id); });
}

std::optional<Store::KnownOrder> SqliteStore::orderByBusinessKey(std::string_view key)
{
    return guarded(m_file, [&] { return m_tables->orders.byBusinessKey(key); });
}

std::optional<InboxRow> SqliteStore::inboxByMessage(std::string_view source, std::string_view messageId)
{
    return guarded(m_file, [&] { return m_tables->inbox.find(source, messageId); });
}

std::optional<InboxRow> SqliteStore::failedInbox(PayloadId payload)
{
    return guarded(m_file, [&] { return m_tables->inbox.failed(payload); });
}

std::vector<InboxRow> SqliteStore::unfinishedInbox()
{
    return guarded(m_file, [this] { return m_tables->inbox.unfinished(); });
}

std::vector<OrderId> SqliteStore::ordersByReference(std::string_view value)
{
    return guarded(m_file, [&] { return m_tables->references.byValue(value); });
}

std::string SqliteStore::payload(PayloadId id)
{
    const auto row = guarded(m_file, [&] { return m_tables->payloads.find(id); });
    if (!row) return {};
    const auto dictionary = m_dictionaries.find(row->dictionary);
    return plainBody(*row, dictionary == m_dictionaries.end() ? std::string_view() : dictionary->second);
}

std::vector<StockRow> SqliteStore::stock()
{
    return guarded(m_file, [this] { return m_tables->landscape.stock(); });
}

std::vector<SourceRow> SqliteStore::sources()
{
    return guarded(m_file, [this] { return m_tables->landscape.sources(); });
}

std::vector<CursorRow> SqliteStore::cursors()
{
    return guarded(m_file, [this] { return m_tables->landscape.cursors(); });
}

std::vector<Store::CounterHour> SqliteStore::counterHours(std::string_view kind, std::int64_t fromHour)
{
    return guarded(m_file, [&] {
        std::vector<CounterHour> hours;
        m_tables->counters.eachHour(kind, fromHour,
                                    [&](std::string system, std::int64_t hour, std::int64_t value) {
                                        hours.push_back({std::move(system), hour, value});
                                    });
        return hours;
    });
}

std::int64_t SqliteStore::sequence(std::string_view name)
{
    return guarded(m_file, [&] { return m_tables->counters.sequence(name); });
}

std::vector<ExceptionRow> SqliteStore::openExceptions()
{
    return guarded(m_file, [this] { return m_tables->exceptions.open(); });
}

std::optional<ExceptionRow> SqliteStore::exception(OrderId order, int number)
{
    return guarded(m_file, [&] { return m_tables->exceptions.find(order, number); });
}

std::optional<PlanRow> SqliteStore::plan(std::int64_t id)
{
    return guarded(m_file, [&] { return m_tables->plans.find(id); });
}

std::vector<PlanItemRow> SqliteStore::planItems(std::int64_t plan)
{
    return guarded(m_file, [&] { return m_tables->plans.items(plan); });
}

int SqliteStore::defineVersion(std::string_view kind, std::string_view name, std::string_view body)
{
    int id = 0;
    guarded(m_file, [&] { transact([&] { id = m_tables->definitions.define(kind, name, body); }); });
    return id;
}

std::vector<DefinitionRow> SqliteStore::definitions(std::string_view kind)
{
    return guarded(m_file, [&] { return m_tables->definitions.ofKind(kind); });
}

std::vector<DefinitionVersion> SqliteStore::versions(std::string_view kind)
{
    return guarded(m_file, [&] { return m_tables->definitions.versions(kind); });
}

std::string SqliteStore::setting(std::string_view name)
{
    return guarded(m_file, [&] { return m_tables->definitions.setting(name); });
}

void SqliteStore::setSetting(std::string_view name, std::string_view value)
{
    guarded(m_file, [&] { transact([&] { m_tables->definitions.putSetting(name, value); }); });
}

} // namespace milepost
