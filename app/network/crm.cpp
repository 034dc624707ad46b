// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/network/crm.h"

#include "app/network/money_text.h"

#include <nlohmann/json.hpp>

namespace milepost::network {

using Json = nlohmann::json;

namespace {

ChannelManner crmManner()
{
    ChannelManner manner;
    manner.name = "crm";
    manner.credential = {"apiKey", "X-Api-Key", "", "", ""};
    manner.webhookCredential = {"apiKey", "X-Api-Key", "", "", ""};
    manner.path = "/api/won-orders";
    manner.cursorParameter = "cursor";
    manner.entriesWord = "data";
    manner.cursorWord = "paging.cursor";
    manner.idPrefix = "crm-";
    manner.idHeader = "X-Event-Id";
    manner.countPath = "/api/won-orders/summary";
    manner.fromParameter = "from";
    manner.toParameter = "until";
    return manner;
}

Json itemsJson(const CustomerOrder& order)
{
    Json items = Json::array();
    for (const CustomerLine& line : order.lines) {
        items.push_back(
            {{"pos", 10 * line.lineNo},
             {"product", {{"code", line.sku}, {"label", line.title}}},
             {"qty", std::to_string(line.quantity) + (order.position % 3 == 0 ? ".000" : "")},
             {"unit", "EA"},
             {"price",
              {{"value", priceText(line.priceMillionths.value_or(0))}, {"currency", order.currency}}}});
    }
    return items;
}

Json accountJson(const CustomerOrder& order)
{
    const Address& address = order.addresses.front();
    return {{"number", order.customerCode},
            {"name", order.customerName},
            {"contact",
             {{"fullName", order.firstName + ' ' + order.lastName},
              {"email", order.email},
              {"phone", "+1 555 0101"}}},
            {"delivery",
             {{"attention", "Receiving"},
              {"line1", address.street},
              {"line2", address.street2},
              {"town", address.city},
              {"region", address.region},
              {"postcode", address.postalCode},
              {"country", address.country}}}};
}

} // namespace

Crm::Crm(NetworkParts& parts, Feeds& feeds)
    : OrderChannel(parts, feeds, crmManner())
{
}

Json Crm::written(const CustomerOrder& order, Millis now) const
{
    const std::string number = order.ref.substr(order.ref.find('-') + 1);
    return {{"recordId", "006A000000" + number},
            {"created", rfc3339(now)},
            {"modified", rfc3339(now)},
            {"opportunity",
             {{"number", order.ref},
              {"stage", "Closed Won"},
              {"closedOn", isoDate(now)},
              {"currency", order.currency}}},
            {"account", accountJson(order)},
            {"terms", "NET30"},
            {"requestedBy", isoDate(now + order.requestedInDays * 24 * scaledHour)},
            {"items", itemsJson(order)}};
}

Json Crm::countWritten(std::int64_t count, Millis from, Millis to) const
{
    return {{"data", {{"wonOrders", count}, {"from", rfc3339(from)}, {"until", rfc3339(to)}}}};
}

std::string Crm::failureBody(const Refusal& refusal) const
{
    return Json{{"status", "error"}, {"reason", refusal.text}, {"code", refusal.code}}.dump();
}

} // namespace milepost::network
