// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/domain/request_view.h"

#include <charconv>

namespace milepost {
namespace {

void addLine(RequestView& view, const Order& order, int lineNo, Quantity quantity)
{
    const OrderLine* line = findLine(order, lineNo);
    if (line == nullptr) return;
    const CanonicalLine* ordered = findLine(*view.content, lineNo);
    view.lines.push_back(RequestLine{.lineNo = lineNo,
                                     .sku = line->sku,
                                     .quantity = quantity,
                                     .unitPrice = line->unitPrice,
                                     .unit = ordered != nullptr ? ordered->unit : std::string()});
    if (line->unitPrice) view.amountMinor += lineAmount(*line->unitPrice, quantity, order.currency).minor;
}

void addFulfillment(RequestView& view, const Order& order, int number)
{
    const Fulfillment* fulfillment = findFulfillment(order, number);
    if (fulfillment == nullptr) return;
    view.node = fulfillment->node;
    view.destination = fulfillment->destination;
    view.carrier = fulfillment->carrier;
    view.booking = fulfillment->booking;
    view.fulfillmentRef = fulfillmentReference(order, number);
}

void addShipment(RequestView& view, const Order& order, int number)
{
    const Shipment* shipment = findShipment(order, number);
    if (shipment == nullptr) return;
    addFulfillment(view, order, shipment->fulfillment);
    view.shipmentRef = shipmentReference(order, number);
    view.shipmentDocument = shipment->document;
    view.tracking = shipment->tracking;
    if (!shipment->carrier.empty()) view.carrier = shipment->carrier;
}

std::string withNumber(const Order& order, std::string_view mark, int number)
{
    std::string text = order.orderNo;
    text += mark;
    text += std::to_string(number);
    return text;
}

} // namespace

std::string effectKey(const Order& order, const Process& process, const Effect& effect)
{
    std::string key = order.orderNo;
    key += ':';
    key += process.steps[static_cast<std::size_t>(effect.step)].name;
    if (effect.subject > 1) key += ":" + std::to_string(effect.subject);
    if (effect.revision > 1) key += ":r" + std::to_string(effect.revision);
    return key;
}

std::string fulfillmentReference(const Order& order, int fulfillment)
{
    return withNumber(order, "-F", fulfillment);
}

std::string shipmentReference(const Order& order, int shipment)
{
    return withNumber(order, "-S", shipment);
}

RequestView makeRequestView(const Order& order, const Process& process, const Effect& effect,
                            std::shared_ptr<const CanonicalOrder> content)
{
    const Step& step = process.steps[static_cast<std::size_t>(effect.step)];
    RequestView view{.content = std::move(content),
                     .orderNo = order.orderNo,
                     .key = effectKey(order, process, effect),
                     .correlationId = order.orderNo,
                     .step = step.name,
                     .capability = step.capability,
                     .control = effect.control,
                     .decidedAt = effect.firstAt};
    if (step.unit == StepUnit::Fulfillment) addFulfillment(view, order, effect.subject);
    if (step.unit == StepUnit::Shipment) addShipment(view, order, effect.subject);
    if (effect.lines.empty()) {
        for (const OrderLine& line : order.lines)
            addLine(view, order, line.lineNo, line.ledger.ordered());
    } else {
        for (const EffectLine& line : effect.lines)
            addLine(view, order, line.lineNo, line.quantity);
    }
    view.references = order.references;
    return view;
}

} // namespace milepost
