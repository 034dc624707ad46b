// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/domain/decision.h"

#include <algorithm>

namespace milepost {
namespace {

/// What of a line this fulfillment still has to ship.
Quantity outstanding(const Order& order, int fulfillment, int lineNo)
{
    const Fulfillment* part = findFulfillment(order, fulfillment);
    if (part == nullptr) return {};
    const auto at = std::ranges::find(part->lines, lineNo, &FulfillmentLine::lineNo);
    return at == part->lines.end() ? Quantity{} : at->released + at->allocated;
}

/// Reported units, dealt out to the lines of the order.
class DealtUnits {
public:
    DealtUnits(const Order& order, int fulfillment)
        : m_order(order)
        , m_fulfillment(fulfillment)
    {
    }

    /// What fits no outstanding line goes to the first line of that item. Returns what fits no line at all.
    Quantity deal(const ReportLine& reported)
    {
        Quantity rest = reported.quantity;
        const OrderLine* first = nullptr;
        const bool byNumber = namesALine(reported);
        for (const OrderLine& line : m_order.lines) {
            const bool isMeant = byNumber ? line.lineNo == reported.lineNo : line.sku == reported.sku;
            if (!isMeant) continue;
            if (first == nullptr) first = &line;
            const Quantity left =
                outstanding(m_order, m_fulfillment, line.lineNo) - dealtTo(line.lineNo).quantity;
            const Quantity units = std::clamp(left, Quantity{}, std::max(rest, Quantity{}));
            dealtTo(line.lineNo).quantity += units;
            rest -= units;
        }
        if (first == nullptr || !rest.isPositive()) return std::max(rest, Quantity{});
        dealtTo(first->lineNo).quantity += rest;
        return {};
    }

    std::vector<EffectLine> lines() const
    {
        std::vector<EffectLine> dealt = m_lines;
        std::erase_if(dealt, [](const EffectLine& line) { return !line.quantity.isPositive(); });
        return dealt;
    }

private:
    /// Partners number lines in their own way: the item must agree where it is named.
    bool namesALine(const ReportLine& reported) const
    {
        const OrderLine* line = findLine(m_order, reported.lineNo);
        return line != nullptr && (reported.sku.empty() || reported.sku == line->sku);
    }

    EffectLine& dealtTo(int lineNo)
    {
        const auto at = std::ranges::find(m_lines, lineNo, &EffectLine::lineNo);
        return at != m_lines.end() ? *at : m_lines.emplace_back(EffectLine{.lineNo = lineNo});
    }

    const Order& m_order;
    int m_fulfillment;
    std::vector<EffectLine> m_lines;
};

std::vector<EffectLine> linesOf(Decision& decision, const Report& report, int fulfillment)
{
    DealtUnits dealt(decision.order, fulfillment);
    for (const ReportLine& reported : report.lines) {
        const Quantity rest = dealt.deal(reported);
        if (rest.isPositive())
            openMismatch(decision, report.system, Severity::High,
                         {.cause = "item not ordered",
                          .text = report.system + " reports " + toText(rest) + " of " + reported.sku +
                                  ", which this order does not have. Clear it up with " + report.system +
                                  "."});
    }
    return dealt.lines();
}

std::vector<EffectLine> allOutstanding(const Order& order, int fulfillment)
{
    std::vector<EffectLine> lines;
    for (const OrderLine& line : order.lines) {
        const Quantity units = outstanding(order, fulfillment, line.lineNo);
        if (units.isPositive()) lines.push_back({line.lineNo, units});
    }
    return lines;
}

void settleOneRelease(Decision& decision, const Effect& effect)
{
    const Step& step = decision.stepOf(effect);
    const bool wasAsked = effect.attempts > 0; // else the node acted on its own: that is out of turn
    decision.record(
        EffectSettled{.effect = effect.number, .state = wasAsked ? EffectState::Done : EffectState::Adopted});
    if (wasAsked && effect.state != EffectState::Acknowledged)
        book(decision, step, effect.subject, &effect, Reply{.outcome = Outcome::Done});
}

/// The node has shipped or picked: whatever became of our call, the release was taken.
void settleRelease(Decision& decision, int fulfillment)
{
    const std::vector<Effect> effects = decision.order.effects;
    for (const Effect& effect : effects) {
        const bool isRelease = decision.stepOf(effect).booking == Booking::Release && effect.undoes == 0;
        if (isRelease && effect.subject == fulfillment && !isSettled(effect.state))
            settleOneRelease(decision, effect);
    }
}

bool isSameParcel(const Shipment& shipment, const Report& report)
{
    return shipment.tracking == report.tracking || shipment.tracking.empty() || report.tracking.empty();
}

/// The same dispatch told again: by the number its system gave it, else by its tracking number.
bool isKnownShipment(const Order& order, const Report& report)
{
    if (report.document.empty())
        return !report.tracking.empty() && std::ranges::find(order.shipments, report.tracking,
                                                             &Shipment::tracking) != order.shipments.end();
    return std::ranges::any_of(order.references, [&](const ExternalReference& reference) {
        if (reference.kind != "shipment" || reference.value != report.document) return false;
        const Shipment* shipment = findShipment(order, reference.subject);
        return reference.system == report.system && shipment != nullptr && isSameParcel(*shipment, report);
    });
}

void warnOfDispatch(Decision& decision, const Report& report, int fulfillment,
                    const std::vector<EffectLine>& lines)
{
    for (const EffectLine& line : lines) {
        const DispatchCover cover = coverOf(decision.order, fulfillment, line.lineNo);
        if (line.quantity <= cover.released) continue;
        const bool isTooMuch = line.quantity > cover.onHand;
        openMismatch(decision, report.system, Severity::High,
                     {.lineNo = line.lineNo,
                      .cause = isTooMuch ? "over-shipment" : "shipped out of turn",
                      .text = report.system + " shipped " + toText(line.quantity) + " of line " +
                              std::to_string(line.lineNo) + ", of which " + toText(cover.released) +
                              " were released. The goods are booked as shipped; decide what to bill."});
    }
}

/// Moves units back from where this fulfillment has them; what it does not have cannot be missing.
Quantity returnUnits(Decision& decision, int fulfillment, const EffectLine& line)
{
    Quantity rest = line.quantity;
    for (const Stage from : {Stage::Released, Stage::Allocated}) {
        const Fulfillment& part = *findFulfillment(decision.order, fulfillment);
        const auto at = std::ranges::find(part.lines, line.lineNo, &FulfillmentLine::lineNo);
        if (at == part.lines.end()) break;
        const Quantity units = std::min(rest, from == Stage::Released ? at->released : at->allocated);
        if (!units.isPositive()) continue;
        decision.record(UnitsMoved{
            .movement = {.lineNo = line.lineNo, .from = from, .to = Stage::Open, .quantity = units},
            .fulfillment = fulfillment});
        rest -= units;
    }
    return line.quantity - rest;
}

} // namespace

void confirmShipment(Decision& decision, const ReceiveReport& input)
{
    const Report& report = input.report;
    if (isKnownShipment(decision.order, report)) return decision.record(noteOf(input, "duplicate"));
    recordArrival(decision, input);
    const int fulfillment = fulfillmentOf(decision, report);
    if (fulfillment != 0) settleRelease(decision, fulfillment);
    const std::vector<EffectLine> lines = report.lines.empty() ? allOutstanding(decision.order, fulfillment)
                                                               : linesOf(decision, report, fulfillment);
    if (lines.empty())
        return openMismatch(decision, report.system, Severity::High,
                            {.cause = "shipment without units",
                             .text = report.system + " reports a shipment (" + report.document +
                                     ") of nothing that this order has. Clear it up with " + report.system +
                                     "."});
    warnOfDispatch(decision, report, fulfillment, lines);
    bookShipment(decision, fulfillment,
                 Dispatch{.system = report.system,
                          .document = report.document,
                          .carrier = report.carrier,
                          .tracking = report.tracking,
                          .at = report.occurredAt.value_or(decision.context.now),
                          .lines = lines});
}

void pickShort(Decision& decision, const ReceiveReport& input)
{
    const Report& report = input.report;
    const int fulfillment = fulfillmentOf(decision, report);
    if (fulfillment == 0) return decision.record(noteOf(input, "unusable"));
    recordArrival(decision, input);
    settleRelease(decision, fulfillment);
    for (const EffectLine& line : linesOf(decision, report, fulfillment)) {
        const Quantity missing = returnUnits(decision, fulfillment, line);
        if (!missing.isPositive()) continue;
        openMismatch(decision, report.system, Severity::Low,
                     {.lineNo = line.lineNo,
                      .cause = "short pick",
                      .text = report.system + " could not pick " + toText(missing) + " of line " +
                              std::to_string(line.lineNo) +
                              "; another node is asked, or it is backordered."});
    }
}

} // namespace milepost
