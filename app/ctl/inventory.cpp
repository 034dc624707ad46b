// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/argument_text.h"
#include "app/ctl/commands.h"
#include "app/ctl/json_values.h"
#include "app/ctl/table.h"
#include "backend/service/backend.h"

#include <nlohmann/json.hpp>

#include <ostream>

namespace milepost {
namespace {

nlohmann::ordered_json rowJson(const InventoryRow& row)
{
    return {{"sku", row.sku},
            {"node", textJson(row.node)},
            {"available", quantityJson(row.available)},
            {"onHand", quantityJson(row.onHand)},
            {"reserved", quantityJson(row.reserved)},
            {"shipped", quantityJson(row.shipped)},
            {"asOf", row.asOf == Timestamp{} ? nlohmann::ordered_json() : timeJson(row.asOf)},
            {"waiting", quantityJson(row.waiting)},
            {"waitingOrders", row.waitingOrders}};
}

std::string waiters(const InventoryRow& row)
{
    constexpr std::size_t mostNamed = 5;
    std::string words;
    for (std::size_t i = 0; i < row.waitingOrders.size() && i < mostNamed; ++i)
        words += (i > 0 ? ", " : "") + row.waitingOrders[i];
    if (row.waitingOrders.size() > mostNamed)
        words += " and " + std::to_string(row.waitingOrders.size() - mostNamed) + " more";
    return words;
}

} // namespace

int runInventory(Session& session, const InventoryWords& options)
{
    auto rows = openBackend(session)->inventory();
    if (!rows) return refuse(session, rows.error());
    if (options.isWaiting)
        std::erase_if(*rows, [](const InventoryRow& row) { return !row.waiting.isPositive(); });
    if (session.isJson) {
        nlohmann::ordered_json list = nlohmann::ordered_json::array();
        for (const InventoryRow& row : *rows)
            list.push_back(rowJson(row));
        printJson(session, {{"total", rows->size()}, {"inventory", list}});
        return exitDone;
    }
    Table table({{"item"},
                 {"node"},
                 {"to promise", true},
                 {"on hand", true},
                 {"reserved", true},
                 {"left since", true},
                 {"reported (UTC)"},
                 {"waited for", true},
                 {"who waits"}});
    for (const InventoryRow& row : *rows)
        table.add({row.sku, row.node, toText(row.available), toText(row.onHand), toText(row.reserved),
                   toText(row.shipped), row.asOf == Timestamp{} ? std::string() : momentText(row.asOf),
                   Cell(toText(row.waiting), row.waiting.isPositive() ? Tint::Bad : Tint::None),
                   waiters(row)});
    table.print(session.out, session.hasColour);
    return exitDone;
}

} // namespace milepost
