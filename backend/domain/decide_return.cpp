// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/domain/decision.h"

#include <algorithm>
#include <ranges>

namespace milepost {
namespace {

/// The shipment that the goods went out with: by its parcel, else the node's number of it, else the last one
/// of the fulfillment that the node names. Null: none is known.
const Shipment* shipmentOf(const Decision& decision, const Report& report)
{
    const auto& shipments = decision.order.shipments;
    const auto byTracking = std::ranges::find(shipments, report.tracking, &Shipment::tracking);
    if (!report.tracking.empty() && byTracking != shipments.end()) return &*byTracking;
    const int fulfillment = fulfillmentOf(decision, report);
    for (const Shipment& shipment : shipments | std::views::reverse)
        if (fulfillment != 0 && shipment.fulfillment == fulfillment) return &shipment;
    return shipments.size() == 1 ? &shipments.front() : nullptr;
}

/// Units that left with the shipment and have not come back.
Quantity stillOut(const Order& order, const Shipment& shipment, int lineNo)
{
    Quantity units;
    for (const ShipmentLine& line : shipment.lines)
        if (line.lineNo == lineNo) units += line.quantity;
    for (const Return& goods : order.returns) {
        if (goods.shipment != shipment.number) continue;
        for (const EffectLine& line : goods.lines)
            if (line.lineNo == lineNo) units -= line.quantity;
    }
    return units;
}

bool isMeant(const Decision& decision, const ReportLine& reported, const ShipmentLine& line)
{
    const OrderLine* ordered = findLine(decision.order, line.lineNo);
    if (reported.lineNo != 0) return line.lineNo == reported.lineNo;
    return ordered != nullptr && ordered->sku == reported.sku;
}

/// What came back, as far as it left with the shipment and has not come back: what is named by item is dealt
/// out over the lines of that item.
std::vector<EffectLine> linesOf(const Decision& decision, const Shipment& shipment, const Report& report)
{
    std::vector<EffectLine> lines;
    std::vector<Quantity> rest;
    for (const ReportLine& reported : report.lines)
        rest.push_back(reported.quantity);
    for (const ShipmentLine& line : shipment.lines) {
        const Quantity out = stillOut(decision.order, shipment, line.lineNo);
        Quantity back = report.lines.empty() ? out : Quantity{};
        for (std::size_t i = 0; i < rest.size(); ++i) {
            if (!isMeant(decision, report.lines[i], line)) continue;
            const Quantity units = std::clamp(rest[i], Quantity{}, std::max(out - back, Quantity{}));
            rest[i] -= units;
            back += units;
        }
        if (back.isPositive()) lines.push_back({line.lineNo, back});
    }
    return lines;
}

Quantity sumOf(const std::vector<EffectLine>& lines)
{
    Quantity sum;
    for (const EffectLine& line : lines)
        sum += line.quantity;
    return sum;
}

void wonderAtMore(Decision& decision, const Report& report, Quantity reported, Quantity booked)
{
    if (reported <= booked) return;
    openMismatch(decision, report.system, Severity::Medium,
                 {.cause = "more came back than left",
                  .text = report.system + " reports " + toText(reported) + " units of " +
                          decision.order.orderNo + " returned; " + toText(booked) +
                          " of them are known to have left and not come back. Find out whose the others "
                          "are."});
}

} // namespace

void takeReturn(Decision& decision, const ReceiveReport& input)
{
    const Report& report = input.report;
    const bool isKnown = std::ranges::any_of(decision.order.returns, [&](const Return& goods) {
        return !report.document.empty() && goods.document == report.document;
    });
    if (isKnown) return decision.record(noteOf(input, "duplicate"));
    recordArrival(decision, input);
    Quantity reported;
    for (const ReportLine& line : report.lines)
        reported += line.quantity;
    const Shipment* shipment = shipmentOf(decision, report);
    if (shipment == nullptr) return wonderAtMore(decision, report, reported, {});
    Return goods{.number = static_cast<int>(decision.order.returns.size()) + 1,
                 .shipment = shipment->number,
                 .document = report.document,
                 .reason = report.lines.empty() ? report.statusWord : report.lines.front().reason,
                 .at = report.occurredAt.value_or(decision.context.now),
                 .lines = linesOf(decision, *shipment, report)};
    const Quantity booked = sumOf(goods.lines);
    const int number = goods.number;
    if (booked.isPositive()) decision.record(GoodsReturned{.goods = std::move(goods)});
    if (booked.isPositive()) decision.learn("return", report.document, report.system, number);
    wonderAtMore(decision, report, reported, booked);
}

} // namespace milepost
