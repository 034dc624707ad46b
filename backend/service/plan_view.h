// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/recovery/plan.h"
#include "backend/service/recovery_views.h"
#include "backend/store/reader.h"

#include <vector>

namespace milepost {

PlanView planView(const FrozenPlan& plan, StoreReader& reader);
/// Items that are still "planned" are under way: they are awaited.
OutcomeView outcomeSums(std::int64_t plan, const std::vector<PlanItemRow>& items); ///< without the items
OutcomeView outcomeView(std::int64_t plan, const std::vector<PlanItemRow>& items, StoreReader& reader);

} // namespace milepost
