// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/domain/compensation.h"

#include "backend/domain/decision.h"

#include <algorithm>
#include <ranges>

namespace milepost {
namespace {

/// The fulfillment that an effect is about, or null.
const Fulfillment* partOf(const Order& order, const Step& step, const Effect& effect)
{
    return findFulfillment(order, fulfillmentOf(order, step.unit, effect.subject));
}

/// Cancelling leaves alone what has left: its shipments, their nodes, and the order as such.
bool isLeftAlone(const Order& order, const Step& step, const Effect& effect)
{
    if (step.unit == StepUnit::Shipment || step.unit == StepUnit::Return) return true;
    if (step.unit == StepUnit::Order) return !order.shipments.empty();
    const Fulfillment* part = findFulfillment(order, effect.subject);
    return part == nullptr || !unitsAtNode(*part).isPositive();
}

bool isOfSubject(const Order& order, const Process& process, const Compensation& compensation,
                 const Effect& effect)
{
    if (compensation.subject == 0) return true;
    const Step& from = process.steps.at(static_cast<std::size_t>(compensation.fromStep));
    const Step& step = stepOf(process, effect);
    if (step.unit == from.unit) return effect.subject == compensation.subject;
    const Fulfillment* part = partOf(order, step, effect);
    return from.unit == StepUnit::Fulfillment && part != nullptr && part->number == compensation.subject;
}

bool isMeant(const Order& order, const Process& process, const Compensation& compensation,
             const Effect& effect)
{
    if (effect.undoes != 0 || isReplaced(effect.state) || effect.step < compensation.fromStep) return false;
    if (std::ranges::find(compensation.kept, effect.number) != compensation.kept.end()) return false;
    if (compensation.goal != CompensationGoal::Redo && isLeftAlone(order, stepOf(process, effect), effect))
        return false;
    return isOfSubject(order, process, compensation, effect);
}

bool isSurelyNotDone(const Effect& effect)
{
    const bool isOpen = effect.state == EffectState::Waiting || effect.state == EffectState::Rejected;
    return effect.state == EffectState::Abandoned || (isOpen && !effect.isDoubtful);
}

UndoStep undoOf(const Order& order, const Process& process, const Landscape& landscape, const Effect& effect)
{
    const Step& step = stepOf(process, effect);
    const Offer* did = offerOf(landscape, process, effect);
    UndoStep undo{.effect = effect.number, .system = did == nullptr ? std::string() : did->system};
    if (isSurelyNotDone(effect)) {
        undo.kind = UndoKind::Withdraw;
    } else if (!isBooked(effect.state)) {
        undo.kind = UndoKind::Wait;
    } else if (step.inverse.empty()) {
        const bool leavesNoTrace = step.booking == Booking::None || step.booking == Booking::Amend;
        undo.kind = leavesNoTrace ? UndoKind::Nothing : UndoKind::Irreversible;
    } else {
        const Offer* offer = findOffer(landscape, step.inverse, nodeOf(order, step, effect.subject));
        undo.kind = offer == nullptr ? UndoKind::AskPartner : UndoKind::Call;
        if (offer != nullptr) undo.system = offer->system;
    }
    return undo;
}

/// What never was done need not wait for its turn.
void withdrawAll(Decision& decision, const std::vector<UndoStep>& steps)
{
    for (const UndoStep& step : steps) {
        if (step.kind == UndoKind::Withdraw)
            decision.record(EffectSettled{.effect = step.effect, .state = EffectState::Superseded});
    }
}

void decideUndo(Decision& decision, const Effect& effect)
{
    const Step& step = decision.stepOf(effect);
    const Offer& offer =
        *findOffer(decision.context.landscape, step.inverse, nodeOf(decision.order, step, effect.subject));
    decideCall(decision,
               {.step = effect.step,
                .definition = offer.definition,
                .subject = effect.subject,
                .knowsCarrier = effect.knowsCarrier,
                .lines = effect.lines,
                .undoes = effect.number},
               &offer);
}

/// The end of the road for the machine: a person asks the partner, or leaves it.
void openIncomplete(Decision& decision, const UndoStep& undo)
{
    const Effect& effect = *findEffect(decision.order, undo.effect);
    const Step& step = decision.stepOf(effect);
    const bool isIrreversible = undo.kind == UndoKind::Irreversible;
    const std::string who = undo.system.empty() ? "its system" : undo.system;
    decision.open(OpenException{
        .kind = ExceptionClass::CompensationIncomplete,
        .severity = Severity::High,
        .system = undo.system,
        .step = step.name,
        .subject = effect.subject,
        .cause = isIrreversible ? "cannot be undone" : "no way to undo",
        .text =
            "Step " + step.name + " was done at " + who +
            (isIrreversible ? " and cannot be taken back. " : ", which offers no call to take it back. ") +
            "Ask " + who + ": adopt that it was taken back there, or skip it and leave it as it is."});
}

void takeUnitsBack(Decision& decision, int fulfillment, Stage from, Stage to)
{
    const std::vector<FulfillmentLine> lines = findFulfillment(decision.order, fulfillment)->lines;
    for (const FulfillmentLine& line : lines)
        takeUnitsBack(decision,
                      {line.lineNo, from, to, from == Stage::Released ? line.released : line.allocated},
                      fulfillment);
    closeEmpty(decision, fulfillment);
}

/// The invoice of that effect: by its number, else the last of its shipment.
const Invoice* invoiceOf(const Order& order, const Effect& effect)
{
    for (const Invoice& invoice : order.invoices | std::views::reverse) {
        const bool isIts = effect.document.empty() ? std::ranges::count(invoice.shipments, effect.subject) > 0
                                                   : invoice.document == effect.document;
        if (isIts && !isCredited(order, invoice.number)) return &invoice;
    }
    return nullptr;
}

void creditInvoice(Decision& decision, const Effect& effect, const Reply& reply)
{
    const Invoice* invoice = invoiceOf(decision.order, effect);
    if (invoice == nullptr) return;
    decision.record(Credited{.credit = {.invoice = invoice->number,
                                        .document = reply.document,
                                        .amountMinor = reply.amountMinor.value_or(invoice->amountMinor),
                                        .at = decision.context.now}});
}

void cancelAtStage(Decision& decision, int lineNo, Stage from)
{
    const auto held = [&] { return findLine(decision.order, lineNo)->ledger.at(from); };
    const std::vector<Fulfillment> parts = decision.order.fulfillments;
    for (const Fulfillment& part : parts) { // chosen for a node that has not been asked
        for (const FulfillmentLine& line : part.lines) {
            if (line.lineNo == lineNo)
                takeUnitsBack(decision, {lineNo, from, Stage::Cancelled, std::min(line.planned, held())},
                              part.number);
        }
    }
    takeUnitsBack(decision, {lineNo, from, Stage::Cancelled, held()}, 0);
}

/// What shipped meanwhile wins: that its partner said no to taking it back needs nobody any more.
void dropNeedless(Decision& decision)
{
    const std::vector<Effect> effects = decision.order.effects;
    for (const Effect& undo : effects) {
        const Effect* undone = findEffect(decision.order, undo.undoes);
        if (undone == nullptr || undo.state != EffectState::Rejected) continue;
        if (isReplaced(undone->state) || !isLeftAlone(decision.order, decision.stepOf(undo), *undone))
            continue;
        decision.record(EffectSettled{.effect = undo.number, .state = EffectState::Superseded});
        closeAbout(decision, undo.number, "the goods have left");
    }
}

/// A cancelled order has nothing left to ship, also where a node was given nothing to reserve it by; one to
/// be mended waits for the person who does it.
void endCompensation(Decision& decision)
{
    const Compensation ended = *decision.order.compensation;
    if (ended.goal != CompensationGoal::Redo) dropNeedless(decision);
    if (ended.goal == CompensationGoal::Cancel) {
        const std::vector<Fulfillment> parts = decision.order.fulfillments;
        const std::vector<OrderLine> lines = decision.order.lines;
        for (const Fulfillment& part : parts)
            takeUnitsBack(decision, part.number, Stage::Allocated, Stage::Open);
        for (const OrderLine& line : lines)
            for (const Stage from : {Stage::Open, Stage::Backordered})
                cancelAtStage(decision, line.lineNo, from);
        for (const Fulfillment& part : parts)
            closeEmpty(decision, part.number);
    } else if (ended.goal == CompensationGoal::Reduce) {
        if (!isAskedFor(decision, ended.subject))
            takeUnitsBack(decision, ended.subject, Stage::Allocated, Stage::Open);
    } else {
        decision.record(HoldPlaced{.hold = {.kind = std::string(compensationHold), .reason = ended.reason}});
    }
    decision.record(CompensationEnded{});
}

} // namespace

void takeUnitsBack(Decision& decision, Movement movement, int fulfillment)
{
    if (!movement.quantity.isPositive()) return;
    decision.record(UnitsMoved{.movement = movement, .fulfillment = fulfillment, .isTakenBack = true});
}

void closeEmpty(Decision& decision, int fulfillment)
{
    const Fulfillment& part = *findFulfillment(decision.order, fulfillment);
    const bool hasShipped = std::ranges::any_of(
        part.lines, [](const FulfillmentLine& line) { return line.shipped.isPositive(); });
    if (!part.isClosed && !hasShipped && !unitsAtNode(part).isPositive())
        decision.record(FulfillmentClosed{.number = fulfillment});
}

std::string_view toKey(UndoKind kind)
{
    switch (kind) {
    case UndoKind::Withdraw: return "withdraw";
    case UndoKind::Wait: return "wait";
    case UndoKind::Call: return "call";
    case UndoKind::AskPartner: return "askPartner";
    case UndoKind::Irreversible: return "irreversible";
    case UndoKind::Nothing: return "nothing";
    }
    return {};
}

std::string_view toKey(CompensationGoal goal)
{
    switch (goal) {
    case CompensationGoal::Cancel: return "cancel";
    case CompensationGoal::Redo: return "redo";
    case CompensationGoal::Reduce: return "reduce";
    }
    return {};
}

std::vector<UndoStep> undoSteps(const Order& order, const Process& process, const Landscape& landscape,
                                const Compensation& compensation)
{
    std::vector<UndoStep> steps;
    for (const Effect& effect : order.effects | std::views::reverse) {
        if (isMeant(order, process, compensation, effect))
            steps.push_back(undoOf(order, process, landscape, effect));
    }
    return steps;
}

const Effect* openUndo(const Order& order, int effect)
{
    const auto at = std::ranges::find_if(
        order.effects, [&](const Effect& e) { return e.undoes == effect && !isSettled(e.state); });
    return at == order.effects.end() ? nullptr : &*at;
}

bool isCancelled(const Order& order)
{
    Quantity cancelled;
    for (const OrderLine& line : order.lines) {
        const Quantity gone = line.ledger.at(Stage::Cancelled);
        if (gone + line.ledger.at(Stage::Substituted) != line.ledger.ordered() + line.ledger.overage())
            return false;
        cancelled += gone;
    }
    return cancelled.isPositive();
}

void takeBack(Decision& decision, const Effect& effect, const std::string& system, const Reply& reply)
{
    const Step& step = decision.stepOf(effect);
    if (step.booking == Booking::Release)
        takeUnitsBack(decision, effect.subject, Stage::Released, Stage::Allocated);
    if (step.booking == Booking::Allocate)
        takeUnitsBack(decision, effect.subject, Stage::Allocated, Stage::Open);
    if (step.booking == Booking::Invoice) creditInvoice(decision, effect, reply);
    decision.learn(step.booking == Booking::Invoice ? "credit" : "cancellation", reply.document, system,
                   effect.subject);
    decision.record(StepUndone{.effect = effect.number, .booking = step.booking});
}

void bookUndo(Decision& decision, const Effect& undo, const Reply& reply)
{
    const Effect* target = findEffect(decision.order, undo.undoes);
    const Offer* offer = decision.offerOf(undo);
    if (target == nullptr || isReplaced(target->state)) return;
    takeBack(decision, Effect(*target), offer == nullptr ? std::string() : offer->system, reply);
}

void compensate(Decision& decision)
{
    while (decision.order.compensation) {
        const std::vector<UndoStep> steps =
            undoSteps(decision.order, decision.context.process, decision.context.landscape,
                      *decision.order.compensation);
        withdrawAll(decision, steps);
        const auto next =
            std::ranges::find_if(steps, [](const UndoStep& s) { return s.kind != UndoKind::Withdraw; });
        if (next == steps.end()) return endCompensation(decision);
        const Effect effect = *findEffect(decision.order, next->effect);
        const bool isLeft = std::ranges::any_of(decision.order.effects, [&](const Effect& undo) {
            return undo.undoes == effect.number && undo.state == EffectState::Abandoned &&
                   undo.number > effect.number;
        });
        if (isLeft || next->kind == UndoKind::Nothing) {
            decision.record(StepUndone{.effect = effect.number, .isKept = true});
            continue;
        }
        if (next->kind == UndoKind::Wait || openUndo(decision.order, effect.number) != nullptr) return;
        if (next->kind != UndoKind::Call) return openIncomplete(decision, *next);
        return decideUndo(decision, effect);
    }
}

} // namespace milepost
