// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/core/clock.h"

#include <string>
#include <string_view>
#include <vector>

namespace milepost {

enum class Criticality { Critical, High, Normal, Low };

/// What happens to an effect whose outcome is unknown when there is neither key nor look-up.
enum class UnknownRule { AtMostOnce, AtLeastOnce };

/// One row of resilience policy. Times are business time, but for `deadline`.
struct Policy {
    std::string name{};
    Criticality criticality = Criticality::Normal;
    int maxTries = 8;                   ///< attempts before a person must decide; >= 1
    int maxUndoTries = 0;               ///< the same of a call that takes one back; 0: twice as many
    Duration baseDelay{5'000};          ///< bound of the first back-off; full jitter
    Duration maxDelay{900'000};         ///< bound of every back-off
    Duration deadline{10'000};          ///< real time for one attempt
    int breakerFailures = 5;            ///< failures in a row that park a system
    Duration probeAfter{60'000};        ///< how long a parked system is left alone
    Duration recoverWithin{14'400'000}; ///< recovery objective of an exception of this step
    UnknownRule unknown = UnknownRule::AtMostOnce;
    friend bool operator==(const Policy&, const Policy&) = default;

    /// Giving up half-way through taking back is worse than trying longer.
    int triesFor(bool isUndo) const
    {
        if (!isUndo) return maxTries;
        return maxUndoTries > 0 ? maxUndoTries : 2 * maxTries;
    }
};

/// The policy rows by name, with defaults by criticality class ("critical", "high", "normal", "low").
class PolicySet {
public:
    PolicySet() = default;
    explicit PolicySet(std::vector<Policy> rows);

    /// The row of that name, else the row "normal", else the built-in defaults.
    const Policy& find(std::string_view name) const;
    const std::vector<Policy>& rows() const { return m_rows; }

private:
    std::vector<Policy> m_rows;
    Policy m_default;
};

/// The wait before the next attempt: full jitter under an exponential bound.
/// @param triesMade >= 1
/// @param jitter uniform in [0, 1), drawn by the caller
Duration retryDelay(const Policy& policy, int triesMade, double jitter);

} // namespace milepost
