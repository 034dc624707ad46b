// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/domain/decision.h"

#include <algorithm>

namespace milepost {
namespace {

MessageNoted noteOf(const ReceiveReport& input, std::string note)
{
    return {.system = input.report.system,
            .messageId = input.report.messageId,
            .note = std::move(note),
            .payload = input.payload};
}

void recordArrival(Decision& decision, const ReceiveReport& input)
{
    decision.record(ReportReceived{.kind = input.report.kind,
                                   .system = input.report.system,
                                   .messageId = input.report.messageId,
                                   .statusWord = input.report.statusWord,
                                   .occurredAt = input.report.occurredAt,
                                   .payload = input.payload});
}

/// A word that was not understood is made good by the next report of that system that is.
void closeUnknownStatus(Decision& decision, const std::string& system)
{
    const std::vector<OpenException> exceptions = decision.order.exceptions;
    for (const OpenException& exception : exceptions) {
        if (exception.kind == ExceptionClass::UnknownStatus && exception.system == system)
            decision.close(exception.number, "a later status was understood");
    }
}

int fulfillmentOf(const Order& order, const Report& report)
{
    for (const Fulfillment& fulfillment : order.fulfillments) {
        const std::string mark = "-F" + std::to_string(fulfillment.number);
        if (report.reference == order.orderNo + mark) return fulfillment.number;
    }
    return 0;
}

void openMismatch(Decision& decision, const Report& report, int lineNo, std::string cause, std::string text)
{
    decision.open(OpenException{.kind = ExceptionClass::Mismatch,
                                .severity = cause == "short pick" ? Severity::Low : Severity::High,
                                .system = report.system,
                                .lineNo = lineNo,
                                .cause = std::move(cause),
                                .text = std::move(text)});
}

/// What of a line this fulfillment still has to ship.
Quantity outstanding(const Order& order, int fulfillment, int lineNo)
{
    const Fulfillment* part = findFulfillment(order, fulfillment);
    if (part == nullptr) return {};
    const auto at = std::ranges::find(part->lines, lineNo, &FulfillmentLine::lineNo);
    return at == part->lines.end() ? Quantity{} : at->released + at->allocated;
}

/// Turns reported units (often by item number only) into units of lines; what fits no open line goes to the
/// first line of that item, what fits no line at all opens a mismatch.
std::vector<EffectLine> linesOf(Decision& decision, const Report& report, int fulfillment)
{
    std::vector<EffectLine> lines;
    for (const ReportLine& reported : report.lines) {
        Quantity rest = reported.quantity;
        const OrderLine* first = nullptr;
        for (const OrderLine& line : decision.order.lines) {
            const bool isMeant =
                reported.lineNo != 0 ? line.lineNo == reported.lineNo : line.sku == reported.sku;
            if (!isMeant) continue;
            if (first == nullptr) first = &line;
            const Quantity units = std::min(rest, outstanding(decision.order, fulfillment, line.lineNo));
            if (!units.isPositive()) continue;
            lines.push_back({line.lineNo, units});
            rest -= units;
        }
        if (!rest.isPositive()) continue;
        if (first == nullptr) {
            openMismatch(decision, report, 0, "item not ordered",
                         report.system + " reports " + toText(rest) + " of " + reported.sku +
                             ", which this order does not have. Clear it up with " + report.system + ".");
            continue;
        }
        const auto same = std::ranges::find(lines, first->lineNo, &EffectLine::lineNo);
        if (same != lines.end())
            same->quantity += rest;
        else
            lines.push_back({first->lineNo, rest});
    }
    return lines;
}

/// The node has shipped or picked: whatever became of our call, the release was taken.
void settleRelease(Decision& decision, int fulfillment)
{
    const std::vector<Effect> effects = decision.order.effects;
    for (const Effect& effect : effects) {
        const Step& step = decision.stepOf(effect);
        if (step.booking != Booking::Release || effect.subject != fulfillment || isSettled(effect.state))
            continue;
        const bool wasBooked = effect.state == EffectState::Acknowledged;
        decision.record(EffectSettled{.effect = effect.number, .state = EffectState::Done});
        if (!wasBooked) book(decision, step, effect.subject, &effect, Reply{.outcome = Outcome::Done});
    }
}

bool isKnownShipment(const Order& order, const Report& report)
{
    return std::ranges::any_of(order.shipments, [&](const Shipment& shipment) {
        return !report.document.empty() && shipment.document == report.document &&
               shipment.tracking == report.tracking;
    });
}

void warnOfOverage(Decision& decision, const Report& report, const std::vector<EffectLine>& lines)
{
    for (const EffectLine& line : lines) {
        const LineLedger& ledger = findLine(decision.order, line.lineNo)->ledger;
        if (ledger.at(Stage::Released) >= line.quantity) continue;
        openMismatch(decision, report, line.lineNo, "shipped out of turn",
                     report.system + " shipped " + toText(line.quantity) + " of line " +
                         std::to_string(line.lineNo) + ", of which " + toText(ledger.at(Stage::Released)) +
                         " were released. The goods are booked as shipped; decide what to bill.");
    }
}

void confirmShipment(Decision& decision, const ReceiveReport& input)
{
    const Report& report = input.report;
    if (isKnownShipment(decision.order, report)) return decision.record(noteOf(input, "duplicate"));
    recordArrival(decision, input);
    closeUnknownStatus(decision, report.system);
    const int fulfillment = fulfillmentOf(decision.order, report);
    if (fulfillment != 0) settleRelease(decision, fulfillment);
    const std::vector<EffectLine> lines = linesOf(decision, report, fulfillment);
    warnOfOverage(decision, report, lines);
    bookShipment(decision, fulfillment,
                 Dispatch{.system = report.system,
                          .document = report.document,
                          .carrier = report.carrier,
                          .tracking = report.tracking,
                          .at = report.occurredAt.value_or(decision.context.now),
                          .lines = lines});
}

void returnUnits(Decision& decision, int fulfillment, const EffectLine& line)
{
    Quantity rest = line.quantity;
    for (const Stage from : {Stage::Released, Stage::Allocated}) {
        const Quantity here = outstanding(decision.order, fulfillment, line.lineNo);
        const Quantity inStage = findLine(decision.order, line.lineNo)->ledger.at(from);
        const Quantity units = std::min({rest, here, inStage});
        if (!units.isPositive()) continue;
        decision.record(UnitsMoved{
            .movement = {.lineNo = line.lineNo, .from = from, .to = Stage::Open, .quantity = units},
            .fulfillment = fulfillment});
        rest -= units;
    }
}

void pickShort(Decision& decision, const ReceiveReport& input)
{
    const Report& report = input.report;
    const int fulfillment = fulfillmentOf(decision.order, report);
    if (fulfillment == 0) return decision.record(noteOf(input, "unusable"));
    recordArrival(decision, input);
    settleRelease(decision, fulfillment);
    for (const EffectLine& line : linesOf(decision, report, fulfillment)) {
        returnUnits(decision, fulfillment, line);
        openMismatch(decision, report, line.lineNo, "short pick",
                     report.system + " could not pick " + toText(line.quantity) + " of line " +
                         std::to_string(line.lineNo) + "; another node is asked, or it is backordered.");
    }
}

Shipment* shipmentOf(Order& order, const Report& report)
{
    const auto at = std::ranges::find(order.shipments, report.tracking, &Shipment::tracking);
    return at == order.shipments.end() ? nullptr : &*at;
}

/// Units that arrived or are gone leave the stage Shipped.
void moveParcel(Decision& decision, const Shipment& shipment, Stage to)
{
    for (const ShipmentLine& line : shipment.lines) {
        const Quantity rest = line.quantity - line.delivered - line.lost;
        if (!rest.isPositive()) continue;
        const auto movements = observedMovements(line.lineNo, findLine(decision.order, line.lineNo)->ledger,
                                                 {Stage::Shipped}, to, rest);
        for (const Movement& movement : movements)
            decision.record(UnitsMoved{.movement = movement});
    }
}

std::string_view wordFor(ParcelStatus status)
{
    switch (status) {
    case ParcelStatus::Refused: return "parcel refused";
    case ParcelStatus::Lost: return "parcel lost";
    case ParcelStatus::Damaged: return "parcel damaged";
    case ParcelStatus::Late: return "parcel late";
    case ParcelStatus::InTransit:
    case ParcelStatus::Delivered: return {};
    }
    return {};
}

void tellCarrierTrouble(Decision& decision, const Report& report)
{
    const std::string word(wordFor(report.parcel));
    if (word.empty()) return;
    openMismatch(decision, report, 0, word,
                 "The carrier reports " + word + " for " + report.tracking +
                     ". Tell the customer and decide whether to send it again or to credit it.");
}

void followParcel(Decision& decision, const ReceiveReport& input)
{
    const Report& report = input.report;
    const Shipment* found = shipmentOf(decision.order, report);
    if (found == nullptr) return decision.record(noteOf(input, "unusable"));
    const Shipment shipment = *found;
    const bool isOver = shipment.deliveredAt.has_value() || shipment.status == "lost" ||
                        shipment.status == "refused" || shipment.status == "damaged";
    if (isOver) {
        const bool isSame = report.parcel == ParcelStatus::Delivered && shipment.deliveredAt.has_value();
        return decision.record(noteOf(input, isSame ? "duplicate" : "late"));
    }
    recordArrival(decision, input);
    closeUnknownStatus(decision, report.system);
    if (report.parcel == ParcelStatus::Delivered) moveParcel(decision, shipment, Stage::Delivered);
    const bool isGone = report.parcel == ParcelStatus::Lost || report.parcel == ParcelStatus::Refused ||
                        report.parcel == ParcelStatus::Damaged;
    if (isGone) moveParcel(decision, shipment, Stage::Lost);
    decision.record(ParcelReported{.shipment = shipment.number,
                                   .status = report.parcel,
                                   .at = report.occurredAt.value_or(decision.context.now)});
    tellCarrierTrouble(decision, report);
}

/// The effect whose file or document the partner speaks of.
const Effect* effectOf(const Decision& decision, const Report& report)
{
    const auto at = std::ranges::find_if(decision.order.effects, [&](const Effect& effect) {
        const Offer* offer = decision.offerOf(effect);
        if (offer == nullptr || offer->system != report.system) return false;
        if (effect.control != 0 && report.document == std::to_string(effect.control)) return true;
        const Step& step = decision.stepOf(effect);
        return step.unit == StepUnit::Fulfillment &&
               effect.subject == fulfillmentOf(decision.order, report) && effect.subject != 0;
    });
    return at == decision.order.effects.end() ? nullptr : &*at;
}

void acknowledge(Decision& decision, const ReceiveReport& input)
{
    const Effect* found = effectOf(decision, input.report);
    if (found == nullptr) return decision.record(noteOf(input, "unusable"));
    const Effect effect = *found;
    if (isSettled(effect.state) || effect.state == EffectState::Acknowledged)
        return decision.record(noteOf(input, "duplicate"));
    recordArrival(decision, input);
    const Step& step = decision.stepOf(effect);
    if (input.report.kind == ReportKind::Refused) {
        decision.record(EffectSettled{.effect = effect.number, .state = EffectState::Rejected});
        return decision.open(
            OpenException{.kind = ExceptionClass::BusinessRule,
                          .severity = Severity::High,
                          .system = input.report.system,
                          .step = step.name,
                          .effect = effect.number,
                          .cause = input.report.statusWord,
                          .text = input.report.system + " did not take the document for step " + step.name +
                                  " (" + input.report.statusWord + "). Mend the cause, then retry."});
    }
    decision.record(EffectAcknowledged{.effect = effect.number});
    book(decision, step, effect.subject, &effect, Reply{.outcome = Outcome::Done});
}

void wonder(Decision& decision, const ReceiveReport& input)
{
    recordArrival(decision, input);
    decision.open(
        OpenException{.kind = ExceptionClass::UnknownStatus,
                      .severity = Severity::Medium,
                      .system = input.report.system,
                      .cause = input.report.statusWord,
                      .text = input.report.system + " reports \"" + input.report.statusWord +
                              "\", which its pack does not know. Add it to the status table of the pack."});
}

} // namespace

void receiveReport(Decision& decision, const ReceiveReport& input)
{
    switch (input.report.kind) {
    case ReportKind::ShipmentConfirmed: return confirmShipment(decision, input);
    case ReportKind::PickShort: return pickShort(decision, input);
    case ReportKind::CarrierStatus: return followParcel(decision, input);
    case ReportKind::Acknowledged:
    case ReportKind::Refused: return acknowledge(decision, input);
    case ReportKind::StockReport: return;
    case ReportKind::Unknown: return wonder(decision, input);
    }
}

} // namespace milepost
