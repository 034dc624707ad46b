// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/engine/engine.h"
#include "backend/service/insight_views.h"
#include "backend/service/open_work.h"

#include <vector>

namespace milepost {

/// The systems as the store has them, with what a running engine knows of them (null: none runs here).
/// Throws StoreError.
/// Nothing: that source never said how many orders it has sent.
std::optional<CountsView> readCounts(StoreReader& reader, const std::string& system);

std::vector<SystemDetail> readSystems(StoreReader& reader, OpenWork& openWork, const EngineStatus* engine,
                                      const std::vector<std::shared_ptr<const Pack>>& packs);

} // namespace milepost
