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
    const auto mayBe = [&](const Shipment& shipment) { // one of another parcel is another one
        return report.tracking.empty() || shipment.tracking.empty();
    };
    const int fulfillment = fulfillmentOf(decision, report);
    for (const Shipment& shipment : shipments | std::views::reverse)
        if (fulfillment != 0 && shipment.fulfillment == fulfillment && mayBe(shipment)) return &shipment;
    return shipments.size() == 1 && mayBe(shipments.front()) ? &shipments.front() : nullptr;
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
std::vector<EffectLine> linesOf(const Decision& decision, const Shipment& shipment,
                                const std::vector<ReportLine>& reported)
{
    std::vector<EffectLine> lines;
    std::vector<Quantity> rest;
    for (const ReportLine& line : reported)
        rest.push_back(line.quantity);
    for (const ShipmentLine& line : shipment.lines) {
        const Quantity out = stillOut(decision.order, shipment, line.lineNo);
        Quantity back = reported.empty() ? out : Quantity{};
        for (std::size_t i = 0; i < rest.size(); ++i) {
            if (!isMeant(decision, reported[i], line)) continue;
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

const std::string moreThanLeft = "more came back than left";

void wonderAtMore(Decision& decision, const EarlyReturn& back, Quantity booked)
{
    Quantity reported;
    for (const ReportLine& line : back.lines)
        reported += line.quantity;
    if (reported <= booked) return;
    openMismatch(decision, back.system, Severity::Medium,
                 {.cause = moreThanLeft,
                  .text = back.system + " reports " + toText(reported) + " units of " +
                          decision.order.orderNo + " returned; " + toText(booked) +
                          " of them are known to have left and not come back. Find out whose the others "
                          "are."});
}

void book(Decision& decision, const Shipment& shipment, const EarlyReturn& back)
{
    Return goods{.number = static_cast<int>(decision.order.returns.size()) + 1,
                 .shipment = shipment.number,
                 .document = back.document,
                 .reason = back.reason,
                 .at = back.at,
                 .lines = linesOf(decision, shipment, back.lines)};
    const Quantity booked = sumOf(goods.lines);
    const int number = goods.number;
    if (booked.isPositive()) {
        decision.record(GoodsReturned{.goods = std::move(goods)});
        decision.learn("return", back.document, back.system, number);
    }
    wonderAtMore(decision, back, booked);
}

EarlyReturn returnOf(const Decision& decision, const Report& report)
{
    return {.system = report.system,
            .document = report.document,
            .tracking = report.tracking,
            .reason = report.lines.empty() ? report.statusWord : report.lines.front().reason,
            .at = report.occurredAt.value_or(decision.context.now),
            .lines = report.lines};
}

bool isKnown(const Order& order, const std::string& document)
{
    if (document.empty()) return false;
    return std::ranges::find(order.returns, document, &Return::document) != order.returns.end() ||
           std::ranges::find(order.earlyReturns, document, &EarlyReturn::document) !=
               order.earlyReturns.end();
}

} // namespace

void bookEarlyReturn(Decision& decision, int shipment, const EarlyReturn& goods)
{
    const std::vector<OpenException> open = decision.order.exceptions;
    for (const OpenException& exception : open)
        if (exception.cause == moreThanLeft && exception.system == goods.system)
            decision.close(exception.number, "the shipment was reported");
    book(decision, *findShipment(decision.order, shipment), goods);
}

void takeReturn(Decision& decision, const ReceiveReport& input)
{
    const Report& report = input.report;
    if (isKnown(decision.order, report.document)) return decision.record(noteOf(input, "duplicate"));
    recordArrival(decision, input);
    EarlyReturn goods = returnOf(decision, report);
    if (const Shipment* shipment = shipmentOf(decision, report)) return book(decision, *shipment, goods);
    wonderAtMore(decision, goods, {});
    if (!goods.tracking.empty()) decision.record(ReturnForetold{.goods = std::move(goods)});
}

} // namespace milepost
