// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/store/counter_repository.h"

#include "backend/store/sql.h"

#include <algorithm>

namespace milepost {
namespace {

constexpr const char* addSql = R"(
    INSERT INTO counter (kind, key, system, hour, value)
    VALUES (?, ?, ?, ?, ?)
    ON CONFLICT (kind, key, system, hour) DO UPDATE SET value = value + excluded.value
)";

constexpr const char* hoursSql = R"(
    SELECT system, hour, sum(value)
    FROM counter
    WHERE kind = ? AND hour >= ?
    GROUP BY system, hour
)";

constexpr const char* putSequenceSql = R"(
    INSERT INTO sequence (name, value)
    VALUES (?, ?)
    ON CONFLICT (name) DO UPDATE SET value = max(value, excluded.value)
)";

constexpr const char* sequenceSql = R"(
    SELECT value
    FROM sequence
    WHERE name = ?
)";

bool isSameCounter(const CounterDelta& a, const CounterDelta& b)
{
    return a.hour == b.hour && a.key == b.key && a.system == b.system && a.kind == b.kind;
}

} // namespace

void CounterSums::add(const std::vector<CounterDelta>& deltas)
{
    for (const CounterDelta& delta : deltas) {
        const auto known =
            std::ranges::find_if(m_sums, [&](const CounterDelta& sum) { return isSameCounter(sum, delta); });
        if (known == m_sums.end())
            m_sums.push_back(delta);
        else
            known->delta += delta.delta;
    }
}

CounterRepository::CounterRepository(SQLite::Database& database)
    : m_add(database, addSql)
    , m_hours(database, hoursSql)
    , m_putSequence(database, putSequenceSql)
    , m_sequence(database, sequenceSql)
{
}

void CounterRepository::add(const CounterDelta& sum)
{
    if (sum.delta != 0) sql::execute(m_add, sum.kind, sum.key, sum.system, sum.hour, sum.delta);
}

void CounterRepository::eachHour(std::string_view kind, std::int64_t fromHour,
                                 const std::function<void(std::string, std::int64_t, std::int64_t)>& visit)
{
    sql::Rows rows(m_hours, kind, fromHour);
    while (rows.next()) {
        std::string system = rows.text();
        const std::int64_t hour = rows.integer();
        visit(std::move(system), hour, rows.integer());
    }
}

void CounterRepository::put(const SequenceRow& row)
{
    sql::execute(m_putSequence, row.name, row.value);
}

std::int64_t CounterRepository::sequence(std::string_view name)
{
    sql::Rows rows(m_sequence, name);
    return rows.next() ? rows.integer() : 0;
}

} // namespace milepost
