// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/domain/decision.h"

#include <algorithm>

namespace milepost {
namespace {

std::string referenceKind(Booking booking)
{
    switch (booking) {
    case Booking::Accept: return "sale";
    case Booking::Tax: return "tax";
    case Booking::Allocate: return "allocation";
    case Booking::Release: return "release";
    case Booking::Book: return "booking";
    case Booking::Post: return "posting";
    case Booking::Invoice: return "invoice";
    case Booking::None:
    case Booking::Validate:
    case Booking::Plan:
    case Booking::Ship: return "document";
    }
    return {};
}

/// What the partner granted of `asked` for that line: all, where it named no lines.
Quantity grantedOf(const Reply& reply, const Order& order, int lineNo, Quantity asked)
{
    if (reply.lines.empty()) return asked;
    const OrderLine& line = *findLine(order, lineNo);
    const auto named = std::ranges::find(reply.lines, lineNo, &ReplyLine::lineNo);
    const auto at =
        named != reply.lines.end() ? named : std::ranges::find(reply.lines, line.sku, &ReplyLine::sku);
    if (at == reply.lines.end()) return {};
    return std::clamp(at->quantity, Quantity{}, asked);
}

void allocateLine(Decision& decision, int fulfillment, int lineNo, Quantity granted)
{
    for (const Stage from : {Stage::Open, Stage::Backordered}) {
        const Quantity units = std::min(granted, findLine(decision.order, lineNo)->ledger.at(from));
        if (!units.isPositive()) continue;
        decision.record(UnitsMoved{
            .movement = {.lineNo = lineNo, .from = from, .to = Stage::Allocated, .quantity = units},
            .fulfillment = fulfillment});
        granted -= units;
    }
}

void bookAllocation(Decision& decision, int fulfillment, const Reply& reply)
{
    const std::vector<FulfillmentLine> lines = findFulfillment(decision.order, fulfillment)->lines;
    bool isAnyGranted = false;
    for (const FulfillmentLine& line : lines) {
        if (!line.planned.isPositive()) continue;
        const Quantity granted = grantedOf(reply, decision.order, line.lineNo, line.planned);
        allocateLine(decision, fulfillment, line.lineNo, granted);
        isAnyGranted = isAnyGranted || granted.isPositive();
        if (granted < line.planned)
            decision.record(UnitsRefused{
                .fulfillment = fulfillment, .lineNo = line.lineNo, .quantity = line.planned - granted});
    }
    if (!isAnyGranted) decision.record(FulfillmentClosed{.number = fulfillment});
}

void bookRelease(Decision& decision, int fulfillment)
{
    const std::vector<FulfillmentLine> lines = findFulfillment(decision.order, fulfillment)->lines;
    for (const FulfillmentLine& line : lines) {
        if (!line.allocated.isPositive()) continue;
        decision.record(UnitsMoved{.movement = {.lineNo = line.lineNo,
                                                .from = Stage::Allocated,
                                                .to = Stage::Released,
                                                .quantity = line.allocated},
                                   .fulfillment = fulfillment});
    }
}

void bookValidation(Decision& decision, const Step& step)
{
    std::string missing;
    for (const OrderLine& line : decision.order.lines) {
        if (line.sku.empty()) missing = "the item number of line " + std::to_string(line.lineNo);
    }
    if (decision.order.lines.empty()) missing = "any line";
    if (missing.empty()) missing = missingShipInstruction(*decision.context.content, 0);
    if (missing.empty()) return decision.record(Validated{});
    decision.open(OpenException{.kind = ExceptionClass::Validation,
                                .severity = Severity::High,
                                .step = step.name,
                                .cause = "incomplete",
                                .text = "The order lacks " + missing +
                                        ". Ask the channel to send it again with that, or correct it."});
}

void bookAcceptance(Decision& decision, const Reply& reply)
{
    decision.record(Accepted{});
    const std::vector<OrderLine> lines = decision.order.lines;
    for (const OrderLine& line : lines) {
        if (line.unitPrice) continue;
        const auto at = std::ranges::find_if(reply.lines, [&](const ReplyLine& priced) {
            return priced.lineNo == line.lineNo || (priced.lineNo == 0 && priced.sku == line.sku);
        });
        if (at != reply.lines.end() && at->unitPrice)
            decision.record(LinePriced{.lineNo = line.lineNo, .unitPrice = *at->unitPrice});
    }
}

void bookInvoice(Decision& decision, int subject, const Reply& reply)
{
    Invoiced invoice{.number = static_cast<int>(decision.order.invoices.size()) + 1,
                     .document = reply.document};
    std::int64_t amount = 0;
    for (const Shipment& shipment : decision.order.shipments) {
        if (subject != 0 && shipment.number != subject) continue;
        invoice.shipments.push_back(shipment.number);
        for (const ShipmentLine& line : shipment.lines) {
            invoice.lines.push_back({line.lineNo, line.quantity});
            const OrderLine* ordered = findLine(decision.order, line.lineNo);
            if (ordered != nullptr && ordered->unitPrice)
                amount += lineAmount(*ordered->unitPrice, line.quantity, decision.order.currency).minor;
        }
    }
    invoice.amountMinor = reply.amountMinor.value_or(amount);
    decision.record(std::move(invoice));
}

void bookOwnShipment(Decision& decision, int fulfillment, const Reply& reply)
{
    Dispatch dispatch{.document = reply.document,
                      .carrier = reply.carrier,
                      .tracking = reply.tracking,
                      .at = decision.context.now};
    for (const FulfillmentLine& line : findFulfillment(decision.order, fulfillment)->lines) {
        if (line.released.isPositive()) dispatch.lines.push_back({line.lineNo, line.released});
    }
    bookShipment(decision, fulfillment, dispatch);
}

} // namespace

void bookShipment(Decision& decision, int fulfillment, const Dispatch& dispatch)
{
    const int number = static_cast<int>(decision.order.shipments.size()) + 1;
    decision.record(ShipmentObserved{.number = number,
                                     .fulfillment = fulfillment,
                                     .document = dispatch.document,
                                     .carrier = dispatch.carrier,
                                     .tracking = dispatch.tracking,
                                     .shippedAt = dispatch.at,
                                     .lines = dispatch.lines});
    for (const EffectLine& line : dispatch.lines) {
        const auto movements =
            observedMovements(line.lineNo, findLine(decision.order, line.lineNo)->ledger,
                              {Stage::Released, Stage::Allocated, Stage::Backordered, Stage::Open},
                              Stage::Shipped, line.quantity);
        for (const Movement& movement : movements)
            decision.record(UnitsMoved{.movement = movement, .fulfillment = fulfillment});
    }
    decision.learn("shipment", dispatch.document, dispatch.system, number);
    decision.learn("tracking", dispatch.tracking, dispatch.system, number);
}

void book(Decision& decision, const Step& step, int subject, const Effect* effect, const Reply& reply)
{
    if (effect != nullptr) {
        const Offer* offer = decision.offerOf(*effect);
        decision.learn(referenceKind(step.booking), reply.document, offer == nullptr ? "" : offer->system,
                       subject);
    }
    switch (step.booking) {
    case Booking::None: return;
    case Booking::Validate: return bookValidation(decision, step);
    case Booking::Tax: return decision.record(TaxStated{.taxMinor = reply.taxMinor.value_or(0)});
    case Booking::Accept: return bookAcceptance(decision, reply);
    case Booking::Plan: return planFulfillments(decision);
    case Booking::Allocate: return bookAllocation(decision, subject, reply);
    case Booking::Release: return bookRelease(decision, subject);
    case Booking::Book:
        return decision.record(
            CarrierBooked{.fulfillment = subject, .carrier = reply.carrier, .booking = reply.document});
    case Booking::Ship: return bookOwnShipment(decision, subject, reply);
    case Booking::Post: return decision.record(ShipmentPosted{.shipment = subject});
    case Booking::Invoice: return bookInvoice(decision, subject, reply);
    }
}

} // namespace milepost
