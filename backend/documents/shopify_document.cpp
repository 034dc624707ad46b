// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/documents/shopify_document.h"

#include "backend/documents/leniency.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>

namespace milepost {
namespace {

using nlohmann::json;

/// Objects of the Admin API by the key that wraps one or a list of them.
struct ShopKind {
    std::string_view key;
    std::string_view list; ///< empty: none
    std::string_view format;
};

constexpr std::array kinds{
    ShopKind{"order", "orders", "shopify-order"},
    ShopKind{"draft_order", "draft_orders", "shopify-draft"},
    ShopKind{"access_scope", "access_scopes", "shopify-access-scope"},
    ShopKind{"carrier_service", "carrier_services", "shopify-carrier-service"},
    ShopKind{"checkout", "checkouts", "shopify-checkout"},
    ShopKind{"collection", "collections", "shopify-collection"},
    ShopKind{"customer", "customers", "shopify-customer"},
    ShopKind{"customer_invite", "", "shopify-customer-invite"},
    ShopKind{"discount_code", "discount_codes", "shopify-discount-code"},
    ShopKind{"dispute", "disputes", "shopify-dispute"},
    ShopKind{"draft_order_invoice", "", "shopify-draft-invoice"},
    ShopKind{"event", "events", "shopify-event"},
    ShopKind{"fulfillment", "fulfillments", "shopify-fulfillment"},
    ShopKind{"fulfillment_event", "fulfillment_events", "shopify-fulfillment-event"},
    ShopKind{"fulfillment_order", "fulfillment_orders", "shopify-fulfillment-order"},
    ShopKind{"fulfillment_service", "fulfillment_services", "shopify-fulfillment-service"},
    ShopKind{"gift_card", "gift_cards", "shopify-gift-card"},
    ShopKind{"image", "images", "shopify-image"},
    ShopKind{"inventory_item", "inventory_items", "shopify-inventory-item"},
    ShopKind{"inventory_level", "inventory_levels", "shopify-inventory-level"},
    ShopKind{"location", "locations", "shopify-location"},
    ShopKind{"marketing_event", "marketing_events", "shopify-marketing-event"},
    ShopKind{"metafield", "metafields", "shopify-metafield"},
    ShopKind{"payout", "payouts", "shopify-payout"},
    ShopKind{"price_rule", "price_rules", "shopify-price-rule"},
    ShopKind{"product", "products", "shopify-product"},
    ShopKind{"product_listing", "product_listings", "shopify-product-listing"},
    ShopKind{"product_publication", "product_publications", "shopify-product-publication"},
    ShopKind{"refund", "refunds", "shopify-refund"},
    ShopKind{"shipping_zone", "shipping_zones", "shopify-shipping-zone"},
    ShopKind{"shop", "", "shopify-shop"},
    ShopKind{"storefront_access_token", "storefront_access_tokens", "shopify-storefront-access-token"},
    ShopKind{"tender_transaction", "tender_transactions", "shopify-tender-transaction"},
    ShopKind{"transaction", "transactions", "shopify-transaction"},
    ShopKind{"variant", "variants", "shopify-variant"},
    ShopKind{"webhook", "webhooks", "shopify-webhook"},
};

constexpr std::string_view orderFormat = "shopify-order";

bool hasAll(const json& object, std::initializer_list<const char*> keys)
{
    return std::ranges::all_of(keys, [&](const char* key) { return object.contains(key); });
}

bool hasAny(const json& object, std::initializer_list<const char*> keys)
{
    return std::ranges::any_of(keys, [&](const char* key) { return object.contains(key); });
}

/// The format of an object that nothing wraps (a webhook body, an element of a list); empty when it is none
/// of ours.
std::string_view formatOfBare(const json& object)
{
    if (!object.is_object()) return {};
    if (object.contains("refund_line_items")) return "shopify-refund";
    if (hasAll(object, {"id", "line_items"})) {
        if (hasAny(object, {"tracking_number", "tracking_numbers", "tracking_company"}))
            return "shopify-fulfillment";
        if (hasAny(object, {"invoice_url", "invoice_sent_at"})) return "shopify-draft";
        if (hasAny(object, {"name", "order_number", "total_price"})) return orderFormat;
        return {};
    }
    if (hasAny(object, {"product_type", "body_html"}) && object.contains("variants"))
        return "shopify-product";
    if (hasAll(object, {"inventory_item_id", "available"})) return "shopify-inventory-level";
    if (hasAll(object, {"orders_count", "first_name"})) return "shopify-customer";
    return {};
}

DocumentPart part(std::string_view format, std::string_view raw, std::string place)
{
    DocumentPart made;
    made.format = format;
    made.raw = raw;
    made.place = std::move(place);
    return made;
}

DocumentPart orderPart(const json& order, std::string_view raw, const std::string& pointer)
{
    DocumentPart made = part(orderFormat, raw, pointer);
    const auto lines = order.is_object() ? order.find("line_items") : order.end();
    const bool hasLines = order.is_object() && lines != order.end() && lines->is_array() && !lines->empty();
    if (hasLines)
        made.content = std::make_shared<const json>(order);
    else
        made.content =
            leniencyRejection("json-lines", "the order has no line items", pointer + "/line_items");
    return made;
}

DocumentPart ignoredPart(std::string_view format, std::string_view raw)
{
    DocumentPart made = part(format, raw, "");
    const std::string what(format.substr(format.find('-') + 1));
    made.content = NothingInside{what == "draft" ? "a draft is no order yet"
                                                 : "a shop's " + what + " asks nothing of us"};
    return made;
}

DocumentPart strangerPart(std::string_view bytes, const std::string& place)
{
    DocumentPart made = part("unknown", bytes, place);
    made.content =
        leniencyRejection("json-kind", "no document of a kind that we know", place.empty() ? "/" : place);
    return made;
}

/// The parts of a list whose elements are of `format`; of each its own when that is empty.
std::vector<DocumentPart> listParts(const json& list, std::string_view bytes, std::string_view key,
                                    std::string_view format)
{
    const std::vector<std::string_view> texts = jsonElements(bytes, key);
    const std::string pointer = key.empty() ? "" : "/" + std::string(key);
    std::vector<DocumentPart> parts;
    for (std::size_t i = 0; i < list.size(); ++i) {
        const std::string place = pointer + "/" + std::to_string(i);
        const std::string text = texts.size() == list.size() ? std::string(texts[i]) : list[i].dump();
        const std::string_view own = format.empty() ? formatOfBare(list[i]) : format;
        if (own == orderFormat)
            parts.push_back(orderPart(list[i], text, place));
        else
            parts.push_back(own.empty() ? strangerPart(text, place) : ignoredPart(own, text));
    }
    return parts;
}

std::vector<DocumentPart> wrappedList(const json& list, std::string_view bytes, const ShopKind& kind)
{
    if (kind.format == orderFormat && !list.empty()) return listParts(list, bytes, kind.list, kind.format);
    return {ignoredPart(kind.format, bytes)};
}

/// A list without a wrap: of orders, of one other kind, or of strangers.
std::vector<DocumentPart> bareList(const json& list, std::string_view bytes)
{
    const bool hasOrder =
        std::ranges::any_of(list, [](const json& e) { return formatOfBare(e) == orderFormat; });
    if (hasOrder) return listParts(list, bytes, "", "");
    const std::string_view first = list.empty() ? std::string_view() : formatOfBare(list[0]);
    if (!first.empty()) return {ignoredPart(first, bytes)};
    return {strangerPart(bytes, "")};
}

std::vector<DocumentPart> wrapped(const json& tree, std::string_view bytes)
{
    for (const ShopKind& kind : kinds) {
        if (!kind.list.empty() && tree.contains(kind.list) && tree[std::string(kind.list)].is_array())
            return wrappedList(tree[std::string(kind.list)], bytes, kind);
        const auto one = tree.find(kind.key);
        if (one == tree.end() || !one->is_object()) continue;
        if (kind.format == orderFormat) return {orderPart(*one, bytes, "/order")};
        return {ignoredPart(kind.format, bytes)};
    }
    return {strangerPart(bytes, "")};
}

std::vector<DocumentPart> partsOf(const json& tree, std::string_view bytes)
{
    if (tree.is_array()) return bareList(tree, bytes);
    const std::string_view bare = formatOfBare(tree);
    if (bare == orderFormat) return {orderPart(tree, bytes, "")};
    if (!bare.empty()) return {ignoredPart(bare, bytes)};
    if (tree.is_object()) return wrapped(tree, bytes);
    return {strangerPart(bytes, "")};
}

} // namespace

std::vector<DocumentPart> readShopify(std::string_view bytes)
{
    const Result<JsonDocument> document = parseJsonDocument(bytes);
    if (!document) {
        DocumentPart broken = part("unknown", bytes, "");
        broken.content = document.error();
        std::vector<DocumentPart> parts;
        parts.push_back(std::move(broken));
        return parts;
    }
    std::vector<DocumentPart> parts = partsOf(*document->tree, bytes);
    for (DocumentPart& each : parts)
        each.warnings.insert(each.warnings.begin(), document->warnings.begin(), document->warnings.end());
    return parts;
}

} // namespace milepost
