// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/domain/evolve.h"

#include <algorithm>
#include <stdexcept>

namespace milepost {
namespace {

template <typename Item>
Item& required(Item* item, const char* what)
{
    if (item == nullptr)
        throw std::logic_error(std::string("a fact names ") + what + " that the order does not have");
    return *item;
}

FulfillmentLine& lineOf(Fulfillment& fulfillment, int lineNo)
{
    const auto at = std::ranges::find(fulfillment.lines, lineNo, &FulfillmentLine::lineNo);
    if (at != fulfillment.lines.end()) return *at;
    return fulfillment.lines.emplace_back(FulfillmentLine{.lineNo = lineNo});
}

/// Takes units away, never below zero: an observation may exceed what the node was given.
void reduce(Quantity& figure, Quantity quantity)
{
    figure -= std::min(figure, quantity);
}

void refuse(FulfillmentLine& line, Quantity quantity, Timestamp at)
{
    line.refused += quantity;
    line.refusedAt = at;
}

void moveAtNode(FulfillmentLine& line, const UnitsMoved& fact, Timestamp at)
{
    const Movement& movement = fact.movement;
    if (movement.from == Stage::Released) reduce(line.released, movement.quantity);
    if (movement.from == Stage::Allocated) reduce(line.allocated, movement.quantity);
    // planned units are open or backordered in the ledger
    if (movement.from == Stage::Open || movement.from == Stage::Backordered)
        reduce(line.planned, movement.quantity);
    switch (movement.to) {
    case Stage::Allocated: line.allocated += movement.quantity; break;
    case Stage::Released: line.released += movement.quantity; break;
    case Stage::Shipped: line.shipped += movement.quantity; break;
    case Stage::Open:
        if (!fact.isTakenBack) refuse(line, movement.quantity, at);
        break;
    case Stage::Backordered:
    case Stage::Delivered:
    case Stage::Substituted:
    case Stage::Cancelled:
    case Stage::Lost:
    case Stage::Overage: break;
    }
}

std::string_view statusKey(ParcelStatus status)
{
    switch (status) {
    case ParcelStatus::InTransit: return "inTransit";
    case ParcelStatus::Delivered: return "delivered";
    case ParcelStatus::Refused: return "refused";
    case ParcelStatus::Lost: return "lost";
    case ParcelStatus::Damaged: return "damaged";
    case ParcelStatus::Late: return "late";
    }
    return {};
}

/// One application of each kind of fact to an order.
struct Evolution {
    Order& order;
    Timestamp at;

    void operator()(const OrderReceived& f)
    {
        order.revision = 1;
        order.process = f.process;
        order.orderNo = f.orderNo;
        order.channel = f.channel;
        order.currency = f.currency;
        order.priority = f.priority;
        order.receivedAt = at;
        order.promisedAt = f.promisedAt;
        for (const OrderedLine& line : f.lines)
            order.lines.push_back(OrderLine{.lineNo = line.lineNo,
                                            .sku = line.sku,
                                            .unitPrice = line.unitPrice,
                                            .ledger = LineLedger(line.quantity)});
    }
    void operator()(const MessageNoted&) {}
    void operator()(const ReportReceived&) {}
    void operator()(const StepTaken& f) { order.takenSteps.push_back({f.step, f.subject}); }
    void operator()(const Validated&) { order.validatedAt = at; }
    void operator()(const Accepted& f)
    {
        order.acceptedAt = at;
        order.statedChanges = f.lineChanges;
    }
    void operator()(const TaxStated& f) { order.taxMinor = f.taxMinor; }
    void operator()(const LinePriced& f)
    {
        required(findLine(order, f.lineNo), "a line").unitPrice = f.unitPrice;
    }

    void operator()(const FulfillmentPlanned& f)
    {
        Fulfillment& fulfillment = order.fulfillments.emplace_back(
            Fulfillment{.number = f.number, .node = f.node, .destination = f.destination, .plannedAt = at});
        for (const EffectLine& line : f.lines)
            lineOf(fulfillment, line.lineNo).planned += line.quantity;
    }
    void operator()(const UnitsMoved& f)
    {
        const Movement& m = f.movement;
        OrderLine& line = required(findLine(order, m.lineNo), "a line");
        line.ledger.move(m.from, m.to, m.quantity);
        if (m.to == Stage::Cancelled) reduce(line.unwanted, m.quantity);
        if (f.fulfillment != 0)
            moveAtNode(lineOf(required(findFulfillment(order, f.fulfillment), "a fulfillment"), m.lineNo), f,
                       at);
    }
    void operator()(const UnitsRefused& f)
    {
        FulfillmentLine& line =
            lineOf(required(findFulfillment(order, f.fulfillment), "a fulfillment"), f.lineNo);
        reduce(line.planned, f.quantity);
        refuse(line, f.quantity, at);
    }
    void operator()(const FulfillmentClosed& f)
    {
        required(findFulfillment(order, f.number), "a fulfillment").isClosed = true;
    }
    void operator()(const CarrierBooked& f)
    {
        Fulfillment& fulfillment = required(findFulfillment(order, f.fulfillment), "a fulfillment");
        fulfillment.carrier = f.carrier;
        fulfillment.booking = f.booking;
    }
    void operator()(const ShipmentObserved& f)
    {
        Shipment& shipment = order.shipments.emplace_back(Shipment{.number = f.number,
                                                                   .fulfillment = f.fulfillment,
                                                                   .document = f.document,
                                                                   .carrier = f.carrier,
                                                                   .tracking = f.tracking,
                                                                   .shippedAt = f.shippedAt});
        for (const EffectLine& line : f.lines)
            shipment.lines.push_back(ShipmentLine{.lineNo = line.lineNo, .quantity = line.quantity});
        std::erase_if(order.earlyParcels,
                      [&](const EarlyParcel& parcel) { return parcel.tracking == f.tracking; });
        std::erase_if(order.earlyReturns,
                      [&](const EarlyReturn& goods) { return goods.tracking == f.tracking; });
    }
    void operator()(const ParcelReported& f)
    {
        Shipment& shipment = required(findShipment(order, f.shipment), "a shipment");
        shipment.status = statusKey(f.status);
        const bool isDelivered = f.status == ParcelStatus::Delivered;
        const bool isGone = f.status == ParcelStatus::Lost || f.status == ParcelStatus::Refused ||
                            f.status == ParcelStatus::Damaged;
        if (isDelivered) shipment.deliveredAt = f.at;
        for (ShipmentLine& line : shipment.lines) {
            if (isDelivered) {
                line.delivered = line.quantity;
                line.lost = {};
            }
            if (isGone) line.lost = line.quantity - line.delivered;
        }
    }
    void operator()(const ShipmentPosted& f)
    {
        for (ShipmentLine& line : required(findShipment(order, f.shipment), "a shipment").lines)
            line.posted = line.quantity;
    }
    void operator()(const Invoiced& f)
    {
        order.invoices.push_back(Invoice{.number = f.number,
                                         .document = f.document,
                                         .amountMinor = f.amountMinor,
                                         .shipments = f.shipments,
                                         .lines = f.lines});
        for (const int number : f.shipments) {
            for (ShipmentLine& line : required(findShipment(order, number), "a shipment").lines)
                line.invoiced = line.quantity;
        }
    }
    void operator()(const ReferenceLearned& f) { order.references.push_back(f.reference); }

    void operator()(const EffectDecided& f)
    {
        order.effects.push_back(Effect{.number = f.number,
                                       .step = f.step,
                                       .definition = f.definition,
                                       .subject = f.subject,
                                       .revision = f.revision,
                                       .nextAt = at,
                                       .control = f.control,
                                       .knownReferences = static_cast<int>(order.references.size()),
                                       .knowsPrices = order.acceptedAt.has_value(),
                                       .knowsCarrier = f.knowsCarrier,
                                       .lines = f.lines,
                                       .content = order.revision,
                                       .undoes = f.undoes});
    }
    void operator()(const EffectStarted& f)
    {
        Effect& effect = required(findEffect(order, f.effect), "an effect");
        if (effect.attempts == 0) effect.content = order.revision;
        if (effect.attempts == 0) effect.lineChanges = order.lineChanges;
        if (effect.state == EffectState::Sent) effect.isDoubtful = true; // it lies there, taken or not
        effect.state = EffectState::InFlight;
        if (effect.firstAt == Timestamp{}) effect.firstAt = at;
        effect.attempts = f.attempt;
        ++effect.tries;
        effect.lookups = 0;
        effect.lookupFailures = 0;
    }
    void operator()(const AttemptEnded& f)
    {
        Effect& effect = required(findEffect(order, f.effect), "an effect");
        if (f.isEvidence) return;
        if (!f.document.empty()) effect.document = f.document;
        effect.endedAt = at;
        effect.nextAt = f.nextAt;
        effect.needsPerson = f.needsPerson;
        if (f.isFree) --effect.tries;
        if (f.outcome == Outcome::Unknown || f.outcome == Outcome::NotFound) effect.isDoubtful = true;
        if (f.outcome == Outcome::Done || f.outcome == Outcome::Rejected) effect.isDoubtful = false;
        effect.state = stateAfter(f.outcome, effect.isDoubtful);
    }
    void operator()(const LookupStarted& f)
    {
        Effect& effect = required(findEffect(order, f.effect), "an effect");
        effect.lookupFlying = true;
        effect.lookupAt = at;
    }
    void operator()(const LookupEnded& f)
    {
        Effect& effect = required(findEffect(order, f.effect), "an effect");
        effect.lookupFlying = false;
        if (effect.state != EffectState::Unknown) return; // it was cleared up meanwhile
        if (!f.document.empty()) effect.document = f.document;
        effect.nextAt = f.nextAt;
        effect.needsPerson = f.needsPerson;
        if (f.counts) ++effect.lookups;
        const bool toldSomething = f.outcome == Outcome::Done || f.outcome == Outcome::NotFound;
        if (toldSomething) effect.lookupFailures = 0;
        if (!toldSomething && !f.isFree) ++effect.lookupFailures;
        if (f.outcome == Outcome::Done) effect.state = EffectState::Done;
        if (f.repeat) effect.state = EffectState::Waiting;
        if (f.outcome == Outcome::Done || f.repeat) effect.isDoubtful = false;
    }
    void operator()(const EffectAcknowledged& f)
    {
        Effect& effect = required(findEffect(order, f.effect), "an effect");
        effect.state = EffectState::Acknowledged;
        effect.needsPerson = false;
        effect.isDoubtful = false;
    }
    void operator()(const EffectSettled& f)
    {
        Effect& effect = required(findEffect(order, f.effect), "an effect");
        effect.state = f.state;
        if (!f.document.empty()) effect.document = f.document;
        effect.needsPerson = f.state == EffectState::Rejected;
        effect.isDoubtful = false;
    }
    void operator()(const EffectRetried& f)
    {
        Effect& effect = required(findEffect(order, f.effect), "an effect");
        if (effect.state == EffectState::Sent) effect.isDoubtful = true; // it lies there, taken or not
        if (effect.state != EffectState::Unknown) effect.state = EffectState::Waiting;
        if (f.newRevision) ++effect.revision;
        if (f.newRevision) effect.firstAt = {};
        if (f.newRevision) effect.content = order.revision;
        if (f.newRevision && effect.lines.empty()) effect.lineChanges = order.lineChanges;
        effect.tries = 0;
        effect.lookups = 0;
        effect.lookupFailures = 0;
        effect.needsPerson = false;
        effect.nextAt = at;
    }

    void operator()(const ExpectationSet& f)
    {
        order.expectationsSet = f.number;
        order.expectations.push_back(Expectation{
            .number = f.number, .step = f.step, .subject = f.subject, .system = f.system, .dueAt = f.dueAt});
    }
    void operator()(const ExpectationEnded& f)
    {
        std::erase_if(order.expectations, [&](const Expectation& e) { return e.number == f.number; });
    }
    void operator()(const ExpectationOverdue& f)
    {
        const auto found = std::ranges::find(order.expectations, f.number, &Expectation::number);
        if (found != order.expectations.end()) found->isOverdue = true;
    }
    void operator()(const ExceptionOpened& f)
    {
        order.exceptionsOpened = std::max(order.exceptionsOpened, f.exception.number); // it may be reopened
        order.exceptions.push_back(f.exception);
    }
    void operator()(const ExceptionClosed& f)
    {
        std::erase_if(order.exceptions, [&](const OpenException& e) { return e.number == f.number; });
    }
    void operator()(const HoldPlaced& f) { order.holds.push_back(f.hold); }
    void operator()(const HoldLifted& f)
    {
        std::erase_if(order.holds, [&](const Hold& hold) { return f.kind.empty() || hold.kind == f.kind; });
    }
    void operator()(const ActionTaken&) {}
    void operator()(const InputFailed&) {}
    void operator()(const ParcelForetold& f) { order.earlyParcels.push_back(f.parcel); }
    void operator()(const ReturnForetold& f) { order.earlyReturns.push_back(f.goods); }
    void operator()(const EffectHandedOver& f)
    {
        required(findEffect(order, f.effect), "an effect").needsPerson = true;
    }
    void operator()(const OrderRevised& f)
    {
        order.revision = f.revision;
        order.priority = f.priority;
        order.promisedAt = f.promisedAt;
        for (const RevisedLine& revised : f.lines) {
            OrderLine& line = required(findLine(order, revised.lineNo), "a line");
            line.sku = revised.sku;
            line.unitPrice = revised.unitPrice;
        }
    }

    void operator()(const CompensationStarted& f) { order.compensation = f.compensation; }
    void operator()(const StepUndone& f)
    {
        Effect& effect = required(findEffect(order, f.effect), "an effect");
        if (f.isKept) {
            if (order.compensation) order.compensation->kept.push_back(f.effect);
            return;
        }
        effect.state = EffectState::Compensated;
        effect.needsPerson = false;
        forget(effect, f.booking);
    }
    void operator()(const CompensationEnded&) { order.compensation.reset(); }
    void operator()(const Credited& f)
    {
        order.credits.push_back(f.credit);
        if (f.credit.goods != 0) return; // billed it stays; a part of it is given back
        const auto invoice = std::ranges::find(order.invoices, f.credit.invoice, &Invoice::number);
        if (invoice == order.invoices.end()) return;
        for (const int number : invoice->shipments) {
            for (ShipmentLine& line : required(findShipment(order, number), "a shipment").lines)
                line.invoiced = {};
        }
    }
    void operator()(const GoodsReturned& f)
    {
        Return& goods = order.returns.emplace_back(f.goods);
        if (goods.number == 0) goods.number = static_cast<int>(order.returns.size()); // of an old fact
    }

    void operator()(const LinesChanged& f)
    {
        keepWhatWasSaid();
        ++order.lineChanges;
        for (const AddedLine& line : f.added)
            order.lines.push_back(OrderLine{.lineNo = line.lineNo,
                                            .parentLineNo = line.parentLineNo,
                                            .sku = line.sku,
                                            .perParentUnit = line.perParentUnit,
                                            .unitPrice = line.unitPrice,
                                            .ledger = LineLedger(line.quantity)});
        for (const EffectLine& line : f.more)
            required(findLine(order, line.lineNo), "a line").ledger.orderMore(line.quantity);
        for (const EffectLine& line : f.fewer)
            required(findLine(order, line.lineNo), "a line").unwanted += line.quantity;
    }
    void operator()(const LinesStated& f) { order.statedChanges = f.lineChanges; }
    void operator()(const UnwantedLeft& f)
    {
        keepWhatWasSaid();
        ++order.lineChanges; // they are wanted after all, as far as any system is concerned
        reduce(required(findLine(order, f.lineNo), "a line").unwanted, f.quantity);
    }

    /// Calls that were made speak of the lines as they were: each attempt says the same.
    void keepWhatWasSaid()
    {
        for (Effect& effect : order.effects) {
            if (effect.attempts == 0 || effect.subject != 0 || !effect.lines.empty()) continue;
            for (const OrderLine& line : order.lines) {
                if (isNamed(effect, line)) effect.lines.push_back({line.lineNo, line.wanted()});
            }
        }
    }

    /// What held because the effect was done. Units and invoices have facts of their own.
    void forget(const Effect& effect, Booking booking)
    {
        if (booking == Booking::Tax) order.taxMinor.reset();
        if (booking == Booking::Accept) order.acceptedAt.reset();
        if (booking == Booking::Book) {
            Fulfillment& part = required(findFulfillment(order, effect.subject), "a fulfillment");
            part.carrier.clear();
            part.booking.clear();
        }
        if (booking == Booking::Post) {
            for (ShipmentLine& line : required(findShipment(order, effect.subject), "a shipment").lines)
                line.posted = {};
        }
    }

    /// A definite "not now" answers for its own attempt only: an earlier one may still have been done.
    static EffectState stateAfter(Outcome outcome, bool isDoubtful)
    {
        switch (outcome) {
        case Outcome::Done: return EffectState::Done;
        case Outcome::Accepted: return EffectState::Sent;
        case Outcome::Rejected: return EffectState::Rejected;
        case Outcome::Refused: return isDoubtful ? EffectState::Unknown : EffectState::Waiting;
        case Outcome::Unknown:
        case Outcome::NotFound: return EffectState::Unknown;
        }
        return EffectState::Unknown;
    }
};

} // namespace

void evolve(Order& order, const FactBody& fact, Timestamp at)
{
    std::visit(Evolution{order, at}, fact);
    ++order.facts;
}

void evolve(Order& order, const FactRow& row)
{
    if (order.id.value == 0) order.id = row.order;
    for (const FactBody& fact : row.facts)
        evolve(order, fact, row.at);
}

} // namespace milepost
