// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/store/exception_repository.h"
#include "backend/store/plan_repository.h"
#include "backend/store/sql.h"
#include "backend/store/sqlite_failure.h"
#include "backend/store/sqlite_reader.h"

#include <algorithm>
#include <array>
#include <utility>
#include <variant>

/// The lists of exceptions and their groups, whose conditions vary.
namespace milepost {
namespace {

constexpr const char* entryTables =
    " FROM exception LEFT JOIN customer_order ON customer_order.id = exception.order_id"
    " LEFT JOIN exception_claim ON exception_claim.exception_id = exception.id"
    " LEFT JOIN exception_mark ON exception_mark.exception_id = exception.id";

/// Where a search looks, in lower case; lines apart, so that no word runs into the next.
constexpr const char* searchedText =
    "lower(coalesce(order_no, '') || char(10) || coalesce(customer, '') || char(10) || cause || char(10) ||"
    " exception.words || char(10) || system || char(10) || step || char(10) || contract || char(10) ||"
    " coalesce(tags, '') || char(10) || coalesce(ticket, ''))";

using KeyColumn = std::pair<const char*, std::string ExceptionGroupKey::*>;

/// Every column that some grouping goes by.
constexpr std::array<KeyColumn, 7> keyColumns{{{"class", &ExceptionGroupKey::kind},
                                               {"system", &ExceptionGroupKey::system},
                                               {"step", &ExceptionGroupKey::step},
                                               {"cause", &ExceptionGroupKey::cause},
                                               {"contract", &ExceptionGroupKey::contract},
                                               {"coalesce(customer, '')", &ExceptionGroupKey::customer},
                                               {"owner", &ExceptionGroupKey::owner}}};

bool isGroupedBy(ExceptionGrouping by, std::string ExceptionGroupKey::*member)
{
    switch (by) {
    case ExceptionGrouping::Cause:
        return member == &ExceptionGroupKey::kind || member == &ExceptionGroupKey::system ||
               member == &ExceptionGroupKey::step || member == &ExceptionGroupKey::cause;
    case ExceptionGrouping::System: return member == &ExceptionGroupKey::system;
    case ExceptionGrouping::Step: return member == &ExceptionGroupKey::step;
    case ExceptionGrouping::Contract: return member == &ExceptionGroupKey::contract;
    case ExceptionGrouping::Customer: return member == &ExceptionGroupKey::customer;
    case ExceptionGrouping::Owner: return member == &ExceptionGroupKey::owner;
    case ExceptionGrouping::Class: return member == &ExceptionGroupKey::kind;
    }
    return false;
}

std::vector<KeyColumn> columnsOf(ExceptionGrouping by)
{
    std::vector<KeyColumn> columns;
    for (const KeyColumn& column : keyColumns)
        if (isGroupedBy(by, column.second)) columns.push_back(column);
    return columns;
}

std::string lower(std::string text)
{
    for (char& c : text)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return text;
}

/// WHERE of a query, with the values at its places.
class Conditions {
public:
    explicit Conditions(const ExceptionQuery& query)
    {
        if (query.isOpen)
            m_text = *query.isOpen ? " WHERE exception.is_open = 1" : " WHERE exception.is_open = 0";
        else
            m_text = " WHERE 1";
        if (query.after > 0) add("exception.id > ?", query.after);
        if (query.kind) add("class = ?", std::string(toKey(*query.kind)));
        if (query.leastSeverity) add("severity >= ?", std::int64_t{static_cast<int>(*query.leastSeverity)});
        addText("system = ?", query.system);
        addText("owner = ?", query.owner);
        addText("claimed_by = ?", query.claimedBy);
        addText("order_no = ?", query.orderNo);
        addText(std::string("instr(") + searchedText + ", ?) > 0", lower(query.search));
        if (query.order.value != 0) add("exception.order_id = ?", query.order.value);
        if (query.awakeAt)
            add("coalesce(snoozed_until, 0) <= ?", std::int64_t{query.awakeAt->time_since_epoch().count()});
        if (query.before > 0)
            add("(closed_at, exception.id) < (SELECT closed_at, id FROM exception WHERE id = ?)",
                query.before);
        if (query.group)
            for (const KeyColumn& column : columnsOf(query.group->by))
                add(std::string(column.first) + " = ?", (*query.group).*column.second);
    }

    const std::string& text() const { return m_text; }

    /// The index behind the last one bound.
    int bind(SQLite::Statement& statement) const
    {
        int index = 0;
        for (const Value& value : m_values)
            std::visit([&](const auto& one) { sql::bind(statement, ++index, one); }, value);
        return index + 1;
    }

private:
    using Value = std::variant<std::int64_t, std::string>;

    void add(const std::string& condition, Value value)
    {
        m_text += " AND " + condition;
        m_values.push_back(std::move(value));
    }
    void addText(const std::string& condition, const std::string& value)
    {
        if (!value.empty()) add(condition, value);
    }

    std::string m_text;
    std::vector<Value> m_values;
};

ExceptionEntry readEntry(sql::Rows& rows)
{
    ExceptionEntry entry;
    entry.row = readException(rows);
    entry.orderNo = rows.text();
    entry.customer = rows.text();
    entry.claim = {.exception = entry.row.id, .claimedBy = rows.text(), .claimedAt = rows.time()};
    entry.mark = {
        .exception = entry.row.id, .tags = rows.text(), .ticket = rows.text(), .snoozedUntil = rows.time()};
    return entry;
}

std::string entryColumns()
{
    return std::string("SELECT ") + exceptionColumns +
           ", coalesce(customer_order.order_no, ''), coalesce(customer, ''),"
           " coalesce(claimed_by, ''), coalesce(claimed_at, 0),"
           " coalesce(tags, ''), coalesce(ticket, ''), coalesce(snoozed_until, 0)";
}

/// Adds what a currency's part of a group comes to.
void addPart(ExceptionGroupRow& group, sql::Rows& rows)
{
    const Currency currency = rows.currency();
    group.count += rows.integer();
    if (const auto minor = rows.optionalInteger())
        group.money.push_back({.minor = *minor, .currency = currency});
    const Timestamp oldest = rows.time();
    const auto due = rows.optionalTime();
    const std::int64_t first = rows.integer();
    const bool isFirstPart = group.first == 0;
    group.oldestAt = isFirstPart ? oldest : std::min(group.oldestAt, oldest);
    group.first = isFirstPart ? first : std::min(group.first, first);
    if (due) group.soonestDue = group.soonestDue ? std::min(*group.soonestDue, *due) : *due;
}

} // namespace

ExceptionGroupKey keyOf(ExceptionGrouping by, const ExceptionEntry& entry)
{
    const OpenException& exception = entry.row.exception;
    ExceptionGroupKey key{.by = by,
                          .kind = std::string(toKey(exception.kind)),
                          .system = exception.system,
                          .step = exception.step,
                          .cause = exception.cause,
                          .contract = entry.row.contract,
                          .customer = entry.customer,
                          .owner = entry.row.owner};
    for (const KeyColumn& column : keyColumns)
        if (!isGroupedBy(by, column.second)) (key.*column.second).clear();
    return key;
}

std::vector<ExceptionEntry> SqliteReader::exceptions(const ExceptionQuery& query)
{
    return guarded(m_file, [&] {
        const Conditions conditions(query);
        const bool isByClosing = query.isOpen && !*query.isOpen;
        SQLite::Statement statement(*m_database,
                                    entryColumns() + entryTables + conditions.text() +
                                        (isByClosing ? " ORDER BY closed_at DESC, exception.id DESC LIMIT ?"
                                                     : " ORDER BY exception.id LIMIT ?"));
        sql::Rows rows(statement);
        sql::bind(statement, conditions.bind(statement), query.limit > 0 ? query.limit : -1);
        std::vector<ExceptionEntry> found;
        while (rows.next())
            found.push_back(readEntry(rows));
        return found;
    });
}

std::int64_t SqliteReader::exceptionCount(const ExceptionQuery& query)
{
    return guarded(m_file, [&] {
        ExceptionQuery whole = query;
        whole.before = 0;
        const Conditions conditions(whole);
        SQLite::Statement statement(*m_database,
                                    std::string("SELECT count(*)") + entryTables + conditions.text());
        sql::Rows rows(statement);
        conditions.bind(statement);
        return rows.next() ? rows.integer() : 0;
    });
}

std::vector<ExceptionGroupRow> SqliteReader::exceptionGroups(const ExceptionQuery& query,
                                                             ExceptionGrouping by)
{
    return guarded(m_file, [&] {
        const Conditions conditions(query);
        const std::vector<KeyColumn> columns = columnsOf(by);
        std::string keys;
        for (const KeyColumn& column : columns)
            keys += (keys.empty() ? "" : ", ") + std::string(column.first);
        SQLite::Statement statement(
            *m_database, "SELECT " + keys +
                             ", exception.currency, count(*), sum(money_minor), min(opened_at), min(due_by),"
                             " min(exception.id)" +
                             entryTables + conditions.text() + " GROUP BY " + keys +
                             ", exception.currency ORDER BY " + keys);
        sql::Rows rows(statement);
        conditions.bind(statement);
        std::vector<ExceptionGroupRow> groups;
        while (rows.next()) {
            ExceptionGroupKey key{.by = by};
            for (const KeyColumn& column : columns)
                key.*column.second = rows.text();
            if (groups.empty() || groups.back().key != key) groups.push_back({.key = std::move(key)});
            addPart(groups.back(), rows);
        }
        std::ranges::stable_sort(groups, std::ranges::greater(), &ExceptionGroupRow::count);
        return groups;
    });
}

std::vector<NoteRow> SqliteReader::notes(std::int64_t exception)
{
    return guarded(m_file, [&] {
        SQLite::Statement statement(*m_database,
                                    "SELECT exception_id, at, actor, kind, words FROM exception_note "
                                    "WHERE exception_id = ? ORDER BY id");
        statement.bind(1, exception);
        std::vector<NoteRow> found;
        sql::Rows rows(statement);
        while (rows.next())
            found.push_back({.exception = rows.integer(),
                             .at = rows.time(),
                             .actor = rows.text(),
                             .kind = rows.text(),
                             .text = rows.text()});
        return found;
    });
}

std::optional<ExceptionEntry> SqliteReader::exception(std::int64_t id)
{
    return guarded(m_file, [&]() -> std::optional<ExceptionEntry> {
        SQLite::Statement statement(*m_database, entryColumns() + entryTables + " WHERE exception.id = ?");
        sql::Rows rows(statement, id);
        if (!rows.next()) return std::nullopt;
        return readEntry(rows);
    });
}

std::vector<PlannedItem> SqliteReader::plansOf(std::int64_t exception)
{
    return guarded(m_file, [&] {
        SQLite::Statement statement(*m_database,
                                    std::string("SELECT ") + planColumns +
                                        ", number, order_id, effect, plan_item.state, detail"
                                        " FROM plan_item JOIN plan ON plan.id = plan_item.plan_id"
                                        " WHERE exception_id = ? ORDER BY plan.id");
        sql::Rows rows(statement, exception);
        std::vector<PlannedItem> found;
        while (rows.next()) {
            PlannedItem& one = found.emplace_back(PlannedItem{.plan = readPlan(rows)});
            one.item = {.plan = one.plan.id,
                        .number = rows.number(),
                        .order = rows.order(),
                        .exception = exception,
                        .effect = rows.number(),
                        .state = rows.text(),
                        .detail = rows.text()};
        }
        return found;
    });
}

} // namespace milepost
