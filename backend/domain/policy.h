// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/core/clock.h"
#include "backend/domain/exception.h"

#include <string>
#include <string_view>
#include <vector>

namespace milepost {

enum class Criticality { Critical, High, Normal, Low };

/// What happens to an effect whose outcome is unknown when there is neither key nor look-up.
enum class UnknownRule { AtMostOnce, AtLeastOnce };

/// Names in files, exports and views: "critical", "atMostOnce".
std::string_view toKey(Criticality value);
std::string_view toKey(UnknownRule value);
bool fromKey(std::string_view key, Criticality& value); ///< false for a name that there is not
bool fromKey(std::string_view key, UnknownRule& value);

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
    std::string owner{}; ///< team of its exceptions; empty: the team of the step
    friend bool operator==(const Policy&, const Policy&) = default;

    /// Giving up half-way through taking back is worse than trying longer.
    int triesFor(bool isUndo) const
    {
        if (!isUndo) return maxTries;
        return maxUndoTries > 0 ? maxUndoTries : 2 * maxTries;
    }
};

/// The recovery objective of one event type: of exceptions of a class, whatever the policy of their step.
struct RecoveryObjective {
    ExceptionClass event = ExceptionClass::Internal;
    std::string step{}; ///< of that step only; empty: of any
    Duration recoverWithin{};
    std::string owner{}; ///< team; empty: as if there were no such row
    friend bool operator==(const RecoveryObjective&, const RecoveryObjective&) = default;
};

/// How soon an exception must be recovered, and by which team.
struct Responsibility {
    Duration recoverWithin{};
    std::string owner{};
};

/// The policy rows by name, with defaults by criticality class ("critical", "high", "normal", "low"), and the
/// recovery objectives by event type.
class PolicySet {
public:
    PolicySet() = default;
    explicit PolicySet(std::vector<Policy> rows, std::vector<RecoveryObjective> objectives = {});

    /// The row of that name, else the row "normal", else the built-in defaults.
    const Policy& find(std::string_view name) const;
    /// Of an exception of that class and step (empty: none): the objective of both, else that of the class;
    /// null: there is none. Valid while the set is.
    const RecoveryObjective* objectiveOf(ExceptionClass event, std::string_view step) const;
    /// As that objective says, else as `policy` does. `team` is that of the step, for where no row names an
    /// owner.
    Responsibility responsibility(ExceptionClass event, std::string_view step, const Policy& policy,
                                  std::string_view team) const;
    const std::vector<Policy>& rows() const { return m_rows; }
    const std::vector<RecoveryObjective>& objectives() const { return m_objectives; }

private:
    std::vector<Policy> m_rows;
    std::vector<RecoveryObjective> m_objectives;
    Policy m_default;
};

/// The wait before the next attempt: full jitter under an exponential bound.
/// @param triesMade >= 1
/// @param jitter uniform in [0, 1), drawn by the caller
Duration retryDelay(const Policy& policy, int triesMade, double jitter);

} // namespace milepost
