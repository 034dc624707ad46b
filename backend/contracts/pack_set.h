// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/contracts/pack.h"
#include "backend/domain/landscape.h"

#include <memory>
#include <vector>

/// What a set of packs is together: those that are live, and older versions that effects still refer to.
namespace milepost {

using PackVersions = std::vector<std::shared_ptr<const Pack>>;

/// What the systems can do; the nodes by preference.
Landscape landscapeOf(const PackVersions& live, const PackVersions& old);

/// The version with that definition id, or null.
std::shared_ptr<const Pack> packOf(const PackVersions& live, const PackVersions& old, int definition);

} // namespace milepost
