// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/listed_order.h"

#include "models/text.h"
#include "models/words.h"

#include <algorithm>

namespace milepost {
namespace {

QString joined(const std::vector<std::string>& names)
{
    QString text;
    for (const std::string& name : names) {
        if (!text.isEmpty()) text += QStringLiteral(", ");
        text += milepost::text(name);
    }
    return text;
}

int mainMilestonesFull(std::uint32_t full)
{
    int count = 0;
    for (int i = 0; i <= static_cast<int>(Milestone::Delivered); ++i)
        count += isFull(full, static_cast<Milestone>(i)) ? 1 : 0;
    return count;
}

} // namespace

QString OrderTexts::header(OrderColumn column)
{
    switch (column) {
    case OrderColumn::OrderNo: return tr("Order");
    case OrderColumn::Channel: return tr("Channel");
    case OrderColumn::Customer: return tr("Customer");
    case OrderColumn::Received: return tr("Received");
    case OrderColumn::Promised: return tr("Promised");
    case OrderColumn::Value: return tr("Value");
    case OrderColumn::Milestones: return tr("Milestones");
    case OrderColumn::Nodes: return tr("Nodes");
    case OrderColumn::Exceptions: return tr("Exceptions");
    case OrderColumn::Waiting: return tr("Why is it waiting");
    }
    return {};
}

QString OrderTexts::headerHint(OrderColumn column)
{
    switch (column) {
    case OrderColumn::Milestones:
        return tr("Received, validated, accepted, allocated, released, shipped, posted, invoiced, delivered: "
                  "filled when all units of the order are there");
    case OrderColumn::Nodes: return tr("Warehouses and 3PLs that fulfil the order");
    case OrderColumn::Exceptions: return tr("Open exceptions of the order");
    case OrderColumn::Waiting: return tr("What has to happen before the order goes on, and by when");
    default: return {};
    }
}

QString OrderTexts::milestones(std::uint32_t full)
{
    if (isFull(full, Milestone::Cancelled)) return Words::milestone(Milestone::Cancelled);
    for (int i = static_cast<int>(Milestone::Delivered); i >= 0; --i) {
        const auto milestone = static_cast<Milestone>(i);
        if (!isFull(full, milestone)) continue;
        return tr("%1, %2 of 9").arg(Words::milestone(milestone)).arg(mainMilestonesFull(full));
    }
    return Text::none();
}

QString OrderTexts::waiting(const Waiting& waiting)
{
    const QString why = Words::waiting(waiting);
    if (!waiting.until) return why;
    return tr("%1, until %2").arg(why, Text::time(*waiting.until));
}

ListedOrder OrderTexts::listed(OrderRow row)
{
    ListedOrder order{.row = std::move(row)};
    const auto set = [&order](OrderColumn column, QString value) {
        order.texts[static_cast<std::size_t>(column)] = std::move(value);
    };
    const OrderRow& from = order.row;
    set(OrderColumn::OrderNo, text(from.orderNo));
    set(OrderColumn::Channel, text(from.channel));
    set(OrderColumn::Customer, text(from.customer));
    set(OrderColumn::Received, Text::time(from.receivedAt));
    set(OrderColumn::Promised, Text::time(from.promisedAt));
    set(OrderColumn::Value,
        from.totalMinor ? Text::money(Money{*from.totalMinor, from.currency}) : Text::none());
    set(OrderColumn::Milestones, milestones(from.milestones));
    set(OrderColumn::Nodes, joined(from.nodes));
    set(OrderColumn::Exceptions, from.openExceptions > 0 ? Text::number(from.openExceptions) : QString());
    set(OrderColumn::Waiting, waiting(from.waiting));
    return order;
}

std::vector<ListedOrder> OrderTexts::listed(std::vector<OrderRow> rows)
{
    std::vector<ListedOrder> orders;
    orders.reserve(rows.size());
    for (OrderRow& row : rows)
        orders.push_back(listed(std::move(row)));
    return orders;
}

} // namespace milepost
