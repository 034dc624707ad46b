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
            {"asOf", row.asOf == Timestamp{} ? nlohmann::ordered_json() : timeJson(row.asOf)},
            {"waiting", quantityJson(row.waiting)},
            {"waitingOrders", row.waitingOrders}};
}

} // namespace

int runInventory(Session& session)
{
    const auto rows = openBackend(session)->inventory();
    if (!rows) return refuse(session, rows.error());
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
                 {"reported (UTC)"},
                 {"waited for", true}});
    for (const InventoryRow& row : *rows)
        table.add({row.sku, row.node, toText(row.available), toText(row.onHand), toText(row.reserved),
                   row.asOf == Timestamp{} ? std::string() : momentText(row.asOf),
                   Cell(toText(row.waiting), row.waiting.isPositive() ? Tint::Bad : Tint::None)});
    table.print(session.out, session.hasColour);
    return exitDone;
}

} // namespace milepost
