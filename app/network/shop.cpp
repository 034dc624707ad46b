// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/network/shop.h"

#include "app/network/money_text.h"

#include <nlohmann/json.hpp>

namespace milepost::network {

using Json = nlohmann::json;

namespace {

constexpr int shopOffsetHours = -5;
constexpr std::int64_t shippingCents = 495;

ChannelManner shopManner()
{
    ChannelManner manner;
    manner.name = "shop";
    manner.credential = {"apiKey", "X-Shopify-Access-Token", "", "", ""};
    manner.webhookCredential = {"hmac", "X-Shopify-Hmac-Sha256", "", "base64", ""};
    manner.path = "/orders.json";
    manner.cursorParameter = "since";
    manner.entriesWord = "orders";
    manner.cursorWord = "next";
    manner.idHeader = "X-Shopify-Webhook-Id";
    manner.webhookHeaders = {{"X-Shopify-Topic", "orders/create"}};
    manner.countPath = "/orders/count.json";
    manner.fromParameter = "created_at_min";
    manner.toParameter = "created_at_max";
    return manner;
}

Json addressJson(const CustomerOrder& order)
{
    const Address& address = order.addresses.front();
    return {{"name", address.name},
            {"address1", address.street},
            {"address2", address.street2.empty() ? Json(nullptr) : Json(address.street2)},
            {"city", address.city},
            {"province_code", address.region},
            {"zip", address.postalCode},
            {"country_code", address.country},
            {"phone", "+1 555 " + std::to_string(1000 + order.position % 9000)}};
}

Json lineItems(const CustomerOrder& order)
{
    Json items = Json::array();
    for (const CustomerLine& line : order.lines) {
        items.push_back({{"id", 13'000'000'000'000 + order.position * 10 + line.lineNo},
                         {"sku", line.sku},
                         {"title", line.title},
                         {"quantity", line.quantity},
                         {"fulfillable_quantity", line.quantity},
                         {"price", priceText(line.priceMillionths.value_or(0))},
                         {"requires_shipping", true}});
    }
    return items;
}

/// Every fifth id lies above 2^53.
std::int64_t orderId(const CustomerOrder& order)
{
    return order.position % 5 == 0 ? 9'007'199'254'740'993 + 2 * order.position
                                   : 5'900'000'000'000 + order.position;
}

} // namespace

Shop::Shop(NetworkParts& parts, Feeds& feeds)
    : OrderChannel(parts, feeds, shopManner())
{
}

Json Shop::written(const CustomerOrder& order, Millis now) const
{
    std::int64_t subtotal = 0;
    for (const CustomerLine& line : order.lines)
        subtotal += amountCents(line.quantity, line.priceMillionths.value_or(0));
    const std::int64_t id = orderId(order);
    const std::string time = rfc3339Offset(now, shopOffsetHours);
    const std::string created = rfc3339Offset(order.placedAt == 0 ? now : order.placedAt, shopOffsetHours);
    const std::int64_t shipping = order.isExpress ? 3 * shippingCents : shippingCents;
    return {{"id", id},
            {"admin_graphql_api_id", "gid://shopify/Order/" + std::to_string(id)},
            {"name", "#" + order.ref},
            {"order_number", 1001 + order.position},
            {"created_at", created},
            {"updated_at", time},
            {"currency", order.currency},
            {"email", order.email},
            {"financial_status", "paid"},
            {"fulfillment_status", nullptr},
            {"note", nullptr},
            {"tags", ""},
            {"test", false},
            {"taxes_included", false},
            {"subtotal_price", centsText(subtotal)},
            {"total_discounts", "0.00"},
            {"total_tax", "0.00"},
            {"total_price", centsText(subtotal + shipping)},
            {"customer",
             {{"id", std::stoll(order.customerCode)},
              {"email", order.email},
              {"first_name", order.firstName},
              {"last_name", order.lastName}}},
            {"shipping_lines", Json::array({{{"title", order.isExpress ? "Express" : "Ground"},
                                             {"code", order.isExpress ? "EXPRESS" : "GROUND"},
                                             {"price", centsText(shipping)}}})},
            {"line_items", lineItems(order)},
            {"shipping_address", addressJson(order)},
            {"billing_address", addressJson(order)}};
}

Json Shop::countWritten(std::int64_t count, Millis, Millis) const
{
    return {{"count", count}};
}

std::string Shop::failureBody(const Refusal& refusal) const
{
    return Json{{"errors", refusal.text}}.dump();
}

} // namespace milepost::network
