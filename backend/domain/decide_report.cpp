// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/domain/decision.h"
#include "backend/domain/request_view.h"

#include <algorithm>

namespace milepost {
namespace {

ReportReceived arrivalOf(const ReceiveReport& input)
{
    return {.kind = input.report.kind,
            .system = input.report.system,
            .messageId = input.report.messageId,
            .statusWord = input.report.statusWord,
            .occurredAt = input.report.occurredAt,
            .payload = input.payload};
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

/// The fulfillment whose effect's key, document or control number the partner gives back; 0: none.
int fulfillmentByEffect(const Decision& decision, const Report& report)
{
    for (const Effect& effect : decision.order.effects) {
        const Offer* offer = decision.offerOf(effect);
        if (decision.stepOf(effect).unit != StepUnit::Fulfillment) continue;
        if (report.reference == effectKey(decision.order, decision.context.process, effect))
            return effect.subject;
        if (offer == nullptr || offer->system != report.system || report.document.empty()) continue;
        if (report.document == effect.document) return effect.subject;
    }
    return 0;
}

/// The only fulfillment at the nodes of that system; 0: there are none or several.
int onlyFulfillmentAt(const Decision& decision, const std::string& system)
{
    int found = 0;
    for (const Fulfillment& fulfillment : decision.order.fulfillments) {
        const Node* node = findNode(decision.context.landscape, fulfillment.node);
        if (node == nullptr || node->system != system || fulfillment.isClosed) continue;
        if (found != 0) return 0;
        found = fulfillment.number;
    }
    return found;
}

/// It names this very document.
bool isByNumber(const Decision& decision, const Report& report, const Effect& effect)
{
    const Offer* offer = decision.offerOf(effect);
    if (offer == nullptr || offer->system != report.system) return false;
    if (effect.control != 0 && report.document == std::to_string(effect.control)) return true;
    return !report.reference.empty() &&
           report.reference == effectKey(decision.order, decision.context.process, effect);
}

bool isAboutEffect(const Decision& decision, const Report& report, const Effect& effect)
{
    const Offer* offer = decision.offerOf(effect);
    if (offer == nullptr || offer->system != report.system || report.reference.empty()) return false;
    return decision.stepOf(effect).unit == StepUnit::Fulfillment && effect.undoes == 0 &&
           report.reference == fulfillmentReference(decision.order, effect.subject);
}

template <typename IsMeant>
const Effect* openFirst(const Decision& decision, const Report& report, IsMeant isMeant)
{
    const Effect* settled = nullptr;
    for (const Effect& effect : decision.order.effects) {
        if (!isMeant(decision, report, effect)) continue;
        if (!isSettled(effect.state)) return &effect;
        settled = &effect;
    }
    return settled;
}

/// The effect whose file or document the partner speaks of: one that it names by number, also where another
/// has taken its place; else one whose taking is open goes first.
const Effect* effectOf(const Decision& decision, const Report& report)
{
    const Effect* named = openFirst(decision, report, isByNumber);
    return named != nullptr ? named : openFirst(decision, report, isAboutEffect);
}

void refuseDocument(Decision& decision, const ReceiveReport& input, const Effect& effect)
{
    const Report& report = input.report;
    if (isSettled(effect.state)) return decision.record(noteOf(input, "late"));
    if (effect.state == EffectState::Rejected) return decision.record(noteOf(input, "duplicate"));
    recordArrival(decision, input);
    decision.record(EffectSettled{.effect = effect.number, .state = EffectState::Rejected});
    closeAbout(decision, effect.number, "answered");
    const std::string& step = decision.stepOf(effect).name;
    decision.open(OpenException{.kind = ExceptionClass::BusinessRule,
                                .severity = Severity::High,
                                .system = report.system,
                                .step = step,
                                .effect = effect.number,
                                .cause = report.statusWord.empty() ? "rejected" : report.statusWord,
                                .text = report.system + " did not take the document for step " + step + " (" +
                                        report.statusWord + "). Mend the cause, then retry."});
}

void acknowledge(Decision& decision, const ReceiveReport& input)
{
    const Effect* found = effectOf(decision, input.report);
    if (found == nullptr) return decision.record(noteOf(input, "unusable"));
    const Effect effect = *found;
    if (input.report.kind == ReportKind::Refused) return refuseDocument(decision, input, effect);
    if (isSettled(effect.state) || effect.state == EffectState::Acknowledged)
        return decision.record(noteOf(input, "duplicate"));
    recordArrival(decision, input);
    const Step& step = decision.stepOf(effect);
    decision.record(EffectAcknowledged{.effect = effect.number});
    closeAbout(decision, effect.number, "answered");
    book(decision, step, effect.subject, &effect, Reply{.outcome = Outcome::Done});
    if (step.booking != Booking::Release || effect.undoes != 0) // a release is done when the goods have left
        decision.record(EffectSettled{.effect = effect.number, .state = EffectState::Done});
}

void wonder(Decision& decision, const ReceiveReport& input)
{
    const Report& report = input.report;
    decision.record(arrivalOf(input));
    decision.open(
        OpenException{.kind = ExceptionClass::UnknownStatus,
                      .severity = Severity::Medium,
                      .system = report.system,
                      .cause = report.statusWord,
                      .text = report.system + " reports \"" + report.statusWord +
                              "\", which its pack does not know. Add it to the status table of the pack."});
}

} // namespace

MessageNoted noteOf(const ReceiveReport& input, std::string note)
{
    return {.system = input.report.system,
            .messageId = input.report.messageId,
            .note = std::move(note),
            .payload = input.payload};
}

void recordArrival(Decision& decision, const ReceiveReport& input)
{
    decision.record(arrivalOf(input));
    closeUnknownStatus(decision, input.report.system);
}

int fulfillmentOf(const Decision& decision, const Report& report)
{
    for (const Fulfillment& fulfillment : decision.order.fulfillments) {
        if (report.reference == fulfillmentReference(decision.order, fulfillment.number))
            return fulfillment.number;
    }
    const int byEffect = fulfillmentByEffect(decision, report);
    return byEffect != 0 ? byEffect : onlyFulfillmentAt(decision, report.system);
}

void openMismatch(Decision& decision, const std::string& system, Severity severity, OpenException about)
{
    about.kind = ExceptionClass::Mismatch;
    about.severity = severity;
    about.system = system;
    decision.open(std::move(about));
}

void receiveReport(Decision& decision, const ReceiveReport& input)
{
    switch (input.report.kind) {
    case ReportKind::ShipmentConfirmed: return confirmShipment(decision, input);
    case ReportKind::PickShort: return pickShort(decision, input);
    case ReportKind::CarrierStatus: return followParcel(decision, input);
    case ReportKind::Acknowledged:
    case ReportKind::Refused: return acknowledge(decision, input);
    case ReportKind::Returned: return takeReturn(decision, input);
    case ReportKind::StockReport: return;
    case ReportKind::Unknown: return wonder(decision, input);
    }
}

} // namespace milepost
