// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/domain/content_fields.h"
#include "backend/domain/order_edit.h"
#include "backend/domain/permissions.h"
#include "backend/engine/engine_loop.h"
#include "backend/store/content.h"

#include <algorithm>
#include <utility>

namespace milepost {
namespace {

/// "/note: new words; /shipTo/city: (of a person)". The audit is for ever, what it says of persons must not
/// be.
std::string auditText(const std::vector<FieldChange>& changes, std::string FieldChange::*value)
{
    std::string text;
    for (const FieldChange& change : changes) {
        text += (text.empty() ? "" : "; ") + change.path + ": ";
        text += isPersonPath(change.path) ? "(of a person)" : change.*value;
    }
    return text;
}

PayloadRow contentPayload(const CanonicalOrder& content, PayloadCodec& codec)
{
    PayloadRow row{.kind = "order"};
    codec.encode(row, packedContent(content));
    return row;
}

/// The columns of a revision; those that no edit changes are not written (Change::newOrder).
NewOrderRow revisionRow(OrderId id, const CanonicalOrder& content, PayloadId payload)
{
    return {.id = id,
            .orderNo = content.orderNo,
            .channel = content.channel,
            .customer = content.customerNo,
            .placedAt = content.placedAt,
            .totalMinor = content.totalMinor,
            .currency = content.currency,
            .content = payload,
            .person = packedParties(content)};
}

} // namespace

void EngineLoop::handle(CommandInput& input)
{
    if (input.order.value == 0) return handleOfSystem(input);
    LiveOrder* order = m_orders.find(input.order);
    if (order == nullptr) return std::exchange(input.done, nullptr)({false, "there is no such order"});
    if (input.command.action == "edit") return edit(input, *order);
    const PermissionScope scope{order->state, processOf(order->state), m_landscape};
    if (std::string whyNot = whyNotObey(scope, input.command); !whyNot.empty())
        return std::exchange(input.done, nullptr)({.reason = std::move(whyNot), .isRefused = true});
    Change& change = m_turn.batch.changes.emplace_back();
    change.audit.push_back(AuditRow{.at = m_now,
                                    .actor = input.command.actor,
                                    .action = input.command.action,
                                    .target = order->state.orderNo,
                                    .reason = input.command.reason});
    decideOn(*order, input.command, "command " + input.command.action, change);
    answerWhenDurable(input);
}

/// An exception that no order has: a damaged document, a message that nobody knows what to do with. Its
/// history is what people did with it.
void EngineLoop::handleOfSystem(CommandInput& input)
{
    const Command& command = input.command;
    const bool isReopening = command.action == "reopen";
    if (command.action != "resolve" && command.action != "replay" && !isReopening)
        return std::exchange(input.done, nullptr)({false, "it belongs to no order"});
    Change& change = m_turn.batch.changes.emplace_back();
    std::string whyNot;
    std::optional<ExceptionRow> read;
    if (command.action == "replay")
        whyNot = readStored(command.exception, read, change);
    else if (isReopening)
        whyNot = m_exceptions.reopenOfSystem(change, command.exception);
    else if (m_exceptions.closeOfSystem(change, command.exception, command, m_now) == nullptr)
        whyNot = "its exception is closed already";
    if (!whyNot.empty()) {
        m_turn.batch.changes.pop_back();
        return std::exchange(input.done, nullptr)({.reason = std::move(whyNot), .isRefused = true});
    }
    const ExceptionRow about = read ? *read : change.exceptions.back();
    const std::string& cause = about.exception.cause;
    if (!isReopening && (cause == missingOrdersCause || cause == surplusOrdersCause)) {
        m_counts.accept(about.exception.system);
        tellCounts(about.exception.system, change);
    }
    change.notes.push_back({.exception = about.id,
                            .at = m_now,
                            .actor = command.actor,
                            .kind = command.action,
                            .text = command.reason});
    change.audit.push_back(
        AuditRow{.at = m_now,
                 .actor = command.actor,
                 .action = command.action,
                 .target = "exception " + std::to_string(about.id) + " of " + about.exception.system,
                 .reason = command.reason});
    m_turn.exceptionsChanged = true;
    answerWhenDurable(input);
}

/// The stored message behind an exception is mapped again, with the packs of today, and applied.
/// @param about set to the exception
/// @return why not; empty: it was applied
std::string EngineLoop::readStored(int exception, std::optional<ExceptionRow>& about, Change& change)
{
    about = m_exceptions.openOfSystem(exception);
    if (!about) return "its exception is closed already";
    const auto row = m_store.failedInbox(about->payload);
    if (!row || !m_setup.readAgain) return "no message that could be read again is behind it";
    for (IncomingMessage& message : m_setup.readAgain(*row, m_store.payload(row->payload))) {
        if (message.messageId != row->messageId) continue;
        if (const auto* error = std::get_if<Error>(&message.content))
            return "it still cannot be read: " + error->message;
        const auto* report = std::get_if<Report>(&message.content);
        if (report != nullptr && report->kind != ReportKind::StockReport && !orderOf(*report))
            return "no order here has a number that it names";
        if (std::holds_alternative<SentCount>(message.content))
            return "counts are asked for anew by themselves";
        PreparedMessage prepared = prepareMessage(std::move(message), false, *m_setup.codec);
        take(prepared, change);
        return {};
    }
    return "no message that could be read again is behind it";
}

void EngineLoop::answerWhenDurable(CommandInput& input)
{
    m_turn.answers.emplace_back(m_turn.batch.changes.size() - 1,
                                [done = std::exchange(input.done, nullptr)](bool isDurable) {
                                    done({isDurable, isDurable ? "" : "it could not be written"});
                                });
}

Result<RevisedContent> EngineLoop::revisionFor(const Command& command, const LiveOrder& order) const
{
    const auto refused = [](std::string why) {
        return Error{.kind = ErrorKind::Conflict, .message = std::move(why)};
    };
    const auto found = std::ranges::find(order.state.exceptions, command.exception, &OpenException::number);
    if (command.exception != 0 && found == order.state.exceptions.end())
        return refused("its exception is closed");
    const OpenException exception = command.exception == 0 ? OpenException{} : *found;
    if (!order.content) return refused("the content of the order is not in the store any more");
    std::string whyNot;
    const OrderWish wish{.edits = command.edits};
    if (!mayEdit(order.state, exception, processOf(order.state), m_landscape, whyNot, wish.paths()))
        return refused(whyNot);
    return revisedContent(order.state, *order.content, wish);
}

/// The new content and what is decided on it are written together.
void EngineLoop::edit(CommandInput& input, LiveOrder& order)
{
    const auto revised = revisionFor(input.command, order);
    if (!revised)
        return std::exchange(input.done, nullptr)({.reason = revised.error().message, .isRefused = true});
    Change& change = m_turn.batch.changes.emplace_back();
    change.audit.push_back(AuditRow{.at = m_now,
                                    .actor = input.command.actor,
                                    .action = "edit",
                                    .target = order.state.orderNo,
                                    .reason = input.command.reason,
                                    .before = auditText(revised->changes, &FieldChange::before),
                                    .after = auditText(revised->changes, &FieldChange::after)});
    revise(
        order, *revised,
        {.exception = input.command.exception, .actor = input.command.actor, .reason = input.command.reason},
        "command edit", change);
    answerWhenDurable(input);
}

bool EngineLoop::revise(LiveOrder& order, const RevisedContent& revised, EditOrder edit,
                        const std::string& cause, Change& change)
{
    const OrderId id = order.state.id;
    const int revision = order.state.revision;
    const auto before = order.content;
    edit.changed = revised.changedPaths();
    edit.lines = revised.lines;
    edit.content = writePayload(contentPayload(revised.content, *m_setup.codec), id, change);
    change.newOrder = revisionRow(id, revised.content, edit.content);
    order.content = std::make_shared<const CanonicalOrder>(revised.content);
    leaveStockQueue(order);
    decideOn(order, edit, cause, change);
    LiveOrder* after = m_orders.find(id);
    if (after != nullptr && after->state.revision > revision) return true;
    change.newOrder.reset();
    if (after != nullptr) after->content = before;
    return false;
}

/// What it waits for may be another item, with another promise, from now on.
void EngineLoop::leaveStockQueue(LiveOrder& order)
{
    for (auto at = m_waitingForStock.begin(); at != m_waitingForStock.end();) {
        std::erase_if(at->second, [&](const WaitingOrder& entry) { return entry.order == order.state.id; });
        at = at->second.empty() ? m_waitingForStock.erase(at) : std::next(at);
    }
    order.isWaitingForStock = true;
}

} // namespace milepost
