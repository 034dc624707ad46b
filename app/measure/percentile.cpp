// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/measure/percentile.h"

#include <algorithm>
#include <cmath>

namespace milepost {

double percentile(std::vector<double> samples, double share)
{
    if (samples.empty()) return 0;
    std::ranges::sort(samples);
    const double rank = std::ceil(share * static_cast<double>(samples.size()));
    const auto index = static_cast<std::size_t>(std::max(1.0, rank)) - 1;
    return samples[std::min(index, samples.size() - 1)];
}

} // namespace milepost
