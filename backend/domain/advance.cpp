// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/domain/decision.h"

#include <algorithm>
#include <chrono>
#include <stdexcept>

namespace milepost {
namespace {

constexpr int maxRounds = 64; // a process whose steps feed each other without end is a defect of its table

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
    return subjects;
}

std::string nodeOf(const Order& order, const Step& step, int subject)
{
    if (step.unit == StepUnit::Order) return {};
    const int number =
        step.unit == StepUnit::Fulfillment ? subject : findShipment(order, subject)->fulfillment;
    const Fulfillment* fulfillment = findFulfillment(order, number);
    return fulfillment == nullptr ? std::string() : fulfillment->node;
}

bool hasBegun(const Order& order, int step, int subject)
{
    const bool isDecided = std::ranges::any_of(order.effects, [&](const Effect& effect) {
        return effect.step == step && effect.subject == subject && effect.state != EffectState::Superseded;
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
    case Booking::Book:
    case Booking::Ship: return true;
    case Booking::Accept:
    case Booking::Release:
    case Booking::Post:
    case Booking::Invoice: return false;
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

void reportNoOffer(Decision& decision, const Step& step)
{
    decision.open(OpenException{.kind = ExceptionClass::Contract,
                                .severity = Severity::High,
                                .step = step.name,
                                .cause = "no system offers " + step.capability,
                                .text = "No connected system offers " + step.capability + ", which step " +
                                        step.name + " needs. Connect one whose pack offers it."});
}

void decideEffect(Decision& decision, int index, int subject, const Offer& offer)
{
    const Step& step = decision.context.process.steps[static_cast<std::size_t>(index)];
    const std::int64_t control = offer.takesControlNumber ? decision.context.controls.next(offer.system) : 0;
    decision.record(EffectDecided{.number = static_cast<int>(decision.order.effects.size()) + 1,
                                  .step = index,
                                  .definition = offer.definition,
                                  .subject = subject,
                                  .control = control,
                                  .lines = linesFor(decision.order, step, subject)});
    if (control != 0)
        decision.learn("control", offer.system + "/" + std::to_string(control), offer.system, subject);
}

void takeStep(Decision& decision, int index, int subject)
{
    const Step& step = decision.context.process.steps[static_cast<std::size_t>(index)];
    if (!step.isRepeated && hasBegun(decision.order, index, subject)) return;
    if (!holds(decision, step, subject)) return;
    const Offer* offer = step.capability.empty() ? nullptr
                                                 : findOffer(decision.context.landscape, step.capability,
                                                             nodeOf(decision.order, step, subject));
    if (offer != nullptr) return decideEffect(decision, index, subject, *offer);
    if (step.capability.empty() || mayBeTakenAlone(step.booking)) return takeAlone(decision, index, subject);
    reportNoOffer(decision, step);
}

void takeSteps(Decision& decision)
{
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
    if (effect.state == EffectState::Waiting) return Move::Attempt;
    if (effect.state == EffectState::Sent && effect.nextAt != Timestamp{} && keyProtects(decision, effect))
        return Move::Attempt;
    if (effect.state != EffectState::Unknown) return Move::Nothing;
    if (keyProtects(decision, effect)) return Move::Attempt;
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

/// What was expected is here: the units have left the node, the parcel has arrived.
bool isMet(const Order& order, const Step& step, int subject)
{
    if (step.expects == "shipmentConfirmed") {
        const Fulfillment* fulfillment = findFulfillment(order, subject);
        return fulfillment == nullptr ||
               std::ranges::all_of(fulfillment->lines, [](const FulfillmentLine& line) {
                   return line.released.isZero() && line.allocated.isZero();
               });
    }
    const Shipment* shipment = findShipment(order, subject);
    return shipment == nullptr || std::ranges::all_of(shipment->lines, [](const ShipmentLine& line) {
               return line.delivered + line.lost >= line.quantity;
           });
}

void endMetExpectations(Decision& decision)
{
    const std::vector<Expectation> expectations = decision.order.expectations;
    for (const Expectation& expectation : expectations) {
        const Step& step = decision.context.process.steps[static_cast<std::size_t>(expectation.step)];
        if (isMet(decision.order, step, expectation.subject))
            decision.record(ExpectationEnded{.number = expectation.number});
    }
}

std::string teller(const Decision& decision, const Step& step, int subject)
{
    const std::string node = nodeOf(decision.order, step, subject);
    if (step.expectedFrom == "node") {
        const Node* place = findNode(decision.context.landscape, node);
        return place == nullptr ? std::string() : place->system;
    }
    const Offer* offer = findOffer(decision.context.landscape, step.expectedFrom, node);
    return offer == nullptr ? std::string() : offer->system;
}

void setExpectations(Decision& decision)
{
    const auto& steps = decision.context.process.steps;
    for (std::size_t index = 0; index < steps.size(); ++index) {
        const Step& step = steps[index];
        if (step.expects.empty()) continue;
        for (const int subject : subjectsOf(decision.order, step.unit)) {
            const int number = static_cast<int>(index);
            const bool isSet = std::ranges::any_of(decision.order.expectations, [&](const Expectation& e) {
                return e.step == number && e.subject == subject;
            });
            if (isSet || !isDone(decision.order, number, subject) || isMet(decision.order, step, subject))
                continue;
            decision.record(ExpectationSet{.number = decision.order.expectationsSet + 1,
                                           .step = number,
                                           .subject = subject,
                                           .system = teller(decision, step, subject),
                                           .dueAt = decision.context.now + step.expectedWithin});
        }
    }
}

void reportOverdue(Decision& decision)
{
    if (!decision.context.watermarks.areTrusted()) return;
    const std::vector<Expectation> expectations = decision.order.expectations;
    for (const Expectation& expectation : expectations) {
        const auto watermark = decision.context.watermarks.of(expectation.system);
        if (expectation.isOverdue || !watermark || *watermark < expectation.dueAt) continue;
        const Step& step = decision.context.process.steps[static_cast<std::size_t>(expectation.step)];
        decision.record(ExpectationOverdue{.number = expectation.number});
        decision.open(OpenException{.kind = ExceptionClass::Absence,
                                    .severity = Severity::High,
                                    .system = expectation.system,
                                    .step = step.name,
                                    .cause = step.expects + " is missing",
                                    .text = expectation.system + " has not told of " + step.expects +
                                            ", due " + toText(expectation.dueAt) +
                                            ", though it has told everything up to " + toText(*watermark) +
                                            ". Ask " + expectation.system + " what happened."});
    }
}

bool isCauseGone(const Decision& decision, const OpenException& exception)
{
    const Order& order = decision.order;
    if (exception.kind == ExceptionClass::Validation) return order.validatedAt.has_value();
    if (exception.effect != 0) {
        const Effect* effect = findEffect(order, exception.effect);
        return effect != nullptr && isSettled(effect->state);
    }
    if (exception.kind == ExceptionClass::Absence)
        return std::ranges::none_of(order.expectations, [&](const Expectation& expectation) {
            return expectation.isOverdue && expectation.system == exception.system;
        });
    if (exception.kind == ExceptionClass::Mismatch && exception.cause == "short pick")
        return findLine(order, exception.lineNo)->ledger.at(Stage::Open).isZero();
    return false;
}

void closeGoneExceptions(Decision& decision)
{
    const std::vector<OpenException> exceptions = decision.order.exceptions;
    for (const OpenException& exception : exceptions) {
        if (isCauseGone(decision, exception)) decision.close(exception.number, "cause gone");
    }
}

} // namespace

std::vector<EffectLine> linesFor(const Order& order, const Step& step, int subject)
{
    std::vector<EffectLine> lines;
    if (step.unit == StepUnit::Fulfillment) {
        for (const FulfillmentLine& line : findFulfillment(order, subject)->lines) {
            const Quantity units =
                step.booking == Booking::Allocate ? line.planned : line.allocated + line.released;
            if (units.isPositive()) lines.push_back({line.lineNo, units});
        }
    }
    if (step.unit == StepUnit::Shipment) {
        for (const ShipmentLine& line : findShipment(order, subject)->lines)
            lines.push_back({line.lineNo, line.quantity});
    }
    return lines;
}

void advance(Decision& decision)
{
    takeSteps(decision);
    endMetExpectations(decision);
    setExpectations(decision);
    reportOverdue(decision);
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
        if (isActive && !effect.needsPerson && !effect.lookupFlying && effect.nextAt > now) consider(effect.nextAt);
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
