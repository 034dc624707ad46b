// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/domain/decision.h"
#include "backend/domain/request_view.h"

#include <algorithm>

namespace milepost {
namespace {

/// The shipment a carrier speaks of, by tracking number, our reference or its own number; null: none yet.
const Shipment* shipmentOf(const Order& order, const Report& report)
{
    const auto at = std::ranges::find_if(order.shipments, [&](const Shipment& shipment) {
        if (!report.tracking.empty()) return shipment.tracking == report.tracking;
        if (!report.reference.empty() && report.reference == shipmentReference(order, shipment.number))
            return true;
        return !report.document.empty() && shipment.document == report.document;
    });
    return at == order.shipments.end() ? nullptr : &*at;
}

/// Units that arrived or are gone leave the stages they were in.
void moveParcel(Decision& decision, const Shipment& shipment, Stage to)
{
    for (const ShipmentLine& line : shipment.lines) {
        const Quantity onTheWay = line.quantity - line.delivered - line.lost;
        const Quantity found = to == Stage::Delivered ? line.lost : Quantity{};
        if (onTheWay.isPositive())
            decision.record(UnitsMoved{
                .movement = {.lineNo = line.lineNo, .from = Stage::Shipped, .to = to, .quantity = onTheWay}});
        if (found.isPositive())
            decision.record(UnitsMoved{
                .movement = {.lineNo = line.lineNo, .from = Stage::Lost, .to = to, .quantity = found}});
    }
}

std::string_view wordFor(ParcelStatus status)
{
    switch (status) {
    case ParcelStatus::Refused: return "parcel refused";
    case ParcelStatus::Lost: return "parcel lost";
    case ParcelStatus::Damaged: return "parcel damaged";
    case ParcelStatus::Late: return "parcel late";
    case ParcelStatus::InTransit:
    case ParcelStatus::Delivered: return {};
    }
    return {};
}

bool isGone(ParcelStatus status)
{
    return status == ParcelStatus::Lost || status == ParcelStatus::Refused || status == ParcelStatus::Damaged;
}

void tellTrouble(Decision& decision, const Shipment& shipment, ParcelStatus status, const std::string& system)
{
    const std::string word(wordFor(status));
    if (word.empty()) return;
    openMismatch(decision, system, Severity::High,
                 {.subject = shipment.number,
                  .cause = word,
                  .text = "The carrier reports " + word + " for " + shipment.tracking +
                          ". Tell the customer and decide whether to send it again or to credit it."});
}

bool wasGone(const Shipment& shipment)
{
    return shipment.status == "lost" || shipment.status == "refused" || shipment.status == "damaged";
}

/// Whether that word tells more than is known. A gone parcel may still turn up; trouble after the delivery is
/// nothing to pass over.
bool isNews(const Shipment& shipment, ParcelStatus status, Timestamp at)
{
    if (shipment.deliveredAt) return isGone(status) && at > *shipment.deliveredAt;
    return !wasGone(shipment) || status == ParcelStatus::Delivered;
}

void contradictDelivery(Decision& decision, const Shipment& shipment, ParcelStatus status,
                        const std::string& system)
{
    openMismatch(decision, system, Severity::High,
                 {.subject = shipment.number,
                  .cause = "carrier contradicts delivery",
                  .text = "The carrier reports " + std::string(wordFor(status)) + " for " +
                          shipment.tracking + " after it reported it delivered. Ask the customer."});
}

void foretell(Decision& decision, const ReceiveReport& input)
{
    const Report& report = input.report;
    const EarlyParcel parcel{.tracking = report.tracking,
                             .status = report.parcel,
                             .at = report.occurredAt.value_or(decision.context.now)};
    const bool isKnown = std::ranges::any_of(decision.order.earlyParcels, [&](const EarlyParcel& other) {
        return other.tracking == parcel.tracking && other.status == parcel.status;
    });
    if (isKnown) return decision.record(noteOf(input, "duplicate"));
    recordArrival(decision, input);
    decision.record(ParcelForetold{.parcel = parcel});
}

} // namespace

void bookParcel(Decision& decision, int number, ParcelStatus status, Timestamp at, const std::string& system)
{
    const Shipment shipment = *findShipment(decision.order, number);
    if (!isNews(shipment, status, at)) return;
    if (shipment.deliveredAt) return contradictDelivery(decision, shipment, status, system);
    if (status == ParcelStatus::Delivered) moveParcel(decision, shipment, Stage::Delivered);
    if (isGone(status)) moveParcel(decision, shipment, Stage::Lost);
    decision.record(ParcelReported{.shipment = number, .status = status, .at = at});
    tellTrouble(decision, shipment, status, system);
}

void followParcel(Decision& decision, const ReceiveReport& input)
{
    const Report& report = input.report;
    const Shipment* shipment = shipmentOf(decision.order, report);
    if (shipment == nullptr && !report.tracking.empty()) return foretell(decision, input);
    if (shipment == nullptr) return decision.record(noteOf(input, "unusable"));
    const Timestamp at = report.occurredAt.value_or(decision.context.now);
    if (!isNews(*shipment, report.parcel, at)) {
        const bool isSame = report.parcel == ParcelStatus::Delivered && shipment->deliveredAt.has_value();
        return decision.record(noteOf(input, isSame ? "duplicate" : "late"));
    }
    const int number = shipment->number;
    recordArrival(decision, input);
    bookParcel(decision, number, report.parcel, at, report.system);
}

} // namespace milepost
