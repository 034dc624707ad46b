// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/domain/fact.h"
#include "backend/engine/live_orders.h"
#include "backend/store/batch.h"

#include <array>
#include <cstdint>

namespace milepost {

/// What is counted of an order, before and after a decision.
struct OrderTally {
    std::uint32_t milestones = 0;
    std::array<int, 11> effects{}; ///< by EffectState
};

/// The hour that counters count a moment under: hours since 1970.
std::int64_t hourOf(Timestamp at);

OrderTally tallyOf(const Order& order);

/// Writes what one decision made of an order into a change: the facts, the state, references and counters.
/// Exceptions are written by their owner (OpenExceptions).
void writeDecision(Change& change, LiveOrder& order, const OrderTally& before, const FactRow& row);

} // namespace milepost
