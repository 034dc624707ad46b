// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/core/clock.h"
#include "backend/core/ids.h"
#include "backend/domain/field_edit.h"
#include "backend/recovery/plan_parts.h"

#include <cstdint>
#include <string>
#include <vector>

/// Values about plan and apply (backend.h).
namespace milepost {

struct PlanOrder {
    std::string action{}; ///< retry, edit, replay, adopt, skip, resolve, cancel, compensate, hold, release
    /// all | order:NO | orders:NO,NO | exception:ID | exceptions:ID,ID | class:C | system:S | group:ID
    std::string selector{};
    std::string kind{}; ///< of hold and release: credit, fraud, customer, operator
    std::string actor{};
    std::string reason{};
    std::vector<FieldEdit> edits{}; ///< of edit: the order is changed, then the call is made anew
    ActionDetail detail{};
};

/// One action of a frozen set.
struct PlanItemView {
    int number = 0;
    OrderId order{};
    std::string orderNo{};
    std::int64_t exception = 0;
    int effect = 0;
    std::string state{};                ///< planned, verified, failed, awaiting, unverified, skipped
    std::string detail{};               ///< what would happen, or what became of it
    std::vector<FieldChange> changes{}; ///< of edit
    std::vector<ForeseenCall> calls{};
    std::vector<ForeseenCall> suppressed{}; ///< done: not made again
    std::vector<BodyDifference> differences{};
};

struct PlanView {
    std::int64_t planId = 0;
    std::string action{};
    std::string selector{};
    int items = 0;
    int callsToMake = 0;
    int callsSuppressed = 0; ///< of retry, edit and replay: not made because they are done
    int callsWithoutKey = 0; ///< of callsToMake: the partner would not recognise a repetition
    int differences = 0;     ///< done already with another body
    bool needsApproval = false;
    std::vector<PlanItemView> list{};
};

struct ApplyOrder {
    std::int64_t planId = 0;
    double perSecond = 20.0; ///< real time; 0: no bound
    Duration ramp{};         ///< real time until that rate is reached
    Duration wait{120'000};  ///< real time for the items to settle after the last command
    std::string actor{};
};

/// verified + failed + awaiting + unverified + skipped = items, always.
struct OutcomeView {
    std::int64_t planId = 0;
    int items = 0;
    int verified = 0;
    int failed = 0;
    int awaiting = 0;
    int unverified = 0;
    int skipped = 0;
    std::vector<PlanItemView> list{};
};

} // namespace milepost
