// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/domain/compensation.h"
#include "backend/domain/decision.h"
#include "backend/domain/permissions.h"

#include <algorithm>
#include <stdexcept>

namespace milepost {
namespace {

bool isMeant(const Command& command, const OpenException& exception)
{
    return command.exception == 0 || command.exception == exception.number;
}

void retryOne(Decision& decision, const OpenException& exception, const Command& command)
{
    std::string whyNot;
    if (!command.byName &&
        !mayRetry(decision.order, exception, decision.context.process, decision.context.landscape, whyNot))
        return;
    const Effect* effect = findEffect(decision.order, exception.effect);
    if (effect == nullptr || !effect->needsPerson) return; // it is under way again
    const Offer* offer = decision.offerOf(*effect);
    const bool isUnaskable = effect->state == EffectState::Unknown && offer != nullptr &&
                             !offer->lookup.exists && !keyProtects(decision, *effect);
    const bool newRevision =
        effect->state == EffectState::Rejected && offer != nullptr && offer->idempotency.replaysErrors;
    if (isUnaskable && !command.byName) return;
    const int number = effect->number;
    closeAbout(decision, number, "retried");
    // a person has found out that it was not done: the doubt is over
    if (isUnaskable) decision.record(EffectSettled{.effect = number, .state = EffectState::Rejected});
    const Effect& cleared = *findEffect(decision.order, number);
    const bool isOfOldData = cleared.attempts > 0 && cleared.content != decision.order.revision;
    const bool mayBeDone = cleared.state == EffectState::Unknown || cleared.state == EffectState::Sent;
    if (isOfOldData && !mayBeDone) return makeAnew(decision, number);
    decision.record(EffectRetried{.effect = number, .newRevision = newRevision});
}

/// Units that were chosen for a node, but will not be asked for: they are planned anew, elsewhere.
void forgetPlanned(Decision& decision, const Effect& effect)
{
    if (decision.stepOf(effect).booking != Booking::Allocate || effect.undoes != 0) return;
    book(decision, decision.stepOf(effect), effect.subject, nullptr,
         Reply{.outcome = Outcome::Done, .lines = {ReplyLine{}}}); // it grants nothing of any line
}

PermissionScope scopeOf(const Decision& decision)
{
    return {decision.order, decision.context.process, decision.context.landscape};
}

/// The done effect at whose step a compensation is stuck.
Effect stuckEffect(const Decision& decision, const OpenException& exception)
{
    for (const UndoStep& step : undoSteps(decision.order, decision.context.process,
                                          decision.context.landscape, *decision.order.compensation)) {
        const Effect& effect = *findEffect(decision.order, step.effect);
        if (decision.stepOf(effect).name == exception.step && effect.subject == exception.subject)
            return effect;
    }
    throw std::logic_error("the step that it is about is taken back already");
}

void takeStuckBack(Decision& decision, const OpenException& exception, const Reply& reply)
{
    const Effect effect = stuckEffect(decision, exception);
    decision.close(exception.number, "adopted");
    takeBack(decision, effect, exception.system, reply);
}

void keepStuck(Decision& decision, const OpenException& exception)
{
    const Effect effect = stuckEffect(decision, exception);
    decision.close(exception.number, "skipped");
    decision.record(StepUndone{.effect = effect.number, .isKept = true});
}

/// By hand: the effect counts as ended, what it would have done is not booked.
void resolveOne(Decision& decision, const OpenException& exception)
{
    const Effect* effect = findEffect(decision.order, exception.effect);
    const bool isOpen = std::ranges::any_of(
        decision.order.exceptions, [&](const OpenException& e) { return e.number == exception.number; });
    if (!isOpen) return; // it went with another one about the same effect
    if (effect == nullptr || isSettled(effect->state)) return decision.close(exception.number, "resolved");
    const Effect ended = *effect;
    decision.record(EffectSettled{.effect = ended.number, .state = EffectState::Abandoned});
    if (ended.state != EffectState::Acknowledged) forgetPlanned(decision, ended);
    closeAbout(decision, ended.number, "resolved");
}

/// What the partner has done counts as done: booked like its answer.
void adoptOne(Decision& decision, const OpenException& exception, const Command& command)
{
    Reply reply = command.adopted;
    reply.outcome = Outcome::Done;
    if (exception.effect == 0) return takeStuckBack(decision, exception, reply);
    const Effect effect = *findEffect(decision.order, exception.effect);
    closeAbout(decision, effect.number, "adopted");
    decision.record(
        EffectSettled{.effect = effect.number, .state = EffectState::Adopted, .document = reply.document});
    book(decision, decision.stepOf(effect), effect.subject, findEffect(decision.order, effect.number), reply);
}

void skipOne(Decision& decision, const OpenException& exception)
{
    if (exception.effect == 0) return keepStuck(decision, exception);
    const Effect effect = *findEffect(decision.order, exception.effect);
    closeAbout(decision, effect.number, "skipped");
    decision.record(EffectSettled{.effect = effect.number, .state = EffectState::Abandoned});
    if (effect.undoes == 0)
        book(decision, decision.stepOf(effect), effect.subject, nullptr, Reply{.outcome = Outcome::Done});
}

void replayOne(Decision& decision, const OpenException& exception, bool keepsMap)
{
    const int effect = exception.effect;
    closeAbout(decision, effect, "replayed");
    makeAnew(decision, effect, keepsMap);
}

/// As it was before a person closed it: the call that was given up waits for a person again. One that may
/// have been done is in doubt again.
void reopen(Decision& decision, const ClosedException& closed)
{
    const Effect* effect = findEffect(decision.order, closed.exception.effect);
    if (effect != nullptr && effect->state == EffectState::Abandoned) {
        const int number = effect->number;
        const EffectState state = closed.isDoubtful ? EffectState::Unknown : closed.effect;
        decision.record(EffectSettled{.effect = number, .state = state});
        if (!findEffect(decision.order, number)->needsPerson)
            decision.record(EffectHandedOver{.effect = number});
    }
    decision.record(ExceptionOpened{.exception = closed.exception});
}

void obeyOne(Decision& decision, const OpenException& exception, const Command& command)
{
    const PermissionScope scope = scopeOf(decision);
    const std::string& action = command.action;
    if (action == "retry") return retryOne(decision, exception, command);
    if (action == "resolve") return resolveOne(decision, exception);
    if (action == "adopt" && whyNotAdopt(scope, exception).empty())
        return adoptOne(decision, exception, command);
    if (action == "skip" && whyNotSkip(scope, exception).empty()) return skipOne(decision, exception);
    if (action == "replay" && whyNotReplay(scope, exception, command.keepsMap).empty())
        return replayOne(decision, exception, command.keepsMap);
}

} // namespace

bool mayRetry(const Order& order, const OpenException& exception, const Process& process,
              const Landscape& landscape, std::string& whyNot)
{
    const Effect* effect = findEffect(order, exception.effect);
    if (effect == nullptr) {
        whyNot = "nothing that could be sent again is behind it";
        return false;
    }
    const Offer* offer = offerOf(landscape, process, *effect);
    if (offer == nullptr) {
        whyNot = "the pack version it was decided on is gone";
        return false;
    }
    if (effect->state == EffectState::Unknown && !offer->lookup.exists && !offer->idempotency.protects) {
        whyNot = "it may have been done, and " + offer->system +
                 " can neither be asked nor recognise a repetition";
        return false;
    }
    if (!effect->needsPerson) whyNot = "it goes on by itself";
    return effect->needsPerson && !isSettled(effect->state);
}

void obey(Decision& decision, const Command& command)
{
    decision.record(ActionTaken{.action = command.action, .actor = command.actor, .reason = command.reason});
    if (command.action == "hold")
        return decision.record(HoldPlaced{.hold = {.kind = command.kind, .reason = command.reason}});
    if (command.action == "release") return decision.record(HoldLifted{.kind = command.kind});
    if (command.action == "cancel" || command.action == "compensate") {
        const PermissionScope scope = scopeOf(decision);
        if (const std::string whyNot = whyNotObey(scope, command); !whyNot.empty())
            throw std::logic_error("it may not be done: " + whyNot);
        return decision.record(
            CompensationStarted{.compensation = compensationFor(scope, command, decision.context.now)});
    }
    if (command.action == "reopen") {
        if (const std::string whyNot = whyNotObey(scopeOf(decision), command); !whyNot.empty())
            throw std::logic_error("it may not be reopened: " + whyNot);
        return reopen(decision, command.closed);
    }
    const std::vector<OpenException> exceptions = decision.order.exceptions;
    for (const OpenException& exception : exceptions) {
        if (!isMeant(command, exception)) continue;
        obeyOne(decision, exception, command);
    }
}

} // namespace milepost
