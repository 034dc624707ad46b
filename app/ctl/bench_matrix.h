// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/ctl/commands.h"

namespace milepost {

/// Lets each order meet one fault at one step, takes one action as a person would, and judges by the
/// network's own books: nothing shipped or invoiced twice, nothing lost, no call repeated that the partner
/// would not recognise.
int runBenchMatrix(Session& session, const BenchWords& words);

/// Random faults, steps, actions and orders, until so many plans were applied: each call that a plan foresaw
/// is held against the network's books, with all that the matrix judges.
int runBenchPlans(Session& session, const BenchWords& words);

} // namespace milepost
