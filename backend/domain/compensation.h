// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/domain/landscape.h"
#include "backend/domain/order.h"
#include "backend/domain/process.h"

#include <string>
#include <string_view>
#include <vector>

/// Taking steps of an order back: which, in which order, and how each can be. Pure.
namespace milepost {

/// The kind of hold of an order whose steps were taken back and that a person has to mend.
inline constexpr std::string_view compensationHold = "compensation";

/// How a step can be taken back.
enum class UndoKind {
    Withdraw,     ///< it surely was not done: nobody need be told
    Wait,         ///< whether it is done is not known yet
    Call,         ///< by a call: the inverse of the step
    AskPartner,   ///< its inverse is offered by nobody: a person asks them
    Irreversible, ///< no step of the process takes it back
    Nothing,      ///< it leaves no trace that an order could carry on with
};

std::string_view toKey(UndoKind kind);
std::string_view toKey(CompensationGoal goal); ///< "cancel", "redo", "reduce"

/// One step that is to be taken back.
struct UndoStep {
    int effect = 0;
    UndoKind kind = UndoKind::Nothing;
    std::string system{}; ///< who takes it back; of an irreversible one, who did it
};

/// What is left to take back, in the order in which it is: the last decided first.
std::vector<UndoStep> undoSteps(const Order& order, const Process& process, const Landscape& landscape,
                                const Compensation& compensation);

/// The call that takes this one back and is not settled, or null.
const Effect* openUndo(const Order& order, int effect);

/// Every unit of it is cancelled: no step is taken any more.
bool isCancelled(const Order& order);

} // namespace milepost
