// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/service/insight_views.h"
#include "backend/store/reader.h"

#include <vector>

namespace milepost {

/// What may be promised of each item at each node, with the age of the figure and who waits for it. Throws
/// StoreError.
std::vector<InventoryRow> readInventory(StoreReader& reader);

} // namespace milepost
