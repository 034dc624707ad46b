// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/domain/amendment.h"
#include "backend/domain/compensation.h"
#include "backend/domain/order_edit.h"
#include "backend/domain/permissions.h"
#include "backend/engine/engine_loop.h"

#include <algorithm>
#include <utility>

namespace milepost {
namespace {

const std::string overtaken = "a later change came before it";

/// -1: `a` is older, 1: newer, 0: nobody can tell. Versions are times or numbers.
int compareVersions(const std::string& a, const std::string& b)
{
    if (a.empty() || b.empty()) return 0;
    const auto timeA = parseTimestamp(a);
    const auto timeB = parseTimestamp(b);
    if (timeA && timeB) return *timeA < *timeB ? -1 : int(*timeA > *timeB);
    const auto numberA = parseDecimal(a, 6);
    const auto numberB = parseDecimal(b, 6);
    if (numberA && numberB) return *numberA < *numberB ? -1 : int(*numberA > *numberB);
    return 0;
}

/// Whether its order became, by this, what the message behind it says.
bool isStatement(const FactRow& row)
{
    return std::ranges::any_of(row.facts, [](const FactBody& fact) {
        return std::holds_alternative<OrderReceived>(fact) || std::holds_alternative<OrderRevised>(fact);
    });
}

} // namespace

/// What the channel of an order has said of it so far, by the messages that were followed; nothing: the store
/// cannot tell any more.
std::optional<CanonicalOrder> EngineLoop::statedOf(const LiveOrder& order)
{
    std::optional<CanonicalOrder> stated;
    const std::string mark = causeOf({.source = order.state.channel});
    for (const FactRow& row : m_store.facts(order.state.id)) {
        if (!row.cause.starts_with(mark) || !isStatement(row)) continue;
        auto said = readMessage(order.state.channel, row.cause.substr(mark.size()));
        const bool isWholeOne = said && isWhole(*said);
        if (!said || (!isWholeOne && !stated)) return std::nullopt;
        stated = isWholeOne ? *std::move(said) : amended(*std::move(stated), *said);
    }
    return stated;
}

std::optional<CanonicalOrder> EngineLoop::readMessage(const std::string& source, const std::string& messageId)
{
    const auto row = m_setup.readAgain ? m_store.inboxByMessage(source, messageId) : std::nullopt;
    if (!row) return std::nullopt;
    for (IncomingMessage& message : m_setup.readAgain(*row, m_store.payload(row->payload)))
        if (auto* order = std::get_if<CanonicalOrder>(&message.content);
            order != nullptr && message.messageId == messageId)
            return std::move(*order);
    return std::nullopt;
}

EngineLoop::ChannelWish EngineLoop::wishOf(const LiveOrder& order, const CanonicalOrder& said)
{
    if (!order.content || said.purpose == cancelPurpose) return {.wanted = said};
    const auto stated = statedOf(order);
    ChannelWish wish{.wanted = isWhole(said) ? said : amended(stated.value_or(*order.content), said)};
    wish.difference = wishTowards(order.state, *order.content, wish.wanted, stated ? &*stated : nullptr);
    return wish;
}

/// @return why not; empty: it was followed
std::string EngineLoop::applyFromChannel(LiveOrder& order, const ChannelWish& wish,
                                         const IncomingMessage& message, Change& change)
{
    const std::string& source = message.source;
    const PermissionScope scope{order.state, processOf(order.state), m_landscape};
    if (wish.wanted.purpose == cancelPurpose) {
        const auto& compensation = order.state.compensation;
        const bool isUnderWay = compensation && compensation->goal == CompensationGoal::Cancel;
        if (isUnderWay || isCancelled(order.state)) return {};
        const Command cancel{.action = "cancel", .actor = source, .reason = "cancelled by the channel"};
        if (std::string whyNot = whyNotObey(scope, cancel); !whyNot.empty()) return whyNot;
        decideOn(order, cancel, causeOf(message), change);
        return {};
    }
    if (!order.content) return "the content of the order is not in the store any more";
    if (!goesToTheSame(*order.content, wish.wanted)) return "it adds or drops addresses";
    if (wish.difference.isEmpty()) return {}; // it repeats what holds, or what a person has changed since
    const auto revised = revisedContent(order.state, *order.content, wish.difference);
    if (!revised) return revised.error().message;
    const bool isDone = revise(order, *revised, {.actor = source, .reason = "changed by the channel"},
                               causeOf(message), change);
    return isDone ? std::string() : std::string("it cannot be decided on");
}

/// What may wait for the end of a call is not for a person; empty: nothing is in its way.
std::string EngineLoop::blockOf(const LiveOrder& order, const ChannelWish& wish) const
{
    std::string whyNot;
    if (wish.difference.isEmpty()) return whyNot;
    isEditBlocked(order.state, processOf(order.state), m_landscape, wish.difference.paths(), whyNot);
    return whyNot;
}

void EngineLoop::keepWish(PreparedMessage& message, const std::string& orderNo, Change& change)
{
    InboxRow& inbox = change.inbox.back();
    inbox.state = InboxState::Mapped;
    inbox.references = orderNo;
    m_turn.newInbox.insert_or_assign({inbox.source, inbox.messageId}, inbox);
    ++m_wishesOf[orderNo];
    m_wishes.keep({message, inbox}, {orderNo});
}

/// A call may have ended: what waited for it is looked at again, the first one first.
void EngineLoop::wakeWishes(const LiveOrder& order)
{
    if (m_wishes.isEmpty()) return;
    for (Unmatched::Waiting& waiting : m_wishes.take(order.state.orderNo))
        m_queue.put(WaitedInput{std::move(waiting)});
}

/// What waited for the end of a call, or for its order, is looked at again.
void EngineLoop::handleWish(Unmatched::Waiting& waiting)
{
    const std::string key = waiting.message.businessKey; // a copy: what waits may be moved on
    const auto known = knownOrder(key);
    LiveOrder* order = known ? m_orders.find(known->id) : nullptr;
    if (order == nullptr) return m_unmatched.keep(std::move(waiting), {key});
    if (waiting.inbox.references == key) noteFound(waiting, *order);
    order = m_orders.find(known->id);
    if (order != nullptr) takeWish(waiting, *order, known->version);
}

/// The order has come that a change or a cancellation waited for.
void EngineLoop::noteFound(Unmatched::Waiting& waiting, LiveOrder& order)
{
    InboxRow& inbox = waiting.inbox;
    ++m_wishesOf[order.state.orderNo];
    inbox.references = order.state.orderNo;
    inbox.reason.clear();
    Change& change = m_turn.batch.changes.emplace_back();
    m_exceptions.closeAbout(change, inbox.payload, "its order has come", m_now);
    note(order, waiting.message.message, "change", inbox.payload, change);
}

void EngineLoop::takeWish(Unmatched::Waiting& waiting, LiveOrder& order, const std::string& version)
{
    const auto row = inboxOf(waiting.inbox.source, waiting.inbox.messageId);
    if (!row || row->state != InboxState::Mapped) return; // taken up before
    const auto& wanted = std::get<CanonicalOrder>(waiting.message.message.content);
    const std::string orderNo = order.state.orderNo;
    const bool isLate = compareVersions(wanted.version, version) < 0;
    const ChannelWish wish = isLate ? ChannelWish{} : wishOf(order, wanted);
    if (!blockOf(order, wish).empty()) {
        m_wishes.keep(std::move(waiting), {orderNo});
        return;
    }
    if (const auto at = m_wishesOf.find(orderNo); at != m_wishesOf.end() && --at->second <= 0)
        m_wishesOf.erase(at);
    Change& change = m_turn.batch.changes.emplace_back();
    InboxRow& inbox = waiting.inbox;
    inbox.state = InboxState::Applied;
    inbox.order = order.state.id;
    m_turn.newInbox.insert_or_assign({inbox.source, inbox.messageId}, inbox);
    change.inbox.push_back(inbox);
    if (isLate && isWhole(wanted)) return; // a newer statement was followed meanwhile
    const std::string whyNot =
        isLate ? overtaken : applyFromChannel(order, wish, waiting.message.message, change);
    if (!whyNot.empty())
        openUnfollowed(inbox.source, "order change",
                       inbox.source + " wants to change order " + orderNo + " (" + whyNot + ")",
                       inbox.payload, ContractNames::ofMessage(inbox.source, inbox.format), change);
}

void EngineLoop::openUnfollowed(const std::string& source, const std::string& cause, const std::string& what,
                                PayloadId payload, std::string contract, Change& change)
{
    m_exceptions.openForSystem(change,
                               OpenException{.kind = ExceptionClass::Mismatch,
                                             .severity = Severity::High,
                                             .system = source,
                                             .cause = cause,
                                             .text = what + " and was kept, not applied. Compare both and "
                                                            "agree with the customer what holds.",
                                             .openedAt = m_now},
                               payload, m_setup.policies, "normal", std::move(contract));
}

/// A new message about an order that is here: said before, later, earlier, or nobody can tell.
Receipt EngineLoop::noteKnownOrder(PreparedMessage& message, const Store::KnownOrder& known, Change& change)
{
    const IncomingMessage& in = message.message;
    const auto& content = std::get<CanonicalOrder>(in.content);
    LiveOrder* order = m_orders.find(known.id);
    Receipt receipt{.orderNo = order == nullptr ? std::string() : order->state.orderNo,
                    .duplicateOf = "inbox " + std::to_string(known.firstInbox)};
    const bool isSame = known.contentDigest == message.contentDigest;
    const int order_ = compareVersions(content.version, known.version);
    receipt.result = isSame ? "duplicate" : order_ > 0 ? "change" : order_ < 0 ? "late" : "conflict";
    const InboxRow& inbox = writeInbox(message, InboxState::Applied, known.id, change);
    if (order != nullptr) note(*order, in, receipt.result, inbox.payload, change);
    const bool isOvertaken = receipt.result == "late" && !isWhole(content);
    if (isSame || (receipt.result == "late" && !isOvertaken)) return receipt;
    const std::string verb = content.purpose == cancelPurpose ? "cancel" : "change";
    const bool isWish = verb == "cancel" || receipt.result == "change";
    std::string cause = receipt.result == "change" ? "order change" : "order conflict";
    receipt.reason = "order " + receipt.orderNo + " came again with other content";
    if (receipt.result == "change") receipt.reason = "a change of order " + receipt.orderNo + " arrived";
    if (isOvertaken)
        receipt.reason = in.source + " wants to change order " + receipt.orderNo + " (" + overtaken + ")";
    order = m_orders.find(known.id); // as it is after the note
    if (isWish && order != nullptr && m_setup.advances) {
        const ChannelWish wish = wishOf(*order, content);
        std::string block = blockOf(*order, wish);
        if (block.empty() && m_wishesOf.contains(order->state.orderNo)) block = "an earlier one does";
        receipt.result = "change";
        if (!block.empty()) {
            receipt.reason = "the change of order " + receipt.orderNo + " waits: " + block;
            keepWish(message, order->state.orderNo, change);
            wakeWishes(*order);
            return receipt;
        }
        const std::string whyNot = applyFromChannel(*order, wish, in, change);
        receipt.reason = "the channel's wish to " + verb + " order " + receipt.orderNo + " was followed";
        if (whyNot.empty()) return receipt;
        cause = "order " + verb;
        receipt.reason = in.source + " wants to " + verb + " order " + receipt.orderNo + " (" + whyNot + ")";
    }
    openUnfollowed(in.source, cause, receipt.reason, inbox.payload,
                   ContractNames::ofMessage(in.source, in.format), change);
    return receipt;
}

} // namespace milepost
