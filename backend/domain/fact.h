// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/core/ids.h"
#include "backend/domain/message.h"
#include "backend/domain/order.h"
#include "backend/domain/process.h"

#include <string>
#include <string_view>
#include <variant>
#include <vector>

/// The facts of an order: what its history is made of. Each is immutable; a change of shape is a new schema
/// version, lifted on reading by its fields() function (fact_fields.h).
namespace milepost {

struct OrderedLine {
    int lineNo = 0;
    std::string sku{};
    Quantity quantity{};
    std::optional<UnitPrice> unitPrice{};
};

/// The order arrived; its ledger begins.
struct OrderReceived {
    int process = 0;
    std::string orderNo{};
    std::string channel{};
    Currency currency{};
    int priority = 0;
    Timestamp promisedAt{};
    std::vector<OrderedLine> lines{};
    PayloadId content{}; ///< the canonical order
    PayloadId raw{};     ///< the message that it came in
};
/// A message about the order arrived and changed nothing: duplicate, late, conflict.
struct MessageNoted {
    std::string system{};
    std::string messageId{};
    std::string note{}; ///< duplicate, late, conflict, unusable
    PayloadId payload{};
};
/// A report of a partner arrived; the facts that follow in the same row book it.
struct ReportReceived {
    ReportKind kind = ReportKind::Unknown;
    std::string system{};
    std::string messageId{};
    std::string statusWord{};
    std::optional<Timestamp> occurredAt{};
    PayloadId payload{};
};
/// A step without a call was taken.
struct StepTaken {
    int step = 0;
    int subject = 0;
};
struct Validated {};
struct Accepted {
    int lineChanges = 0; ///< how many of the order's line changes were in what was accepted
};
struct TaxStated {
    std::int64_t taxMinor = 0;
};
struct LinePriced {
    int lineNo = 0;
    UnitPrice unitPrice{};
};
struct FulfillmentPlanned {
    int number = 0;
    std::string node{};
    int destination = 0;
    std::vector<EffectLine> lines{};
};
/// Units moved between stages. With `fulfillment` its figures move along.
struct UnitsMoved {
    Movement movement{};
    int fulfillment = 0;
    bool isTakenBack = false; ///< we asked for them back: the node did not refuse them
};
/// The node did not have these planned (allocation) or released (picking) units.
struct UnitsRefused {
    int fulfillment = 0;
    int lineNo = 0;
    Quantity quantity{};
};
struct FulfillmentClosed {
    int number = 0;
};
struct CarrierBooked {
    int fulfillment = 0;
    std::string carrier{};
    std::string booking{};
};
struct ShipmentObserved {
    int number = 0;
    int fulfillment = 0;
    std::string document{};
    std::string carrier{};
    std::string tracking{};
    Timestamp shippedAt{};
    std::vector<EffectLine> lines{};
};
struct ParcelReported {
    int shipment = 0;
    ParcelStatus status = ParcelStatus::InTransit;
    Timestamp at{};
};
struct ShipmentPosted {
    int shipment = 0;
};
struct Invoiced {
    int number = 0;
    std::string document{};
    std::int64_t amountMinor = 0;
    std::vector<int> shipments{};
    std::vector<InvoiceLine> lines{};
};
struct ReferenceLearned {
    ExternalReference reference{};
};
struct EffectDecided {
    int number = 0;
    int step = 0;
    int definition = 0;
    int subject = 0;
    int revision = 1;
    std::int64_t control = 0;
    bool knowsCarrier = false; ///< the carrier of its fulfillment was booked before
    std::vector<EffectLine> lines{};
    int undoes = 0; ///< as of the effect
};
/// An attempt begins: durable before any byte leaves.
struct EffectStarted {
    int effect = 0;
    int attempt = 0;
};
/// An attempt ended, also a late one.
struct AttemptEnded {
    int effect = 0;
    int attempt = 0;
    Outcome outcome = Outcome::Unknown;
    std::string code{};
    std::string message{};
    std::string document{};
    PayloadId payload{};
    Timestamp nextAt{};       ///< when it goes on by itself; zero: it does not
    bool needsPerson = false; ///< nothing more happens by itself
    bool isFree = false;      ///< the system was down: it does not count as a try
    bool isEvidence = false;  ///< too late to change anything
};
struct LookupStarted {
    int effect = 0;
};
struct LookupEnded {
    int effect = 0;
    Outcome outcome = Outcome::Unknown; ///< Done, NotFound, or it failed
    std::string code{};
    std::string document{};
    PayloadId payload{};
    bool counts = false; ///< a "not found" that is late enough to be believed
    Timestamp nextAt{};
    bool repeat = false; ///< believed not done: the effect may be attempted again
    bool needsPerson = false;
    bool isFree = false; ///< the system was down: that it told nothing does not count
};
/// A file or document of ours was taken (not yet done).
struct EffectAcknowledged {
    int effect = 0;
};
/// The effect has its end: done by a report, by a person, or because nothing is left to do.
struct EffectSettled {
    int effect = 0;
    EffectState state = EffectState::Done;
    std::string document{}; ///< of what a person accepts: the partner's number of it
};
/// A person, or the end of a system's failure, lets it go on: same identity, same key.
struct EffectRetried {
    int effect = 0;
    bool newRevision = false; ///< only after a definite no of a system that replays its stored errors
};
struct ExpectationSet {
    int number = 0;
    int step = 0;
    int subject = 0;
    std::string system{};
    Timestamp dueAt{};
};
struct ExpectationEnded {
    int number = 0;
};
struct ExpectationOverdue {
    int number = 0;
};
struct ExceptionOpened {
    OpenException exception{};
};
struct ExceptionClosed {
    int number = 0;
    std::string how{}; ///< "cause gone", "retried", "resolved"
};
struct HoldPlaced {
    Hold hold{};
};
struct HoldLifted {
    std::string kind{};
};
struct ActionTaken {
    std::string action{};
    std::string actor{};
    std::string reason{};
};
/// An input whose decision failed; it changed nothing else.
struct InputFailed {
    std::string what{};
    PayloadId payload{};
};

/// A carrier spoke of a parcel before its dispatch was reported.
struct ParcelForetold {
    EarlyParcel parcel{};
};
/// The machine is at its wits' end with an effect: a person must decide.
struct EffectHandedOver {
    int effect = 0;
};

/// Item and price of a line after an edit.
struct RevisedLine {
    int lineNo = 0;
    std::string sku{};
    std::optional<UnitPrice> unitPrice{};
};
/// A person changed the order: a new revision of its content. What was changed is named, not repeated: values
/// of persons stand with the order only.
struct OrderRevised {
    int revision = 0;
    int priority = 0;
    Timestamp promisedAt{};
    std::vector<RevisedLine> lines{};   ///< those whose item or price changed
    PayloadId content{};                ///< the canonical order as it is now
    std::vector<std::string> changed{}; ///< paths
};

/// A line that the order did not have: wanted by a change, or sent in place of another one.
struct AddedLine {
    int lineNo = 0;
    int parentLineNo = 0; ///< of a substitute: the line that it stands for; else 0
    std::string sku{};
    Quantity quantity{};
    Ratio perParentUnit{}; ///< of a substitute
    std::optional<UnitPrice> unitPrice{};
};
/// Other units are wanted than before.
struct LinesChanged {
    std::vector<AddedLine> added{};
    std::vector<EffectLine> more{};  ///< wanted on top, line by line
    std::vector<EffectLine> fewer{}; ///< no longer wanted; they are cancelled by movements of their own
};
/// The system that accepted the order knows its lines as they are wanted now.
struct LinesStated {
    int lineChanges = 0; ///< as of the effect
};
/// Units that are no longer wanted have left: nothing cancels them any more.
struct UnwantedLeft {
    int lineNo = 0;
    Quantity quantity{};
};

/// Steps are taken back from now on.
struct CompensationStarted {
    Compensation compensation{};
};
/// An effect is taken back, or a person left it as it is.
struct StepUndone {
    int effect = 0;
    bool isKept = false;
    Booking booking = Booking::None; ///< of its step: what no longer holds
};
struct CompensationEnded {};
/// An invoice was taken back.
struct Credited {
    Credit credit{};
};
/// Goods came back.
struct GoodsReturned {
    Return goods{};
};

/// Goods came back before it was reported that they had left.
struct ReturnForetold {
    EarlyReturn goods{};
};

using FactBody =
    std::variant<OrderReceived, MessageNoted, ReportReceived, StepTaken, Validated, Accepted, TaxStated,
                 LinePriced, FulfillmentPlanned, UnitsMoved, UnitsRefused, FulfillmentClosed, CarrierBooked,
                 ShipmentObserved, ParcelReported, ShipmentPosted, Invoiced, ReferenceLearned, EffectDecided,
                 EffectStarted, AttemptEnded, LookupStarted, LookupEnded, EffectAcknowledged, EffectSettled,
                 EffectRetried, ExpectationSet, ExpectationEnded, ExpectationOverdue, ExceptionOpened,
                 ExceptionClosed, HoldPlaced, HoldLifted, ActionTaken, InputFailed, ParcelForetold,
                 EffectHandedOver, OrderRevised, CompensationStarted, StepUndone, CompensationEnded, Credited,
                 GoodsReturned, LinesChanged, LinesStated, UnwantedLeft, ReturnForetold>;

/// The facts of one decision: they happened together, for one cause.
struct FactRow {
    OrderId order{};
    int firstSeq = 1;    ///< of the order's facts, 1, 2, …
    Timestamp at{};      ///< business time of the decision
    std::string cause{}; ///< what was decided on: "message shop/77", "reply 3.1", "due", "command retry"
    std::vector<FactBody> facts{};
};

/// The stored form of a row's facts (cause included), and its inverse (throws PackedFormError).
std::string packed(const FactRow& row);
FactRow unpackedFacts(OrderId order, int firstSeq, Timestamp at, std::string_view bytes);

/// The name of a fact's kind: "effectStarted".
std::string_view kindKey(const FactBody& fact);

} // namespace milepost
