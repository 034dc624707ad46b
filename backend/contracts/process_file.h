// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/core/result.h"
#include "backend/domain/policy.h"
#include "backend/domain/process.h"

#include <string_view>

namespace milepost {

/// Reads a process from its JSON text (resources/processes). InvalidInput names the step and what is wrong
/// there.
Result<Process> parseProcess(std::string_view text, int definition);

/// Reads policy rows from their JSON text (resources/policies). InvalidInput names the row and what is wrong
/// there.
Result<PolicySet> parsePolicies(std::string_view text);

} // namespace milepost
