// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/domain/fact.h"
#include "backend/domain/order.h"

namespace milepost {

/// Applies one fact. Pure: the state of an order is the fold of this over its facts and nothing else.
/// Throws std::logic_error when the fact cannot follow on that state (a movement from an empty stage).
void evolve(Order& order, const FactBody& fact, Timestamp at);

/// Applies all facts of a row in turn.
void evolve(Order& order, const FactRow& row);

} // namespace milepost
