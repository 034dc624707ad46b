// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/core/result.h"
#include "backend/domain/process.h"

#include <string_view>

namespace milepost {

/// Reads a process from its JSON text (resources/processes). InvalidInput names the step and what is wrong
/// there.
Result<Process> parseProcess(std::string_view text, int definition);

} // namespace milepost
