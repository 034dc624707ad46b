// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/core/result.h"
#include "backend/recovery/plan.h"
#include "backend/service/work_views.h"
#include "backend/store/reader.h"

#include <optional>

namespace milepost {

/// Everything about one exception. `context`: of the running engine; without it no action is permitted.
/// NotFound. Throws StoreError.
Result<ExceptionDetail> readException(StoreReader& reader, std::int64_t id,
                                      const std::optional<PlanContext>& context);

} // namespace milepost
