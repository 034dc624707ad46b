// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

namespace milepost {

/// The value that `share` (0 … 1) of the samples do not exceed, by nearest rank; 0 of none.
double percentile(std::vector<double> samples, double share);

} // namespace milepost
