// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/domain/decision.h"
#include "backend/domain/milestone.h"

#include <algorithm>
#include <chrono>

namespace milepost {
namespace {

Quantity plannedOf(const Order& order)
{
    Quantity sum;
    for (const Fulfillment& fulfillment : order.fulfillments) {
        for (const FulfillmentLine& line : fulfillment.lines)
            sum += line.planned;
    }
    return sum;
}

Quantity orderFigure(const Order& order, Figure figure)
{
    if (figure == Figure::Planned) return plannedOf(order);
    Quantity sum;
    for (const OrderLine& line : order.lines) {
        const LineFigures f = figuresOf(order, line);
        switch (figure) {
        case Figure::Zero:
        case Figure::Planned: break;
        case Figure::Ordered: sum += f.ordered - f.cancelled - f.substituted; break;
        case Figure::Open: sum += f.open; break;
        case Figure::Backordered: sum += f.backordered; break;
        case Figure::Unplanned: sum += f.open + f.backordered; break;
        case Figure::Allocated: sum += f.allocated; break;
        case Figure::Released: sum += f.released; break;
        case Figure::Shipped: sum += f.shipped; break;
        case Figure::Delivered: sum += f.delivered; break;
        case Figure::Posted: sum += f.posted; break;
        case Figure::Invoiced: sum += f.invoiced; break;
        }
    }
    return figure == Figure::Unplanned ? sum - plannedOf(order) : sum;
}

/// Of a fulfillment, planned, allocated and released are the units there now; shipped is all that left.
Quantity fulfillmentFigure(const Fulfillment& fulfillment, Figure figure)
{
    Quantity sum;
    for (const FulfillmentLine& line : fulfillment.lines) {
        if (figure == Figure::Planned) sum += line.planned;
        if (figure == Figure::Allocated) sum += line.allocated;
        if (figure == Figure::Released) sum += line.released;
        if (figure == Figure::Shipped) sum += line.shipped;
    }
    return sum;
}

Quantity shipmentFigure(const Shipment& shipment, Figure figure)
{
    Quantity sum;
    for (const ShipmentLine& line : shipment.lines) {
        if (figure == Figure::Shipped || figure == Figure::Ordered) sum += line.quantity;
        if (figure == Figure::Delivered) sum += line.delivered;
        if (figure == Figure::Posted) sum += line.posted;
        if (figure == Figure::Invoiced) sum += line.invoiced;
    }
    return sum;
}

/// What came back, and how much of that was billed.
Quantity returnFigure(const Order& order, const Return& goods, Figure figure)
{
    const bool isBilled = invoiceFor(order, goods.shipment) != nullptr;
    if (figure != Figure::Shipped && !(figure == Figure::Invoiced && isBilled)) return {};
    Quantity sum;
    for (const EffectLine& line : goods.lines)
        sum += line.quantity;
    return sum;
}

Quantity figureOf(const Order& order, const Step& step, int subject, Figure figure)
{
    switch (step.unit) {
    case StepUnit::Order: return orderFigure(order, figure);
    case StepUnit::Fulfillment: return fulfillmentFigure(*findFulfillment(order, subject), figure);
    case StepUnit::Shipment: return shipmentFigure(*findShipment(order, subject), figure);
    case StepUnit::Return: return returnFigure(order, *findReturn(order, subject), figure);
    }
    return {};
}

bool compare(Quantity left, Comparison comparison, Quantity right)
{
    switch (comparison) {
    case Comparison::Equal: return left == right;
    case Comparison::NotEqual: return left != right;
    case Comparison::Greater: return left > right;
    case Comparison::Less: return left < right;
    case Comparison::GreaterOrEqual: return left >= right;
    case Comparison::LessOrEqual: return left <= right;
    }
    return false;
}

bool isBeforeCutOff(const Decision& decision, int fulfillment)
{
    const Fulfillment* part = findFulfillment(decision.order, fulfillment);
    const Node* node = part == nullptr ? nullptr : findNode(decision.context.landscape, part->node);
    if (node == nullptr || node->cutOffMinute < 0) return true;
    const auto today = std::chrono::floor<std::chrono::days>(decision.context.now);
    if (!isWorkingDay(*node, today)) return false;
    const auto sinceMidnight = decision.context.now - today;
    return sinceMidnight < std::chrono::minutes(node->cutOffMinute);
}

bool hasStep(const Process& process, Booking booking)
{
    return std::ranges::find(process.steps, booking, &Step::booking) != process.steps.end();
}

/// Billing may begin: the order is accepted, its tax is known where tax is asked for, each line has its
/// price.
bool isInvoiceReady(const Decision& decision)
{
    const Order& order = decision.order;
    if (!order.acceptedAt) return false;
    if (hasStep(decision.context.process, Booking::Tax) && !order.taxMinor) return false;
    return std::ranges::all_of(order.lines, [](const OrderLine& line) { return line.unitPrice.has_value(); });
}

/// The subjects of `step` that belong to a subject of another unit: of a shipment, its fulfillment.
std::vector<int> relatedSubjects(const Order& order, const Step& step, StepUnit from, int subject)
{
    if (step.unit == StepUnit::Order) return {0};
    if (step.unit == from) return {subject};
    std::vector<int> related;
    if (step.unit == StepUnit::Return) return related;
    if (step.unit == StepUnit::Fulfillment) {
        for (const Fulfillment& part : order.fulfillments)
            if (from == StepUnit::Order) related.push_back(part.number);
        if (from != StepUnit::Order) related.push_back(fulfillmentOf(order, from, subject));
        return related;
    }
    if (from == StepUnit::Return) return {shipmentOfReturn(order, subject)};
    for (const Shipment& shipment : order.shipments)
        if (from == StepUnit::Order || shipment.fulfillment == subject) related.push_back(shipment.number);
    return related;
}

bool isDoneFor(const Decision& decision, const Step& asking, int subject, int wanted)
{
    if (wanted < 0) return false;
    const Step& step = decision.context.process.steps[static_cast<std::size_t>(wanted)];
    const std::vector<int> related = relatedSubjects(decision.order, step, asking.unit, subject);
    return !related.empty() &&
           std::ranges::all_of(related, [&](int number) { return isDone(decision.order, wanted, number); });
}

int destinationOf(const Decision& decision, const Step& step, int subject)
{
    const Fulfillment* part =
        step.unit == StepUnit::Fulfillment ? findFulfillment(decision.order, subject) : nullptr;
    return part == nullptr ? 0 : part->destination;
}

bool isTrue(const Decision& decision, const Step& step, int subject, const Term& term)
{
    const Order& order = decision.order;
    if (term.predicate == "validated") return order.validatedAt.has_value();
    if (term.predicate == "accepted") return order.acceptedAt.has_value();
    if (term.predicate == "held") return !order.holds.empty();
    if (term.predicate == "invoiceReady") return isInvoiceReady(decision);
    if (term.predicate == "linesStated") return order.statedChanges >= order.lineChanges;
    if (term.predicate == "beforeCutOff") return isBeforeCutOff(decision, subject);
    if (term.predicate == "shipInstructionsComplete")
        return missingShipInstruction(*decision.context.content, destinationOf(decision, step, subject))
            .empty();
    return isDoneFor(decision, step, subject, term.argumentStep);
}

} // namespace

std::string missingShipInstruction(const CanonicalOrder& content, int destination)
{
    const Party* to = shipTo(content, destination);
    if (to == nullptr) return "a ship-to address";
    if (!to->id.empty()) return {}; // a place that partners know by its number
    if (to->name.empty() && to->company.empty()) return "the name of the ship-to";
    if (to->line1.empty()) return "the street of the ship-to";
    if (to->city.empty() && to->postalCode.empty()) return "the city or postal code of the ship-to";
    return {};
}

bool isDone(const Order& order, int step, int subject)
{
    const auto isTaken = [&](const TakenStep& taken) {
        return taken.step == step && taken.subject == subject;
    };
    if (std::ranges::any_of(order.takenSteps, isTaken)) return true;
    return std::ranges::any_of(order.effects, [&](const Effect& effect) {
        const bool isBooked = isSettled(effect.state) || effect.state == EffectState::Acknowledged;
        return effect.step == step && effect.subject == subject && effect.undoes == 0 && isBooked &&
               !isReplaced(effect.state);
    });
}

bool holds(const Decision& decision, const Step& step, int subject)
{
    return std::ranges::all_of(step.when, [&](const Term& term) {
        const bool value = term.isPredicate
                               ? isTrue(decision, step, subject, term)
                               : compare(figureOf(decision.order, step, subject, term.left), term.comparison,
                                         figureOf(decision.order, step, subject, term.right));
        return value != term.negated;
    });
}

} // namespace milepost
