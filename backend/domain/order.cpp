// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/domain/order.h"

#include "backend/core/packed.h"
#include "backend/domain/order_fields.h"

#include <algorithm>

namespace milepost {
namespace {

template <typename Items, typename Member>
auto* findBy(Items& items, int wanted, Member member)
{
    const auto at = std::ranges::find(items, wanted, member);
    return at == items.end() ? nullptr : &*at;
}

bool isFinished(const OrderLine& line)
{
    const LineLedger& ledger = line.ledger;
    return ledger.at(Stage::Open).isZero() && ledger.at(Stage::Backordered).isZero() &&
           ledger.at(Stage::Allocated).isZero() && ledger.at(Stage::Released).isZero() &&
           ledger.at(Stage::Shipped).isZero();
}

bool isPosted(const Shipment& shipment)
{
    return std::ranges::all_of(shipment.lines,
                               [](const ShipmentLine& line) { return line.posted >= line.quantity; });
}

bool isBilled(const Order& order, const OrderLine& line)
{
    Quantity invoiced;
    for (const Invoice& invoice : order.invoices) {
        if (isCredited(order, invoice.number)) continue;
        for (const InvoiceLine& part : invoice.lines) {
            if (part.lineNo == line.lineNo) invoiced += part.quantity;
        }
    }
    return invoiced >= line.ledger.reached(Stage::Shipped);
}

} // namespace

Quantity unitsAtNode(const Fulfillment& fulfillment)
{
    Quantity sum;
    for (const FulfillmentLine& line : fulfillment.lines)
        sum += line.atNode();
    return sum;
}

Quantity plannedUnits(const Order& order, int lineNo)
{
    Quantity sum;
    for (const Fulfillment& fulfillment : order.fulfillments) {
        for (const FulfillmentLine& line : fulfillment.lines) {
            if (line.lineNo == lineNo) sum += line.planned;
        }
    }
    return sum;
}

std::string_view stateKey(const Fulfillment& fulfillment)
{
    FulfillmentLine sum;
    for (const FulfillmentLine& line : fulfillment.lines) {
        sum.planned += line.planned;
        sum.allocated += line.allocated;
        sum.released += line.released;
        sum.shipped += line.shipped;
    }
    if (sum.planned.isPositive()) return "planned";
    if (sum.allocated.isPositive()) return "allocated";
    if (sum.released.isPositive()) return "released";
    return sum.shipped.isPositive() ? "shipped" : "closed";
}

OrderLine* findLine(Order& order, int lineNo)
{
    return findBy(order.lines, lineNo, &OrderLine::lineNo);
}

const OrderLine* findLine(const Order& order, int lineNo)
{
    return findBy(order.lines, lineNo, &OrderLine::lineNo);
}

int lastLineNo(const Order& order)
{
    int last = 0;
    for (const OrderLine& line : order.lines)
        last = std::max(last, line.lineNo);
    return last;
}

Fulfillment* findFulfillment(Order& order, int number)
{
    return findBy(order.fulfillments, number, &Fulfillment::number);
}

const Fulfillment* findFulfillment(const Order& order, int number)
{
    return findBy(order.fulfillments, number, &Fulfillment::number);
}

Shipment* findShipment(Order& order, int number)
{
    return findBy(order.shipments, number, &Shipment::number);
}

const Shipment* findShipment(const Order& order, int number)
{
    return findBy(order.shipments, number, &Shipment::number);
}

Effect* findEffect(Order& order, int number)
{
    return findBy(order.effects, number, &Effect::number);
}

const Effect* findEffect(const Order& order, int number)
{
    return findBy(order.effects, number, &Effect::number);
}

Return* findReturn(Order& order, int number)
{
    return findBy(order.returns, number, &Return::number);
}

const Return* findReturn(const Order& order, int number)
{
    return findBy(order.returns, number, &Return::number);
}

int shipmentOfReturn(const Order& order, int number)
{
    const Return* goods = findReturn(order, number);
    return goods == nullptr ? 0 : goods->shipment;
}

bool isCredited(const Order& order, int invoice)
{
    return std::ranges::any_of(
        order.credits, [&](const Credit& credit) { return credit.invoice == invoice && credit.goods == 0; });
}

bool isNamed(const Effect& effect, const OrderLine& line)
{
    const bool isGone = line.wanted().isZero() && line.ledger.ordered().isPositive();
    return !isGone || effect.knowsPrices;
}

const Invoice* invoiceFor(const Order& order, int shipment)
{
    const auto at = std::ranges::find_if(order.invoices, [&](const Invoice& invoice) {
        return std::ranges::count(invoice.shipments, shipment) > 0 && !isCredited(order, invoice.number);
    });
    return at == order.invoices.end() ? nullptr : &*at;
}

const ExternalReference* findReference(const Order& order, std::string_view kind, int subject)
{
    const auto at = std::ranges::find_if(order.references, [&](const ExternalReference& reference) {
        return reference.kind == kind && (subject == 0 || reference.subject == subject);
    });
    return at == order.references.end() ? nullptr : &*at;
}

bool isClosed(const Order& order)
{
    return order.revision > 0 && !order.compensation && order.exceptions.empty() &&
           std::ranges::all_of(order.lines, isFinished) && std::ranges::all_of(order.shipments, isPosted) &&
           std::ranges::all_of(order.lines, [&](const OrderLine& line) { return isBilled(order, line); }) &&
           std::ranges::all_of(order.effects, [](const Effect& effect) { return isSettled(effect.state); });
}

std::string packed(const Order& order)
{
    PackWriter writer(orderStateVersion);
    writer.put(order);
    return std::move(writer).bytes();
}

Order unpackedOrder(std::string_view bytes)
{
    PackReader reader(bytes);
    reader.requireVersionUpTo(orderStateVersion);
    Order order;
    reader.get(order);
    reader.requireEnd();
    return order;
}

} // namespace milepost
