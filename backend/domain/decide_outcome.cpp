// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/domain/decision.h"

#include <algorithm>

namespace milepost {
namespace {

/// How words about a stuck effect begin: "erp, invoice (A-1:invoice)".
std::string nameOf(const Decision& decision, const Effect& effect, const Offer& offer)
{
    return offer.system + ", step " + decision.stepOf(effect).name + " of " + decision.order.orderNo;
}

OpenException exceptionAbout(const Decision& decision, const Effect& effect, const Offer& offer,
                             ExceptionClass kind)
{
    return {.kind = kind,
            .severity = decision.policyOf(effect).criticality == Criticality::Critical ? Severity::Critical
                                                                                       : Severity::High,
            .system = offer.system,
            .step = decision.stepOf(effect).name,
            .effect = effect.number};
}

void openRejected(Decision& decision, const Effect& effect, const Offer& offer, const Reply& reply)
{
    OpenException exception = exceptionAbout(decision, effect, offer, ExceptionClass::BusinessRule);
    exception.cause = reply.code.empty() ? "rejected" : reply.code;
    exception.text = offer.system + " said no to step " + decision.stepOf(effect).name + ": " +
                     (reply.message.empty() ? reply.code : reply.message) +
                     ". Mend the cause there, then retry; it has not been done.";
    decision.open(std::move(exception));
}

void openExhausted(Decision& decision, const Effect& effect, const Offer& offer, const Reply& reply)
{
    OpenException exception = exceptionAbout(decision, effect, offer, ExceptionClass::TransientExhausted);
    exception.cause = reply.code;
    exception.text = nameOf(decision, effect, offer) + " was tried " + std::to_string(effect.tries) +
                     " times; the last answer was " + reply.code + ". It has not been done; retry when " +
                     offer.system + " is well again.";
    decision.open(std::move(exception));
}

void openUnknown(Decision& decision, const Effect& effect, const Offer& offer, const Reply& reply)
{
    OpenException exception = exceptionAbout(decision, effect, offer, ExceptionClass::UnknownOutcome);
    exception.cause = reply.code;
    exception.text =
        nameOf(decision, effect, offer) + " may or may not be done (" + reply.code + "), and " +
        offer.system +
        " cannot be asked. Find out there, then resolve it as done, or retry it by its own number.";
    decision.open(std::move(exception));
}

/// Whether an unknown outcome can be cleared up by the machine.
bool canClearUp(const Decision& decision, const Effect& effect, const Offer& offer)
{
    return keyProtects(decision, effect) || offer.lookup.exists ||
           decision.policyOf(effect).unknown == UnknownRule::AtLeastOnce;
}

AttemptEnded endOf(const EndAttempt& input)
{
    return {.effect = input.effect,
            .attempt = input.attempt,
            .outcome = input.reply.outcome,
            .code = input.reply.code,
            .message = input.reply.message,
            .document = input.reply.document,
            .payload = input.payload};
}

Timestamp backOff(const Decision& decision, const Effect& effect, const Reply& reply)
{
    const Duration wait =
        retryDelay(decision.policyOf(effect), std::max(effect.tries, 1), decision.context.jitter);
    return decision.context.now + std::max(wait, reply.retryAfter.value_or(Duration{}));
}

bool isPastTries(const Decision& decision, const Effect& effect)
{
    return effect.tries >= decision.policyOf(effect).maxTries;
}

void settleDone(Decision& decision, int number, const Reply& reply)
{
    const Effect effect = *findEffect(decision.order, number);
    book(decision, decision.stepOf(effect), effect.subject, &effect, reply);
}

/// Not done now, may be asked again.
void endRefused(Decision& decision, AttemptEnded fact, const Effect& effect, const Offer& offer,
                const Reply& reply)
{
    fact.isFree = decision.context.gate.isParked(offer.system);
    fact.nextAt = backOff(decision, effect, reply);
    fact.needsPerson = !fact.isFree && isPastTries(decision, effect);
    const bool isExhausted = fact.needsPerson;
    decision.record(std::move(fact));
    if (isExhausted) openExhausted(decision, effect, offer, reply);
}

void endUnknown(Decision& decision, AttemptEnded fact, const Effect& effect, const Offer& offer,
                const Reply& reply)
{
    fact.isFree = decision.context.gate.isParked(offer.system);
    fact.nextAt = backOff(decision, effect, reply);
    fact.needsPerson =
        !canClearUp(decision, effect, offer) || (isPastTries(decision, effect) && !offer.lookup.exists);
    const bool isForPerson = fact.needsPerson;
    decision.record(std::move(fact));
    if (isForPerson) openUnknown(decision, effect, offer, reply);
}

/// A "not found" is believed when it was asked late enough, often enough.
void endNotFound(Decision& decision, LookupEnded fact, const Effect& effect, const Offer& offer,
                 const Reply& reply)
{
    const Timestamp settledAt = effect.endedAt + offer.lookup.settleAfter;
    fact.counts = decision.context.now >= settledAt;
    const bool isBelieved = fact.counts && effect.lookups + 1 >= offer.lookup.reads;
    const bool isExhausted = isBelieved && isPastTries(decision, effect);
    fact.repeat = isBelieved;
    fact.needsPerson = isExhausted;
    fact.nextAt = isBelieved ? decision.context.now : std::max(settledAt, backOff(decision, effect, reply));
    decision.record(std::move(fact));
    if (isExhausted) openExhausted(decision, effect, offer, reply);
}

/// Handed over. Without a word it is handed over again, where the partner knows it by its key.
void endAccepted(Decision& decision, AttemptEnded fact, const Effect& effect, const Offer& offer)
{
    const bool isLast = isPastTries(decision, effect);
    if (offer.acknowledgeWithin != Duration{} && !isLast)
        fact.nextAt = decision.context.now + offer.acknowledgeWithin;
    decision.record(std::move(fact));
    if (!isLast || offer.acknowledgeWithin == Duration{}) return;
    OpenException exception = exceptionAbout(decision, effect, offer, ExceptionClass::Absence);
    exception.cause = "no acknowledgement";
    exception.text = offer.system + " has not acknowledged step " + decision.stepOf(effect).name + " after " +
                     std::to_string(effect.tries) + " deliveries. Ask " + offer.system + " whether it reads our files.";
    decision.open(std::move(exception));
}

bool isOfThisAttempt(const Effect& effect, const EndAttempt& input)
{
    return input.attempt == effect.attempts && effect.state == EffectState::InFlight;
}

} // namespace

bool keyProtects(const Decision& decision, const Effect& effect)
{
    const Offer* offer = decision.offerOf(effect);
    if (offer == nullptr || !offer->idempotency.protects) return false;
    if (offer->idempotency.ttl == Duration{}) return true;
    const Duration margin = std::max(decision.policyOf(effect).deadline, offer->idempotency.ttl / 10);
    return decision.context.now + margin < effect.firstAt + offer->idempotency.ttl;
}

void endAttempt(Decision& decision, const EndAttempt& input)
{
    const Effect* found = findEffect(decision.order, input.effect);
    if (found == nullptr) return;
    const Effect effect = *found;
    const Offer* offer = decision.offerOf(effect);
    AttemptEnded fact = endOf(input);
    const bool isUseful =
        isOfThisAttempt(effect, input) || (input.reply.outcome == Outcome::Done && !isSettled(effect.state));
    if (offer == nullptr || !isUseful) return decision.record(std::move(fact)); // a late answer: evidence
    switch (input.reply.outcome) {
    case Outcome::Done:
        decision.record(std::move(fact));
        return settleDone(decision, effect.number, input.reply);
    case Outcome::Accepted: return endAccepted(decision, std::move(fact), effect, *offer);
    case Outcome::Rejected:
        fact.needsPerson = true;
        decision.record(std::move(fact));
        return openRejected(decision, effect, *offer, input.reply);
    case Outcome::Refused: return endRefused(decision, std::move(fact), effect, *offer, input.reply);
    case Outcome::Unknown:
    case Outcome::NotFound: return endUnknown(decision, std::move(fact), effect, *offer, input.reply);
    }
}

void endLookup(Decision& decision, const EndLookup& input)
{
    const Effect* found = findEffect(decision.order, input.effect);
    if (found == nullptr || !found->lookupFlying) return;
    const Effect effect = *found;
    const Offer* offer = decision.offerOf(effect);
    LookupEnded fact{.effect = input.effect,
                     .outcome = input.reply.outcome,
                     .code = input.reply.code,
                     .document = input.reply.document,
                     .payload = input.payload};
    const bool isOpen = effect.state == EffectState::Unknown && offer != nullptr;
    if (isOpen && input.reply.outcome == Outcome::Done) {
        decision.record(std::move(fact));
        return settleDone(decision, effect.number, input.reply);
    }
    if (isOpen && input.reply.outcome == Outcome::NotFound)
        return endNotFound(decision, std::move(fact), effect, *offer, input.reply);
    if (isOpen) fact.nextAt = backOff(decision, effect, input.reply);
    decision.record(std::move(fact));
}

void recover(Decision& decision)
{
    const std::vector<Effect> effects = decision.order.effects;
    for (const Effect& effect : effects) {
        if (effect.lookupFlying)
            endLookup(decision,
                      EndLookup{.effect = effect.number,
                                .reply = {.outcome = Outcome::Unknown, .code = "the program ended"}});
        if (effect.state == EffectState::InFlight)
            endAttempt(decision,
                       EndAttempt{.effect = effect.number,
                                  .attempt = effect.attempts,
                                  .reply = {.outcome = Outcome::Unknown, .code = "the program ended"}});
    }
}

} // namespace milepost
