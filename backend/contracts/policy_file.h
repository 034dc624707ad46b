// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/core/result.h"
#include "backend/domain/policy.h"

#include <string_view>

namespace milepost {

/// Reads policy rows and recovery objectives from their JSON text (resources/policies). InvalidInput names
/// the row, its field and what is wrong there.
Result<PolicySet> parsePolicies(std::string_view text);

} // namespace milepost
