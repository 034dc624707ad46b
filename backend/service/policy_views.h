// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/contracts/policy_draft.h"
#include "backend/contracts/policy_rows.h"
#include "backend/core/clock.h"

#include <cstdint>
#include <string>
#include <vector>

/// Values about policies (backend.h): the rows that act, what a change of them would be, and their history.
namespace milepost {

/// A step of a live process.
struct PolicyPlace {
    std::string process{};
    std::string step{};
    std::string capability{}; ///< empty: the step calls nobody
    std::string team{};
};

/// A row and where it acts.
struct PolicyInUse {
    PolicyRow row{};
    std::vector<PolicyPlace> places{};
    std::int64_t openExceptions = 0; ///< that it gave their due time
};

struct PoliciesView {
    std::int64_t version = 0; ///< the newest that went live
    Timestamp at{};
    std::string actor{}; ///< empty: it came with the program
    std::string reason{};
    std::vector<PolicyInUse> rows{};  ///< policies, then recovery objectives by event type
    std::vector<std::string> steps{}; ///< that an objective may name
    std::string ownedBy{};            ///< the other process that alone may change them now; empty: none
};

/// What a person wants of the policies: edits, or all rows as an older version had them.
struct PolicyOrder {
    std::vector<PolicyEdit> edits{};
    std::int64_t restore = 0; ///< a version; 0: the edits count
    std::int64_t base = 0;    ///< the version that the person looked at; 0: whatever acts now
    std::string actor{};
    std::string reason{};
};

/// What an order would do, or has done.
struct PolicyProposal {
    std::int64_t version = 0; ///< that acts now
    std::vector<PolicyDifference> differences{};
    std::vector<PolicyProblem> problems{}; ///< it cannot be saved while there are any
};

/// One entry of the history.
struct PolicyVersionView {
    std::int64_t number = 0;
    Timestamp at{};
    std::string actor{}; ///< empty: it came with the program
    std::string reason{};
    bool isLive = false;
    bool wentLive = true; ///< false: it came with the program while a person's version acted, and waits
    std::vector<PolicyDifference> differences{}; ///< against what acted before it
};

} // namespace milepost
