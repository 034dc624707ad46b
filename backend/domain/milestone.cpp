// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/domain/milestone.h"

#include <algorithm>
#include <array>
#include <utility>

namespace milepost {
namespace {

constexpr std::array<std::pair<Milestone, std::string_view>, milestoneCount> milestoneKeys{{
    {Milestone::Received, "received"},
    {Milestone::Validated, "validated"},
    {Milestone::Accepted, "accepted"},
    {Milestone::Allocated, "allocated"},
    {Milestone::Released, "released"},
    {Milestone::Shipped, "shipped"},
    {Milestone::Posted, "posted"},
    {Milestone::Invoiced, "invoiced"},
    {Milestone::Delivered, "delivered"},
    {Milestone::Cancelled, "cancelled"},
    {Milestone::Returned, "returned"},
}};

constexpr std::uint32_t bit(Milestone milestone)
{
    return 1U << static_cast<unsigned>(milestone);
}

/// Clears the milestones that this line has not fully reached.
std::uint32_t reachedBy(const LineFigures& line, Quantity wanted)
{
    std::uint32_t reached = ~0U;
    const std::array<std::pair<Milestone, Quantity>, 6> byQuantity{{
        {Milestone::Allocated, line.allocated},
        {Milestone::Released, line.released},
        {Milestone::Shipped, line.shipped},
        {Milestone::Posted, line.posted},
        {Milestone::Invoiced, line.invoiced},
        {Milestone::Delivered, line.delivered},
    }};
    for (const auto& [milestone, figure] : byQuantity) {
        if (figure < wanted) reached &= ~bit(milestone);
    }
    return reached;
}

/// What came back was credited.
bool isPaidBack(const Order& order, int goods)
{
    return goods != 0 && std::ranges::find(order.credits, goods, &Credit::goods) != order.credits.end();
}

} // namespace

std::string_view toKey(Milestone milestone)
{
    return milestoneKeys[static_cast<std::size_t>(milestone)].second;
}

bool fromKey(std::string_view key, Milestone& milestone)
{
    const auto at = std::ranges::find(milestoneKeys, key, &std::pair<Milestone, std::string_view>::second);
    if (at == milestoneKeys.end()) return false;
    milestone = at->first;
    return true;
}

LineFigures figuresOf(const Order& order, const OrderLine& line)
{
    const LineLedger& ledger = line.ledger;
    LineFigures figures{.ordered = ledger.ordered(),
                        .open = ledger.at(Stage::Open),
                        .overage = ledger.overage(),
                        .allocated = ledger.reached(Stage::Allocated),
                        .backordered = ledger.at(Stage::Backordered),
                        .substituted = ledger.at(Stage::Substituted),
                        .released = ledger.reached(Stage::Released),
                        .shipped = ledger.reached(Stage::Shipped),
                        .delivered = ledger.reached(Stage::Delivered),
                        .cancelled = ledger.at(Stage::Cancelled),
                        .lost = ledger.at(Stage::Lost)};
    for (const Shipment& shipment : order.shipments) {
        for (const ShipmentLine& part : shipment.lines) {
            if (part.lineNo != line.lineNo) continue;
            figures.posted += part.posted;
        }
    }
    for (const Invoice& invoice : order.invoices) {
        for (const InvoiceLine& part : invoice.lines) {
            if (part.lineNo != line.lineNo) continue;
            (isCredited(order, invoice.number) ? figures.credited : figures.invoiced) += part.quantity;
        }
    }
    for (const Return& goods : order.returns) {
        for (const EffectLine& part : goods.lines) {
            if (part.lineNo != line.lineNo) continue;
            figures.returned += part.quantity;
            if (isPaidBack(order, goods.number)) figures.credited += part.quantity;
        }
    }
    return figures;
}

std::uint32_t fullMilestones(const Order& order)
{
    if (order.revision == 0) return 0;
    std::uint32_t byLines = ~0U;
    Quantity wantedInAll;
    Quantity cancelledInAll;
    Quantity shippedInAll;
    Quantity returnedInAll;
    for (const OrderLine& line : order.lines) {
        const LineFigures figures = figuresOf(order, line);
        const Quantity wanted = figures.ordered - figures.cancelled - figures.substituted;
        wantedInAll += wanted;
        cancelledInAll += figures.cancelled;
        shippedInAll += figures.shipped;
        returnedInAll += figures.returned;
        byLines &= reachedBy(figures, wanted);
    }
    if (wantedInAll.isZero() && cancelledInAll.isPositive()) return bit(Milestone::Cancelled);
    std::uint32_t full = bit(Milestone::Received);
    if (order.validatedAt) full |= bit(Milestone::Validated);
    if (order.acceptedAt) full |= bit(Milestone::Accepted);
    if (shippedInAll.isPositive() && returnedInAll >= shippedInAll) full |= bit(Milestone::Returned);
    if (!wantedInAll.isPositive()) return full;
    constexpr std::uint32_t quantities = bit(Milestone::Allocated) | bit(Milestone::Released) |
                                         bit(Milestone::Shipped) | bit(Milestone::Posted) |
                                         bit(Milestone::Invoiced) | bit(Milestone::Delivered);
    return full | (byLines & quantities);
}

} // namespace milepost
