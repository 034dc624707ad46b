// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/store/plan_repository.h"

#include <string>

namespace milepost {
namespace {

constexpr const char* putSql = R"(
    INSERT INTO plan (id, action, selector, state, actor, reason, created_at, summary)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?)
    ON CONFLICT (id) DO UPDATE SET state = excluded.state, summary = excluded.summary
)";

constexpr const char* putItemSql = R"(
    INSERT INTO plan_item (plan_id, number, order_id, exception_id, effect, state, detail)
    VALUES (?, ?, ?, ?, ?, ?, ?)
    ON CONFLICT (plan_id, number) DO UPDATE SET state = excluded.state, detail = excluded.detail
)";

constexpr const char* itemsSql = R"(
    SELECT plan_id, number, order_id, exception_id, effect, state, detail
    FROM plan_item
    WHERE plan_id = ?
    ORDER BY number
)";

} // namespace

PlanRow readPlan(sql::Rows& rows)
{
    PlanRow row;
    row.id = rows.integer();
    row.action = rows.text();
    row.selector = rows.text();
    row.state = rows.text();
    row.actor = rows.text();
    row.reason = rows.text();
    row.createdAt = rows.time();
    row.summary = rows.text();
    return row;
}

PlanRepository::PlanRepository(SQLite::Database& database)
    : m_put(database, putSql)
    , m_putItem(database, putItemSql)
    , m_find(database, std::string("SELECT ") + planColumns + " FROM plan WHERE id = ?")
    , m_items(database, itemsSql)
{
}

void PlanRepository::put(const PlanRow& row)
{
    sql::execute(m_put, row.id, row.action, row.selector, row.state, row.actor, row.reason, row.createdAt,
                 row.summary);
}

void PlanRepository::put(const PlanItemRow& row)
{
    sql::execute(m_putItem, row.plan, row.number, row.order, row.exception, row.effect, row.state,
                 row.detail);
}

std::optional<PlanRow> PlanRepository::find(std::int64_t id)
{
    sql::Rows rows(m_find, id);
    if (!rows.next()) return std::nullopt;
    return readPlan(rows);
}

std::vector<PlanItemRow> PlanRepository::items(std::int64_t plan)
{
    std::vector<PlanItemRow> found;
    sql::Rows rows(m_items, plan);
    while (rows.next()) {
        PlanItemRow& row = found.emplace_back();
        row.plan = rows.integer();
        row.number = rows.number();
        row.order = rows.order();
        row.exception = rows.integer();
        row.effect = rows.number();
        row.state = rows.text();
        row.detail = rows.text();
    }
    return found;
}

} // namespace milepost
