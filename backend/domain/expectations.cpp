// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/domain/compensation.h"
#include "backend/domain/decision.h"
#include "backend/domain/permissions.h"
#include "backend/domain/substitution.h"

#include <algorithm>
#include <chrono>

namespace milepost {
namespace {

using std::chrono::days;

constexpr Duration acknowledgedWithin = std::chrono::hours(4); // of a document, where its step names no time

/// The effect of that step and subject whose taking has not been confirmed, or null. Where it is handed over
/// again by itself, nobody need wait for that word.
const Effect* unacknowledged(const Decision& decision, int step, int subject)
{
    const auto& effects = decision.order.effects;
    const auto at = std::ranges::find_if(effects, [&](const Effect& effect) {
        if (effect.step != step || effect.subject != subject || effect.state != EffectState::Sent ||
            effect.undoes != 0)
            return false;
        const Offer* offer = decision.offerOf(effect);
        return offer == nullptr || offer->acknowledgeWithin == Duration{};
    });
    return at == effects.end() ? nullptr : &*at;
}

bool hasLeft(const Fulfillment* fulfillment)
{
    return fulfillment == nullptr || std::ranges::all_of(fulfillment->lines, [](const FulfillmentLine& line) {
               return line.released.isZero() && line.allocated.isZero();
           });
}

bool hasArrived(const Shipment* shipment)
{
    return shipment == nullptr || std::ranges::all_of(shipment->lines, [](const ShipmentLine& line) {
               return line.delivered + line.lost >= line.quantity;
           });
}

/// What was expected is here: the units have left the node, the parcel has arrived, the document was taken.
bool isMet(const Decision& decision, const Step& step, int index, int subject)
{
    const Order& order = decision.order;
    if (step.expects == "shipmentConfirmed") return hasLeft(findFulfillment(order, subject));
    if (step.expects == "delivered") return hasArrived(findShipment(order, subject));
    return unacknowledged(decision, index, subject) == nullptr;
}

void endMetExpectations(Decision& decision)
{
    const std::vector<Expectation> expectations = decision.order.expectations;
    for (const Expectation& expectation : expectations) {
        const Step& step = decision.context.process.steps[static_cast<std::size_t>(expectation.step)];
        if (isMet(decision, step, expectation.step, expectation.subject))
            decision.record(ExpectationEnded{.number = expectation.number});
    }
}

/// Who would tell: for a document that was not acknowledged, whom it was sent to.
std::string teller(const Decision& decision, const Step& step, int index, int subject)
{
    const std::string node = nodeOf(decision.order, step, subject);
    if (step.expects.empty()) {
        const Offer* offer = decision.offerOf(*unacknowledged(decision, index, subject));
        return offer == nullptr ? std::string() : offer->system;
    }
    if (step.expectedFrom == "node") {
        const Node* place = findNode(decision.context.landscape, node);
        return place == nullptr ? std::string() : place->system;
    }
    const Offer* offer = findOffer(decision.context.landscape, step.expectedFrom, node);
    return offer == nullptr ? std::string() : offer->system;
}

/// `within` from now on; time that the node does not work does not count.
Timestamp dueAt(const Decision& decision, const Step& step, int subject)
{
    Timestamp at = decision.context.now;
    Duration left = step.expectedWithin > Duration{} ? step.expectedWithin : acknowledgedWithin;
    const Node* node = findNode(decision.context.landscape, nodeOf(decision.order, step, subject));
    if (node == nullptr || node->isWorkingOnWeekends || step.expectedFrom != "node") return at + left;
    while (left > Duration{}) {
        const auto today = std::chrono::floor<days>(at);
        const Duration restOfDay = today + days(1) - at;
        const Duration counted = isWorkingDay(*node, today) ? std::min(restOfDay, left) : Duration{};
        at += isWorkingDay(*node, today) ? counted : restOfDay;
        left -= counted;
    }
    return at;
}

void setExpectation(Decision& decision, int index, int subject)
{
    const Step& step = decision.context.process.steps[static_cast<std::size_t>(index)];
    const Order& order = decision.order;
    const bool isSet = std::ranges::any_of(
        order.expectations, [&](const Expectation& e) { return e.step == index && e.subject == subject; });
    const bool isSent = unacknowledged(decision, index, subject) != nullptr;
    const bool isBegun = isSent || (!step.expects.empty() && isDone(order, index, subject));
    if (isSet || !isBegun || isMet(decision, step, index, subject)) return;
    decision.record(ExpectationSet{.number = order.expectationsSet + 1,
                                   .step = index,
                                   .subject = subject,
                                   .system = teller(decision, step, index, subject),
                                   .dueAt = dueAt(decision, step, subject)});
}

void setExpectations(Decision& decision)
{
    const auto& steps = decision.context.process.steps;
    for (std::size_t index = 0; index < steps.size(); ++index) {
        for (const int subject : subjectsOf(decision.order, steps[index].unit))
            setExpectation(decision, static_cast<int>(index), subject);
    }
}

void reportOverdue(Decision& decision, const Expectation& expectation, Timestamp watermark)
{
    const Step& step = decision.context.process.steps[static_cast<std::size_t>(expectation.step)];
    const bool isSent = unacknowledged(decision, expectation.step, expectation.subject) != nullptr;
    const std::string what = isSent ? "acknowledgement" : step.expects;
    decision.record(ExpectationOverdue{.number = expectation.number});
    decision.open(OpenException{.kind = ExceptionClass::Absence,
                                .severity = Severity::High,
                                .system = expectation.system,
                                .step = step.name,
                                .subject = expectation.subject,
                                .cause = what + " is missing",
                                .text = expectation.system + " has not told of " + what + ", due " +
                                        toText(expectation.dueAt) + ", though it has told everything up to " +
                                        toText(watermark) + ". Ask " + expectation.system +
                                        " what happened."});
}

void reportOverdueOnes(Decision& decision)
{
    if (!decision.context.watermarks.areTrusted()) return;
    const std::vector<Expectation> expectations = decision.order.expectations;
    for (const Expectation& expectation : expectations) {
        const auto watermark = decision.context.watermarks.of(expectation.system);
        const bool isBehind = watermark && *watermark >= expectation.dueAt;
        if (isBehind && !expectation.isOverdue) reportOverdue(decision, expectation, *watermark);
    }
}

bool isOfferThere(const Decision& decision, const OpenException& exception)
{
    const int step = stepIndex(decision.context.process, exception.step);
    return exception.cause.starts_with("no system offers") && step >= 0 &&
           !lacksOffer(decision, step, exception.subject);
}

bool isAbsenceOver(const Order& order, const Process& process, const OpenException& exception)
{
    const int step = stepIndex(process, exception.step);
    return std::ranges::none_of(order.expectations, [&](const Expectation& expectation) {
        return expectation.isOverdue && expectation.step == step && expectation.subject == exception.subject;
    });
}

bool isMismatchOver(const Order& order, const OpenException& exception)
{
    if (exception.cause == "short pick") {
        const OrderLine* line = findLine(order, exception.lineNo);
        return line == nullptr || line->ledger.at(Stage::Open).isZero();
    }
    if (!exception.cause.starts_with("parcel ")) return false;
    const Shipment* shipment = findShipment(order, exception.subject);
    return shipment != nullptr && shipment->status == "delivered";
}

/// The stock has come, or something else was sent.
bool isNothingMissing(const Order& order, const OpenException& exception)
{
    const OrderLine* line = findLine(order, exception.lineNo);
    return line == nullptr || line->ledger.at(Stage::Backordered).isZero();
}

} // namespace

bool isCauseGone(const Order& order, const Process& process, const OpenException& exception)
{
    if (exception.effect != 0) {
        const Effect* effect = findEffect(order, exception.effect);
        return effect != nullptr && isSettled(effect->state);
    }
    if (isCancelled(order))
        return exception.kind == ExceptionClass::Validation || exception.kind == ExceptionClass::Contract;
    switch (exception.kind) {
    case ExceptionClass::CompensationIncomplete: return !order.compensation;
    case ExceptionClass::Validation: return order.validatedAt.has_value();
    case ExceptionClass::Absence: return isAbsenceOver(order, process, exception);
    case ExceptionClass::Mismatch: return isMismatchOver(order, exception);
    case ExceptionClass::BusinessRule:
        return exception.cause == substituteProposed && isNothingMissing(order, exception);
    case ExceptionClass::Contract:
    case ExceptionClass::TransientExhausted:
    case ExceptionClass::UnknownStatus:
    case ExceptionClass::UnknownOutcome:
    case ExceptionClass::Internal: return false;
    }
    return false;
}

void lookAfterExpectations(Decision& decision)
{
    endMetExpectations(decision);
    setExpectations(decision);
    reportOverdueOnes(decision);
}

void closeGoneExceptions(Decision& decision)
{
    const std::vector<OpenException> exceptions = decision.order.exceptions;
    for (const OpenException& exception : exceptions) {
        const bool isOffered =
            exception.kind == ExceptionClass::Contract && isOfferThere(decision, exception);
        if (isOffered || isCauseGone(decision.order, decision.context.process, exception))
            decision.close(exception.number, "cause gone");
    }
}

} // namespace milepost
