// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/recovery/evidence.h"
#include "backend/recovery/foresight.h"
#include "backend/store/reader.h"

#include <vector>

namespace milepost {

/// Each action there is, and why it may not be taken on that exception. `order`: null where it belongs to
/// none; `foresight`: null where no engine can carry anything out. Throws StoreError.
std::vector<ActionAdvice> adviceOn(StoreReader& reader, const ExceptionEntry& entry, const Order* order,
                                   const Foresight* foresight);

} // namespace milepost
