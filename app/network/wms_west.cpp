// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/network/wms_west.h"

#include "app/network/json_feed.h"
#include "app/network/peer_json.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <stdexcept>

namespace milepost::network {

using Json = nlohmann::json;

namespace {

constexpr const char* node = "WEST";
constexpr Millis keysKeptFor = 24 * scaledHour;

Json eventBody(const std::string& type, Millis at, Json data)
{
    return {
        {"id", ""}, {"sequence", 0}, {"type", type}, {"occurredAt", rfc3339(at)}, {"data", std::move(data)}};
}

} // namespace

WmsWest::WmsWest(NetworkParts& parts, Feeds& feeds, Warehouse& warehouse, const Catalogue& catalogue)
    : HttpPeer(parts, "wms-west", "wms", {"bearer", "", "", "", ""})
    , m_feeds(feeds)
    , m_warehouse(warehouse)
    , m_catalogue(catalogue)
    , m_answers(parts, "wms-west", keysKeptFor)
    , m_webhookCredential(webhookCredential({"hmac", "X-Signature", "", "hex", "sha256="}))
{
    FeedManner manner;
    manner.system = name();
    manner.idPrefix = "wev-";
    manner.idHeader = "X-Event-Id";
    manner.credential = m_webhookCredential;
    manner.idAt = "/id";
    manner.sequenceAt = "/sequence";
    manner.statusAt = "/data/status";
    feeds.add(manner);
    warehouse.setVoice(name(), *this);
}

void WmsWest::describe(Json& entry) const
{
    HttpPeer::describe(entry);
    entry["node"] = node;
    entry["webhookCredential"] = credentialEntry(m_webhookCredential);
}

Operation WmsWest::identify(const HttpRequest& request) const
{
    const std::string key = request.header("idempotency-key");
    if (request.method == "POST" && request.path == "/allocations")
        return {"allocate", "inventory.allocate", peek(request.body, "reference"), key};
    if (request.method == "POST" && request.path == "/releases")
        return {"release", "fulfillment.release", peek(request.body, "reference"), key};
    if (request.method == "DELETE" && request.path.starts_with("/allocations/"))
        return {"free", "inventory.free", key, key};
    if (request.method == "DELETE" && request.path.starts_with("/releases/"))
        return {"cancel", "fulfillment.cancel", key, key};
    return {request.method + ' ' + request.path.substr(0, request.path.find('/', 1)), "",
            request.parameter("reference"), ""};
}

std::string WmsWest::failureBody(const Refusal& refusal) const
{
    return Json{{"code", refusal.code}, {"message", refusal.text}, {"details", Json::array()}}.dump();
}

HttpReply WmsWest::answer(const HttpRequest& request)
{
    if (request.method == "POST") return post(request);
    if (request.method == "GET") return get(request);
    if (request.method == "DELETE") return remove(request);
    throw Refusal{405, "METHOD", "unknown method"};
}

HttpReply WmsWest::post(const HttpRequest& request)
{
    if (request.path != "/allocations" && request.path != "/releases")
        throw Refusal{404, "NOT_FOUND", "no such path"};
    const std::string key = request.header("idempotency-key");
    const std::string print = request.path + '\n' + request.body;
    if (auto stored = m_answers.find(key)) {
        if (stored->request != print)
            throw Refusal{409, "KEY_REUSED", "this key was used for another request"};
        stored->reply.headers.emplace_back("Idempotency-Replayed", "true");
        return stored->reply;
    }
    HttpReply reply;
    try {
        const Json body = bodyObject(request);
        reply = request.path == "/allocations" ? allocate(body) : release(body);
    } catch (const Refusal& refusal) {
        reply = refused(refusal);
    }
    m_answers.keep(key, print, reply);
    return reply;
}

HttpReply WmsWest::get(const HttpRequest& request)
{
    const std::string reference = request.parameter("reference");
    if (request.path == "/allocations")
        return {200,
                '{' + listText("items", m_parts.objects.byReference(name(), "allocation", reference)) + '}',
                {}};
    if (request.path == "/releases")
        return {200,
                '{' + listText("items", m_parts.objects.byReference(name(), "release", reference)) + '}',
                {}};
    if (request.path == "/stock") return {200, stockText(), {}};
    if (request.path == "/events") {
        try {
            const FeedPage page =
                m_feeds.page(name(), request.parameter("after"), request.parameter("limit"));
            return {200, feedPageText(page, "events", "next"), {}};
        } catch (const std::invalid_argument& wrong) {
            throw Refusal{400, "BAD_REQUEST", wrong.what()};
        }
    }
    throw Refusal{404, "NOT_FOUND", "no such path"};
}

std::vector<DeliveryLine> WmsWest::linesOf(const Json& body) const
{
    std::vector<DeliveryLine> lines;
    if (!body.contains("lines") || !body.at("lines").is_array() || body.at("lines").empty())
        throw Refusal{400, "BAD_REQUEST", "lines are missing"};
    for (const Json& line : body.at("lines")) {
        DeliveryLine read;
        read.sku = textOf(line, "sku");
        if (m_catalogue.find(read.sku) == nullptr)
            throw Refusal{422, "UNKNOWN_SKU", "unknown sku " + read.sku};
        const auto quantity = line.contains("quantity") ? wholeQuantity(line.at("quantity")) : std::nullopt;
        const auto lineNo = line.contains("lineNo") ? wholeQuantity(line.at("lineNo")) : std::nullopt;
        if (!quantity || !lineNo)
            throw Refusal{422, "BAD_QUANTITY", "lineNo and quantity must be whole and above zero"};
        read.lineNo = static_cast<int>(*lineNo);
        read.quantity = *quantity;
        lines.push_back(std::move(read));
    }
    return lines;
}

HttpReply WmsWest::allocate(const Json& body)
{
    constexpr std::int64_t firstNumber = 500001;
    const std::string reference = requiredText(body, "reference");
    std::int64_t asked = 0;
    std::int64_t given = 0;
    Json lines = Json::array();
    for (const DeliveryLine& line : linesOf(body)) {
        const std::int64_t free = std::max<std::int64_t>(0, m_parts.stock.row(node, line.sku).available());
        const std::int64_t allocated = std::min(free, line.quantity);
        m_parts.stock.reserve(node, line.sku, allocated);
        asked += line.quantity;
        given += allocated;
        lines.push_back({{"lineNo", line.lineNo},
                         {"sku", line.sku},
                         {"requested", line.quantity},
                         {"allocated", allocated},
                         {"released", 0}});
    }
    const std::string number = "AL-" + std::to_string(m_parts.books.nextNumber("allocation", firstNumber));
    const std::string orderRef = textOf(body, "customerOrderNo");
    const std::string text = Json{{"allocationId", number},
                                  {"reference", reference},
                                  {"customerOrderNo", orderRef},
                                  {"status", given == asked ? "ALLOCATED"
                                             : given > 0    ? "PARTIAL"
                                                            : "NONE"},
                                  {"lines", lines},
                                  {"createdAt", rfc3339(m_parts.clock.now())}}
                                 .dump();
    m_parts.objects.put({name(), "allocation", number, reference, orderRef, "open", text});
    performed("inventory.allocate", reference);
    return {201, text, {}};
}

HttpReply WmsWest::release(const Json& body)
{
    constexpr std::int64_t firstNumber = 600001;
    Release release;
    release.reference = requiredText(body, "reference");
    release.lines = linesOf(body);
    if (!body.contains("shipTo") || !isCompleteAddress(body.at("shipTo")))
        throw Refusal{422, "INCOMPLETE_ADDRESS", "shipTo needs name, street, city, postalCode, country"};
    release.system = name();
    release.node = node;
    release.deliveryNo = textOf(body, "deliveryNo").empty() ? release.reference : textOf(body, "deliveryNo");
    release.orderRef = textOf(body, "customerOrderNo");
    release.id = "RL-" + std::to_string(m_parts.books.nextNumber("release", firstNumber));
    drawOnAllocations(body, release);
    performed("fulfillment.release", release.reference);
    m_warehouse.take(release);
    return {201, releaseText(*m_warehouse.find(name(), release.id)), {}};
}

void WmsWest::drawOnAllocations(const Json& body, const Release& release)
{
    const std::string named = textOf(body, "allocationId");
    std::vector<BookObject> allocations;
    if (const auto found = m_parts.objects.get(name(), "allocation", named))
        allocations.push_back(*found);
    else if (!release.orderRef.empty())
        allocations = m_parts.objects.ofOrder(name(), "allocation", release.orderRef);
    std::vector<std::int64_t> left;
    for (const DeliveryLine& line : release.lines)
        left.push_back(line.quantity);
    for (BookObject& allocation : allocations) {
        Json text = Json::parse(allocation.body);
        for (Json& part : text.at("lines")) {
            for (std::size_t i = 0; i < left.size() && allocation.state == "open"; ++i) {
                const auto released = part.at("released").get<std::int64_t>();
                const std::int64_t drawn =
                    std::min(left[i], part.at("allocated").get<std::int64_t>() - released);
                if (part.at("sku") != release.lines[i].sku || drawn <= 0) continue;
                part["released"] = released + drawn;
                left[i] -= drawn;
            }
        }
        allocation.body = text.dump();
        m_parts.objects.put(allocation);
    }
    for (std::size_t i = 0; i < left.size(); ++i)
        m_parts.stock.reserve(node, release.lines[i].sku, left[i]);
}

HttpReply WmsWest::remove(const HttpRequest& request)
{
    const std::string key = request.header("idempotency-key");
    if (request.path.starts_with("/allocations/")) return cancelAllocation(request.path.substr(13), key);
    if (request.path.starts_with("/releases/")) return cancelRelease(request.path.substr(10), key);
    throw Refusal{404, "NOT_FOUND", "no such path"};
}

HttpReply WmsWest::cancelAllocation(const std::string& id, const std::string& key)
{
    auto allocation = m_parts.objects.get(name(), "allocation", id);
    if (!allocation) throw Refusal{404, "NOT_FOUND", "no allocation " + id};
    if (allocation->state == "open") {
        Json text = Json::parse(allocation->body);
        text["status"] = allocation->state = "CANCELLED";
        for (const Json& line : text.at("lines")) {
            m_parts.stock.free(node, line.at("sku"),
                               line.at("allocated").get<std::int64_t>() -
                                   line.at("released").get<std::int64_t>());
        }
        allocation->body = text.dump();
        m_parts.objects.put(*allocation);
        performed("inventory.free", key);
    }
    return {200, allocation->body, {}};
}

HttpReply WmsWest::cancelRelease(const std::string& id, const std::string& key)
{
    const auto found = m_warehouse.find(name(), id);
    if (!found) throw Refusal{404, "NOT_FOUND", "no release " + id};
    if (!m_warehouse.cancel(*found)) throw Refusal{409, "TOO_LATE", "picking has begun"};
    if (found->state != "CANCELLED") performed("fulfillment.cancel", key);
    return {200, releaseText(*m_warehouse.find(name(), id)), {}};
}

std::string WmsWest::stockText()
{
    Json items = Json::array();
    for (const StockRow& row : m_parts.stock.ofNode(node)) {
        items.push_back({{"sku", row.sku},
                         {"onHand", row.onHand},
                         {"reserved", row.reserved},
                         {"available", std::max<std::int64_t>(0, row.available())}});
    }
    return Json{{"node", node}, {"asOf", rfc3339(m_parts.clock.now())}, {"items", items}}.dump();
}

void WmsWest::toldShort(const Release& release)
{
    Json lines = Json::array();
    for (const DeliveryLine& line : release.lines) {
        if (line.missing > 0)
            lines.push_back({{"lineNo", line.lineNo}, {"sku", line.sku}, {"quantity", line.missing}});
    }
    const Millis now = m_parts.clock.now();
    m_feeds.announce(name(), {"short " + release.id, now},
                     eventBody("pick.short", now,
                               {{"reference", release.reference},
                                {"deliveryNo", release.deliveryNo},
                                {"customerOrderNo", release.orderRef},
                                {"status", "SHORT"},
                                {"reason", release.missingReason},
                                {"lines", lines}}));
}

void WmsWest::toldShipped(const Release& release, const Dispatch& dispatch)
{
    Json lines = Json::array();
    for (const DeliveryLine& line : dispatch.lines)
        lines.push_back({{"lineNo", line.lineNo}, {"sku", line.sku}, {"quantity", line.shipped}});
    m_feeds.announce(name(),
                     {"shipped " + release.reference + (dispatch.isFinal ? "" : " part"), dispatch.at},
                     eventBody("shipment.confirmed", dispatch.at,
                               {{"shipmentNo", dispatch.number},
                                {"reference", release.reference},
                                {"deliveryNo", release.deliveryNo},
                                {"customerOrderNo", release.orderRef},
                                {"status", "SHIPPED"},
                                {"final", dispatch.isFinal},
                                {"carrier", dispatch.booking.carrier},
                                {"service", dispatch.booking.service},
                                {"tracking", dispatch.tracking},
                                {"shippedAt", rfc3339(dispatch.at)},
                                {"lines", lines}}));
}

void WmsWest::toldReturned(const GoodsBack& back)
{
    m_feeds.announce(name(), {"returned " + back.number, back.at},
                     eventBody("return.received", back.at,
                               {{"rmaNo", back.number},
                                {"reference", back.deliveryNo},
                                {"deliveryNo", back.deliveryNo},
                                {"customerOrderNo", back.orderRef},
                                {"status", "RETURNED"},
                                {"reason", back.reason},
                                {"tracking", back.tracking},
                                {"receivedAt", rfc3339(back.at)},
                                {"lines", Json::array({{{"sku", back.sku}, {"quantity", back.quantity}}})}}));
}

} // namespace milepost::network
