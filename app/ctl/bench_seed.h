// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/ctl/commands.h"

namespace milepost {

/// Fills the session's store with copies of the orders of a sample store, for measuring at any size.
int runBenchSeed(Session& session, const BenchWords& words);

} // namespace milepost
