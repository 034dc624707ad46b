// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/domain/request_view.h"

#include "backend/domain/effect_call.h"

#include <charconv>

namespace milepost {
namespace {

void addLine(RequestView& view, const Order& order, const Effect& effect, int lineNo, Quantity quantity)
{
    const OrderLine* line = findLine(order, lineNo);
    if (line == nullptr) return;
    const CanonicalLine* own = findLine(*view.content, lineNo);
    const CanonicalLine* ordered =
        own != nullptr || line->parentLineNo == 0 ? own : findLine(*view.content, line->parentLineNo);
    const auto stated = ordered != nullptr ? ordered->unitPrice : std::optional<UnitPrice>();
    const auto unitPrice = effect.knowsPrices ? line->unitPrice : stated;
    view.lines.push_back(RequestLine{.lineNo = lineNo,
                                     .sku = line->sku,
                                     .quantity = quantity,
                                     .unitPrice = unitPrice,
                                     .unit = ordered != nullptr ? ordered->unit : std::string()});
    if (unitPrice) view.amountMinor += lineAmount(*unitPrice, quantity, order.currency).minor;
}

void addFulfillment(RequestView& view, const Order& order, const Effect& effect, int number)
{
    const Fulfillment* fulfillment = findFulfillment(order, number);
    if (fulfillment == nullptr) return;
    view.node = fulfillment->node;
    view.destination = fulfillment->destination;
    if (effect.knowsCarrier) view.carrier = fulfillment->carrier;
    if (effect.knowsCarrier) view.booking = fulfillment->booking;
    view.fulfillmentRef = fulfillmentReference(order, number);
}

void addShipment(RequestView& view, const Order& order, const Effect& effect, int number)
{
    const Shipment* shipment = findShipment(order, number);
    if (shipment == nullptr) return;
    addFulfillment(view, order, effect, shipment->fulfillment);
    view.shipmentRef = shipmentReference(order, number);
    view.shipmentDocument = shipment->document;
    view.tracking = shipment->tracking;
    if (!shipment->carrier.empty()) view.carrier = shipment->carrier;
}

void addReturn(RequestView& view, const Order& order, const Effect& effect, int number)
{
    const Return* goods = findReturn(order, number);
    if (goods == nullptr) return;
    addShipment(view, order, effect, goods->shipment);
    view.returnDocument = goods->document;
    for (int i = 0; i < effect.knownReferences; ++i) { // the last one that was known when it was decided
        const ExternalReference& reference = order.references[static_cast<std::size_t>(i)];
        if (reference.kind == "invoice" && reference.subject == goods->shipment)
            view.invoiceDocument = reference.value;
    }
}

void addWantedLines(RequestView& view, const Order& order, const Effect& effect)
{
    for (const OrderLine& line : order.lines) {
        if (isNamed(effect, line)) addLine(view, order, effect, line.lineNo, line.wanted());
    }
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
    if (effect.undoes != 0) key += "-undo";
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

std::string subjectReference(const Order& order, StepUnit unit, int subject)
{
    switch (unit) {
    case StepUnit::Order: return {};
    case StepUnit::Fulfillment: return fulfillmentReference(order, subject);
    case StepUnit::Shipment: return shipmentReference(order, subject);
    case StepUnit::Return: {
        const int shipment = shipmentOfReturn(order, subject);
        return shipment == 0 ? std::string() : shipmentReference(order, shipment);
    }
    }
    return {};
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
                     .capability = capabilityOf(process, effect),
                     .control = effect.control,
                     .decidedAt = effect.firstAt};
    if (const Effect* undone = findEffect(order, effect.undoes)) {
        view.undoneKey = effectKey(order, process, *undone);
        view.undoneDocument = undone->document;
    }
    if (step.unit == StepUnit::Fulfillment) addFulfillment(view, order, effect, effect.subject);
    if (step.unit == StepUnit::Shipment) addShipment(view, order, effect, effect.subject);
    if (step.unit == StepUnit::Return) addReturn(view, order, effect, effect.subject);
    if (effect.lines.empty() && step.unit == StepUnit::Order) {
        addWantedLines(view, order, effect);
    } else {
        for (const EffectLine& line : effect.lines)
            addLine(view, order, effect, line.lineNo, line.quantity);
    }
    view.references.assign(order.references.begin(), order.references.begin() + effect.knownReferences);
    return view;
}

} // namespace milepost
