// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/core/clock.h"
#include "backend/core/result.h"

#include <string>
#include <string_view>
#include <vector>

namespace milepost {

/// What a step happens to.
enum class StepUnit { Order, Fulfillment, Shipment, Return };

/// What is booked when a step is done. `None`: its being done is all.
enum class Booking {
    None,
    Validate,
    Tax,
    Accept,
    Plan, ///< split what is open over the nodes; backorder what is missing
    Allocate,
    Release,
    Book, ///< the carrier
    Ship, ///< the step itself is the dispatch (a node that confirms by answering)
    Post,
    Invoice,
    Amend,  ///< the lines as they are wanted now are known to the system that accepted the order
    Credit, ///< of goods that came back
};

/// A quantity of the unit, a milestone, or a named predicate.
enum class Figure {
    Zero,
    Ordered, ///< less cancelled and substituted
    Open,
    Backordered,
    Unplanned, ///< open or backordered and in no plan of a node
    Planned,
    Allocated,
    Released,
    Shipped,
    Delivered,
    Posted,
    Invoiced,
};

enum class Comparison { Equal, NotEqual, Greater, Less, GreaterOrEqual, LessOrEqual };

/// One condition of a step: a comparison of two figures ("posted = shipped"), or a predicate ("accepted",
/// "done tax", "!held").
struct Term {
    bool isPredicate = false;
    bool negated = false;
    std::string predicate{}; ///< validated, accepted, held, shipInstructionsComplete, beforeCutOff,
                             ///< invoiceReady, linesStated, done
    std::string argument{};  ///< of "done": the step's name
    int argumentStep = -1;   ///< of "done": its index, set by the process
    Figure left = Figure::Zero;
    Comparison comparison = Comparison::Equal;
    Figure right = Figure::Zero;
};

/// Reads one condition; InvalidInput names the word that is not known.
Result<Term> parseTerm(std::string_view text);

/// One row of a process.
struct Step {
    std::string name{};
    std::string capability{}; ///< empty: a step without a call
    StepUnit unit = StepUnit::Order;
    Booking booking = Booking::None;
    std::vector<Term> when{};
    std::string policy{};    ///< name of the policy row
    std::string inverse{};   ///< capability that undoes it; empty: irreversible
    std::string team{};      ///< who is responsible
    bool isRepeated = false; ///< taken each time its conditions hold, not once (planning)
    std::string
        expects{}; ///< what should come after it is done: shipmentConfirmed, delivered; empty: nothing
    std::string expectedFrom{}; ///< who would tell: "node", or a capability whose system tells
    Duration expectedWithin{};  ///< engine time
};

/// A versioned table of steps. Immutable.
struct Process {
    int definition = 0; ///< id of this version in the store
    std::string name{};
    std::vector<Step> steps{};
};

/// The index of a step by name, -1: none.
int stepIndex(const Process& process, std::string_view name);

std::string_view toKey(StepUnit unit);
std::string_view toKey(Booking booking);
bool fromKey(std::string_view key, StepUnit& unit);
bool fromKey(std::string_view key, Booking& booking);

} // namespace milepost
