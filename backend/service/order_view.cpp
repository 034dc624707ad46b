// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/service/order_view.h"

#include "backend/domain/compensation.h"
#include "backend/domain/effect_call.h"
#include "backend/domain/request_view.h"

#include <algorithm>

namespace milepost {
namespace {

EffectView effectView(const Order& order, const Effect& effect, const Catalogue& catalogue)
{
    EffectView view{.number = effect.number,
                    .system = catalogue.systemOf(effect.definition),
                    .subject = effect.subject,
                    .state = std::string(toKey(effect.state)),
                    .attempts = effect.attempts,
                    .document = effect.document};
    const Process* process = catalogue.process(order.process);
    if (process == nullptr) return view;
    const Step& step = process->steps.at(static_cast<std::size_t>(effect.step));
    view.step = step.name;
    view.capability = capabilityOf(*process, effect);
    view.undoes = effect.undoes;
    view.key = effectKey(order, *process, effect);
    view.reference = subjectReference(order, step.unit, effect.subject);
    return view;
}

ExpectationView expectationView(const Order& order, const Expectation& expectation,
                                const Catalogue& catalogue)
{
    ExpectationView view{
        .system = expectation.system, .dueAt = expectation.dueAt, .isOverdue = expectation.isOverdue};
    const Process* process = catalogue.process(order.process);
    if (process == nullptr) return view;
    const Step& step = process->steps.at(static_cast<std::size_t>(expectation.step));
    view.what = step.expects.empty() ? "acknowledgement" : step.expects;
    view.reference = subjectReference(order, step.unit, expectation.subject);
    return view;
}

} // namespace

OrderRow rowView(const OrderSummary& summary)
{
    return {.id = summary.id,
            .orderNo = summary.orderNo,
            .channel = summary.channel,
            .customer = summary.customer,
            .receivedAt = summary.receivedAt,
            .placedAt = summary.placedAt,
            .totalMinor = summary.totalMinor,
            .currency = summary.currency,
            .isOpen = summary.isOpen,
            .milestones = summary.milestones};
}

ExceptionView exceptionView(const ExceptionEntry& entry)
{
    const ExceptionRow& row = entry.row;
    ExceptionView view{.id = row.id,
                       .orderNo = entry.orderNo,
                       .kind = row.exception.kind,
                       .severity = row.exception.severity,
                       .system = row.exception.system,
                       .step = row.exception.step,
                       .effect = row.exception.effect,
                       .state = row.isOpen ? "open" : "closed",
                       .cause = row.exception.cause,
                       .text = row.exception.text,
                       .openedAt = row.exception.openedAt,
                       .dueBy = row.dueBy,
                       .owner = row.owner,
                       .payload = row.payload,
                       .claimedBy = entry.claim.claimedBy,
                       .closedAt = row.closedAt,
                       .how = row.how,
                       .closedBy = row.closedBy,
                       .closedWhy = row.closedWhy,
                       .customer = entry.customer,
                       .contract = row.contract,
                       .tags = entry.mark.tags,
                       .ticket = entry.mark.ticket};
    if (entry.mark.snoozedUntil != Timestamp{}) view.snoozedUntil = entry.mark.snoozedUntil;
    if (!entry.claim.claimedBy.empty()) view.claimedAt = entry.claim.claimedAt;
    if (row.moneyMinor) view.moneyAtRisk = Money{.minor = *row.moneyMinor, .currency = row.currency};
    return view;
}

OrderView orderView(const StoredOrder& stored, const Catalogue& catalogue)
{
    const Order& order = stored.state;
    OrderView view{.number = stored.content ? stored.content->number : std::string(),
                   .content = stored.content ? std::optional(*stored.content) : std::nullopt,
                   .fulfillments = order.fulfillments,
                   .shipments = order.shipments,
                   .invoices = order.invoices,
                   .references = order.references,
                   .holds = order.holds,
                   .credits = order.credits,
                   .returns = order.returns};
    for (const OrderLine& line : order.lines)
        view.lines.push_back({.lineNo = line.lineNo,
                              .parentLineNo = line.parentLineNo,
                              .sku = line.sku,
                              .unitPrice = line.unitPrice,
                              .figures = figuresOf(order, line)});
    for (const Effect& effect : order.effects)
        view.effects.push_back(effectView(order, effect, catalogue));
    for (const Expectation& expectation : order.expectations)
        view.expectations.push_back(expectationView(order, expectation, catalogue));
    std::ranges::sort(view.expectations, {}, &ExpectationView::dueAt);
    return view;
}

CompensationView compensationView(const Order& order, const Process& process, const Landscape& landscape)
{
    const Compensation& running = *order.compensation;
    CompensationView view{.goal = std::string(toKey(running.goal)),
                          .fromStep = process.steps.at(static_cast<std::size_t>(running.fromStep)).name,
                          .reason = running.reason,
                          .startedAt = running.startedAt};
    const auto stepView = [&](const Effect& effect, std::string state) {
        const Offer* offer = offerOf(landscape, process, effect);
        return UndoView{.effect = effect.number,
                        .step = stepOf(process, effect).name,
                        .reference = subjectReference(order, stepOf(process, effect).unit, effect.subject),
                        .system = offer == nullptr ? std::string() : offer->system,
                        .document = effect.document,
                        .state = std::move(state)};
    };
    for (const Effect& undo : order.effects) {
        const Effect* undone = findEffect(order, undo.undoes);
        const bool isNow =
            undone != nullptr && isReplaced(undone->state) && undo.endedAt >= running.startedAt;
        if (!isNow) continue;
        view.steps.push_back(stepView(*undone, "undone"));
        view.steps.back().how = "call";
        view.steps.back().proof = undo.document;
    }
    for (const int kept : running.kept)
        view.steps.push_back(stepView(*findEffect(order, kept), "kept"));
    bool isFirst = true;
    for (const UndoStep& step : undoSteps(order, process, landscape, running)) {
        const Effect& effect = *findEffect(order, step.effect);
        const bool isStuck = std::ranges::any_of(order.exceptions, [&](const OpenException& exception) {
            const Effect* undo = openUndo(order, effect.number);
            const bool isIts = undo != nullptr ? exception.effect == undo->number
                                               : exception.step == stepOf(process, effect).name &&
                                                     exception.subject == effect.subject;
            return exception.kind == ExceptionClass::CompensationIncomplete && isIts;
        });
        view.steps.push_back(stepView(effect, isStuck ? "stuck" : isFirst ? "underWay" : "open"));
        view.steps.back().how = toKey(step.kind);
        isFirst = false;
    }
    return view;
}

} // namespace milepost
