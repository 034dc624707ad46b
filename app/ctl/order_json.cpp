// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/content_json.h"
#include "app/ctl/json_values.h"
#include "app/ctl/view_json.h"

#include <nlohmann/json.hpp>

namespace milepost {
namespace {

using Json = nlohmann::ordered_json;

Json lineJson(const LineView& line)
{
    const LineFigures& figures = line.figures;
    return {{"lineNo", line.lineNo},
            {"parentLineNo", line.parentLineNo == 0 ? Json() : Json(line.parentLineNo)},
            {"sku", line.sku},
            {"unitPrice", line.unitPrice ? Json(toText(*line.unitPrice)) : Json()},
            {"ordered", quantityJson(figures.ordered)},
            {"open", quantityJson(figures.open)},
            {"overage", quantityJson(figures.overage)},
            {"allocated", quantityJson(figures.allocated)},
            {"backordered", quantityJson(figures.backordered)},
            {"substituted", quantityJson(figures.substituted)},
            {"released", quantityJson(figures.released)},
            {"shipped", quantityJson(figures.shipped)},
            {"delivered", quantityJson(figures.delivered)},
            {"posted", quantityJson(figures.posted)},
            {"invoiced", quantityJson(figures.invoiced)},
            {"credited", quantityJson(figures.credited)},
            {"returned", quantityJson(figures.returned)},
            {"cancelled", quantityJson(figures.cancelled)},
            {"lost", quantityJson(figures.lost)}};
}

Json fulfillmentJson(const Fulfillment& fulfillment)
{
    Json lines = Json::array();
    for (const FulfillmentLine& line : fulfillment.lines) {
        lines.push_back({{"lineNo", line.lineNo},
                         {"planned", quantityJson(line.planned)},
                         {"allocated", quantityJson(line.allocated)},
                         {"released", quantityJson(line.released)},
                         {"shipped", quantityJson(line.shipped)},
                         {"refused", quantityJson(line.refused)}});
    }
    return {{"id", fulfillment.number},
            {"node", fulfillment.node},
            {"state", stateKey(fulfillment)},
            {"destination", fulfillment.destination},
            {"carrier", textJson(fulfillment.carrier)},
            {"booking", textJson(fulfillment.booking)},
            {"lines", lines}};
}

Json shipmentJson(const Shipment& shipment)
{
    Json lines = Json::array();
    for (const ShipmentLine& line : shipment.lines)
        lines.push_back({{"lineNo", line.lineNo},
                         {"quantity", quantityJson(line.quantity)},
                         {"delivered", quantityJson(line.delivered)},
                         {"posted", quantityJson(line.posted)},
                         {"invoiced", quantityJson(line.invoiced)},
                         {"lost", quantityJson(line.lost)}});
    return {{"id", shipment.number},
            {"fulfillment", shipment.fulfillment == 0 ? Json() : Json(shipment.fulfillment)},
            {"number", textJson(shipment.document)},
            {"carrier", textJson(shipment.carrier)},
            {"tracking", textJson(shipment.tracking)},
            {"state", shipment.status.empty() ? "shipped" : shipment.status},
            {"shippedAt", timeJson(shipment.shippedAt)},
            {"deliveredAt", timeJson(shipment.deliveredAt)},
            {"lines", lines}};
}

Json invoiceJson(const Invoice& invoice, Currency currency)
{
    Json lines = Json::array();
    for (const InvoiceLine& line : invoice.lines)
        lines.push_back({{"lineNo", line.lineNo}, {"quantity", quantityJson(line.quantity)}});
    return {{"id", invoice.number},
            {"number", invoice.document},
            {"amount", moneyJson(Money{.minor = invoice.amountMinor, .currency = currency})},
            {"lines", lines}};
}

Json effectJson(const EffectView& effect)
{
    return {{"id", effect.number},
            {"step", effect.step},
            {"capability", effect.capability},
            {"system", effect.system},
            {"state", effect.state},
            {"attempts", effect.attempts},
            {"idempotencyKey", effect.key},
            {"document", textJson(effect.document)}};
}

template <typename T, typename ToJson>
Json listJson(const std::vector<T>& values, ToJson toOne)
{
    Json list = Json::array();
    for (const T& value : values)
        list.push_back(toOne(value));
    return list;
}

Json referenceJson(const ExternalReference& reference)
{
    return {{"kind", reference.kind}, {"value", reference.value}, {"system", reference.system}};
}

Json holdJson(const Hold& hold)
{
    return {{"kind", hold.kind}, {"reason", hold.reason}};
}

Json waitingChangeJson(const WaitingChange& change)
{
    return {{"system", change.system},
            {"receivedAt", timeJson(change.receivedAt)},
            {"payloadId", change.payload.value}};
}

Json creditJson(const Credit& credit, Currency currency)
{
    return {{"number", credit.document},
            {"invoice", credit.invoice},
            {"return", credit.goods == 0 ? Json() : Json(credit.goods)},
            {"amount", moneyJson(Money{.minor = credit.amountMinor, .currency = currency})},
            {"at", timeJson(credit.at)}};
}

Json returnJson(const Return& goods)
{
    Json lines = Json::array();
    for (const EffectLine& line : goods.lines)
        lines.push_back({{"lineNo", line.lineNo}, {"quantity", quantityJson(line.quantity)}});
    return {{"number", textJson(goods.document)},
            {"shipment", goods.shipment},
            {"reason", textJson(goods.reason)},
            {"at", timeJson(goods.at)},
            {"lines", lines}};
}

Json compensationJson(const CompensationView& compensation)
{
    const auto step = [](const UndoView& undo) -> Json {
        return {{"step", undo.step},
                {"reference", textJson(undo.reference)},
                {"system", textJson(undo.system)},
                {"document", textJson(undo.document)},
                {"how", undo.how},
                {"state", undo.state},
                {"proof", textJson(undo.proof)}};
    };
    return {{"goal", compensation.goal},
            {"from", compensation.fromStep},
            {"reason", compensation.reason},
            {"startedAt", timeJson(compensation.startedAt)},
            {"steps", listJson(compensation.steps, step)}};
}

} // namespace

Json toJson(const OrderView& order)
{
    const auto invoice = [&](const Invoice& one) { return invoiceJson(one, order.row.currency); };
    const auto credit = [&](const Credit& one) { return creditJson(one, order.row.currency); };
    Json document = {{"orderNo", order.row.orderNo},
                     {"channel", order.row.channel},
                     {"customer", order.row.customer},
                     {"receivedAt", timeJson(order.row.receivedAt)},
                     {"currency", std::string(order.row.currency.code())},
                     {"open", order.row.isOpen},
                     {"lines", listJson(order.lines, lineJson)},
                     {"fulfillments", listJson(order.fulfillments, fulfillmentJson)},
                     {"shipments", listJson(order.shipments, shipmentJson)},
                     {"invoices", listJson(order.invoices, invoice)},
                     {"milestones", milestonesJson(order.row.milestones)},
                     {"effects", listJson(order.effects, effectJson)},
                     {"references", listJson(order.references, referenceJson)},
                     {"holds", listJson(order.holds, holdJson)},
                     {"waitingChanges", listJson(order.waitingChanges, waitingChangeJson)},
                     {"credits", listJson(order.credits, credit)},
                     {"returns", listJson(order.returns, returnJson)},
                     {"compensation", order.compensation ? compensationJson(*order.compensation) : Json()},
                     {"exceptions", toJson(ExceptionPage{.exceptions = order.exceptions})["exceptions"]}};
    if (order.content) addContent(document, *order.content);
    return document;
}

} // namespace milepost
