// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/domain/outlook.h"

#include "backend/domain/milestone.h"

#include <algorithm>
#include <optional>

namespace milepost {
namespace {

const Step* stepOf(const OutlookContext& context, int index)
{
    const auto& steps = context.process.steps;
    const auto at = static_cast<std::size_t>(index);
    return index >= 0 && at < steps.size() ? &steps[at] : nullptr;
}

Waiting about(WaitKind kind, const Effect& effect, const OutlookContext& context,
              std::optional<Timestamp> until = {})
{
    const Step* step = stepOf(context, effect.step);
    return {.kind = kind,
            .step = step == nullptr ? std::string() : step->name,
            .system = context.systemOf(effect.definition),
            .until = until};
}

/// What one call is waiting for; nothing: it is over, or a person has it.
std::optional<Waiting> waitingOf(const Effect& effect, const OutlookContext& context)
{
    if (isSettled(effect.state) || effect.needsPerson) return std::nullopt;
    const bool isCallable = effect.state == EffectState::Waiting || effect.state == EffectState::Unknown;
    if (isCallable && context.isStopped(context.systemOf(effect.definition)))
        return about(WaitKind::System, effect, context);
    const bool isLater = effect.nextAt > context.now;
    switch (effect.state) {
    case EffectState::Waiting:
        if (!isLater) return about(WaitKind::Turn, effect, context);
        return about(effect.tries > 0 ? WaitKind::Retry : WaitKind::CutOff, effect, context, effect.nextAt);
    case EffectState::Unknown:
        return about(WaitKind::Retry, effect, context, isLater ? std::optional(effect.nextAt) : std::nullopt);
    case EffectState::InFlight: return about(WaitKind::Answer, effect, context);
    case EffectState::Sent: return about(WaitKind::Acknowledgement, effect, context);
    default: return about(WaitKind::Answer, effect, context);
    }
}

bool isPlanned(const Order& order, int lineNo)
{
    return std::ranges::any_of(order.fulfillments, [&](const Fulfillment& fulfillment) {
        return !fulfillment.isClosed &&
               std::ranges::any_of(fulfillment.lines, [&](const FulfillmentLine& line) {
                   return line.lineNo == lineNo && line.planned.isPositive();
               });
    });
}

const OrderLine* lineWithoutStock(const Order& order)
{
    const auto at = std::ranges::find_if(order.lines, [&](const OrderLine& line) {
        const bool isOpen = line.ledger.at(Stage::Open).isPositive() && !isPlanned(order, line.lineNo);
        return line.ledger.at(Stage::Backordered).isPositive() || (order.acceptedAt && isOpen);
    });
    return at == order.lines.end() ? nullptr : &*at;
}

std::optional<Waiting> soonestExpectation(const Order& order, const OutlookContext& context)
{
    const auto at = std::ranges::min_element(order.expectations, {}, &Expectation::dueAt);
    if (at == order.expectations.end()) return std::nullopt;
    const Step* step = stepOf(context, at->step);
    const std::string expects = step == nullptr ? std::string() : step->expects;
    const WaitKind kind = expects == "shipmentConfirmed" ? WaitKind::Shipment
                          : expects == "delivered"       ? WaitKind::Delivery
                                                         : WaitKind::Acknowledgement;
    return Waiting{.kind = kind,
                   .step = step == nullptr ? std::string() : step->name,
                   .system = at->system,
                   .until = at->dueAt};
}

void consider(std::optional<Waiting>& best, std::optional<Waiting> candidate)
{
    if (candidate && (!best || candidate->kind < best->kind)) best = std::move(candidate);
}

/// Quantities of all lines that matter to the concerns.
struct Sums {
    bool isUnallocated = false;
    bool isUnposted = false;
    bool isUninvoiced = false; ///< posted, not invoiced
    bool isUndelivered = false;
};

Sums sumsOf(const Order& order)
{
    Sums sums;
    for (const OrderLine& line : order.lines) {
        const LineFigures figures = figuresOf(order, line);
        const Quantity wanted = figures.ordered - figures.cancelled - figures.substituted;
        sums.isUnallocated |= figures.open.isPositive() || figures.backordered.isPositive();
        sums.isUnposted |= figures.posted < figures.shipped;
        sums.isUninvoiced |= figures.invoiced < figures.posted;
        sums.isUndelivered |= figures.delivered < wanted;
    }
    return sums;
}

bool isInvoicingStuck(const Order& order, const OutlookContext& context)
{
    return std::ranges::any_of(order.effects, [&](const Effect& effect) {
        const Step* step = stepOf(context, effect.step);
        const bool isInvoicing = step != nullptr && step->booking == Booking::Invoice;
        return isInvoicing && (effect.needsPerson || effect.state == EffectState::Rejected ||
                               effect.state == EffectState::Abandoned);
    });
}

bool isShipmentOverdue(const Order& order, const OutlookContext& context)
{
    return std::ranges::any_of(order.expectations, [&](const Expectation& expectation) {
        const Step* step = stepOf(context, expectation.step);
        return step != nullptr && step->expects == "shipmentConfirmed" && expectation.dueAt < context.now;
    });
}

void addOnce(std::vector<std::string>& names, const std::string& name)
{
    if (!name.empty() && std::ranges::find(names, name) == names.end()) names.push_back(name);
}

} // namespace

Waiting waitingOf(const Order& order, const OutlookContext& context)
{
    if (!order.exceptions.empty()) {
        const auto worst = std::ranges::max_element(order.exceptions, {}, &OpenException::severity);
        return {
            .kind = WaitKind::Person, .step = worst->step, .system = worst->system, .detail = worst->cause};
    }
    if (!order.holds.empty()) return {.kind = WaitKind::Held, .detail = order.holds.front().kind};
    std::optional<Waiting> best;
    for (const Effect& effect : order.effects)
        consider(best, waitingOf(effect, context));
    if (const OrderLine* line = lineWithoutStock(order))
        consider(best, Waiting{.kind = WaitKind::Stock, .detail = line->sku});
    consider(best, soonestExpectation(order, context));
    if (best) return *best;
    return {.kind = isClosed(order) ? WaitKind::Nothing : WaitKind::Turn};
}

std::uint32_t concernsOf(const Order& order, const OutlookContext& context)
{
    const Sums sums = sumsOf(order);
    std::uint32_t concerns = 0;
    const auto note = [&](Concern concern, bool holds) {
        if (holds) concerns |= 1U << static_cast<unsigned>(concern);
    };
    note(Concern::WaitingForAllocation, order.acceptedAt && sums.isUnallocated);
    note(Concern::ShippedUnconfirmed, isShipmentOverdue(order, context));
    note(Concern::ShippedNotPosted, sums.isUnposted);
    note(Concern::InvoiceBlocked, sums.isUninvoiced && isInvoicingStuck(order, context));
    note(Concern::PromiseBroken,
         order.promisedAt > Timestamp{} && order.promisedAt < context.now && sums.isUndelivered);
    note(Concern::OnHold, !order.holds.empty());
    note(Concern::NeedsPerson, !order.exceptions.empty());
    return concerns;
}

std::vector<std::string> systemsWaitedFor(const Order& order, const OutlookContext& context)
{
    std::vector<std::string> systems;
    for (const Effect& effect : order.effects)
        if (!isSettled(effect.state)) addOnce(systems, context.systemOf(effect.definition));
    for (const Expectation& expectation : order.expectations)
        addOnce(systems, expectation.system);
    return systems;
}

std::vector<std::string> nodesOf(const Order& order)
{
    std::vector<std::string> nodes;
    for (const Fulfillment& fulfillment : order.fulfillments)
        addOnce(nodes, fulfillment.node);
    return nodes;
}

} // namespace milepost
