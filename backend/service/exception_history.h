// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/service/work_views.h"
#include "backend/store/reader.h"

#include <vector>

namespace milepost {

/// All that happened to an exception, oldest first: what its order's facts say of it and of its call, what
/// persons put on it, and the plans that name it. `facts`: of its order, empty where it belongs to none.
/// Throws StoreError.
std::vector<ExceptionEvent> exceptionHistory(StoreReader& reader, const ExceptionEntry& entry,
                                             const std::vector<FactRow>& facts);

} // namespace milepost
