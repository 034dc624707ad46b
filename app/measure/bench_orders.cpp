// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/measure/bench_orders.h"

#include <nlohmann/json.hpp>

#include <cstdint>
#include <cstdio>

namespace milepost {
namespace {

using Json = nlohmann::ordered_json;

/// A small generator whose numbers are the same everywhere.
class Numbers {
public:
    explicit Numbers(std::uint64_t seed)
        : m_state(seed * 0x9e3779b97f4a7c15U + 1)
    {
    }
    std::int64_t below(std::int64_t bound)
    {
        m_state ^= m_state << 13;
        m_state ^= m_state >> 7;
        m_state ^= m_state << 17;
        return static_cast<std::int64_t>(m_state >> 33) % bound;
    }

private:
    std::uint64_t m_state;
};

std::string amount(std::int64_t cents)
{
    char text[32];
    std::snprintf(text, sizeof text, "%lld.%02lld", static_cast<long long>(cents / 100),
                  static_cast<long long>(cents % 100));
    return text;
}

Json address(Numbers& numbers, const std::string& id)
{
    return {{"name", "Customer " + id},
            {"address1", std::to_string(1 + numbers.below(900)) + " Example Street"},
            {"address2", nullptr},
            {"city", "Portland"},
            {"zip", std::to_string(10'000 + numbers.below(89'999))},
            {"province_code", "OR"},
            {"country_code", "US"},
            {"phone", "+1503555" + std::to_string(1000 + numbers.below(8999))}};
}

Json line(Numbers& numbers, const std::string& id, int place, std::int64_t& subtotal)
{
    const std::int64_t quantity = 1 + numbers.below(4);
    const std::int64_t cents = 500 + numbers.below(9000);
    subtotal += cents * quantity;
    const Json tax = {{"title", "State Tax"}, {"rate", 0.05}, {"price", amount(cents * quantity / 20)}};
    return {{"id", "gid://li/" + id + "/" + std::to_string(place)},
            {"variant_id", 1'000'000'000'000 + numbers.below(1'000'000'000)},
            {"sku", "SKU-" + std::to_string(1000 + numbers.below(9000))},
            {"title", "Sample product number " + std::to_string(place)},
            {"vendor", "Sample Vendor"},
            {"quantity", quantity},
            {"price", amount(cents)},
            {"grams", 100 + numbers.below(900)},
            {"taxable", true},
            {"requires_shipping", true},
            {"fulfillment_service", "manual"},
            {"fulfillable_quantity", quantity},
            {"tax_lines", {tax}},
            {"properties", {{{"name", "gift_note"}, {"value", "none"}}}}};
}

Json head(const std::string& id, std::int64_t subtotal)
{
    return {{"id", id},
            {"name", "#" + id},
            {"admin_graphql_api_id", "gid://shopify/Order/" + id},
            {"created_at", "2025-01-15T10:00:00-05:00"},
            {"currency", "USD"},
            {"financial_status", "paid"},
            {"fulfillment_status", nullptr},
            {"email", "c" + id + "@example.test"},
            {"subtotal_price", amount(subtotal)},
            {"total_tax", amount(subtotal / 20)},
            {"total_price", amount(subtotal + subtotal / 20)},
            {"tags", "web,priority"},
            {"note", "Leave at the side door, please ring twice."},
            {"landing_site", "/products/sample?utm_source=mail&utm_campaign=january"},
            {"browser_ip", "192.0.2.10"},
            {"gateway", "card"}};
}

std::string benchOrder(const std::string& id, std::uint64_t seed)
{
    Numbers numbers(seed);
    const Json where = address(numbers, id);
    std::int64_t subtotal = 0;
    Json lines = Json::array();
    for (int place = 0; place < 3; ++place)
        lines.push_back(line(numbers, id, place, subtotal));
    Json order = head(id, subtotal);
    order["customer"] = {{"id", seed},
                         {"email", "c" + id + "@example.test"},
                         {"orders_count", 3},
                         {"state", "enabled"},
                         {"default_address", where}};
    order["billing_address"] = where;
    order["shipping_address"] = where;
    order["line_items"] = std::move(lines);
    order["shipping_lines"] = Json::array(
        {{{"title", "Ground"}, {"code", "GROUND"}, {"price", "7.95"}, {"carrier_identifier", "carrier-1"}}});
    order["note_attributes"] = Json::array(
        {{{"name", "channel"}, {"value", "web"}}, {{"name", "pad"}, {"value", std::string(560, 'x')}}});
    return order.dump();
}

} // namespace

std::vector<std::string> benchOrders(const std::string& prefix, int count)
{
    std::vector<std::string> orders;
    for (int i = 0; i < count; ++i) {
        char number[16];
        std::snprintf(number, sizeof number, "-%06d", i);
        orders.push_back(benchOrder(prefix + number, static_cast<std::uint64_t>(i) + 1));
    }
    return orders;
}

} // namespace milepost
