// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/domain/decide.h"

#include "backend/domain/amendment.h"
#include "backend/domain/decision.h"

#include <algorithm>
#include <stdexcept>

namespace milepost {
namespace {

void receiveOrder(Decision& decision, const ReceiveOrder& input)
{
    if (decision.order.revision > 0) throw std::logic_error("the order was received before");
    const CanonicalOrder& content = *decision.context.content;
    OrderReceived fact{.process = decision.context.process.definition,
                       .orderNo = content.orderNo,
                       .channel = content.channel,
                       .currency = content.currency,
                       .priority = content.priority,
                       .promisedAt = content.promisedAt.value_or(Timestamp{}),
                       .content = input.content,
                       .raw = input.raw};
    for (const CanonicalLine& line : content.lines)
        fact.lines.push_back({line.lineNo, line.sku, std::max(line.quantity, Quantity{}), line.unitPrice});
    decision.record(std::move(fact));
    decision.learn("order", content.orderNo, content.channel, 0);
    if (content.number != content.orderNo) decision.learn("channelOrder", content.number, content.channel, 0);
    if (content.channelOrderId != content.number)
        decision.learn("channelOrder", content.channelOrderId, content.channel, 0);
    if (content.purpose != cancelPurpose) return;
    for (const CanonicalLine& line : content.lines) // it was cancelled before it came: nobody is to be told
        takeUnitsBack(decision, {line.lineNo, Stage::Open, Stage::Cancelled, line.quantity}, 0);
}

/// Takes each kind of input to the function that decides on it.
struct Dispatcher {
    Decision& decision;

    void operator()(const ReceiveOrder& input) { receiveOrder(decision, input); }
    void operator()(const NoteMessage& input) { decision.record(input.note); }
    void operator()(const ReceiveReport& input) { receiveReport(decision, input); }
    void operator()(const EndAttempt& input) { endAttempt(decision, input); }
    void operator()(const EndLookup& input) { endLookup(decision, input); }
    void operator()(const Wake&) {}
    void operator()(const Recover&) { recover(decision); }
    void operator()(const Command& input) { obey(decision, input); }
    void operator()(const EditOrder& input) { editOrder(decision, input); }
};

} // namespace

void Decision::open(OpenException exception)
{
    const bool isOpen = std::ranges::any_of(order.exceptions, [&](const OpenException& other) {
        return other.kind == exception.kind && other.cause == exception.cause &&
               other.effect == exception.effect && other.step == exception.step &&
               other.lineNo == exception.lineNo && other.subject == exception.subject &&
               other.system == exception.system;
    });
    if (isOpen) return;
    exception.number = order.exceptionsOpened + 1;
    exception.openedAt = context.now;
    record(ExceptionOpened{.exception = std::move(exception)});
}

void Decision::close(int exceptionNumber, std::string how)
{
    record(ExceptionClosed{.number = exceptionNumber, .how = std::move(how)});
}

void Decision::learn(std::string kind, std::string value, std::string system, int subject)
{
    if (value.empty()) return;
    const bool isKnown = std::ranges::any_of(order.references, [&](const ExternalReference& reference) {
        return reference.kind == kind && reference.value == value && reference.system == system &&
               reference.subject == subject;
    });
    if (isKnown) return;
    record(ReferenceLearned{.reference = {std::move(kind), std::move(value), std::move(system), subject}});
}

void decide(Order& order, const Input& input, const Context& context, FactRow& row)
{
    Decision decision(order, context, row);
    std::visit(Dispatcher{decision}, input);
    if (order.revision > 0 && context.advances) advance(decision);
}

} // namespace milepost
