// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/domain/permissions.h"

#include "backend/domain/compensation.h"
#include "backend/domain/effect_call.h"

#include <algorithm>

namespace milepost {
namespace {

std::string systemOf(const PermissionScope& scope, const Effect& effect)
{
    const Offer* offer = offerOf(scope.landscape, scope.process, effect);
    return offer == nullptr ? std::string("its system") : offer->system;
}

std::string underNumber(const Effect& effect)
{
    return effect.document.empty() ? std::string() : " under number " + effect.document;
}

bool canBeAsked(const PermissionScope& scope, const Effect& effect)
{
    const Offer* offer = offerOf(scope.landscape, scope.process, effect);
    return offer != nullptr && offer->lookup.exists;
}

/// Why nothing at all can be done about a call; empty: something can.
std::string whyNotTouch(const PermissionScope& scope, const Effect& effect)
{
    if (effect.state == EffectState::Done || effect.state == EffectState::Adopted)
        return systemOf(scope, effect) + " has done it" + underNumber(effect);
    if (isSettled(effect.state)) return "it is " + std::string(toKey(effect.state)) + " already";
    if (effect.state == EffectState::InFlight || effect.lookupFlying)
        return "it is under way; wait for the answer of " + systemOf(scope, effect);
    return {};
}

/// A step of a compensation that is stuck without a call of its own.
bool isStuckCompensation(const PermissionScope& scope, const OpenException& exception)
{
    return exception.kind == ExceptionClass::CompensationIncomplete && exception.effect == 0 &&
           scope.order.compensation;
}

bool hasShipped(const Order& order, const Step& step, int subject)
{
    const bool comesAfter = step.unit == StepUnit::Shipment || step.unit == StepUnit::Return;
    if (comesAfter) return false; // its step is taken when the goods have left
    return std::ranges::any_of(order.shipments, [&](const Shipment& shipment) {
        return step.unit == StepUnit::Order || shipment.fulfillment == subject;
    });
}

bool mayGoOnWithout(const Step& step)
{
    return step.booking == Booking::None || step.booking == Booking::Tax || step.booking == Booking::Book;
}

/// Why a call that a person gave up cannot be taken up again.
std::string whyNotTakeUp(const PermissionScope& scope, const Effect& effect)
{
    const Step& step = stepOf(scope.process, effect);
    if (effect.state != EffectState::Abandoned) return whyNotTouch(scope, effect);
    for (const Effect& other : scope.order.effects) {
        if (other.number <= effect.number || isReplaced(other.state)) continue;
        const bool isIts = other.subject == effect.subject || stepOf(scope.process, other).unit != step.unit;
        if (other.step == effect.step && other.subject == effect.subject && other.undoes == effect.undoes)
            return "step " + step.name + " was taken up by another call meanwhile";
        const std::vector<Term>& when = stepOf(scope.process, other).when;
        const bool followsIt = other.undoes == 0 && effect.undoes == 0 && isIts &&
                               std::ranges::find(when, effect.step, &Term::argumentStep) != when.end();
        if (followsIt)
            return "the order went on without it: step " + stepOf(scope.process, other).name + " has begun";
    }
    const bool isOfPart = step.unit == StepUnit::Fulfillment && step.booking == Booking::Allocate;
    const Fulfillment* part = isOfPart ? findFulfillment(scope.order, effect.subject) : nullptr;
    const bool isPlannedAnew =
        part != nullptr &&
        std::ranges::all_of(part->lines, [](const FulfillmentLine& line) { return line.planned.isZero(); });
    return isPlannedAnew ? std::string("its units were planned anew meanwhile") : std::string();
}

template <typename Ask>
std::string forEach(const PermissionScope& scope, const Command& command, Ask ask)
{
    std::string whyNot = "its exception is closed";
    for (const OpenException& exception : scope.order.exceptions) {
        if (command.exception != 0 && command.exception != exception.number) continue;
        whyNot = ask(exception);
        if (whyNot.empty()) return {};
    }
    return whyNot;
}

} // namespace

std::string whyNotRetry(const PermissionScope& scope, const OpenException& exception, bool byName)
{
    const Effect* effect = findEffect(scope.order, exception.effect);
    if (effect == nullptr) return "nothing that could be sent again is behind it";
    if (effect->state == EffectState::Done || effect->state == EffectState::Adopted)
        return whyNotTouch(scope, *effect);
    if (isSettled(effect->state))
        return "the call is " + std::string(toKey(effect->state)) + " already; resolve the exception instead";
    std::string whyNot;
    if (mayRetry(scope.order, exception, scope.process, scope.landscape, whyNot) || byName) return {};
    return whyNot;
}

std::string whyNotReplay(const PermissionScope& scope, const OpenException& exception, bool keepsMap)
{
    const Effect* effect = findEffect(scope.order, exception.effect);
    if (effect == nullptr) return "nothing that could be sent anew is behind it";
    if (std::string whyNot = whyNotTouch(scope, *effect); !whyNot.empty()) return whyNot;
    if (effect->state == EffectState::Unknown || effect->isDoubtful)
        return "it may have been done, and under a new key " + systemOf(scope, *effect) +
               " would do it again; " +
               (canBeAsked(scope, *effect) ? "retry asks first" : "find out there first");
    if (effect->state == EffectState::Sent || effect->state == EffectState::Acknowledged)
        return systemOf(scope, *effect) + " has it already; its word is awaited";
    if (keepsMap && offerOf(scope.landscape, scope.process, *effect) == nullptr)
        return "the map that it was made with is not kept any more";
    return effect->needsPerson ? std::string() : std::string("it goes on by itself");
}

std::string whyNotAdopt(const PermissionScope& scope, const OpenException& exception)
{
    const Effect* effect = findEffect(scope.order, exception.effect);
    if (effect == nullptr)
        return isStuckCompensation(scope, exception)
                   ? std::string()
                   : std::string("no call that a partner could have carried out is behind it");
    if (std::string whyNot = whyNotTouch(scope, *effect); !whyNot.empty()) return whyNot;
    if (effect->state == EffectState::Acknowledged) return "it was taken; its result is awaited";
    return {};
}

std::string whyNotSkip(const PermissionScope& scope, const OpenException& exception)
{
    const Effect* effect = findEffect(scope.order, exception.effect);
    if (effect == nullptr)
        return isStuckCompensation(scope, exception)
                   ? std::string()
                   : std::string("no step is behind it; resolve it instead");
    if (std::string whyNot = whyNotTouch(scope, *effect); !whyNot.empty()) return whyNot;
    if (effect->undoes != 0) return {};
    const Step& step = stepOf(scope.process, *effect);
    if (!mayGoOnWithout(step)) return "the order cannot go on without step " + step.name;
    if (effect->state == EffectState::Unknown || effect->isDoubtful)
        return canBeAsked(scope, *effect)
                   ? "it may have been done; find out first: retry asks, adopt accepts it"
                   : "it may have been done; find out there first; adopt accepts it";
    return {};
}

std::string whyNotResolve(const PermissionScope& scope, const OpenException& exception)
{
    const Effect* effect = findEffect(scope.order, exception.effect);
    const bool isAmendment = effect != nullptr && effect->undoes == 0 && !isSettled(effect->state) &&
                             stepOf(scope.process, *effect).booking == Booking::Amend;
    if (isAmendment)
        return "nothing is posted before " + systemOf(scope, *effect) +
               " knows the lines; retry, or adopt it once they are right there";
    const bool isUnderWay =
        effect != nullptr && (effect->state == EffectState::InFlight || effect->lookupFlying);
    return isUnderWay ? whyNotTouch(scope, *effect) : std::string();
}

std::string whyNotReopen(const PermissionScope& scope, const ClosedException& closed)
{
    const OpenException& was = closed.exception;
    const Order& order = scope.order;
    if (was.number <= 0 || was.number > order.exceptionsOpened) return "the order has had no such exception";
    for (const OpenException& open : order.exceptions) {
        if (open.number == was.number) return "it is open";
        if (was.effect != 0 && open.effect == was.effect)
            return "another exception is open about the same call";
    }
    if (closed.how != "resolved")
        return "it was not closed by hand (" + closed.how + "); only what was resolved is reopened";
    if (isCancelled(order)) return "the order is cancelled";
    if (was.kind == ExceptionClass::CompensationIncomplete && !order.compensation)
        return "nothing of the order is being taken back any more";
    const Effect* effect = findEffect(order, was.effect);
    if (effect != nullptr) return whyNotTakeUp(scope, *effect);
    return isCauseGone(order, scope.process, was) ? std::string("what it was about is not so any more")
                                                  : std::string();
}

std::string whyNotCancel(const PermissionScope& scope)
{
    const Order& order = scope.order;
    if (order.compensation) return "its steps are being taken back already";
    if (isCancelled(order)) return "it is cancelled already";
    const bool isAnythingLeft = std::ranges::any_of(order.lines, [](const OrderLine& line) {
        const LineLedger& ledger = line.ledger;
        return (ledger.at(Stage::Open) + ledger.at(Stage::Backordered) + ledger.at(Stage::Allocated) +
                ledger.at(Stage::Released))
            .isPositive();
    });
    return isAnythingLeft ? std::string() : std::string("all of it has left; nothing could be cancelled");
}

std::string whyNotCompensate(const PermissionScope& scope, const Compensation& compensation)
{
    if (scope.order.compensation) return "its steps are being taken back already";
    if (compensation.fromStep < 0) return "the process has no such step";
    const std::vector<UndoStep> steps = undoSteps(scope.order, scope.process, scope.landscape, compensation);
    const bool isAnyDone = std::ranges::any_of(steps, [](const UndoStep& step) {
        return step.kind != UndoKind::Nothing && step.kind != UndoKind::Withdraw;
    });
    if (!isAnyDone) return "nothing of it has been done";
    for (const UndoStep& undo : steps) {
        const Effect& effect = *findEffect(scope.order, undo.effect);
        if (hasShipped(scope.order, stepOf(scope.process, effect), effect.subject))
            return "goods have left after step " + stepOf(scope.process, effect).name +
                   "; what was shipped comes back as a return only";
    }
    return {};
}

std::string whyNotHold(const Order& order, std::string_view kind)
{
    const bool isHeld = std::ranges::find(order.holds, kind, &Hold::kind) != order.holds.end();
    return isHeld ? "it is held already" : std::string();
}

std::string whyNotRelease(const Order& order, std::string_view kind)
{
    const bool isHeld = kind.empty() ? !order.holds.empty()
                                     : std::ranges::find(order.holds, kind, &Hold::kind) != order.holds.end();
    return isHeld ? std::string() : std::string("it is not held");
}

Compensation compensationFor(const PermissionScope& scope, const Command& command, Timestamp now)
{
    const bool isCancel = command.action == "cancel";
    return {.goal = isCancel ? CompensationGoal::Cancel : CompensationGoal::Redo,
            .fromStep = isCancel ? 0 : stepIndex(scope.process, command.from),
            .subject = command.subject,
            .reason = command.reason,
            .startedAt = now};
}

std::string whyNotObey(const PermissionScope& scope, const Command& command)
{
    const std::string& action = command.action;
    if (action == "hold") return whyNotHold(scope.order, command.kind);
    if (action == "release") return whyNotRelease(scope.order, command.kind);
    if (action == "cancel") return whyNotCancel(scope);
    if (action == "compensate") return whyNotCompensate(scope, compensationFor(scope, command, {}));
    if (action == "reopen") return whyNotReopen(scope, command.closed);
    return forEach(scope, command, [&](const OpenException& exception) -> std::string {
        if (action == "retry") return whyNotRetry(scope, exception, command.byName);
        if (action == "replay") return whyNotReplay(scope, exception, command.keepsMap);
        if (action == "adopt") return whyNotAdopt(scope, exception);
        if (action == "skip") return whyNotSkip(scope, exception);
        if (action == "resolve") return whyNotResolve(scope, exception);
        return "there is no action '" + action + "'";
    });
}

} // namespace milepost
