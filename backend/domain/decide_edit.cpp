// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/domain/decision.h"
#include "backend/domain/order_edit.h"

#include <algorithm>
#include <stdexcept>

namespace milepost {
namespace {

/// Without a number: the order itself, not something that is stuck.
OpenException exceptionOf(const Decision& decision, int number)
{
    if (number == 0) return {};
    const auto at = std::ranges::find(decision.order.exceptions, number, &OpenException::number);
    if (at == decision.order.exceptions.end()) throw std::logic_error("its exception is closed");
    return *at;
}

/// Lines that ask for another item or price now; a price that the ERP gave stays where none is stated.
std::vector<RevisedLine> revisedLines(const Decision& decision)
{
    std::vector<RevisedLine> lines;
    for (const OrderLine& line : decision.order.lines) {
        const CanonicalLine* wanted = findLine(*decision.context.content, line.lineNo);
        if (wanted == nullptr) continue;
        const auto price = wanted->unitPrice ? wanted->unitPrice : line.unitPrice;
        if (wanted->sku != line.sku || price != line.unitPrice)
            lines.push_back({.lineNo = line.lineNo, .sku = wanted->sku, .unitPrice = price});
    }
    return lines;
}

void recordRevision(Decision& decision, const EditOrder& input)
{
    const CanonicalOrder& content = *decision.context.content;
    OrderRevised fact{.revision = decision.order.revision + 1,
                      .priority = content.priority,
                      .promisedAt = content.promisedAt.value_or(Timestamp{}),
                      .lines = revisedLines(decision),
                      .content = input.content,
                      .changed = input.changed};
    const std::vector<RevisedLine> lines = fact.lines;
    decision.record(std::move(fact));
    for (const RevisedLine& line : lines)
        decision.learn("sku", line.sku, content.channel, 0);
    changeLines(decision, input.lines);
}

/// What was begun with the old data, was surely not done and would be tried again by itself.
void makeOthersAnew(Decision& decision)
{
    const std::vector<Effect> effects = decision.order.effects;
    for (const Effect& effect : effects) {
        const bool isBegun = effect.state == EffectState::Waiting && effect.attempts > 0;
        if (isBegun && !effect.needsPerson) makeAnew(decision, effect.number);
    }
}

} // namespace

void makeAnew(Decision& decision, int number, bool keepsMap)
{
    const Effect old = *findEffect(decision.order, number);
    const Step& step = decision.stepOf(old);
    const std::string& capability = capabilityOf(decision.context.process, old);
    const Offer* live = keepsMap ? nullptr
                                 : findOffer(decision.context.landscape, capability,
                                             nodeOf(decision.order, step, old.subject));
    const Offer* offer = live != nullptr ? live : decision.offerOf(old);
    std::vector<EffectLine> lines = old.undoes != 0 ? old.lines : linesFor(decision.order, step, old.subject);
    if (lines.empty() && step.unit != StepUnit::Order) lines = old.lines;
    decision.record(EffectSettled{.effect = number, .state = EffectState::Superseded});
    decideCall(decision,
               {.step = old.step,
                .definition = live != nullptr ? live->definition : old.definition,
                .subject = old.subject,
                .knowsCarrier = old.knowsCarrier,
                .lines = std::move(lines),
                .undoes = old.undoes},
               offer);
}

void editOrder(Decision& decision, const EditOrder& input)
{
    const OpenException exception = exceptionOf(decision, input.exception);
    std::string whyNot;
    if (!mayEdit(decision.order, exception, decision.context.process, decision.context.landscape, whyNot,
                 input.changed))
        throw std::logic_error("the order may not be edited: " + whyNot);
    decision.record(ActionTaken{.action = "edit", .actor = input.actor, .reason = input.reason});
    recordRevision(decision, input);
    if (exception.number == 0) return makeOthersAnew(decision);
    if (exception.effect == 0) return decision.close(exception.number, "edited"); // it is validated again
    closeAbout(decision, exception.effect, "edited");
    makeAnew(decision, exception.effect);
    makeOthersAnew(decision);
}

} // namespace milepost
