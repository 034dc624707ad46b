// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/store/batch.h"
#include "backend/store/sql.h"

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>

#include <optional>
#include <vector>

namespace milepost {

/// The columns of plan, in the order in which readPlan reads them.
inline constexpr const char* planColumns =
    "plan.id, action, selector, plan.state, actor, reason, created_at, summary";
PlanRow readPlan(sql::Rows& rows);

/// SQL of plan and plan_item. One thread. Throws SQLite::Exception.
class PlanRepository {
public:
    explicit PlanRepository(SQLite::Database& database);

    void put(const PlanRow& row);
    void put(const PlanItemRow& row);
    std::optional<PlanRow> find(std::int64_t id);
    std::vector<PlanItemRow> items(std::int64_t plan); ///< by number

private:
    SQLite::Statement m_put;
    SQLite::Statement m_putItem;
    SQLite::Statement m_find;
    SQLite::Statement m_items;
};

} // namespace milepost
