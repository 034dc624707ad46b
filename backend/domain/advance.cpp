// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/domain/compensation.h"
#include "backend/domain/decision.h"

#include <algorithm>
#include <chrono>
#include <stdexcept>

namespace milepost {
namespace {

constexpr int maxRounds = 64; // a process whose steps feed each other without end is a defect of its table

bool hasBegun(const Order& order, int step, int subject)
{
    const bool isDecided = std::ranges::any_of(order.effects, [&](const Effect& effect) {
        return effect.step == step && effect.subject == subject && effect.undoes == 0 &&
               !isReplaced(effect.state);
    });
    return isDecided || isDone(order, step, subject);
}

/// Without anybody who offers it, these steps are taken by ourselves; the others must not be passed over.
bool mayBeTakenAlone(Booking booking)
{
    switch (booking) {
    case Booking::None:
    case Booking::Validate:
    case Booking::Tax:
    case Booking::Plan:
    case Booking::Allocate:
    case Booking::Book: return true;
    case Booking::Accept:
    case Booking::Release:
    case Booking::Ship:
    case Booking::Post:
    case Booking::Invoice:
    case Booking::Amend:
    case Booking::Credit: return false;
    }
    return false;
}

void takeAlone(Decision& decision, int index, int subject)
{
    const Step& step = decision.context.process.steps[static_cast<std::size_t>(index)];
    book(decision, step, subject, nullptr, Reply{.outcome = Outcome::Done});
    const bool isRefusedValidation = step.booking == Booking::Validate && !decision.order.validatedAt;
    if (!step.isRepeated && !isRefusedValidation)
        decision.record(StepTaken{.step = index, .subject = subject});
}

void reportNoOffer(Decision& decision, const Step& step, int subject)
{
    const std::string node = nodeOf(decision.order, step, subject);
    const std::string capability = step.capability + (node.empty() ? "" : " at " + node);
    decision.open(OpenException{.kind = ExceptionClass::Contract,
                                .severity = Severity::High,
                                .step = step.name,
                                .subject = subject,
                                .cause = "no system offers " + capability,
                                .text = "No connected system offers " + capability + ", which step " +
                                        step.name + " needs. Connect one whose pack offers it."});
}

bool knowsCarrier(const Order& order, const Step& step, int subject)
{
    const Fulfillment* part = findFulfillment(order, fulfillmentOf(order, step.unit, subject));
    return part != nullptr && (!part->carrier.empty() || !part->booking.empty());
}

/// One that no call of that step and subject, and in that direction, has had.
int nextRevision(const Order& order, const EffectDecided& call)
{
    int last = 0;
    for (const Effect& effect : order.effects) {
        const bool isSameWay = (effect.undoes != 0) == (call.undoes != 0);
        if (effect.step == call.step && effect.subject == call.subject && isSameWay)
            last = std::max(last, effect.revision);
    }
    return last + 1;
}

void decideEffect(Decision& decision, int index, int subject, const Offer& offer)
{
    const Step& step = decision.context.process.steps[static_cast<std::size_t>(index)];
    decideCall(decision,
               {.step = index,
                .definition = offer.definition,
                .subject = subject,
                .knowsCarrier = knowsCarrier(decision.order, step, subject),
                .lines = linesFor(decision.order, step, subject)},
               &offer);
}

/// A call about a fulfillment or shipment without units would say nothing.
bool isAboutNothing(const Order& order, const Step& step, int subject)
{
    return step.unit != StepUnit::Order && !step.capability.empty() && linesFor(order, step, subject).empty();
}

/// A repeated step whose call is open, or has said all that there is to say.
bool isUnderWay(const Order& order, int step, int subject)
{
    return std::ranges::any_of(order.effects, [&](const Effect& effect) {
        const bool isIts = effect.step == step && effect.subject == subject && effect.undoes == 0;
        return isIts && !isReplaced(effect.state) &&
               (!isSettled(effect.state) || effect.lineChanges >= order.lineChanges);
    });
}

bool mayBegin(const Decision& decision, int index, int subject)
{
    const Step& step = decision.context.process.steps[static_cast<std::size_t>(index)];
    if (!step.isRepeated && hasBegun(decision.order, index, subject)) return false;
    if (step.isRepeated && isUnderWay(decision.order, index, subject)) return false;
    return !isAboutNothing(decision.order, step, subject) && holds(decision, step, subject);
}

void takeStep(Decision& decision, int index, int subject)
{
    const Step& step = decision.context.process.steps[static_cast<std::size_t>(index)];
    if (!mayBegin(decision, index, subject)) return;
    const Offer* offer = step.capability.empty() ? nullptr
                                                 : findOffer(decision.context.landscape, step.capability,
                                                             nodeOf(decision.order, step, subject));
    if (offer != nullptr) return decideEffect(decision, index, subject, *offer);
    if (step.capability.empty() || mayBeTakenAlone(step.booking)) return takeAlone(decision, index, subject);
    reportNoOffer(decision, step, subject);
}

/// Steps are being taken back, or wait to be taken anew until a person has mended the order.
bool isStopped(const Order& order)
{
    return order.compensation || isCancelled(order) ||
           std::ranges::find(order.holds, compensationHold, &Hold::kind) != order.holds.end();
}

void takeSteps(Decision& decision)
{
    if (isStopped(decision.order)) return;
    const int count = static_cast<int>(decision.context.process.steps.size());
    for (int round = 0; round < maxRounds; ++round) {
        const std::size_t before = decision.recorded();
        for (int index = 0; index < count; ++index) {
            const StepUnit unit = decision.context.process.steps[static_cast<std::size_t>(index)].unit;
            for (const int subject : subjectsOf(decision.order, unit))
                takeStep(decision, index, subject);
        }
        if (decision.recorded() == before) return;
    }
    throw std::logic_error("the steps of process " + decision.context.process.name +
                           " do not come to an end");
}

bool isBusy(const Decision& decision, const std::string& system)
{
    return std::ranges::any_of(decision.order.effects, [&](const Effect& effect) {
        if (effect.state != EffectState::InFlight && !effect.lookupFlying) return false;
        const Offer* offer = decision.offerOf(effect);
        return offer != nullptr && offer->system == system;
    });
}

/// What may be done about an effect now: nothing, an attempt, or asking what the system knows.
enum class Move { Nothing, Attempt, Lookup };

Move moveFor(const Decision& decision, const Effect& effect, const Offer& offer)
{
    if (effect.needsPerson || effect.lookupFlying || effect.nextAt > decision.context.now)
        return Move::Nothing;
    if (effect.state == EffectState::Waiting)
        return isHeldBack(decision.order, decision.context.process, effect) ? Move::Nothing : Move::Attempt;
    if (effect.state == EffectState::Sent && effect.nextAt != Timestamp{} && keyProtects(decision, effect))
        return Move::Attempt;
    if (effect.state != EffectState::Unknown) return Move::Nothing;
    const bool hasTriesLeft = effect.tries < decision.triesFor(effect);
    if (keyProtects(decision, effect) && (hasTriesLeft || !offer.lookup.exists)) return Move::Attempt;
    if (offer.lookup.exists) return Move::Lookup;
    return decision.policyOf(effect).unknown == UnknownRule::AtLeastOnce ? Move::Attempt : Move::Nothing;
}

void startEffects(Decision& decision)
{
    for (std::size_t i = 0; i < decision.order.effects.size(); ++i) {
        const Effect effect = decision.order.effects[i];
        const Offer* offer = decision.offerOf(effect);
        if (offer == nullptr) continue;
        const Move move = moveFor(decision, effect, *offer);
        if (move == Move::Nothing || isBusy(decision, offer->system)) continue;
        if (!decision.context.gate.take(offer->system, decision.policyOf(effect).criticality)) continue;
        if (move == Move::Attempt)
            decision.record(EffectStarted{.effect = effect.number, .attempt = effect.attempts + 1});
        else
            decision.record(LookupStarted{.effect = effect.number});
    }
}

} // namespace

bool isHeldBack(const Order& order, const Process& process, const Effect& effect)
{
    if (order.holds.empty() || effect.attempts > 0) return false;
    return std::ranges::any_of(stepOf(process, effect).when, [](const Term& term) {
        return term.isPredicate && term.negated && term.predicate == "held";
    });
}

std::vector<int> subjectsOf(const Order& order, StepUnit unit)
{
    std::vector<int> subjects;
    if (unit == StepUnit::Order) subjects.push_back(0);
    if (unit == StepUnit::Fulfillment) {
        for (const Fulfillment& fulfillment : order.fulfillments)
            subjects.push_back(fulfillment.number);
    }
    if (unit == StepUnit::Shipment) {
        for (const Shipment& shipment : order.shipments)
            subjects.push_back(shipment.number);
    }
    if (unit == StepUnit::Return) {
        for (const Return& goods : order.returns)
            subjects.push_back(goods.number);
    }
    return subjects;
}

int fulfillmentOf(const Order& order, StepUnit unit, int subject)
{
    if (unit == StepUnit::Order) return 0;
    if (unit == StepUnit::Fulfillment) return subject;
    const int number = unit == StepUnit::Return ? shipmentOfReturn(order, subject) : subject;
    const Shipment* shipment = findShipment(order, number);
    return shipment == nullptr ? 0 : shipment->fulfillment;
}

std::string nodeOf(const Order& order, const Step& step, int subject)
{
    const Fulfillment* fulfillment = findFulfillment(order, fulfillmentOf(order, step.unit, subject));
    return fulfillment == nullptr ? std::string() : fulfillment->node;
}

/// Of a fulfillment: what its step is about now, else what has left.
Quantity unitsFor(const FulfillmentLine& line, Booking booking)
{
    if (booking == Booking::Allocate) return line.planned;
    if (booking == Booking::Release) return line.allocated;
    if (booking == Booking::Ship) return line.released;
    const Quantity atNode = line.allocated + line.released;
    return atNode.isPositive() ? atNode : line.shipped;
}

std::vector<EffectLine> linesFor(const Order& order, const Step& step, int subject)
{
    std::vector<EffectLine> lines;
    const auto add = [&](int lineNo, Quantity units) {
        if (units.isPositive()) lines.push_back({lineNo, units});
    };
    if (step.unit == StepUnit::Fulfillment) {
        for (const FulfillmentLine& line : findFulfillment(order, subject)->lines)
            add(line.lineNo, unitsFor(line, step.booking));
    }
    if (step.unit == StepUnit::Shipment) {
        for (const ShipmentLine& line : findShipment(order, subject)->lines)
            add(line.lineNo, line.quantity);
    }
    if (step.unit == StepUnit::Return) lines = findReturn(order, subject)->lines;
    if (step.unit == StepUnit::Order && step.booking == Booking::Invoice) {
        for (const OrderLine& line : order.lines)
            add(line.lineNo, line.wanted());
    }
    return lines;
}

bool lacksOffer(const Decision& decision, int index, int subject)
{
    const Step& step = decision.context.process.steps[static_cast<std::size_t>(index)];
    if (step.capability.empty() || mayBeTakenAlone(step.booking)) return false;
    const std::string node = nodeOf(decision.order, step, subject);
    return findOffer(decision.context.landscape, step.capability, node) == nullptr &&
           mayBegin(decision, index, subject);
}

void decideCall(Decision& decision, EffectDecided call, const Offer* offer)
{
    const bool takesNumber = offer != nullptr && offer->takesControlNumber;
    call.number = static_cast<int>(decision.order.effects.size()) + 1;
    call.revision = nextRevision(decision.order, call);
    call.control = takesNumber ? decision.context.controls.next(offer->system) : 0;
    const std::int64_t control = call.control;
    const int subject = call.subject;
    decision.record(std::move(call));
    if (control != 0)
        decision.learn("control", offer->system + "/" + std::to_string(control), offer->system, subject);
}

void advance(Decision& decision)
{
    compensate(decision);
    dropUnwanted(decision);
    takeSteps(decision);
    lookAfterExpectations(decision);
    handOverHopeless(decision);
    closeGoneExceptions(decision);
    startEffects(decision);
}

std::optional<Timestamp> nextDue(const Order& order, const Landscape& landscape, Timestamp now)
{
    std::optional<Timestamp> due;
    const auto consider = [&](Timestamp time) { due = due ? std::min(*due, time) : time; };
    for (const Effect& effect : order.effects) {
        const bool isActive = effect.state == EffectState::Waiting || effect.state == EffectState::Unknown ||
                              effect.state == EffectState::Sent;
        if (isActive && !effect.needsPerson && !effect.lookupFlying && effect.nextAt > now)
            consider(effect.nextAt);
    }
    constexpr auto recheck = std::chrono::minutes(10); // it is due, but its source is behind
    for (const Expectation& expectation : order.expectations) {
        if (!expectation.isOverdue) consider(expectation.dueAt > now ? expectation.dueAt : now + recheck);
    }
    for (const Fulfillment& fulfillment : order.fulfillments) {
        const Node* node = findNode(landscape, fulfillment.node);
        const bool isCutOff = node != nullptr && node->cutOffMinute >= 0 && !fulfillment.isClosed;
        if (isCutOff &&
            std::ranges::any_of(fulfillment.lines, [](const auto& l) { return l.allocated.isPositive(); }))
            consider(std::chrono::ceil<std::chrono::days>(now + Duration(1)));
    }
    return due;
}

} // namespace milepost
