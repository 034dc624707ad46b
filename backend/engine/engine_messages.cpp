// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/domain/order_edit.h"
#include "backend/domain/permissions.h"
#include "backend/engine/engine_loop.h"

#include <algorithm>
#include <utility>

namespace milepost {
namespace {

std::string joined(const std::vector<std::string>& parts)
{
    std::string text;
    for (const std::string& part : parts)
        text += (text.empty() ? "" : "\n") + part;
    return text;
}

/// What a decision on this message names as its cause.
std::string causeOf(const IncomingMessage& message)
{
    return "message " + message.source + "/" + message.messageId;
}

/// What an order can also be found by: the numbers of its items.
std::string itemNumbers(const CanonicalOrder& order)
{
    std::string words;
    for (const CanonicalLine& line : order.lines)
        words += line.sku + " " + line.partnerSku + " ";
    return words;
}

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

} // namespace

void EngineLoop::handle(MessageInput& input)
{
    const bool isOrder = std::holds_alternative<CanonicalOrder>(input.message.message.content);
    if (isOrder && m_setup.maxOrdersInFlight > 0 &&
        m_active.size() >= static_cast<std::size_t>(m_setup.maxOrdersInFlight)) {
        m_held.push_back(std::move(input));
        return;
    }
    Receipt receipt = take(input.message, m_turn.batch.changes.emplace_back());
    if (!input.done) return;
    m_turn.answers.emplace_back(m_turn.batch.changes.size() - 1,
                                [done = std::move(input.done), receipt](bool isDurable) mutable {
                                    receipt.isDurable = isDurable;
                                    done(std::move(receipt));
                                });
}

Receipt EngineLoop::take(PreparedMessage& message, Change& change)
{
    const IncomingMessage& in = message.message;
    m_sources.noteContact(in.source, m_now);
    if (const auto* report = std::get_if<Report>(&in.content)) {
        if (report->kind == ReportKind::StockReport && message.isPolled) return takeStock(message, change);
    }
    if (const auto* told = std::get_if<SentCount>(&in.content)) return takeCount(message, *told, change);
    const auto first = inboxOf(in.source, in.messageId);
    const bool isMended =
        first && first->state == InboxState::Failed && !std::holds_alternative<Error>(in.content);
    if (first && !isMended) return noteRepeated(message, *first, change);
    if (isMended) {
        message.replaces = first->id;
        m_exceptions.closeAbout(change, first->payload, "it could be read when it came again", m_now);
    }
    if (const auto* error = std::get_if<Error>(&in.content)) return takeBad(message, *error, change);
    if (std::holds_alternative<CanonicalOrder>(in.content)) return takeOrder(message, change);
    if (std::holds_alternative<Report>(in.content)) return takeReport(message, change);
    writeInbox(message, InboxState::Applied, {}, change);
    return {.result = "ignored", .reason = std::get<NothingToDo>(in.content).why};
}

/// The message of that id, as this turn has it, else the store.
std::optional<InboxRow> EngineLoop::inboxOf(const std::string& source, const std::string& messageId)
{
    const auto known = m_turn.newInbox.find({source, messageId});
    return known != m_turn.newInbox.end() ? std::optional(known->second)
                                          : m_store.inboxByMessage(source, messageId);
}

PayloadId EngineLoop::writePayload(PayloadRow payload, OrderId order, Change& change)
{
    payload.id = {++m_ids.payload};
    payload.order = order;
    change.payloads.push_back(std::move(payload));
    return {m_ids.payload};
}

InboxRow& EngineLoop::writeInbox(const PreparedMessage& message, InboxState state, OrderId order,
                                 Change& change)
{
    const IncomingMessage& in = message.message;
    InboxRow row{.id = message.replaces != 0 ? message.replaces : ++m_ids.inbox,
                 .source = in.source,
                 .messageId = in.messageId,
                 .digest = message.digest,
                 .format = in.format,
                 .state = state,
                 .receivedAt = m_now,
                 .order = order,
                 .payload = writePayload(message.raw, order, change),
                 .businessKey = message.businessKey,
                 .contentDigest = message.contentDigest,
                 .file = in.file};
    if (const auto* content = std::get_if<CanonicalOrder>(&in.content)) row.version = content->version;
    m_turn.newInbox.insert_or_assign({in.source, in.messageId}, row);
    return change.inbox.emplace_back(std::move(row));
}

/// The same message again, or another one under the same id.
Receipt EngineLoop::noteRepeated(const PreparedMessage& message, const InboxRow& first, Change& change)
{
    const IncomingMessage& in = message.message;
    const bool isSame = first.digest == message.digest;
    LiveOrder* order = first.order.value == 0 ? nullptr : m_orders.find(first.order);
    Receipt receipt{.result = isSame ? "duplicate" : "conflict", .duplicateOf = first.file};
    if (order != nullptr) receipt.orderNo = order->state.orderNo;
    if (receipt.duplicateOf.empty()) receipt.duplicateOf = first.messageId;
    if (isSame && message.isPolled) return receipt; // a webhook was faster: that is no news
    const PayloadId payload = isSame ? first.payload : writePayload(message.raw, first.order, change);
    if (order != nullptr)
        decideOn(
            *order,
            NoteMessage{
                {.system = in.source, .messageId = in.messageId, .note = receipt.result, .payload = payload}},
            causeOf(in), change);
    if (isSame) return receipt;
    receipt.reason = "the id " + in.messageId + " of " + in.source + " came before with other content";
    m_exceptions.openForSystem(
        change,
        OpenException{.kind = ExceptionClass::Contract,
                      .severity = Severity::High,
                      .system = in.source,
                      .cause = "message id used twice",
                      .text = "Two different messages of " + in.source + " carry the id " + in.messageId +
                              ". Ask it which one holds; the second was kept "
                              "and not applied.",
                      .openedAt = m_now},
        payload, m_setup.policies, "normal", ContractNames::ofMessage(in.source, in.format));
    return receipt;
}

Receipt EngineLoop::takeBad(PreparedMessage& message, const Error& error, Change& change)
{
    InboxRow& row = writeInbox(message, InboxState::Failed, {}, change);
    row.reason = error.message;
    row.place = error.place;
    const IncomingMessage& in = message.message;
    m_exceptions.openForSystem(
        change,
        OpenException{.kind = error.kind == ErrorKind::InvalidInput ? ExceptionClass::Validation
                                                                    : ExceptionClass::Contract,
                      .severity = Severity::Medium,
                      .system = in.source,
                      .cause = in.format + " cannot be read",
                      .text = "A message of " + in.source + " cannot be used: " + error.message +
                              (error.place.empty() ? "" : " (" + error.place + ")") +
                              ". It is kept; have it corrected and sent again.",
                      .openedAt = m_now},
        row.payload, m_setup.policies, "normal", ContractNames::ofMessage(in.source, in.format));
    m_turn.exceptionsChanged = true;
    return {.result = "rejected", .reason = error.message, .place = error.place};
}

std::optional<OrderId> EngineLoop::orderByNo(const std::string& orderNo)
{
    const auto at = m_turn.newOrderNos.find(orderNo);
    return at != m_turn.newOrderNos.end() ? std::optional(at->second) : m_store.orderByNo(orderNo);
}

/// The number people know it by; where two partners use the same one, the sender and then our id tell them
/// apart.
std::string EngineLoop::freeOrderNo(const CanonicalOrder& order, OrderId id)
{
    const std::string bySender = order.number + "/" + (order.sender.empty() ? order.channel : order.sender);
    for (const std::string& candidate : {order.number, bySender}) {
        if (!candidate.empty() && !orderByNo(candidate)) return candidate;
    }
    return bySender + "/" + std::to_string(id.value);
}

Receipt EngineLoop::takeOrder(PreparedMessage& message, Change& change)
{
    const auto inTurn = m_turn.newBusinessKeys.find(message.businessKey);
    const bool isOfThisTurn = inTurn != m_turn.newBusinessKeys.end();
    auto known = isOfThisTurn ? std::nullopt : m_store.orderByBusinessKey(message.businessKey);
    if (isOfThisTurn) {
        const auto same = std::ranges::find_if(m_turn.newInbox, [&](const auto& entry) {
            return entry.second.businessKey == message.businessKey;
        });
        known = Store::KnownOrder{.id = inTurn->second,
                                  .contentDigest = same->second.contentDigest,
                                  .version = same->second.version,
                                  .firstInbox = same->second.id};
    }
    if (known) return noteKnownOrder(message, *known, change);

    const OrderId id{++m_ids.order};
    auto content = std::make_shared<CanonicalOrder>(std::get<CanonicalOrder>(message.message.content));
    content->orderNo = freeOrderNo(*content, id);
    const PayloadId contentId = writePayload(std::move(message.content), id, change);
    const InboxRow& inbox = writeInbox(message, InboxState::Applied, id, change);
    change.newOrder = NewOrderRow{.id = id,
                                  .orderNo = content->orderNo,
                                  .channel = content->channel,
                                  .customer = content->customerNo,
                                  .businessKey = message.businessKey,
                                  .receivedAt = m_now,
                                  .placedAt = content->placedAt,
                                  .totalMinor = content->totalMinor,
                                  .currency = content->currency,
                                  .content = contentId,
                                  .person = message.person,
                                  .words = itemNumbers(*content)};
    m_turn.newOrderNos.insert_or_assign(content->orderNo, id);
    m_turn.newBusinessKeys.insert_or_assign(message.businessKey, id);
    const std::string orderNo = content->orderNo;
    const auto arrived = content;
    LiveOrder& order = m_orders.add(id, LiveOrder{.state = {.id = id}, .content = std::move(content)});
    decideOn(order, ReceiveOrder{.content = contentId, .raw = inbox.payload}, causeOf(message.message),
             change);
    if (!change.facts.empty()) {
        countArrival(*arrived, change);
        return {.result = "accepted", .orderNo = orderNo};
    }
    change = {};
    return takeBad(message, Error{ErrorKind::Internal, "deciding on it failed"}, change);
}

/// A new message about an order that is here: said before, later, earlier, or nobody can tell.
std::string EngineLoop::applyFromChannel(LiveOrder& order, const CanonicalOrder& wanted,
                                         const std::string& source, const std::string& cause, Change& change)
{
    const PermissionScope scope{order.state, processOf(order.state), m_landscape};
    if (wanted.purpose == "cancel") {
        const Command cancel{.action = "cancel", .actor = source, .reason = "cancelled by the channel"};
        if (std::string whyNot = whyNotObey(scope, cancel); !whyNot.empty()) return whyNot;
        decideOn(order, cancel, cause, change);
        return {};
    }
    if (!order.content) return "the content of the order is not in the store any more";
    if (!goesToTheSame(*order.content, wanted)) return "it adds or drops addresses";
    const auto revised =
        revisedContent(order.state, *order.content, wishTowards(order.state, *order.content, wanted));
    if (!revised) return revised.error().message;
    const bool isDone =
        revise(order, *revised, {.actor = source, .reason = "changed by the channel"}, cause, change);
    return isDone ? std::string() : std::string("it cannot be decided on");
}

std::string EngineLoop::blockOf(const LiveOrder& order, const CanonicalOrder& wanted) const
{
    if (!order.content || wanted.purpose == "cancel") return {};
    std::string whyNot;
    const OrderWish wish = wishTowards(order.state, *order.content, wanted);
    isEditBlocked(order.state, processOf(order.state), m_landscape, wish.paths(), whyNot);
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

void EngineLoop::takeWish(Unmatched::Waiting& waiting, LiveOrder& order, const std::string& version)
{
    const auto row = inboxOf(waiting.inbox.source, waiting.inbox.messageId);
    if (!row || row->state != InboxState::Mapped) return; // taken up before
    const auto& wanted = std::get<CanonicalOrder>(waiting.message.message.content);
    const std::string orderNo = order.state.orderNo;
    const bool isLate = compareVersions(wanted.version, version) < 0;
    if (!isLate && !blockOf(order, wanted).empty()) {
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
    if (isLate) return; // a newer statement was followed meanwhile
    const std::string whyNot =
        applyFromChannel(order, wanted, inbox.source, causeOf(waiting.message.message), change);
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
    if (order != nullptr)
        decideOn(*order,
                 NoteMessage{{.system = in.source,
                              .messageId = in.messageId,
                              .note = receipt.result,
                              .payload = inbox.payload}},
                 causeOf(in), change);
    if (isSame || receipt.result == "late") return receipt;
    const std::string verb = content.purpose == "cancel" ? "cancel" : "change";
    const bool isWish = verb == "cancel" || receipt.result == "change";
    std::string cause = receipt.result == "change" ? "order change" : "order conflict";
    receipt.reason = receipt.result == "change"
                         ? "a change of order " + receipt.orderNo + " arrived"
                         : "order " + receipt.orderNo + " came again with other content";
    order = m_orders.find(known.id); // as it is after the note
    if (isWish && order != nullptr && m_setup.advances) {
        std::string block = blockOf(*order, content);
        if (block.empty() && m_wishesOf.contains(order->state.orderNo)) block = "an earlier one does";
        receipt.result = "change";
        if (!block.empty()) {
            receipt.reason = "the change of order " + receipt.orderNo + " waits: " + block;
            keepWish(message, order->state.orderNo, change);
            wakeWishes(*order);
            return receipt;
        }
        const std::string whyNot = applyFromChannel(*order, content, in.source, causeOf(in), change);
        receipt.reason = "the channel's wish to " + verb + " order " + receipt.orderNo + " was followed";
        if (whyNot.empty()) return receipt;
        cause = "order " + verb;
        receipt.reason = in.source + " wants to " + verb + " order " + receipt.orderNo + " (" + whyNot + ")";
    }
    openUnfollowed(in.source, cause, receipt.reason, inbox.payload,
                   ContractNames::ofMessage(in.source, in.format), change);
    return receipt;
}

std::optional<OrderId> EngineLoop::orderOf(const Report& report)
{
    for (const std::string& reference : referencesOf(report)) {
        if (const auto id = orderByNo(reference)) return id;
        const auto at = m_turn.newReferences.find(reference);
        if (at != m_turn.newReferences.end()) return at->second;
        const auto found = m_store.ordersByReference(reference);
        if (found.size() == 1) return found.front();
    }
    return std::nullopt;
}

Receipt EngineLoop::takeReport(PreparedMessage& message, Change& change)
{
    const Report& report = std::get<Report>(message.message.content);
    if (report.kind == ReportKind::StockReport) {
        writeInbox(message, InboxState::Applied, {}, change);
        return takeStock(message, change);
    }
    const auto id = orderOf(report);
    LiveOrder* order = id ? m_orders.find(*id) : nullptr;
    if (order == nullptr) return keepUnmatched(message, change);
    const InboxRow& inbox = writeInbox(message, InboxState::Applied, *id, change);
    decideOn(*order, ReceiveReport{.report = report, .payload = inbox.payload}, causeOf(message.message),
             change);
    return {.result = "accepted", .orderNo = order->state.orderNo};
}

Receipt EngineLoop::keepUnmatched(PreparedMessage& message, Change& change)
{
    const std::vector<std::string> references = referencesOf(std::get<Report>(message.message.content));
    InboxRow& inbox = writeInbox(message, InboxState::Mapped, {}, change);
    inbox.references = joined(references);
    m_unmatched.keep({message, inbox}, references);
    return {.result = "unmatched", .reason = "it waits for the order that it speaks of"};
}

/// A number was learned that reports have waited for.
void EngineLoop::retryUnmatched(const std::string& reference)
{
    for (Unmatched::Waiting& waiting : m_unmatched.take(reference))
        m_queue.put(WaitedInput{std::move(waiting)});
}

void EngineLoop::handle(WaitedInput& input)
{
    if (std::holds_alternative<CanonicalOrder>(input.waiting.message.message.content)) {
        const auto known = m_store.orderByBusinessKey(input.waiting.message.businessKey);
        LiveOrder* changed = known ? m_orders.find(known->id) : nullptr;
        return changed == nullptr ? void() : takeWish(input.waiting, *changed, known->version);
    }
    const Report report = std::get<Report>(input.waiting.message.message.content);
    const auto id = orderOf(report);
    LiveOrder* order = id ? m_orders.find(*id) : nullptr;
    if (order == nullptr) {
        const std::vector<std::string> references = referencesOf(report);
        m_unmatched.keep(std::move(input.waiting), references);
        return;
    }
    Change& change = m_turn.batch.changes.emplace_back();
    InboxRow& inbox = input.waiting.inbox;
    inbox.state = InboxState::Applied;
    inbox.order = *id;
    change.inbox.push_back(inbox);
    decideOn(*order, ReceiveReport{.report = report, .payload = inbox.payload},
             "message " + inbox.source + "/" + inbox.messageId, change);
}

Receipt EngineLoop::takeStock(const PreparedMessage& message, Change& change)
{
    const Report& report = std::get<Report>(message.message.content);
    std::set<WaitingOrder> waiting;
    for (const StockFigure& figure : report.stock) {
        StockRow row{figure.node, figure.sku, figure.onHand, report.occurredAt.value_or(m_now)};
        if (!m_stock.report(row)) continue;
        const auto at = m_waitingForStock.find(figure.sku);
        if (at != m_waitingForStock.end() && m_stock.availableMicro(figure.node, figure.sku) > 0)
            waiting.insert(at->second.begin(), at->second.end());
        change.stock.push_back(std::move(row));
    }
    m_stockWakes.insert(waiting.begin(), waiting.end());
    return {.result = "accepted"};
}

} // namespace milepost
