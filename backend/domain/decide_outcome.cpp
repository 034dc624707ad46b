// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/domain/decision.h"

#include <algorithm>

namespace milepost {
namespace {

std::string stepName(const Decision& decision, const Effect& effect)
{
    return (effect.undoes != 0 ? "taking back step " : "step ") + decision.stepOf(effect).name;
}

/// How words about a stuck effect begin: "erp, step invoice of A-1".
std::string nameOf(const Decision& decision, const Effect& effect, const Offer& offer)
{
    return offer.system + ", " + stepName(decision, effect) + " of " + decision.order.orderNo;
}

std::string codeOf(const Reply& reply)
{
    return reply.code.empty() ? "no answer" : reply.code;
}

OpenException exceptionAbout(const Decision& decision, const Effect& effect, const Offer& offer,
                             ExceptionClass kind)
{
    const bool isUndo = effect.undoes != 0; // the order is neither here nor there
    return {.kind = isUndo ? ExceptionClass::CompensationIncomplete : kind,
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
    exception.text = offer.system + " said no to " + stepName(decision, effect) + ": " +
                     (reply.message.empty() ? codeOf(reply) : reply.message) +
                     ". Mend the cause there, then retry; it has not been done.";
    decision.open(std::move(exception));
}

void openExhausted(Decision& decision, const Effect& effect, const Offer& offer, const Reply& reply)
{
    OpenException exception = exceptionAbout(decision, effect, offer, ExceptionClass::TransientExhausted);
    exception.cause = codeOf(reply);
    exception.text = nameOf(decision, effect, offer) + " was tried " + std::to_string(effect.tries) +
                     " times; the last answer was " + codeOf(reply) + ". It has not been done; retry when " +
                     offer.system + " is well again.";
    decision.open(std::move(exception));
}

void openUnknown(Decision& decision, const Effect& effect, const Offer& offer, const Reply& reply)
{
    OpenException exception = exceptionAbout(decision, effect, offer, ExceptionClass::UnknownOutcome);
    exception.cause = codeOf(reply);
    exception.text = nameOf(decision, effect, offer) + " may or may not be done (" + codeOf(reply) +
                     "), and the machine cannot find out. Look there: retry it if it was not done, adopt it "
                     "if it was.";
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
    return effect.tries >= decision.triesFor(effect);
}

/// What an acknowledged document does was booked when it was acknowledged.
void settleDone(Decision& decision, const Effect& before, const Reply& reply)
{
    if (before.state == EffectState::Acknowledged) return;
    const Effect effect = *findEffect(decision.order, before.number);
    book(decision, decision.stepOf(effect), effect.subject, &effect, reply);
}

void endUnknown(Decision& decision, AttemptEnded fact, const Effect& effect, const Offer& offer,
                const Reply& reply)
{
    fact.isFree = decision.context.gate.isParked(offer.system);
    fact.nextAt = backOff(decision, effect, reply);
    const bool isExhausted = !fact.isFree && isPastTries(decision, effect) && !offer.lookup.exists;
    fact.needsPerson = !canClearUp(decision, effect, offer) || isExhausted;
    const bool isForPerson = fact.needsPerson;
    decision.record(std::move(fact));
    if (isForPerson) openUnknown(decision, effect, offer, reply);
}

/// Not done now, may be asked again. It does not say that an earlier attempt was not done.
void endRefused(Decision& decision, AttemptEnded fact, const Effect& effect, const Offer& offer,
                const Reply& reply)
{
    if (effect.isDoubtful) return endUnknown(decision, std::move(fact), effect, offer, reply);
    fact.isFree = decision.context.gate.isParked(offer.system);
    fact.nextAt = backOff(decision, effect, reply);
    fact.needsPerson = !fact.isFree && isPastTries(decision, effect);
    const bool isExhausted = fact.needsPerson;
    decision.record(std::move(fact));
    if (isExhausted) openExhausted(decision, effect, offer, reply);
}

void endRejected(Decision& decision, AttemptEnded fact, const Effect& effect, const Offer& offer,
                 const Reply& reply)
{
    fact.needsPerson = true;
    decision.record(std::move(fact));
    closeAbout(decision, effect.number, "answered");
    openRejected(decision, effect, offer, reply);
}

/// A "not found" is believed when it was asked late enough, often enough.
void endNotFound(Decision& decision, LookupEnded fact, const Effect& effect, const Offer& offer,
                 const Reply& reply)
{
    const Timestamp settledAt = effect.endedAt + offer.lookup.settleAfter;
    fact.counts = effect.lookupAt >= settledAt;
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
    closeAbout(decision, effect.number, "answered");
    fact.needsPerson = isLast && offer.acknowledgeWithin != Duration{};
    if (offer.acknowledgeWithin != Duration{} && !isLast)
        fact.nextAt = decision.context.now + offer.acknowledgeWithin;
    decision.record(std::move(fact));
    if (!isLast || offer.acknowledgeWithin == Duration{}) return;
    OpenException exception = exceptionAbout(decision, effect, offer, ExceptionClass::Absence);
    exception.cause = "no acknowledgement";
    exception.text = offer.system + " has not acknowledged " + stepName(decision, effect) + " after " +
                     std::to_string(effect.tries) + " deliveries. Ask " + offer.system +
                     " whether it reads our files.";
    decision.open(std::move(exception));
}

/// The look-up told nothing: an error, a cut line.
void endVainLookup(Decision& decision, LookupEnded fact, const Effect& effect, const Offer& offer,
                   const Reply& reply)
{
    const int failures = effect.lookupFailures + 1;
    const Policy& policy = decision.policyOf(effect);
    fact.isFree = decision.context.gate.isParked(offer.system);
    fact.nextAt = decision.context.now + std::max(retryDelay(policy, failures, decision.context.jitter),
                                                  reply.retryAfter.value_or(Duration{}));
    fact.needsPerson = !fact.isFree && failures >= decision.triesFor(effect);
    const bool isForPerson = fact.needsPerson;
    decision.record(std::move(fact));
    if (isForPerson) openUnknown(decision, effect, offer, reply);
}

/// The answer to the last attempt: while it is under way, or a definite word after we gave up waiting. That
/// something was done counts from any attempt.
bool isUseful(const Effect& effect, const EndAttempt& input)
{
    if (isSettled(effect.state)) return false;
    const Outcome outcome = input.reply.outcome;
    if (outcome == Outcome::Done) return true;
    if (input.attempt != effect.attempts) return false;
    const bool isDefinite = outcome == Outcome::Accepted || outcome == Outcome::Rejected;
    return effect.state == EffectState::InFlight || (effect.state == EffectState::Unknown && isDefinite);
}

/// An offer that promises nothing stands in for one whose pack version is gone.
Offer offerFor(const Decision& decision, const Effect& effect)
{
    const Offer* offer = decision.offerOf(effect);
    return offer != nullptr
               ? *offer
               : Offer{.system = "its system", .capability = capabilityOf(decision.context.process, effect)};
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

void closeAbout(Decision& decision, int effect, const std::string& how)
{
    const std::vector<OpenException> exceptions = decision.order.exceptions;
    for (const OpenException& exception : exceptions) {
        if (exception.effect == effect) decision.close(exception.number, how);
    }
}

void endAttempt(Decision& decision, const EndAttempt& input)
{
    const Effect* found = findEffect(decision.order, input.effect);
    if (found == nullptr) return;
    const Effect effect = *found;
    const Offer offer = offerFor(decision, effect);
    AttemptEnded fact = endOf(input);
    fact.isEvidence = !isUseful(effect, input);
    if (fact.isEvidence) return decision.record(std::move(fact));
    switch (input.reply.outcome) {
    case Outcome::Done: decision.record(std::move(fact)); return settleDone(decision, effect, input.reply);
    case Outcome::Accepted: return endAccepted(decision, std::move(fact), effect, offer);
    case Outcome::Rejected: return endRejected(decision, std::move(fact), effect, offer, input.reply);
    case Outcome::Refused: return endRefused(decision, std::move(fact), effect, offer, input.reply);
    case Outcome::Unknown:
    case Outcome::NotFound: return endUnknown(decision, std::move(fact), effect, offer, input.reply);
    }
}

void endLookup(Decision& decision, const EndLookup& input)
{
    const Effect* found = findEffect(decision.order, input.effect);
    if (found == nullptr || !found->lookupFlying) return;
    const Effect effect = *found;
    const Offer offer = offerFor(decision, effect);
    LookupEnded fact{.effect = input.effect,
                     .outcome = input.reply.outcome,
                     .code = input.reply.code,
                     .document = input.reply.document,
                     .payload = input.payload};
    if (effect.state != EffectState::Unknown) return decision.record(std::move(fact)); // cleared up meanwhile
    if (input.reply.outcome == Outcome::Done) {
        decision.record(std::move(fact));
        return settleDone(decision, effect, input.reply);
    }
    if (input.reply.outcome == Outcome::NotFound)
        return endNotFound(decision, std::move(fact), effect, offer, input.reply);
    endVainLookup(decision, std::move(fact), effect, offer, input.reply);
}

void handOverHopeless(Decision& decision)
{
    const std::vector<Effect> effects = decision.order.effects;
    for (const Effect& effect : effects) {
        const bool isActive = effect.state == EffectState::Waiting || effect.state == EffectState::Unknown;
        if (!isActive || effect.needsPerson || effect.lookupFlying) continue;
        const Offer* offer = decision.offerOf(effect);
        const bool isKeyWorn =
            effect.state == EffectState::Unknown && offer != nullptr && !canClearUp(decision, effect, *offer);
        if (offer != nullptr && !isKeyWorn) continue;
        decision.record(EffectHandedOver{.effect = effect.number});
        const Reply reply{.code =
                              offer == nullptr ? "its pack version is gone" : "the key protects no longer"};
        openUnknown(decision, effect, offerFor(decision, effect), reply);
    }
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
