// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/core/clock.h"
#include "backend/core/money.h"
#include "backend/core/quantity.h"
#include "backend/domain/concern.h"
#include "backend/domain/milestone.h"
#include "backend/service/views.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

/// Values of the overview and of the systems page (backend.h).
namespace milepost {

/// How far the orders are with one milestone.
struct MilestoneFigure {
    Milestone milestone = Milestone::Received;
    std::int64_t orders = 0;             ///< of all orders: full for it
    std::int64_t pending = 0;            ///< open orders that are not full for it
    Quantity units{};                    ///< of open orders: units that reached it
    Quantity ofUnits{};                  ///< of open orders: ordered - cancelled - substituted
    std::vector<Money> outstanding{};    ///< value of the pending orders, one sum a currency
    std::optional<Timestamp> oldestAt{}; ///< when the oldest pending order was received
};

struct TrendPoint {
    Timestamp at{};
    std::int64_t value = 0;
};

/// One tile: how many orders, their value, since when, and how that number went.
struct ConcernFigure {
    Concern concern = Concern::NeedsPerson;
    std::int64_t orders = 0;
    std::vector<Money> money{}; ///< one sum a currency
    std::optional<Timestamp> oldestAt{};
    std::vector<TrendPoint> trend{}; ///< oldest first, at most 300 points
};

/// Open orders by how long ago they were received.
struct AgeBucket {
    Duration from{};
    std::optional<Duration> to{}; ///< nothing: and older
    std::int64_t orders = 0;
};

/// What happened in one hour of business time.
struct HourFigure {
    Timestamp hour{}; ///< its beginning
    std::int64_t received = 0;
    std::int64_t shipped = 0; ///< orders that became full for the milestone in it
    std::int64_t invoiced = 0;
    std::int64_t delivered = 0;
    std::int64_t exceptions = 0; ///< opened in it
};

struct OverviewView {
    Timestamp asOf{};
    std::int64_t orders = 0;
    std::int64_t openOrders = 0;
    std::vector<MilestoneFigure> milestones{}; ///< one each
    std::vector<ConcernFigure> concerns{};     ///< one each
    ConcernFigure failedDocuments{}; ///< open exceptions of class validation and contract; no order list
    std::vector<AgeBucket> ages{};
    std::vector<HourFigure> hours{};  ///< the last of them (at most 300), oldest first, without gaps
    std::vector<Money> moneyAtRisk{}; ///< of all open exceptions, one sum a currency
};

/// A connected system as an operator sees it.
struct SystemDetail {
    std::string name{};
    std::string kind{};
    std::string state{}; ///< up, parked, paused, notConnected
    std::optional<Timestamp> lastContactAt{};
    std::optional<Timestamp> watermark{};
    std::optional<Timestamp> nextProbeAt{}; ///< of a parked one: when it is tried again
    std::string trouble{};                  ///< why it is parked: the last failure in a word
    int inFlight = 0;
    int queued = 0;
    std::int64_t parkedEffects = 0;
    std::int64_t openExceptions = 0;
    std::int64_t calls = 0;    ///< ended in the last 5 real minutes
    std::int64_t failures = 0; ///< of these
    double callsPerSecond = 0; ///< over the same time
    std::vector<std::string> capabilities{};
    std::optional<CountsView> counts{}; ///< what it said to have sent: the oldest that differ, else the last
};

/// What may be promised of one item at one node.
struct InventoryRow {
    std::string sku{};
    std::string node{}; ///< empty: no node has told of it
    Quantity onHand{};
    Quantity reserved{};  ///< by open orders, still in the house
    Quantity shipped{};   ///< has left since the node reported
    Quantity available{}; ///< to promise: on hand less reserved and shipped, never below zero
    Timestamp asOf{};     ///< when the node reported it; zero: never
    Quantity waiting{};   ///< backordered units of the item, at all nodes together
    std::vector<std::string> waitingOrders{};
};

} // namespace milepost
