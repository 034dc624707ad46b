// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/domain/concern.h"
#include "backend/domain/order.h"
#include "backend/domain/process.h"
#include "backend/domain/waiting.h"

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

namespace milepost {

/// What one must know beside an order to say what it waits for.
struct OutlookContext {
    const Process& process;
    std::function<std::string(int definition)> systemOf{};      ///< of a pack version
    std::function<bool(const std::string& system)> isStopped{}; ///< parked or paused
    Timestamp now{};
};

/// The most pressing thing that the order waits for.
Waiting waitingOf(const Order& order, const OutlookContext& context);

/// Bit i: Concern i holds, as of context.now. Of an open order.
std::uint32_t concernsOf(const Order& order, const OutlookContext& context);

constexpr bool has(std::uint32_t concerns, Concern concern)
{
    return (concerns >> static_cast<unsigned>(concern) & 1U) != 0;
}

/// The systems that calls and expectations of the order are about, without repetition.
std::vector<std::string> systemsWaitedFor(const Order& order, const OutlookContext& context);
/// The nodes of its fulfillments, without repetition.
std::vector<std::string> nodesOf(const Order& order);

} // namespace milepost
