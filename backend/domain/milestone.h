// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/domain/order.h"

#include <cstdint>
#include <string_view>

namespace milepost {

/// Business milestones, held by quantity. Not a chain: delivered may precede invoiced.
enum class Milestone {
    Received,
    Validated,
    Accepted,
    Allocated,
    Released,
    Shipped,
    Posted,
    Invoiced,
    Delivered,
    Cancelled,
    Returned,
};

inline constexpr int milestoneCount = 11;

std::string_view toKey(Milestone milestone);
bool fromKey(std::string_view key, Milestone& milestone);

/// What one line has reached; children of a substituted line are lines of their own.
struct LineFigures {
    Quantity ordered{};
    Quantity open{};
    Quantity overage{};
    Quantity allocated{};
    Quantity backordered{};
    Quantity substituted{};
    Quantity released{};
    Quantity shipped{};
    Quantity delivered{};
    Quantity posted{};
    Quantity invoiced{}; ///< less what was credited
    Quantity credited{};
    Quantity returned{};
    Quantity cancelled{};
    Quantity lost{};
};

LineFigures figuresOf(const Order& order, const OrderLine& line);

/// The milestones that are full, bit by bit (1 << Milestone): their figure covers ordered - cancelled -
/// substituted on every line, at least one unit. A wholly cancelled order is cancelled only.
std::uint32_t fullMilestones(const Order& order);

constexpr bool isFull(std::uint32_t milestones, Milestone milestone)
{
    return (milestones >> static_cast<unsigned>(milestone) & 1U) != 0;
}

} // namespace milepost
