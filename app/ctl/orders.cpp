// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/argument_text.h"
#include "app/ctl/commands.h"
#include "app/ctl/table.h"
#include "app/ctl/view_json.h"

#include <nlohmann/json.hpp>

#include <ostream>

namespace milepost {
namespace {

/// The milestone that says most about how far an order is.
std::string furthest(std::uint32_t milestones)
{
    std::string name;
    for (int i = 0; i < milestoneCount; ++i) {
        const auto milestone = static_cast<Milestone>(i);
        if (isFull(milestones, milestone)) name = toKey(milestone);
    }
    return name;
}

std::string totalText(const OrderRow& row)
{
    if (!row.totalMinor) return {};
    return amountText({.minor = *row.totalMinor, .currency = row.currency}) + " " +
           std::string(row.currency.code());
}

void printPage(Session& session, const OrderPage& page)
{
    Table table(
        {{"order"}, {"channel"}, {"customer"}, {"received (UTC)"}, {"total", true}, {"full"}, {"state"}});
    for (const OrderRow& row : page.orders)
        table.add({row.orderNo, row.channel, row.customer, momentText(row.receivedAt), totalText(row),
                   furthest(row.milestones),
                   Cell(row.isOpen ? "open" : "closed", row.isOpen ? Tint::Warn : Tint::Good)});
    table.print(session.out, session.hasColour);
    if (page.next.value != 0) session.out << "… and more; use --limit or --search\n";
}

} // namespace

int runOrders(Session& session, const OrdersWords& options)
{
    OrderFilter query{.search = options.search, .limit = options.limit};
    if (Milestone milestone{}; !options.milestone.empty()) {
        if (!fromKey(options.milestone, milestone))
            return refuseUsage(session, {.message = "there is no milestone '" + options.milestone + "'"});
        query.milestone = milestone;
    }
    const auto page = openBackend(session)->orders(query);
    if (!page) return refuse(session, page.error());
    if (session.isJson)
        printJson(session, toJson(*page));
    else
        printPage(session, *page);
    return exitDone;
}

} // namespace milepost
