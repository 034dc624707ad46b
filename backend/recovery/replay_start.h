// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/domain/process.h"

#include <string_view>

namespace milepost {

/// The index of the step that a replay begins at: the one of that name or, of a milestone (toKey(Milestone)),
/// the first that follows once it is reached. -1: the process has no such step or nothing follows.
int replayStart(const Process& process, std::string_view from);

} // namespace milepost
