// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/network/tms.h"

#include "app/network/json_feed.h"
#include "app/network/peer_json.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <cstdio>
#include <stdexcept>

namespace milepost::network {

using Json = nlohmann::json;

namespace {

constexpr Millis keysKeptFor = 2 * scaledHour;

/// The one that is asked for, if it is one of ours.
std::string carrierOf(const Dice& dice, const std::string& preferred, const std::string& reference)
{
    constexpr std::array<const char*, 4> carriers{"NPEX", "RDWY", "SKYF", "UNPA"};
    if (std::ranges::find(carriers, preferred) != carriers.end()) return preferred;
    return carriers[static_cast<std::size_t>(dice.between(0, 3, {"carrier", reference}))];
}

Booking readBooking(const BookObject& object)
{
    const Json body = Json::parse(object.body);
    return {object.id,       object.reference,   body.at("deliveryNo"),
            object.orderRef, body.at("carrier"), body.at("service")};
}

void checkTender(const Json& body)
{
    const std::string service = textOf(body, "service");
    const std::string from = textOf(body, "shipFrom");
    requiredText(body, "reference");
    if (!service.empty() && service != "GROUND" && service != "EXPRESS")
        throw Refusal{422, "UNKNOWN_SERVICE", "no carrier offers " + service};
    if (from != "WEST" && from != "EAST" && from != "THREEPL")
        throw Refusal{422, "UNKNOWN_ORIGIN", "unknown shipFrom " + from};
    if (!body.contains("shipTo") || !isCompleteAddress(body.at("shipTo")))
        throw Refusal{422, "INCOMPLETE_ADDRESS", "shipTo needs name, street, city, postalCode, country"};
}

} // namespace

Tms::Tms(NetworkParts& parts, Feeds& feeds, Warehouse& warehouse)
    : HttpPeer(parts, "tms", "tms", {"bearer", "", "", "", ""})
    , m_feeds(feeds)
    , m_warehouse(warehouse)
    , m_answers(parts, "tms", keysKeptFor)
    , m_webhookCredential(webhookCredential({"apiKey", "X-Api-Key", "", "", ""}))
{
    FeedManner manner;
    manner.system = "tms";
    manner.idPrefix = "tev-";
    manner.idHeader = "X-Event-Id";
    manner.credential = m_webhookCredential;
    manner.idAt = "/eventId";
    manner.sequenceAt = "/seq";
    manner.statusAt = "/status";
    feeds.add(manner);
    parts.schedule.handle("move", [this](const Appointment& due) { return moveDue(due); });
}

void Tms::describe(Json& entry) const
{
    HttpPeer::describe(entry);
    entry["webhookCredential"] = credentialEntry(m_webhookCredential);
}

Operation Tms::identify(const HttpRequest& request) const
{
    if (request.method == "POST" && request.path == "/shipments")
        return {"tender", "shipment.tender", peek(request.body, "reference"),
                request.header("idempotency-key")};
    const std::string key = request.header("idempotency-key");
    if (request.method == "DELETE" && request.path.starts_with("/shipments/"))
        return {"void", "shipment.void", key, key};
    if (request.path == "/shipments") return {"lookup", "", request.parameter("reference"), ""};
    return {request.method + (request.path == "/events" ? " /events" : " other"), "", "", ""};
}

std::string Tms::failureBody(const Refusal& refusal) const
{
    return Json{{"errors", {{{"code", refusal.code}, {"text", refusal.text}}}}}.dump();
}

HttpReply Tms::answer(const HttpRequest& request)
{
    if (request.path == "/shipments" && request.method == "POST") return tender(request);
    if (request.path == "/shipments" && request.method == "GET")
        return {200,
                '{' +
                    listText("shipments",
                             m_parts.objects.byReference("tms", "booking", request.parameter("reference"))) +
                    '}',
                {}};
    if (request.path == "/events" && request.method == "GET") {
        try {
            const FeedPage page = m_feeds.page("tms", request.parameter("after"), request.parameter("limit"));
            return {200, feedPageText(page, "items", "cursor"), {}};
        } catch (const std::invalid_argument& wrong) {
            throw Refusal{400, "BAD_REQUEST", wrong.what()};
        }
    }
    if (request.path.starts_with("/shipments/") && request.method == "DELETE")
        return cancel(request.path.substr(11), request.header("idempotency-key"));
    throw Refusal{404, "NOT_FOUND", "no such path"};
}

HttpReply Tms::tender(const HttpRequest& request)
{
    const std::string key = request.header("idempotency-key");
    if (auto stored = m_answers.find(key)) {
        if (stored->request != request.body)
            throw Refusal{409, "KEY_REUSED", "this key was used for another request"};
        stored->reply.headers.emplace_back("Idempotency-Replayed", "true");
        return stored->reply;
    }
    const Json body = bodyObject(request);
    checkTender(body);
    const HttpReply reply{201, book(body), {}};
    m_answers.keep(key, request.body, reply);
    const std::string deliveryNo = textOf(body, "deliveryNo");
    m_warehouse.carrierBooked(deliveryNo.empty() ? textOf(body, "reference") : deliveryNo);
    return reply;
}

std::string Tms::book(const Json& body)
{
    constexpr std::int64_t firstNumber = 900001;
    const std::string reference = textOf(body, "reference");
    const std::string deliveryNo =
        textOf(body, "deliveryNo").empty() ? reference : textOf(body, "deliveryNo");
    const std::string orderRef = textOf(body, "customerOrderNo");
    const std::string number = "BK-" + std::to_string(m_parts.books.nextNumber("booking", firstNumber));
    const std::string service = textOf(body, "service").empty() ? "GROUND" : textOf(body, "service");
    const Millis now = m_parts.clock.now();
    const std::string text = Json{
        {"bookingNo", number},
        {"reference", reference},
        {"deliveryNo", deliveryNo},
        {"customerOrderNo", orderRef},
        {"shipFrom", textOf(body, "shipFrom")},
        {"carrier", carrierOf(m_parts.dice, textOf(body, "preferredCarrier"), reference)},
        {"service", service},
        {"status", "BOOKED"},
        {"estimatedDelivery", isoDate(now + 24 * scaledHour)},
        {"createdAt",
         rfc3339(now)}}.dump();
    m_parts.objects.put({"tms", "booking", number, reference, orderRef, "BOOKED", text});
    m_parts.objects.put({"tms", "delivery", number, deliveryNo, orderRef, "", "{}"});
    performed("shipment.tender", reference);
    return text;
}

HttpReply Tms::cancel(const std::string& bookingNo, const std::string& key)
{
    auto booking = m_parts.objects.get("tms", "booking", bookingNo);
    if (!booking) throw Refusal{404, "NOT_FOUND", "no booking " + bookingNo};
    if (booking->state == "MOVING") throw Refusal{409, "TOO_LATE", "the goods have left"};
    if (booking->state != "VOIDED") performed("shipment.void", key);
    Json body = Json::parse(booking->body);
    body["status"] = booking->state = "VOIDED";
    booking->body = body.dump();
    m_parts.objects.put(*booking);
    return {200, booking->body, {}};
}

std::optional<Booking> Tms::bookingFor(const std::string& deliveryNo)
{
    for (const BookObject& delivery : m_parts.objects.byReference("tms", "delivery", deliveryNo)) {
        const auto booking = m_parts.objects.get("tms", "booking", delivery.id);
        if (booking && booking->state != "VOIDED") return readBooking(*booking);
    }
    return std::nullopt;
}

std::string Tms::collect(const Booking& booking, const std::string& node, const std::string& shipmentNo)
{
    char text[32];
    std::snprintf(text, sizeof text, "%s%011lld", booking.carrier.c_str(),
                  static_cast<long long>(m_parts.books.nextNumber("tracking", 10001)));
    const std::string tracking = text;
    auto booked = m_parts.objects.get("tms", "booking", booking.bookingNo);
    if (booked) {
        Json body = Json::parse(booked->body);
        body["status"] = booked->state = "MOVING";
        booked->body = body.dump();
        m_parts.objects.put(*booked);
    }
    const Json parcel{{"bookingNo", booking.bookingNo}, {"shipmentNo", shipmentNo}, {"node", node}};
    m_parts.objects.put(
        {"tms", "parcel", tracking, booking.bookingNo, booking.orderRef, "moving", parcel.dump()});
    DiceRow row = m_parts.dice.row({"transit", booking.reference, shipmentNo});
    const Millis transit = row.between(120, 360) * scaledMinute / (booking.service == "EXPRESS" ? 2 : 1);
    const Millis now = m_parts.clock.now();
    m_parts.schedule.add(now + row.between(5, 30) * scaledMinute, "tms", "move", tracking, "PICKED_UP");
    m_parts.schedule.add(now + transit, "tms", "move", tracking, "DELIVERED");
    return tracking;
}

Kept Tms::moveDue(const Appointment& appointment)
{
    const std::string& tracking = appointment.subject;
    auto parcel = m_parts.objects.get("tms", "parcel", tracking);
    if (!parcel) return Kept::Finished;
    if (appointment.body == "PICKED_UP") {
        tell(tracking, "PICKED_UP", "");
        return Kept::Finished;
    }
    DiceRow row = m_parts.dice.row({"exception", tracking});
    if (m_parts.faults.profile() == FaultProfile::Heavy && row.chance(0.005)) {
        const std::string reason = row.chance(0.5) ? "LOST" : "REFUSED";
        parcel->state = reason == "LOST" ? "lost" : "refused";
        m_parts.objects.put(*parcel);
        tell(tracking, "EXCEPTION", reason);
    } else {
        parcel->state = "delivered";
        m_parts.objects.put(*parcel);
        tell(tracking, "DELIVERED", "");
        m_warehouse.delivered(tracking);
    }
    return Kept::Finished;
}

void Tms::tell(const std::string& tracking, const std::string& status, const std::string& reason)
{
    const auto parcel = m_parts.objects.get("tms", "parcel", tracking);
    const auto object = m_parts.objects.get("tms", "booking", parcel->reference);
    const Booking booking = readBooking(*object);
    const Millis now = m_parts.clock.now();
    const Json body{{"eventId", ""},
                    {"seq", 0},
                    {"status", status},
                    {"at", rfc3339(now)},
                    {"bookingNo", booking.bookingNo},
                    {"reference", booking.reference},
                    {"deliveryNo", booking.deliveryNo},
                    {"customerOrderNo", booking.orderRef},
                    {"carrier", booking.carrier},
                    {"trackingNo", tracking},
                    {"reason", reason.empty() ? Json(nullptr) : Json(reason)}};
    m_feeds.announce("tms", {booking.reference + status + parcel->body, now}, body);
}

} // namespace milepost::network
