// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/core/result.h"

#include <nlohmann/json_fwd.hpp>

#include <string>

namespace milepost {

/// Writes one interchange with one group from {"interchange": {…}, "sets": […]} (docs/documents.md, section
/// 3). Envelope, counts and totals are made here; control number and moment come with the tree: pure, any
/// thread. InvalidInput with a JSON Pointer as place when the tree cannot be written.
Result<std::string> writeX12(const nlohmann::json& tree);

} // namespace milepost
