// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/contracts/pack.h"

#include <functional>
#include <memory>
#include <string_view>
#include <vector>

namespace milepost {

/// Where a system is reached now; null: it is not connected. The value is immutable, a change is another
/// value. Called on any thread, for each call: it must be quick and must not block.
using EndpointLookup = std::function<std::shared_ptr<const Endpoint>(std::string_view system)>;

/// The packs that may read a message of `source`, the likeliest first: for a system its own pack alone, for
/// "file" all packs. Called on any thread; must not block.
using PackLookup = std::function<std::vector<std::shared_ptr<const Pack>>(std::string_view source)>;

} // namespace milepost
