// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/domain/amendment.h"
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

/// What an order can also be found by: the numbers of its items.
std::string itemNumbers(const CanonicalOrder& order)
{
    std::string words;
    for (const CanonicalLine& line : order.lines)
        words += line.sku + " " + line.partnerSku + " ";
    return words;
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
    if (order != nullptr) note(*order, in, receipt.result, payload, change);
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

/// The number people know it by, as far as nothing that we append to it could be read in it; where two
/// partners use the same one, the sender and then our id tell them apart.
std::string EngineLoop::freeOrderNo(const CanonicalOrder& order, OrderId id)
{
    const std::string bySender = order.number + "/" + (order.sender.empty() ? order.channel : order.sender);
    for (const std::string& candidate : {order.number, bySender}) {
        const std::string number = withoutReferenceMarks(candidate);
        if (!number.empty() && !orderByNo(number)) return number;
    }
    return withoutReferenceMarks(bySender) + "/" + std::to_string(id.value);
}

/// As this turn has it, else the store.
std::optional<Store::KnownOrder> EngineLoop::knownOrder(const std::string& businessKey)
{
    const auto inTurn = m_turn.newBusinessKeys.find(businessKey);
    if (inTurn == m_turn.newBusinessKeys.end()) return m_store.orderByBusinessKey(businessKey);
    const auto same = std::ranges::find_if(m_turn.newInbox, [&](const auto& entry) {
        return entry.second.businessKey == businessKey && entry.second.order == inTurn->second;
    });
    return Store::KnownOrder{.id = inTurn->second,
                             .contentDigest = same->second.contentDigest,
                             .version = same->second.version,
                             .firstInbox = same->second.id};
}

Receipt EngineLoop::takeOrder(PreparedMessage& message, Change& change)
{
    const auto known = knownOrder(message.businessKey);
    if (known) return noteKnownOrder(message, *known, change);
    if (!isWhole(std::get<CanonicalOrder>(message.message.content)))
        return keepUnmatched(message, {message.businessKey}, "it waits for the order that it changes",
                             change);

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
        if (!m_unmatched.isEmpty()) retryUnmatched(message.businessKey);
        return {.result = "accepted", .orderNo = orderNo};
    }
    change = {};
    return takeBad(message, Error{ErrorKind::Internal, "deciding on it failed"}, change);
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
    if (order == nullptr)
        return keepUnmatched(message, referencesOf(report), "it waits for the order that it speaks of",
                             change);
    const InboxRow& inbox = writeInbox(message, InboxState::Applied, *id, change);
    decideOn(*order, ReceiveReport{.report = report, .payload = inbox.payload}, causeOf(message.message),
             change);
    return {.result = "accepted", .orderNo = order->state.orderNo};
}

Receipt EngineLoop::keepUnmatched(PreparedMessage& message, const std::vector<std::string>& references,
                                  std::string reason, Change& change)
{
    InboxRow& inbox = writeInbox(message, InboxState::Mapped, {}, change);
    inbox.references = joined(references);
    m_turn.newInbox.insert_or_assign({inbox.source, inbox.messageId}, inbox);
    m_unmatched.keep({message, inbox}, references);
    return {.result = "unmatched", .reason = std::move(reason)};
}

/// The order's history tells of the message.
void EngineLoop::note(LiveOrder& order, const IncomingMessage& message, std::string what, PayloadId payload,
                      Change& change)
{
    decideOn(order,
             NoteMessage{{.system = message.source,
                          .messageId = message.messageId,
                          .note = std::move(what),
                          .payload = payload}},
             causeOf(message), change);
}

/// A number was learned that reports have waited for.
void EngineLoop::retryUnmatched(const std::string& reference)
{
    for (Unmatched::Waiting& waiting : m_unmatched.take(reference))
        m_queue.put(WaitedInput{std::move(waiting)});
}

void EngineLoop::handle(WaitedInput& input)
{
    if (std::holds_alternative<CanonicalOrder>(input.waiting.message.message.content))
        return handleWish(input.waiting);
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
