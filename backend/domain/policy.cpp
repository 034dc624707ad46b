// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/domain/policy.h"

#include <algorithm>

namespace milepost {

PolicySet::PolicySet(std::vector<Policy> rows)
    : m_rows(std::move(rows))
{
}

const Policy& PolicySet::find(std::string_view name) const
{
    for (const std::string_view wanted : {name, std::string_view("normal")}) {
        const auto at = std::ranges::find(m_rows, wanted, &Policy::name);
        if (at != m_rows.end()) return *at;
    }
    return m_default;
}

Duration retryDelay(const Policy& policy, int triesMade, double jitter)
{
    Duration bound = policy.baseDelay;
    for (int i = 1; i < triesMade && bound < policy.maxDelay; ++i)
        bound *= 2;
    bound = std::min(bound, policy.maxDelay);
    return Duration(static_cast<std::int64_t>(static_cast<double>(bound.count()) * jitter));
}

} // namespace milepost
