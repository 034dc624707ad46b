// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/core/clock.h"
#include "backend/core/quantity.h"

#include <string>
#include <string_view>
#include <vector>

namespace milepost {

/// DESIGN.md section 3, Effects. "parked" is not stored: it is Waiting at a system that is parked.
enum class EffectState {
    Waiting,
    InFlight,
    Sent,         ///< handed over; an acknowledgement is expected (file, EDI, 202)
    Acknowledged, ///< taken; the result is expected
    Unknown,      ///< may or may not be done
    Done,
    Rejected,    ///< a definite no
    Adopted,     ///< a person accepted what the partner did
    Superseded,  ///< taken back before it was done: a higher revision takes its place, or nothing does
    Abandoned,   ///< a person skipped or resolved it, or attempts are used up and a person must decide
    Compensated, ///< was done, and is undone
};

std::string_view toKey(EffectState state);
bool isSettled(EffectState state);  ///< nothing will happen to it by itself or by a retry
bool isBooked(EffectState state);   ///< what it does counts here: done, adopted, or taken by the partner
bool isReplaced(EffectState state); ///< it counts no longer: its step may be taken anew

struct EffectLine {
    int lineNo = 0;
    Quantity quantity{};
    friend bool operator==(const EffectLine&, const EffectLine&) = default;
};

/// An outgoing call decided on. Identity is (order, step, subject, revision).
struct Effect {
    int number = 0;     ///< 1, 2, … within the order
    int step = 0;       ///< index into the order's process
    int definition = 0; ///< the pack version that renders and reads it (Landscape)
    int subject = 0;    ///< 0 for the order, else the number of the fulfillment or shipment
    int revision = 1;
    EffectState state = EffectState::Waiting;
    int attempts = 0;          ///< begun so far, for ever
    int tries = 0;             ///< begun since it was decided or a person retried: what the policy counts
    int lookups = 0;           ///< "not found" answers that count, since the last attempt
    int lookupFailures = 0;    ///< look-ups in a row that told nothing
    bool lookupFlying = false; ///< a look-up is under way
    bool needsPerson = false;  ///< nothing happens until a person decides
    bool isDoubtful = false; ///< an attempt of this revision ended unknown, or was handed over unacknowledged
                             ///< before the last one, and nothing has cleared it up
    Timestamp nextAt{};      ///< earliest next attempt or look-up
    Timestamp firstAt{};     ///< when the first attempt began: from then on its key protects
    Timestamp endedAt{};     ///< of the last attempt
    Timestamp lookupAt{};    ///< when the last look-up was asked
    std::int64_t control = 0;  ///< file or control number, taken when decided; 0: none
    std::string document{};    ///< what the partner calls the result
    int knownReferences = 0;   ///< of the order's references, those it may name: the ones known when decided
    bool knowsPrices = false;  ///< decided after the ERP had priced the lines
    bool knowsCarrier = false; ///< decided after the carrier was booked
    std::vector<EffectLine> lines{}; ///< of an order's effect, empty: all lines as they are wanted
    int lineChanges = 0;             ///< how many of the order's line changes its attempts speak of
    int content = 1;                 ///< revision of the order's content that its attempts speak of
    int undoes = 0;                  ///< the effect that it takes back by the inverse of its step; 0: none
    friend bool operator==(const Effect&, const Effect&) = default;
};

template <typename V>
void fields(V& visit, EffectLine& l)
{
    visit("lineNo", l.lineNo);
    visit("quantity", l.quantity);
}

template <typename V>
void fields(V& visit, Effect& e)
{
    visit("number", e.number);
    visit("step", e.step);
    visit("definition", e.definition);
    visit("subject", e.subject);
    visit("revision", e.revision);
    visit("state", e.state);
    visit("attempts", e.attempts);
    visit("tries", e.tries);
    visit("lookups", e.lookups);
    visit("lookupFailures", e.lookupFailures);
    visit("lookupFlying", e.lookupFlying);
    visit("needsPerson", e.needsPerson);
    visit("isDoubtful", e.isDoubtful);
    visit("nextAt", e.nextAt);
    visit("firstAt", e.firstAt);
    visit("endedAt", e.endedAt);
    visit("lookupAt", e.lookupAt);
    visit("control", e.control);
    visit("document", e.document);
    visit("knownReferences", e.knownReferences);
    visit("knowsPrices", e.knowsPrices);
    visit("knowsCarrier", e.knowsCarrier);
    visit("lines", e.lines);
    if (visit.version() >= 2) visit("content", e.content); // before, there was the first one only
    if (visit.version() >= 3) visit("undoes", e.undoes);
    if (visit.version() >= 4) visit("lineChanges", e.lineChanges);
}

} // namespace milepost
