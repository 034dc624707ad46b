// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/ctl/agreement.h"

#include <vector>

namespace milepost {

/// Adds every value that the network and we hold differently about one order. What an open exception of the
/// order says is not known here (an invoice or notice whose answer never came) is no difference.
void compareOrder(const TrueOrder& truth, const OrderView& ours, std::vector<Difference>& differences);

} // namespace milepost
