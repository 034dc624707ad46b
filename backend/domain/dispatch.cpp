// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/domain/decision.h"

#include <algorithm>

namespace milepost {
namespace {

/// Units of a line that may have left, and where the books have them.
struct Source {
    Stage stage = Stage::Open;
    int fulfillment = 0;
    Quantity units{};
};

/// Units that no node has, less those chosen for another node than `fulfillment`.
Quantity freeUnits(const Order& order, int lineNo, int fulfillment)
{
    const LineLedger& ledger = findLine(order, lineNo)->ledger;
    Quantity units = ledger.at(Stage::Open) + ledger.at(Stage::Backordered);
    for (const Fulfillment& part : order.fulfillments) {
        for (const FulfillmentLine& line : part.lines) {
            if (line.lineNo == lineNo && part.number != fulfillment) units -= line.planned;
        }
    }
    return std::max(units, Quantity{});
}

void addAtNodes(const Order& order, int lineNo, int fulfillment, Stage stage, std::vector<Source>& sources)
{
    for (const Fulfillment& part : order.fulfillments) {
        if (fulfillment != 0 && part.number != fulfillment) continue;
        for (const FulfillmentLine& line : part.lines) {
            const Quantity units = stage == Stage::Released ? line.released : line.allocated;
            if (line.lineNo == lineNo && units.isPositive()) sources.push_back({stage, part.number, units});
        }
    }
}

/// The nearest earlier stages that hold units, nearest first. What another node has for this order stays its
/// own: it may still ship it. Without a fulfillment any node's units may be meant.
std::vector<Source> sourcesFor(const Order& order, int lineNo, int fulfillment)
{
    std::vector<Source> sources;
    for (const Stage stage : {Stage::Released, Stage::Allocated})
        addAtNodes(order, lineNo, fulfillment, stage, sources);
    Quantity free = freeUnits(order, lineNo, fulfillment);
    for (const Stage stage : {Stage::Backordered, Stage::Open}) {
        const Quantity units = std::min(free, findLine(order, lineNo)->ledger.at(stage));
        if (units.isPositive()) sources.push_back({stage, fulfillment, units});
        free -= units;
    }
    return sources;
}

void moveOut(Decision& decision, int lineNo, Source source, Quantity units)
{
    if (!units.isPositive()) return;
    decision.record(UnitsMoved{
        .movement = {.lineNo = lineNo, .from = source.stage, .to = Stage::Shipped, .quantity = units},
        .fulfillment = source.fulfillment});
}

void shipLine(Decision& decision, int fulfillment, const EffectLine& line)
{
    Quantity rest = line.quantity;
    for (const Source& source : sourcesFor(decision.order, line.lineNo, fulfillment)) {
        const Quantity units = std::min(rest, source.units);
        moveOut(decision, line.lineNo, source, units);
        rest -= units;
    }
    moveOut(decision, line.lineNo, {.stage = Stage::Overage, .fulfillment = fulfillment}, rest);
}

} // namespace

DispatchCover coverOf(const Order& order, int fulfillment, int lineNo)
{
    DispatchCover cover;
    for (const Source& source : sourcesFor(order, lineNo, fulfillment)) {
        cover.onHand += source.units;
        if (source.stage == Stage::Released) cover.released += source.units;
    }
    return cover;
}

void bookShipment(Decision& decision, int fulfillment, const Dispatch& dispatch)
{
    const int number = static_cast<int>(decision.order.shipments.size()) + 1;
    const std::vector<EarlyParcel> early = decision.order.earlyParcels;
    const std::vector<EarlyReturn> returns = decision.order.earlyReturns;
    decision.record(ShipmentObserved{.number = number,
                                     .fulfillment = fulfillment,
                                     .document = dispatch.document,
                                     .carrier = dispatch.carrier,
                                     .tracking = dispatch.tracking,
                                     .shippedAt = dispatch.at,
                                     .lines = dispatch.lines});
    for (const EffectLine& line : dispatch.lines)
        shipLine(decision, fulfillment, line);
    decision.learn("shipment", dispatch.document, dispatch.system, number);
    decision.learn("tracking", dispatch.tracking, dispatch.system, number);
    for (const EarlyParcel& parcel : early) {
        if (parcel.tracking == dispatch.tracking)
            bookParcel(decision, number, parcel.status, parcel.at, dispatch.carrier);
    }
    for (const EarlyReturn& goods : returns)
        if (goods.tracking == dispatch.tracking) bookEarlyReturn(decision, number, goods);
}

} // namespace milepost
