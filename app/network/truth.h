// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/network/network_parts.h"

#include <nlohmann/json_fwd.hpp>

namespace milepost::network {

/// What really happened, by all peers' books: the judge's document (DESIGN.md section 11), without seed and
/// schedule.
nlohmann::json truthOf(NetworkParts& parts);
/// Of one order: what the peers did for `ref`, and the works whose references begin with `prefix`.
nlohmann::json truthOfOrder(NetworkParts& parts, const std::string& ref, const std::string& prefix);

} // namespace milepost::network
