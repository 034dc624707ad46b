// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/domain/decision.h"
#include "backend/domain/substitution.h"

#include <algorithm>
#include <map>

namespace milepost {
namespace {

/// Units of one line for one destination that no node has been chosen for.
struct Demand {
    int lineNo = 0;
    int destination = 0;
    Quantity quantity{};
};

/// Node and destination of a new fulfillment, with its lines.
using Plan = std::map<std::pair<std::string, int>, std::vector<EffectLine>>;

Quantity committed(const Order& order, int lineNo, int destination)
{
    Quantity sum;
    for (const Fulfillment& fulfillment : order.fulfillments) {
        if (fulfillment.destination != destination) continue;
        for (const FulfillmentLine& line : fulfillment.lines) {
            if (line.lineNo == lineNo) sum += line.atNode() + line.shipped;
        }
    }
    return sum;
}

Quantity unplannedUnits(const Order& order, const OrderLine& line)
{
    return line.ledger.at(Stage::Open) + line.ledger.at(Stage::Backordered) -
           plannedUnits(order, line.lineNo);
}

void addDemands(const Decision& decision, const OrderLine& line, std::vector<Demand>& demands)
{
    Quantity waiting = unplannedUnits(decision.order, line);
    const CanonicalLine* ordered = findLine(*decision.context.content, line.lineNo);
    if (ordered == nullptr || ordered->parts.empty()) {
        if (waiting.isPositive()) demands.push_back({line.lineNo, 0, waiting});
        return;
    }
    for (const DestinationPart& part : ordered->parts) {
        const Quantity given = committed(decision.order, line.lineNo, part.destination);
        const Quantity wanted = std::min(part.quantity - std::min(part.quantity, given), waiting);
        if (!wanted.isPositive()) continue;
        demands.push_back({line.lineNo, part.destination, wanted});
        waiting -= wanted;
    }
}

std::vector<Demand> demandsOf(const Decision& decision)
{
    std::vector<Demand> demands;
    for (const OrderLine& line : decision.order.lines)
        addDemands(decision, line, demands);
    return demands;
}

/// A node that said no to this line is not asked again before it has reported its stock anew.
bool hasRefused(const Decision& decision, const std::string& node, const OrderLine& line)
{
    const Timestamp reported = decision.context.stock.reportedAt(node, line.sku);
    return std::ranges::any_of(decision.order.fulfillments, [&](const Fulfillment& fulfillment) {
        return fulfillment.node == node &&
               std::ranges::any_of(fulfillment.lines, [&](const FulfillmentLine& part) {
                   return part.lineNo == line.lineNo && part.refused.isPositive() &&
                          part.refusedAt >= reported;
               });
    });
}

/// What this decision has already planned at (node, sku).
using Reserved = std::map<std::pair<std::string, std::string>, std::int64_t>;

/// What this decision has chosen before: the stock view does not know of it yet.
Reserved reservedBefore(const Decision& decision)
{
    Reserved reserved;
    for (const FactBody& fact : decision.facts()) {
        const auto* planned = std::get_if<FulfillmentPlanned>(&fact);
        if (planned == nullptr) continue;
        for (const EffectLine& line : planned->lines)
            reserved[{planned->node, findLine(decision.order, line.lineNo)->sku}] += line.quantity.micro;
    }
    return reserved;
}

Quantity available(const Decision& decision, const Node& node, const OrderLine& line,
                   const Reserved& reserved)
{
    const StockView& stock = decision.context.stock;
    if (!stock.isKnown(node.name, line.sku) || hasRefused(decision, node.name, line)) return {};
    const auto taken = reserved.find({node.name, line.sku});
    const std::int64_t left =
        stock.availableMicro(node.name, line.sku) - (taken == reserved.end() ? 0 : taken->second);
    return {std::max<std::int64_t>(left, 0)};
}

std::vector<const Node*> nodesFor(const Decision& decision)
{
    std::vector<const Node*> nodes;
    for (const Node& node : decision.context.landscape.nodes)
        nodes.push_back(&node);
    const std::string& preferred = decision.context.content->rules.preferredNode;
    std::ranges::stable_sort(nodes, [&](const Node* a, const Node* b) {
        if ((a->name == preferred) != (b->name == preferred)) return a->name == preferred;
        return a->preference < b->preference;
    });
    return nodes;
}

/// The node that has the most of it, so that as few as possible share it.
const Node* bestNode(const Decision& decision, const std::vector<const Node*>& nodes, const Demand& demand,
                     const Reserved& reserved)
{
    const OrderLine& line = *findLine(decision.order, demand.lineNo);
    const Node* best = nullptr;
    Quantity most;
    for (const Node* node : nodes) {
        const Quantity units = std::min(available(decision, *node, line, reserved), demand.quantity);
        if (units <= most) continue;
        best = node;
        most = units;
    }
    return best;
}

/// Covers a demand from one or several nodes; what is left stays in `demand`.
void cover(const Decision& decision, const std::vector<const Node*>& nodes, Demand& demand,
           Reserved& reserved, Plan& plan)
{
    const OrderLine& line = *findLine(decision.order, demand.lineNo);
    while (demand.quantity.isPositive()) {
        const Node* node = bestNode(decision, nodes, demand, reserved);
        if (node == nullptr) return;
        const Quantity units = std::min(available(decision, *node, line, reserved), demand.quantity);
        plan[{node->name, demand.destination}].push_back({demand.lineNo, units});
        reserved[{node->name, line.sku}] += units.micro;
        demand.quantity -= units;
    }
}

/// Where stock is not counted at all (no figure for the item anywhere), the first node is asked and answers.
void coverUncounted(const Decision& decision, const std::vector<const Node*>& nodes, Demand& demand,
                    Plan& plan)
{
    const OrderLine& line = *findLine(decision.order, demand.lineNo);
    const bool isCounted = std::ranges::any_of(decision.context.landscape.nodes, [&](const Node& node) {
        return decision.context.stock.isKnown(node.name, line.sku);
    });
    if (isCounted) return;
    for (const Node* node : nodes) {
        if (decision.context.stock.reportedAt(node->name, {}) != Timestamp{})
            continue; // it reports, without this item
        if (hasRefused(decision, node->name, line)) continue;
        plan[{node->name, demand.destination}].push_back({demand.lineNo, demand.quantity});
        demand.quantity = {};
        return;
    }
}

void backorderRest(Decision& decision, const std::vector<Demand>& demands, const UnitsThere& unitsThere)
{
    for (const Demand& demand : demands) {
        const std::size_t before = decision.recorded();
        const LineLedger& ledger = findLine(decision.order, demand.lineNo)->ledger;
        const Quantity planned = plannedUnits(decision.order, demand.lineNo);
        const Quantity open = ledger.at(Stage::Open) - std::min(ledger.at(Stage::Open), planned);
        const Quantity units = std::min(demand.quantity, open);
        if (!units.isPositive()) continue;
        decision.record(UnitsMoved{
            .movement = {
                .lineNo = demand.lineNo, .from = Stage::Open, .to = Stage::Backordered, .quantity = units}});
        const bool isAsked =
            substitutionRule(*decision.context.content, demand.lineNo) == SubstitutionRule::AskFirst;
        const auto replacement = replacementFor(decision.context.landscape,
                                                *findLine(decision.order, demand.lineNo), units, unitsThere);
        if (isAsked && replacement && decision.recorded() > before)
            proposeSubstitute(decision, demand.lineNo, *replacement);
    }
}

/// What nodes can cover, and what is missing.
struct Coverage {
    Plan plan{};
    std::vector<Demand> missing{};

    bool isComplete() const
    {
        return std::ranges::none_of(missing,
                                    [](const Demand& demand) { return demand.quantity.isPositive(); });
    }
};

Coverage coverageBy(const Decision& decision, const std::vector<const Node*>& nodes,
                    std::vector<Demand> demands)
{
    Coverage coverage;
    Reserved reserved = reservedBefore(decision);
    for (Demand& demand : demands) {
        cover(decision, nodes, demand, reserved, coverage.plan);
        if (demand.quantity.isPositive()) coverUncounted(decision, nodes, demand, coverage.plan);
    }
    coverage.missing = std::move(demands);
    return coverage;
}

/// One node that has everything comes before a split: one parcel.
Coverage bestCoverage(const Decision& decision, const std::vector<const Node*>& nodes,
                      const std::vector<Demand>& demands)
{
    for (const Node* node : nodes) {
        Coverage alone = coverageBy(decision, {node}, demands);
        if (alone.isComplete()) return alone;
    }
    return coverageBy(decision, nodes, demands);
}

/// Units of an item that no plan of this decision has taken yet, over all nodes.
UnitsThere unitsLeft(const Decision& decision, const std::vector<const Node*>& nodes, const Plan& plan)
{
    Reserved reserved = reservedBefore(decision);
    for (const auto& [place, lines] : plan) {
        for (const EffectLine& line : lines)
            reserved[{place.first, findLine(decision.order, line.lineNo)->sku}] += line.quantity.micro;
    }
    return [&decision, nodes, reserved = std::move(reserved)](const std::string& sku) {
        Quantity sum;
        for (const Node* node : nodes)
            sum += available(decision, *node, OrderLine{.sku = sku}, reserved);
        return sum;
    };
}

/// Whether something else was put in the place of what is missing; then it is planned anew with that.
bool substituteMissing(Decision& decision, const std::vector<const Node*>& nodes, const Coverage& coverage)
{
    for (const Demand& demand : coverage.missing) {
        const bool isAllowed =
            substitutionRule(*decision.context.content, demand.lineNo) == SubstitutionRule::Allowed;
        if (!isAllowed || !demand.quantity.isPositive()) continue;
        const auto replacement =
            replacementFor(decision.context.landscape, *findLine(decision.order, demand.lineNo),
                           demand.quantity, unitsLeft(decision, nodes, coverage.plan));
        if (!replacement) continue;
        substituteUnits(decision, demand.lineNo, *replacement);
        return true;
    }
    return false;
}

} // namespace

void planFulfillments(Decision& decision)
{
    const std::vector<Demand> wanted = demandsOf(decision);
    const std::vector<const Node*> nodes = nodesFor(decision);
    Coverage coverage = bestCoverage(decision, nodes, wanted);
    if (substituteMissing(decision, nodes, coverage)) return planFulfillments(decision);
    if (decision.context.content->rules.shipComplete && !coverage.isComplete())
        coverage = Coverage{.plan = {}, .missing = wanted};
    for (const auto& [place, lines] : coverage.plan) {
        const int number = static_cast<int>(decision.order.fulfillments.size()) + 1;
        decision.record(FulfillmentPlanned{
            .number = number, .node = place.first, .destination = place.second, .lines = lines});
    }
    backorderRest(decision, coverage.missing, unitsLeft(decision, nodes, {}));
}

} // namespace milepost
