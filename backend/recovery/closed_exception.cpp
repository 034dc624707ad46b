// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/recovery/closed_exception.h"

#include "backend/domain/evolve.h"

#include <algorithm>

namespace milepost {
namespace {

constexpr int inboxPage = 500;

bool isClosedBy(const FactRow& row, int number)
{
    return std::ranges::any_of(row.facts, [&](const FactBody& fact) {
        const auto* closed = std::get_if<ExceptionClosed>(&fact);
        return closed != nullptr && closed->number == number;
    });
}

std::string howClosedBy(const FactRow& row, int number)
{
    for (const FactBody& fact : row.facts)
        if (const auto* closed = std::get_if<ExceptionClosed>(&fact); closed && closed->number == number)
            return closed->how;
    return {};
}

/// The exception as it was before the row that closed it; nothing: that row opened it, too.
std::optional<ClosedException> closedFrom(const Order& before, const FactRow& row, int number)
{
    const auto open = std::ranges::find(before.exceptions, number, &OpenException::number);
    if (open == before.exceptions.end()) return std::nullopt;
    ClosedException closed{.exception = *open, .how = howClosedBy(row, number)};
    if (const Effect* effect = findEffect(before, open->effect)) {
        closed.effect = effect->state;
        closed.isDoubtful = effect->isDoubtful;
    }
    return closed;
}

/// The message that it is about can still not be used.
bool isStillBad(StoreReader& reader, PayloadId message)
{
    std::int64_t after = 0;
    for (;;) {
        const std::vector<InboxRow> rows = reader.inbox(InboxState::Failed, after, inboxPage);
        if (std::ranges::find(rows, message, &InboxRow::payload) != rows.end()) return true;
        if (rows.size() < inboxPage) return false;
        after = rows.back().id;
    }
}

std::string whyNotReopenOfSystem(StoreReader& reader, const ExceptionRow& row)
{
    if (!row.how.starts_with("resolved"))
        return "it was not closed by hand (" + row.how + "); only what was resolved is reopened";
    if (isAboutMessage(row) && !isStillBad(reader, row.payload)) return "its message could be used meanwhile";
    return {};
}

} // namespace

bool isAboutMessage(const ExceptionRow& row)
{
    const std::string& cause = row.exception.cause;
    return row.order.value == 0 && (cause.ends_with(" cannot be read") || cause == "belongs to no order");
}

std::string howClosed(const ExceptionRow& row)
{
    if (row.how == "cause gone") return "its cause is gone";
    if (row.how == "answered") return "its system answered";
    return row.how + (row.closedBy.empty() ? "" : " by " + row.closedBy) +
           (row.closedWhy.empty() ? "" : ": " + row.closedWhy);
}

std::optional<ClosedException> closedException(const std::vector<FactRow>& history, int number)
{
    std::optional<ClosedException> closed;
    Order order;
    for (const FactRow& row : history) {
        order.id = row.order;
        if (isClosedBy(row, number)) closed = closedFrom(order, row, number);
        for (const FactBody& fact : row.facts)
            evolve(order, fact, row.at);
    }
    return closed;
}

std::string whyNotReopen(StoreReader& reader, const ExceptionEntry& entry, const Order* order,
                         const Foresight* foresight)
{
    if (entry.row.isOpen) return "it is open";
    if (foresight == nullptr) return "the engine does not run here";
    if (entry.row.order.value == 0) return whyNotReopenOfSystem(reader, entry.row);
    if (order == nullptr) return "its order is not in the store any more";
    const auto closed = closedException(reader.facts(entry.row.order), entry.row.exception.number);
    if (!closed) return "it was closed as soon as it was opened";
    return foresight->whyNot(
        Command{.action = "reopen", .exception = entry.row.exception.number, .closed = *closed}, *order);
}

} // namespace milepost
