// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/engine/stock_book.h"

#include <algorithm>

namespace milepost {
namespace {

std::string keyOf(std::string_view node, std::string_view sku)
{
    std::string key;
    key.reserve(node.size() + 1 + sku.size());
    key.append(node).append(1, '\n').append(sku);
    return key;
}

} // namespace

std::int64_t StockBook::Figure::shippedSince() const
{
    std::int64_t sum = 0;
    for (const auto& [at, micro] : shipped)
        if (at > asOf) sum += micro;
    return sum;
}

const StockBook::Figure* StockBook::find(std::string_view node, std::string_view sku) const
{
    const auto at = m_figures.find(keyOf(node, sku));
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
    return std::max<std::int64_t>(figure->onHand - figure->reserved - figure->shippedSince(), 0);
}

std::int64_t StockBook::reservedMicro(std::string_view node, std::string_view sku) const
{
    const Figure* figure = find(node, sku);
    return figure == nullptr ? 0 : figure->reserved;
}

std::int64_t StockBook::shippedMicro(std::string_view node, std::string_view sku) const
{
    const Figure* figure = find(node, sku);
    return figure == nullptr ? 0 : figure->shippedSince();
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
    Figure& figure = m_figures[keyOf(row.node, row.sku)];
    if (figure.isReported && row.asOf < figure.asOf) return false;
    figure.isReported = true;
    figure.onHand = row.onHand.micro;
    figure.asOf = row.asOf;
    std::erase_if(figure.shipped, [&](const auto& sent) { return sent.first <= row.asOf; });
    Timestamp& last = m_lastReports[row.node];
    last = std::max(last, row.asOf);
    return true;
}

StockBook::Figure* StockBook::figureOf(const Order& order, const Fulfillment& fulfillment, int lineNo)
{
    const OrderLine* line = findLine(order, lineNo);
    return line == nullptr ? nullptr : &m_figures[keyOf(fulfillment.node, line->sku)];
}

void StockBook::ship(const Order& order, int fulfillment, int lineNo, Timestamp at, std::int64_t micro)
{
    const Fulfillment* part = findFulfillment(order, fulfillment);
    Figure* figure = part == nullptr ? nullptr : figureOf(order, *part, lineNo);
    if (figure != nullptr) figure->shipped.emplace_back(at, micro);
}

void StockBook::hold(const Order& order)
{
    std::vector<Reservation>& held = m_reservations[order.id.value];
    for (const Reservation& reservation : held)
        reservation.figure->reserved -= reservation.micro;
    held.clear();
    for (const Fulfillment& fulfillment : order.fulfillments) {
        for (const FulfillmentLine& line : fulfillment.lines) {
            const std::int64_t micro = line.atNode().micro;
            Figure* figure = micro == 0 ? nullptr : figureOf(order, fulfillment, line.lineNo);
            if (figure == nullptr) continue;
            figure->reserved += micro;
            held.push_back({figure, micro});
        }
    }
    if (held.empty()) m_reservations.erase(order.id.value);
}

void StockBook::follow(const Order& order, const FactBody& fact)
{
    const auto* observed = std::get_if<ShipmentObserved>(&fact);
    if (observed == nullptr) return;
    for (const EffectLine& line : observed->lines)
        ship(order, observed->fulfillment, line.lineNo, observed->shippedAt, line.quantity.micro);
}

void StockBook::restore(const Order& order)
{
    hold(order);
    for (const Shipment& shipment : order.shipments) {
        for (const ShipmentLine& line : shipment.lines)
            ship(order, shipment.fulfillment, line.lineNo, shipment.shippedAt, line.quantity.micro);
    }
}

void StockBook::clear()
{
    m_figures.clear();
    m_lastReports.clear();
    m_reservations.clear();
}

} // namespace milepost
