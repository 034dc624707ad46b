// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/contracts/field_map.h"
#include "backend/contracts/incoming_group.h"
#include "backend/contracts/incoming_map.h"

#include <memory>
#include <vector>

namespace milepost {

/// Sorts the rows into groups: one per scope and name, with the array that it repeats over.
Result<std::vector<IncomingGroup>> compileIncoming(const FieldMap& map, MapKind kind,
                                                   const std::shared_ptr<const LuaSandbox>& lua);

} // namespace milepost
