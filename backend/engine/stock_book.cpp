// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/engine/stock_book.h"

#include <algorithm>

namespace milepost {
namespace {

bool isAtNode(Stage stage)
{
    return stage == Stage::Allocated || stage == Stage::Released;
}

} // namespace

const StockBook::Figure* StockBook::find(std::string_view node, std::string_view sku) const
{
    const auto at = m_figures.find(Key(node, sku));
    return at == m_figures.end() ? nullptr : &at->second;
}

bool StockBook::isKnown(std::string_view node, std::string_view sku) const
{
    const Figure* figure = find(node, sku);
    return figure != nullptr && figure->isReported;
}

std::int64_t StockBook::availableMicro(std::string_view node, std::string_view sku) const
{
    const Figure* figure = find(node, sku);
    if (figure == nullptr || !figure->isReported) return 0;
    std::int64_t left = figure->onHand - figure->reserved;
    for (const auto& [at, micro] : figure->shipped) {
        if (at > figure->asOf) left -= micro;
    }
    return std::max<std::int64_t>(left, 0);
}

Timestamp StockBook::reportedAt(std::string_view node, std::string_view sku) const
{
    if (sku.empty()) {
        const auto at = m_lastReports.find(node);
        return at == m_lastReports.end() ? Timestamp{} : at->second;
    }
    const Figure* figure = find(node, sku);
    return figure == nullptr ? Timestamp{} : figure->asOf;
}

bool StockBook::report(const StockRow& row)
{
    Figure& figure = m_figures[{row.node, row.sku}];
    if (figure.isReported && row.asOf < figure.asOf) return false;
    figure.isReported = true;
    figure.onHand = row.onHand.micro;
    figure.asOf = row.asOf;
    std::erase_if(figure.shipped, [&](const auto& sent) { return sent.first <= row.asOf; });
    Timestamp& last = m_lastReports[row.node];
    last = std::max(last, row.asOf);
    return true;
}

void StockBook::reserve(const Order& order, int fulfillment, int lineNo, std::int64_t micro)
{
    const Fulfillment* part = findFulfillment(order, fulfillment);
    const OrderLine* line = findLine(order, lineNo);
    if (part == nullptr || line == nullptr) return;
    m_figures[{part->node, line->sku}].reserved += micro;
}

void StockBook::ship(const Order& order, int fulfillment, int lineNo, Timestamp at, std::int64_t micro)
{
    const Fulfillment* part = findFulfillment(order, fulfillment);
    const OrderLine* line = findLine(order, lineNo);
    if (part == nullptr || line == nullptr) return;
    m_figures[{part->node, line->sku}].shipped.emplace_back(at, micro);
}

void StockBook::follow(const Order& order, const FactBody& fact)
{
    if (const auto* planned = std::get_if<FulfillmentPlanned>(&fact)) {
        for (const EffectLine& line : planned->lines)
            reserve(order, planned->number, line.lineNo, line.quantity.micro);
    }
    if (const auto* refused = std::get_if<UnitsRefused>(&fact))
        reserve(order, refused->fulfillment, refused->lineNo, -refused->quantity.micro);
    const auto* moved = std::get_if<UnitsMoved>(&fact);
    if (moved == nullptr || moved->fulfillment == 0) return;
    const Movement& m = moved->movement;
    if (isAtNode(m.from) && !isAtNode(m.to)) reserve(order, moved->fulfillment, m.lineNo, -m.quantity.micro);
    if (m.to == Stage::Shipped && !order.shipments.empty())
        ship(order, moved->fulfillment, m.lineNo, order.shipments.back().shippedAt, m.quantity.micro);
}

void StockBook::restore(const Order& order)
{
    for (const Fulfillment& fulfillment : order.fulfillments) {
        for (const FulfillmentLine& line : fulfillment.lines)
            reserve(order, fulfillment.number, line.lineNo,
                    (line.planned + line.allocated + line.released).micro);
    }
    for (const Shipment& shipment : order.shipments) {
        for (const ShipmentLine& line : shipment.lines)
            ship(order, shipment.fulfillment, line.lineNo, shipment.shippedAt, line.quantity.micro);
    }
}

void StockBook::clear()
{
    m_figures.clear();
    m_lastReports.clear();
}

} // namespace milepost
