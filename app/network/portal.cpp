// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/network/portal.h"

#include "app/network/money_text.h"

#include <nlohmann/json.hpp>

namespace milepost::network {

using Json = nlohmann::json;

namespace {

ChannelManner portalManner()
{
    ChannelManner manner;
    manner.name = "portal";
    manner.credential = {"bearer", "", "", "", ""};
    manner.webhookCredential = {"bearer", "", "", "", ""};
    manner.path = "/v1/orders";
    manner.cursorParameter = "after";
    manner.entriesWord = "items";
    manner.cursorWord = "nextCursor";
    manner.idPrefix = "prt-";
    manner.idHeader = "X-Event-Id";
    manner.countPath = "/v1/orders/summary";
    manner.fromParameter = "placedFrom";
    manner.toParameter = "placedBefore";
    return manner;
}

Json positionsJson(const CustomerOrder& order)
{
    Json positions = Json::array();
    for (const CustomerLine& line : order.lines) {
        Json position{{"line", line.lineNo}, {"article", line.sku}, {"amount", line.quantity}, {"uom", "EA"}};
        if (line.priceMillionths)
            position["netPrice"] = priceText(*line.priceMillionths);
        else if (order.position % 2 == 0)
            position["netPrice"] = nullptr;
        if (!order.substitution.empty()) position["substitution"] = order.substitution;
        positions.push_back(std::move(position));
    }
    return positions;
}

Json rulesJson(const CustomerOrder& order)
{
    Json rules{{"shipComplete", order.shipComplete}};
    if (!order.carrier.empty()) rules["carrier"] = order.carrier;
    return rules;
}

std::string title(int status)
{
    return status == 400   ? "Bad Request"
           : status == 401 ? "Unauthorized"
           : status == 404 ? "Not Found"
                           : "Error";
}

} // namespace

Portal::Portal(NetworkParts& parts, Feeds& feeds)
    : OrderChannel(parts, feeds, portalManner())
{
}

Json Portal::written(const CustomerOrder& order, Millis now) const
{
    const Address& address = order.addresses.front();
    return {{"orderNumber", order.ref},
            {"revision", order.revision},
            {"placedAt", rfc3339(order.placedAt == 0 ? now : order.placedAt)},
            {"changedAt", rfc3339(now)},
            {"customerPo", std::to_string(4000 + order.position) + "/A"},
            {"customer",
             {{"no", order.customerCode},
              {"company", order.customerName},
              {"email", order.email},
              {"rules", rulesJson(order)}}},
            {"deliverTo",
             {{"name", address.name},
              {"street", address.street},
              {"street2", address.street2},
              {"zip", address.postalCode},
              {"city", address.city},
              {"state", address.region},
              {"countryCode", address.country}}},
            {"requestedDate", isoDate(now + order.requestedInDays * 24 * scaledHour)},
            {"currency", order.currency},
            {"positions", positionsJson(order)}};
}

Json Portal::countWritten(std::int64_t count, Millis from, Millis to) const
{
    return {{"summary", {{"orders", count}, {"placedFrom", rfc3339(from)}, {"placedBefore", rfc3339(to)}}}};
}

std::string Portal::failureBody(const Refusal& refusal) const
{
    return Json{{"type", "about:blank"},
                {"title", title(refusal.status)},
                {"status", refusal.status},
                {"detail", refusal.text}}
        .dump();
}

} // namespace milepost::network
