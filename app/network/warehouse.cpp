// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/network/warehouse.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>

namespace milepost::network {

using Json = nlohmann::json;

namespace {

constexpr double splitShare = 0.04;
constexpr double damageShare = 0.015;
constexpr double returnShare = 0.03;
constexpr const char* returnsDesk = "wms-west"; ///< takes back what any of the houses sent
constexpr const char* returnsNode = "WEST";

std::int64_t pickedUnits(const Release& release)
{
    std::int64_t units = 0;
    for (const DeliveryLine& line : release.lines)
        units += line.picked - line.shipped;
    return units;
}

/// All that is picked and still here; `part` of it when the release leaves in two shipments.
std::vector<DeliveryLine> leavingLines(const Release& release, bool isFirstOfTwo)
{
    std::vector<DeliveryLine> leaving;
    std::int64_t most = isFirstOfTwo ? pickedUnits(release) / 2 : pickedUnits(release);
    for (const DeliveryLine& line : release.lines) {
        DeliveryLine part = line;
        part.shipped = std::min(line.picked - line.shipped, most);
        most -= part.shipped;
        if (part.shipped > 0) leaving.push_back(part);
    }
    return leaving;
}

} // namespace

Warehouse::Warehouse(NetworkParts& parts)
    : m_parts(parts)
{
    parts.schedule.handle("pick", [this](const Appointment& due) { return pickDue(due); });
    parts.schedule.handle("rest", [this](const Appointment& due) { return restDue(due); });
    parts.schedule.handle("return", [this](const Appointment& due) { return returnDue(due); });
}

void Warehouse::save(const Release& release)
{
    m_parts.objects.put({release.system, "release", release.id, release.reference, release.orderRef,
                         release.state, releaseText(release)});
}

std::optional<Release> Warehouse::find(const std::string& system, const std::string& id)
{
    const auto object = m_parts.objects.get(system, "release", id);
    if (!object) return std::nullopt;
    return readRelease(system, object->body);
}

void Warehouse::take(Release release)
{
    release.state = "RECEIVED";
    release.createdAt = m_parts.clock.now();
    save(release);
    const Millis work =
        m_parts.dice.between(30 * scaledMinute, 120 * scaledMinute, {"pick", release.node, release.id});
    m_parts.schedule.add(m_parts.clock.now() + work, "premises", "pick", release.id, release.system);
}

bool Warehouse::cancel(const Release& release)
{
    if (release.state != "RECEIVED") return release.state == "CANCELLED";
    Release cancelled = release;
    cancelled.state = "CANCELLED";
    for (const DeliveryLine& line : cancelled.lines)
        m_parts.stock.free(release.node, line.sku, line.quantity);
    save(cancelled);
    return true;
}

Kept Warehouse::pickDue(const Appointment& appointment)
{
    auto release = find(appointment.body, appointment.subject);
    if (!release || release->state != "RECEIVED") return Kept::Finished;
    pick(*release);
    shipOrWait(*release);
    return Kept::Finished;
}

void Warehouse::pick(Release& release)
{
    DiceRow row = m_parts.dice.row({"damage", release.node, release.reference});
    const bool isDamaged = row.chance(damageShare);
    const auto unlucky =
        static_cast<std::size_t>(row.between(0, static_cast<std::int64_t>(release.lines.size()) - 1));
    for (std::size_t i = 0; i < release.lines.size(); ++i) {
        DeliveryLine& line = release.lines[i];
        const StockRow before = m_parts.stock.row(release.node, line.sku);
        const std::int64_t inHouse = std::max<std::int64_t>(0, before.onHand - before.staged);
        if (isDamaged && i == unlucky) {
            const std::int64_t broken = std::min(row.between(1, 2), std::min(line.quantity, inHouse));
            m_parts.stock.damage(release.node, line.sku, broken);
            line.picked = std::min(line.quantity - broken, inHouse - broken);
            release.missingReason = "DAMAGED";
        } else {
            line.picked = std::min(line.quantity, inHouse);
        }
        line.missing = line.quantity - line.picked;
        if (line.missing > 0) m_parts.stock.free(release.node, line.sku, line.missing);
        m_parts.stock.stage(release.node, line.sku, line.picked);
    }
    release.state = "PICKED";
}

void Warehouse::shipOrWait(Release& release)
{
    const bool isShort =
        std::ranges::any_of(release.lines, [](const DeliveryLine& line) { return line.missing > 0; });
    if (isShort && release.missingReason.empty()) release.missingReason = "NO_STOCK";
    if (pickedUnits(release) == 0) release.state = "SHIPPED";
    save(release);
    if (isShort) m_voices.at(release.system)->toldShort(release);
    if (release.state == "SHIPPED") return;
    if (const auto booking = m_carriers.bookingFor(release.deliveryNo))
        ship(release, *booking);
    else
        m_parts.objects.put(
            {"dock", release.system, release.id, release.deliveryNo, release.orderRef, "waiting", "{}"});
}

void Warehouse::carrierBooked(const std::string& deliveryNo)
{
    for (const std::string system : {"3pl", "wms-east", "wms-west"}) {
        for (BookObject waiting : m_parts.objects.byReference("dock", system, deliveryNo)) {
            const auto booking = m_carriers.bookingFor(deliveryNo);
            auto release = find(system, waiting.id);
            if (waiting.state != "waiting" || !booking || !release) continue;
            waiting.state = "gone";
            m_parts.objects.put(waiting);
            ship(*release, *booking);
        }
    }
}

void Warehouse::ship(Release& release, const Booking& booking)
{
    DiceRow row = m_parts.dice.row({"split", release.node, release.reference});
    const bool isSplit = row.chance(splitShare) && pickedUnits(release) > 1;
    Dispatch dispatch;
    dispatch.isFinal = !isSplit;
    dispatch.lines = leavingLines(release, isSplit);
    leave(release, booking, std::move(dispatch));
    if (isSplit) {
        m_parts.schedule.add(m_parts.clock.now() + row.between(20, 60) * scaledMinute, "premises", "rest",
                             release.id, release.system);
    }
}

Kept Warehouse::restDue(const Appointment& appointment)
{
    auto release = find(appointment.body, appointment.subject);
    const auto booking = release ? m_carriers.bookingFor(release->deliveryNo) : std::nullopt;
    if (!booking) return Kept::Finished;
    Dispatch dispatch;
    dispatch.lines = leavingLines(*release, false);
    leave(*release, *booking, std::move(dispatch));
    return Kept::Finished;
}

void Warehouse::delivered(const std::string& tracking)
{
    DiceRow row = m_parts.dice.row({"return", tracking});
    if (!row.chance(returnShare)) return;
    const Millis after = row.between(60, 240) * scaledMinute;
    m_parts.schedule.add(m_parts.clock.now() + after, "premises", "return", tracking, "");
}

Kept Warehouse::returnDue(const Appointment& appointment)
{
    constexpr std::array<const char*, 3> reasons{"NOT_WANTED", "WRONG_ITEM", "DEFECT"};
    constexpr std::int64_t firstNumber = 40001;
    const auto parcel = m_parts.objects.get("tms", "parcel", appointment.subject);
    if (!parcel) return Kept::Finished;
    const Json label = Json::parse(parcel->body);
    const auto sent = m_parts.objects.get(label.at("node"), "dispatch", label.at("shipmentNo"));
    if (!sent) return Kept::Finished;
    const Release release = readRelease(sent->system, sent->body);
    DiceRow row = m_parts.dice.row({"returned", appointment.subject});
    const DeliveryLine& line = release.lines.front();
    GoodsBack back;
    back.number = "RMA-" + std::to_string(m_parts.books.nextNumber("return", firstNumber));
    back.tracking = appointment.subject;
    back.deliveryNo = release.deliveryNo;
    back.orderRef = release.orderRef;
    back.reason = reasons.at(static_cast<std::size_t>(row.between(0, 2)));
    back.at = m_parts.clock.now();
    back.sku = line.sku;
    back.quantity = row.between(1, line.shipped);
    if (back.reason == reasons.front()) m_parts.stock.receive(returnsNode, back.sku, back.quantity);
    const Json body{{"lines", Json::array({{{"sku", back.sku}, {"quantity", back.quantity}}})}};
    m_parts.objects.put(
        {returnsNode, "return", back.number, back.tracking, back.orderRef, back.reason, body.dump()});
    m_voices.at(returnsDesk)->toldReturned(back);
    return Kept::Finished;
}

void Warehouse::leave(Release& release, const Booking& booking, Dispatch dispatch)
{
    constexpr std::int64_t firstNumber = 800001;
    const std::string prefix = release.node == "WEST" ? "WS-" : release.node == "EAST" ? "ES" : "TP";
    dispatch.number =
        prefix + std::to_string(m_parts.books.nextNumber("shipment:" + release.node, firstNumber));
    dispatch.at = m_parts.clock.now();
    dispatch.booking = booking;
    for (const DeliveryLine& part : dispatch.lines) {
        for (DeliveryLine& line : release.lines) {
            if (line.lineNo == part.lineNo && line.sku == part.sku) line.shipped += part.shipped;
        }
        m_parts.stock.ship(release.node, part.sku, part.shipped);
    }
    release.state = dispatch.isFinal ? "SHIPPED" : "PARTIAL";
    save(release);
    dispatch.tracking = m_carriers.collect(booking, release.node, dispatch.number);
    Release sent = release;
    sent.lines = dispatch.lines;
    sent.id = dispatch.number;
    m_parts.objects.put({release.node, "dispatch", dispatch.number, release.reference, release.orderRef,
                         dispatch.tracking, releaseText(sent)});
    m_voices.at(release.system)->toldShipped(release, dispatch);
}

} // namespace milepost::network
