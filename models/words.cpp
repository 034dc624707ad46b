// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/words.h"

#include "models/stored_sentences.h"
#include "models/text.h"

#include <algorithm>
#include <span>

namespace milepost {
namespace {

/// A key and its English word, to be translated in the context of Words.
struct Entry {
    std::string_view key;
    const char* word;
};

constexpr Entry effectStates[] = {
    {"waiting", QT_TRANSLATE_NOOP("Words", "Waiting")},
    {"parked", QT_TRANSLATE_NOOP("Words", "Parked")},
    {"inFlight", QT_TRANSLATE_NOOP("Words", "Under way")},
    {"sent", QT_TRANSLATE_NOOP("Words", "Handed over")},
    {"acknowledged", QT_TRANSLATE_NOOP("Words", "Acknowledged")},
    {"unknown", QT_TRANSLATE_NOOP("Words", "Outcome unknown")},
    {"done", QT_TRANSLATE_NOOP("Words", "Done")},
    {"rejected", QT_TRANSLATE_NOOP("Words", "Rejected")},
    {"adopted", QT_TRANSLATE_NOOP("Words", "Adopted")},
    {"superseded", QT_TRANSLATE_NOOP("Words", "Replaced")},
    {"abandoned", QT_TRANSLATE_NOOP("Words", "Given up")},
    {"compensated", QT_TRANSLATE_NOOP("Words", "Taken back")},
};
constexpr Entry beliefFields[] = {
    {"tax", QT_TRANSLATE_NOOP("Words", "Tax")},
    {"sale", QT_TRANSLATE_NOOP("Words", "Sale")},
    {"allocation", QT_TRANSLATE_NOOP("Words", "Allocation")},
    {"release", QT_TRANSLATE_NOOP("Words", "Release")},
    {"booking", QT_TRANSLATE_NOOP("Words", "Carrier booking")},
    {"dispatch", QT_TRANSLATE_NOOP("Words", "Dispatch")},
    {"posting", QT_TRANSLATE_NOOP("Words", "Posting")},
    {"invoice", QT_TRANSLATE_NOOP("Words", "Invoice")},
};
constexpr Entry beliefs[] = {
    {"waiting", QT_TRANSLATE_NOOP("Words", "Waiting")},
    {"inFlight", QT_TRANSLATE_NOOP("Words", "Under way")},
    {"sent", QT_TRANSLATE_NOOP("Words", "Handed over")},
    {"unknown", QT_TRANSLATE_NOOP("Words", "Outcome unknown")},
    {"rejected", QT_TRANSLATE_NOOP("Words", "Rejected")},
    {"abandoned", QT_TRANSLATE_NOOP("Words", "Given up")},
    {"done", QT_TRANSLATE_NOOP("Words", "Done")},
    {"not known there", QT_TRANSLATE_NOOP("Words", "Not known there")},
    {"left", QT_TRANSLATE_NOOP("Words", "Goods left")},
    {"part", QT_TRANSLATE_NOOP("Words", "Left in part")},
    {"there", QT_TRANSLATE_NOOP("Words", "Not left")},
    {"not left", QT_TRANSLATE_NOOP("Words", "Not left")},
    {"takenBack", QT_TRANSLATE_NOOP("Words", "Taken back")},
};
constexpr Entry annotations[] = {
    {"note", QT_TRANSLATE_NOOP("Words", "Note")},      {"tag", QT_TRANSLATE_NOOP("Words", "Tag")},
    {"untag", QT_TRANSLATE_NOOP("Words", "Untagged")}, {"ticket", QT_TRANSLATE_NOOP("Words", "Ticket")},
    {"snooze", QT_TRANSLATE_NOOP("Words", "Sleep")},
};
constexpr Entry exceptionEvents[] = {
    {"opened", QT_TRANSLATE_NOOP("Words", "Opened")},
    {"reopened", QT_TRANSLATE_NOOP("Words", "Reopened")},
    {"closed", QT_TRANSLATE_NOOP("Words", "Closed")},
    {"attempt", QT_TRANSLATE_NOOP("Words", "Attempt ended")},
    {"lookup", QT_TRANSLATE_NOOP("Words", "System asked")},
    {"plan", QT_TRANSLATE_NOOP("Words", "Plan")},
    {"claim", QT_TRANSLATE_NOOP("Words", "Claimed")},
    {"unclaim", QT_TRANSLATE_NOOP("Words", "Given back")},
    {"takeOver", QT_TRANSLATE_NOOP("Words", "Taken over")},
};
constexpr Entry closings[] = {
    {"cause gone", QT_TRANSLATE_NOOP("Words", "its cause is gone")},
    {"answered", QT_TRANSLATE_NOOP("Words", "the system answered")},
    {"retried", QT_TRANSLATE_NOOP("Words", "retried")},
    {"edited", QT_TRANSLATE_NOOP("Words", "edited")},
    {"adopted", QT_TRANSLATE_NOOP("Words", "adopted")},
    {"skipped", QT_TRANSLATE_NOOP("Words", "skipped")},
    {"replayed", QT_TRANSLATE_NOOP("Words", "replayed")},
    {"resolved", QT_TRANSLATE_NOOP("Words", "resolved by hand")},
    {"a later status was understood", QT_TRANSLATE_NOOP("Words", "a later status was understood")},
    {"it answers again", QT_TRANSLATE_NOOP("Words", "the system answers again")},
    {"it could be read when it came again",
     QT_TRANSLATE_NOOP("Words", "it could be read when it came again")},
};
constexpr Entry causes[] = {
    {"cut", QT_TRANSLATE_NOOP("Words", "connection cut before the answer")},
    {"timeout", QT_TRANSLATE_NOOP("Words", "no answer in time")},
    {"not connected", QT_TRANSLATE_NOOP("Words", "no connection")},
    {"not sent", QT_TRANSLATE_NOOP("Words", "not sent in time")},
    {"not rendered", QT_TRANSLATE_NOOP("Words", "could not be written")},
    {"stopped", QT_TRANSLATE_NOOP("Words", "stopped")},
    {"unreadable answer", QT_TRANSLATE_NOOP("Words", "unreadable answer")},
    {"belongs to no order", QT_TRANSLATE_NOOP("Words", "belongs to no order")},
    {"carrier contradicts delivery", QT_TRANSLATE_NOOP("Words", "carrier contradicts delivery")},
    {"changed too late", QT_TRANSLATE_NOOP("Words", "changed too late")},
    {"clock", QT_TRANSLATE_NOOP("Words", "clock")},
    {"incomplete", QT_TRANSLATE_NOOP("Words", "incomplete")},
    {"item not ordered", QT_TRANSLATE_NOOP("Words", "item was not ordered")},
    {"message id used twice", QT_TRANSLATE_NOOP("Words", "message number used twice")},
    {"no acknowledgement", QT_TRANSLATE_NOOP("Words", "not acknowledged")},
    {"shipment without units", QT_TRANSLATE_NOOP("Words", "shipment without units")},
    {"short pick", QT_TRANSLATE_NOOP("Words", "short pick")},
    {"is silent", QT_TRANSLATE_NOOP("Words", "is silent")},
    {"more orders than were sent", QT_TRANSLATE_NOOP("Words", "more orders than were sent")},
    {"orders are missing", QT_TRANSLATE_NOOP("Words", "orders are missing")},
    {"system does not answer", QT_TRANSLATE_NOOP("Words", "system does not answer")},
    {"shipped out of turn", QT_TRANSLATE_NOOP("Words", "shipped out of turn")},
    {"parcel refused", QT_TRANSLATE_NOOP("Words", "parcel refused")},
    {"parcel lost", QT_TRANSLATE_NOOP("Words", "parcel lost")},
    {"parcel damaged", QT_TRANSLATE_NOOP("Words", "parcel damaged")},
    {"parcel late", QT_TRANSLATE_NOOP("Words", "parcel late")},
};
constexpr Entry undoStates[] = {
    {"open", QT_TRANSLATE_NOOP("Words", "To come")},
    {"underWay", QT_TRANSLATE_NOOP("Words", "Under way")},
    {"stuck", QT_TRANSLATE_NOOP("Words", "Stuck: needs a person")},
    {"undone", QT_TRANSLATE_NOOP("Words", "Taken back")},
    {"kept", QT_TRANSLATE_NOOP("Words", "Left as it is")},
};
constexpr Entry undoKinds[] = {
    {"call", QT_TRANSLATE_NOOP("Words", "By a call")},
    {"askPartner", QT_TRANSLATE_NOOP("Words", "Ask the partner")},
    {"irreversible", QT_TRANSLATE_NOOP("Words", "Cannot be taken back")},
    {"wait", QT_TRANSLATE_NOOP("Words", "Waits for its outcome")},
    {"withdraw", QT_TRANSLATE_NOOP("Words", "Was not done")},
    {"nothing", QT_TRANSLATE_NOOP("Words", "Leaves no trace")},
};
constexpr Entry systemKinds[] = {
    {"channel", QT_TRANSLATE_NOOP("Words", "Sales channel")},
    {"erp", QT_TRANSLATE_NOOP("Words", "ERP")},
    {"wms", QT_TRANSLATE_NOOP("Words", "Warehouse")},
    {"3pl", QT_TRANSLATE_NOOP("Words", "Warehouse of a partner")},
    {"tms", QT_TRANSLATE_NOOP("Words", "Transport")},
    {"tax", QT_TRANSLATE_NOOP("Words", "Tax")},
    {"notification", QT_TRANSLATE_NOOP("Words", "Customer messages")},
};
constexpr Entry systemStates[] = {
    {"up", QT_TRANSLATE_NOOP("Words", "Up")},
    {"parked", QT_TRANSLATE_NOOP("Words", "Does not answer")},
    {"paused", QT_TRANSLATE_NOOP("Words", "Paused")},
    {"notConnected", QT_TRANSLATE_NOOP("Words", "Not connected")},
};
constexpr Entry actions[] = {
    {"restore", QT_TRANSLATE_NOOP("Words", "Restore a backup")},
    {"changePolicy", QT_TRANSLATE_NOOP("Words", "Change policy")},
    {"restorePolicy", QT_TRANSLATE_NOOP("Words", "Restore policy")},
    {"retry", QT_TRANSLATE_NOOP("Words", "Retry")},
    {"edit", QT_TRANSLATE_NOOP("Words", "Edit and retry")},
    {"resolve", QT_TRANSLATE_NOOP("Words", "Resolve")},
    {"reopen", QT_TRANSLATE_NOOP("Words", "Reopen")},
    {"hold", QT_TRANSLATE_NOOP("Words", "Hold")},
    {"release", QT_TRANSLATE_NOOP("Words", "Release hold")},
    {"adopt", QT_TRANSLATE_NOOP("Words", "Adopt")},
    {"compensate", QT_TRANSLATE_NOOP("Words", "Take back")},
    {"replay", QT_TRANSLATE_NOOP("Words", "Replay")},
    {"skip", QT_TRANSLATE_NOOP("Words", "Skip")},
    {"cancel", QT_TRANSLATE_NOOP("Words", "Cancel order")},
};
constexpr Entry itemStates[] = {
    {"planned", QT_TRANSLATE_NOOP("Words", "Planned")},
    {"verified", QT_TRANSLATE_NOOP("Words", "Verified")},
    {"failed", QT_TRANSLATE_NOOP("Words", "Failed")},
    {"awaiting", QT_TRANSLATE_NOOP("Words", "Awaiting")},
    {"unverified", QT_TRANSLATE_NOOP("Words", "Unverified")},
    {"skipped", QT_TRANSLATE_NOOP("Words", "Skipped")},
    {"frozen", QT_TRANSLATE_NOOP("Words", "Not started")},
    {"running", QT_TRANSLATE_NOOP("Words", "Running")},
    {"suspended", QT_TRANSLATE_NOOP("Words", "Suspended")},
    {"ended", QT_TRANSLATE_NOOP("Words", "Ended")},
    {"cancelled", QT_TRANSLATE_NOOP("Words", "Cancelled")},
};
constexpr Entry holdKinds[] = {
    {"credit", QT_TRANSLATE_NOOP("Words", "Credit")},
    {"fraud", QT_TRANSLATE_NOOP("Words", "Fraud check")},
    {"customer", QT_TRANSLATE_NOOP("Words", "Customer's wish")},
    {"operator", QT_TRANSLATE_NOOP("Words", "Operator")},
    {"compensation", QT_TRANSLATE_NOOP("Words", "Taken back, to be mended")},
};
constexpr Entry steps[] = {
    {"validate", QT_TRANSLATE_NOOP("Words", "Validate")},
    {"tax", QT_TRANSLATE_NOOP("Words", "Tax")},
    {"accept", QT_TRANSLATE_NOOP("Words", "Accept in ERP")},
    {"plan", QT_TRANSLATE_NOOP("Words", "Plan fulfillment")},
    {"allocate", QT_TRANSLATE_NOOP("Words", "Allocate")},
    {"release", QT_TRANSLATE_NOOP("Words", "Release to warehouse")},
    {"tender", QT_TRANSLATE_NOOP("Words", "Tender to carrier")},
    {"post", QT_TRANSLATE_NOOP("Words", "Post shipment")},
    {"invoice", QT_TRANSLATE_NOOP("Words", "Invoice")},
    {"notify", QT_TRANSLATE_NOOP("Words", "Notify customer")},
    {"amend", QT_TRANSLATE_NOOP("Words", "Tell the ERP of the change")},
    {"credit", QT_TRANSLATE_NOOP("Words", "Credit what came back")},
};
constexpr Entry referenceKinds[] = {
    {"order", QT_TRANSLATE_NOOP("Words", "Order")},
    {"po", QT_TRANSLATE_NOOP("Words", "Purchase order")},
    {"channelOrder", QT_TRANSLATE_NOOP("Words", "Channel order")},
    {"sale", QT_TRANSLATE_NOOP("Words", "ERP sale")},
    {"allocation", QT_TRANSLATE_NOOP("Words", "Allocation")},
    {"picking", QT_TRANSLATE_NOOP("Words", "Picking")},
    {"booking", QT_TRANSLATE_NOOP("Words", "Carrier booking")},
    {"tracking", QT_TRANSLATE_NOOP("Words", "Tracking")},
    {"shipment", QT_TRANSLATE_NOOP("Words", "Shipment")},
    {"posting", QT_TRANSLATE_NOOP("Words", "Posting")},
    {"invoice", QT_TRANSLATE_NOOP("Words", "Invoice")},
    {"tax", QT_TRANSLATE_NOOP("Words", "Tax document")},
    {"item", QT_TRANSLATE_NOOP("Words", "Item")},
    {"sku", QT_TRANSLATE_NOOP("Words", "Item")},
    {"customer", QT_TRANSLATE_NOOP("Words", "Customer")},
    {"notice", QT_TRANSLATE_NOOP("Words", "Notice")},
    {"amendment", QT_TRANSLATE_NOOP("Words", "Order change")},
    {"return", QT_TRANSLATE_NOOP("Words", "Return")},
    {"credit", QT_TRANSLATE_NOOP("Words", "Credit note")},
    {"cancellation", QT_TRANSLATE_NOOP("Words", "Cancellation")},
    {"file", QT_TRANSLATE_NOOP("Words", "File")},
    {"control", QT_TRANSLATE_NOOP("Words", "Control number")},
    {"release", QT_TRANSLATE_NOOP("Words", "Release")},
    {"document", QT_TRANSLATE_NOOP("Words", "Document")},
};
constexpr Entry factKinds[] = {
    {"orderReceived", QT_TRANSLATE_NOOP("Words", "Order received")},
    {"orderRevised", QT_TRANSLATE_NOOP("Words", "Order changed")},
    {"messageNoted", QT_TRANSLATE_NOOP("Words", "Message noted")},
    {"reportReceived", QT_TRANSLATE_NOOP("Words", "Message received")},
    {"stepTaken", QT_TRANSLATE_NOOP("Words", "Step taken")},
    {"validated", QT_TRANSLATE_NOOP("Words", "Validated")},
    {"accepted", QT_TRANSLATE_NOOP("Words", "Accepted")},
    {"taxStated", QT_TRANSLATE_NOOP("Words", "Tax stated")},
    {"linePriced", QT_TRANSLATE_NOOP("Words", "Line priced")},
    {"fulfillmentPlanned", QT_TRANSLATE_NOOP("Words", "Fulfillment planned")},
    {"unitsMoved", QT_TRANSLATE_NOOP("Words", "Units moved")},
    {"unitsRefused", QT_TRANSLATE_NOOP("Words", "Units refused")},
    {"fulfillmentClosed", QT_TRANSLATE_NOOP("Words", "Fulfillment closed")},
    {"carrierBooked", QT_TRANSLATE_NOOP("Words", "Carrier booked")},
    {"shipmentObserved", QT_TRANSLATE_NOOP("Words", "Goods left")},
    {"parcelReported", QT_TRANSLATE_NOOP("Words", "Carrier status")},
    {"parcelForetold", QT_TRANSLATE_NOOP("Words", "Early carrier status")},
    {"returnForetold", QT_TRANSLATE_NOOP("Words", "Early return")},
    {"shipmentPosted", QT_TRANSLATE_NOOP("Words", "Shipment posted")},
    {"invoiced", QT_TRANSLATE_NOOP("Words", "Invoiced")},
    {"referenceLearned", QT_TRANSLATE_NOOP("Words", "Number learned")},
    {"effectDecided", QT_TRANSLATE_NOOP("Words", "Call decided")},
    {"effectStarted", QT_TRANSLATE_NOOP("Words", "Call sent")},
    {"attemptEnded", QT_TRANSLATE_NOOP("Words", "Answer")},
    {"lookupStarted", QT_TRANSLATE_NOOP("Words", "Look-up sent")},
    {"lookupEnded", QT_TRANSLATE_NOOP("Words", "Look-up answer")},
    {"effectAcknowledged", QT_TRANSLATE_NOOP("Words", "Acknowledged")},
    {"effectSettled", QT_TRANSLATE_NOOP("Words", "Call settled")},
    {"effectRetried", QT_TRANSLATE_NOOP("Words", "Tried again")},
    {"effectHandedOver", QT_TRANSLATE_NOOP("Words", "Handed to a person")},
    {"expectationSet", QT_TRANSLATE_NOOP("Words", "Expecting")},
    {"expectationEnded", QT_TRANSLATE_NOOP("Words", "Expectation met")},
    {"expectationOverdue", QT_TRANSLATE_NOOP("Words", "Overdue")},
    {"exceptionOpened", QT_TRANSLATE_NOOP("Words", "Exception opened")},
    {"exceptionClosed", QT_TRANSLATE_NOOP("Words", "Exception closed")},
    {"holdPlaced", QT_TRANSLATE_NOOP("Words", "Held")},
    {"holdLifted", QT_TRANSLATE_NOOP("Words", "Hold released")},
    {"actionTaken", QT_TRANSLATE_NOOP("Words", "Action")},
    {"inputFailed", QT_TRANSLATE_NOOP("Words", "Input failed")},
    {"compensationStarted", QT_TRANSLATE_NOOP("Words", "Taking back began")},
    {"stepUndone", QT_TRANSLATE_NOOP("Words", "Step taken back")},
    {"compensationEnded", QT_TRANSLATE_NOOP("Words", "Taking back ended")},
    {"credited", QT_TRANSLATE_NOOP("Words", "Credited")},
    {"goodsReturned", QT_TRANSLATE_NOOP("Words", "Goods returned")},
    {"linesChanged", QT_TRANSLATE_NOOP("Words", "Lines changed")},
    {"linesStated", QT_TRANSLATE_NOOP("Words", "Change known to the ERP")},
    {"unwantedLeft", QT_TRANSLATE_NOOP("Words", "Changed too late")},
};
constexpr Entry outcomes[] = {
    {"done", QT_TRANSLATE_NOOP("Words", "Done")},
    {"accepted", QT_TRANSLATE_NOOP("Words", "Accepted")},
    {"rejected", QT_TRANSLATE_NOOP("Words", "Rejected")},
    {"refused", QT_TRANSLATE_NOOP("Words", "Not now")},
    {"unknown", QT_TRANSLATE_NOOP("Words", "Unknown")},
    {"notFound", QT_TRANSLATE_NOOP("Words", "Not found")},
};
constexpr Entry fulfillmentStates[] = {
    {"planned", QT_TRANSLATE_NOOP("Words", "Planned")},
    {"allocated", QT_TRANSLATE_NOOP("Words", "Allocated")},
    {"released", QT_TRANSLATE_NOOP("Words", "Released")},
    {"shipped", QT_TRANSLATE_NOOP("Words", "Shipped")},
    {"closed", QT_TRANSLATE_NOOP("Words", "Closed, nothing left")},
};
constexpr Entry parcelStates[] = {
    {"inTransit", QT_TRANSLATE_NOOP("Words", "In transit")},
    {"delivered", QT_TRANSLATE_NOOP("Words", "Delivered")},
    {"refused", QT_TRANSLATE_NOOP("Words", "Refused")},
    {"lost", QT_TRANSLATE_NOOP("Words", "Lost")},
    {"damaged", QT_TRANSLATE_NOOP("Words", "Damaged")},
    {"late", QT_TRANSLATE_NOOP("Words", "Late")},
};
constexpr Entry expectations[] = {
    {"shipmentConfirmed", QT_TRANSLATE_NOOP("Words", "Shipment confirmation")},
    {"delivered", QT_TRANSLATE_NOOP("Words", "Delivery")},
    {"acknowledged", QT_TRANSLATE_NOOP("Words", "Acknowledgement")},
};

QString wordOf(std::span<const Entry> entries, std::string_view key)
{
    const auto found = std::ranges::find(entries, key, &Entry::key);
    return found == entries.end() ? text(key) : QCoreApplication::translate("Words", found->word);
}

} // namespace

QString Words::milestone(Milestone milestone)
{
    switch (milestone) {
    case Milestone::Received: return tr("Received");
    case Milestone::Validated: return tr("Validated");
    case Milestone::Accepted: return tr("Accepted");
    case Milestone::Allocated: return tr("Allocated");
    case Milestone::Released: return tr("Released");
    case Milestone::Shipped: return tr("Shipped");
    case Milestone::Posted: return tr("Posted");
    case Milestone::Invoiced: return tr("Invoiced");
    case Milestone::Delivered: return tr("Delivered");
    case Milestone::Cancelled: return tr("Cancelled");
    case Milestone::Returned: return tr("Returned");
    }
    return {};
}

QString Words::concern(Concern concern)
{
    switch (concern) {
    case Concern::WaitingForAllocation: return tr("Waiting for allocation");
    case Concern::ShippedUnconfirmed: return tr("Shipment not confirmed");
    case Concern::ShippedNotPosted: return tr("Shipped, not posted");
    case Concern::InvoiceBlocked: return tr("Invoice blocked");
    case Concern::PromiseBroken: return tr("Promise broken");
    case Concern::OnHold: return tr("On hold");
    case Concern::NeedsPerson: return tr("Needs a person");
    }
    return {};
}

QString Words::exceptionClass(ExceptionClass kind)
{
    switch (kind) {
    case ExceptionClass::TransientExhausted: return tr("Attempts used up");
    case ExceptionClass::BusinessRule: return tr("Business rule");
    case ExceptionClass::Validation: return tr("Validation");
    case ExceptionClass::Contract: return tr("Contract");
    case ExceptionClass::UnknownStatus: return tr("Unknown status");
    case ExceptionClass::UnknownOutcome: return tr("Outcome unknown");
    case ExceptionClass::Mismatch: return tr("Mismatch");
    case ExceptionClass::Absence: return tr("Nothing heard");
    case ExceptionClass::CompensationIncomplete: return tr("Compensation incomplete");
    case ExceptionClass::Internal: return tr("Internal");
    }
    return {};
}

QString Words::severity(Severity severity)
{
    switch (severity) {
    case Severity::Low: return tr("Low");
    case Severity::Medium: return tr("Medium");
    case Severity::High: return tr("High");
    case Severity::Critical: return tr("Critical");
    }
    return {};
}

QString Words::effectState(std::string_view key)
{
    return wordOf(effectStates, key);
}

QString Words::systemKind(std::string_view key)
{
    return wordOf(systemKinds, key);
}

QString Words::systemState(std::string_view key)
{
    return wordOf(systemStates, key);
}

QString Words::action(std::string_view key)
{
    return wordOf(actions, key);
}

QString Words::itemState(std::string_view key)
{
    return wordOf(itemStates, key);
}

QString Words::holdKind(std::string_view key)
{
    return wordOf(holdKinds, key);
}

QString Words::step(std::string_view name)
{
    return wordOf(steps, name);
}

QString Words::referenceKind(std::string_view key)
{
    return wordOf(referenceKinds, key);
}

QString Words::factKind(std::string_view key)
{
    return wordOf(factKinds, key);
}

QString Words::outcome(std::string_view key)
{
    return wordOf(outcomes, key);
}

QString Words::fulfillmentState(std::string_view key)
{
    return wordOf(fulfillmentStates, key);
}

QString Words::parcelState(std::string_view key)
{
    return wordOf(parcelStates, key);
}

QString Words::beliefField(std::string_view key)
{
    return wordOf(beliefFields, key);
}

QString Words::belief(std::string_view value)
{
    return wordOf(beliefs, value);
}

QString Words::annotation(std::string_view key)
{
    return wordOf(annotations, key);
}

QString Words::exceptionEvent(std::string_view key)
{
    for (const Entry& entry : exceptionEvents)
        if (key == entry.key) return wordOf(exceptionEvents, key);
    const QString note = wordOf(annotations, key);
    return note == text(std::string(key)) ? action(key) : note;
}

QString Words::howClosed(std::string_view key)
{
    const QString word = wordOf(closings, key);
    const std::string stored(key);
    return word == text(stored) ? StoredSentences::translated(stored) : word;
}

QString Words::grouping(ExceptionGrouping grouping)
{
    switch (grouping) {
    case ExceptionGrouping::Cause: return tr("By cause");
    case ExceptionGrouping::System: return tr("By system");
    case ExceptionGrouping::Step: return tr("By step");
    case ExceptionGrouping::Contract: return tr("By contract");
    case ExceptionGrouping::Customer: return tr("By customer");
    case ExceptionGrouping::Owner: return tr("By team");
    case ExceptionGrouping::Class: return tr("By kind");
    }
    return {};
}

QString Words::cause(std::string_view key)
{
    return wordOf(causes, key);
}

QString Words::undoState(std::string_view key)
{
    return wordOf(undoStates, key);
}

QString Words::undoKind(std::string_view key)
{
    return wordOf(undoKinds, key);
}

QString Words::expectation(std::string_view key)
{
    return wordOf(expectations, key);
}

QString Words::waiting(const Waiting& waiting)
{
    const QString system = waiting.system.empty() ? tr("a partner") : text(waiting.system);
    const QString step = Words::step(waiting.step);
    switch (waiting.kind) {
    case WaitKind::Person: return tr("A person must decide: %1").arg(cause(waiting.detail));
    case WaitKind::Held: return tr("On hold: %1").arg(holdKind(waiting.detail));
    case WaitKind::System: return tr("%1 does not answer (%2)").arg(system, step);
    case WaitKind::Stock: return tr("Waits for stock of %1").arg(text(waiting.detail));
    case WaitKind::Retry: return tr("Tries %1 again").arg(step);
    case WaitKind::Answer: return tr("Waits for the answer of %1 (%2)").arg(system, step);
    case WaitKind::Acknowledgement: return tr("Waits for %1 to take the document").arg(system);
    case WaitKind::CutOff: return tr("Waits for the next working time of %1").arg(system);
    case WaitKind::Shipment: return tr("Waits for %1 to confirm the shipment").arg(system);
    case WaitKind::Delivery: return tr("Waits for the delivery");
    case WaitKind::Turn: return tr("Goes on at once");
    case WaitKind::Nothing: return tr("Finished");
    }
    return {};
}

QString Words::error(const Error& error)
{
    const QString detail = text(error.message);
    switch (error.kind) {
    case ErrorKind::NotFound: return tr("Not found: %1").arg(detail);
    case ErrorKind::Conflict: return tr("It changed meanwhile: %1").arg(detail);
    case ErrorKind::InvalidInput: return tr("This cannot be used: %1").arg(detail);
    case ErrorKind::Unavailable: return tr("Not reachable now, try again: %1").arg(detail);
    case ErrorKind::Timeout: return tr("It took too long: %1").arg(detail);
    case ErrorKind::Forbidden: return tr("Not allowed: %1").arg(detail);
    case ErrorKind::Internal: return tr("Something is broken: %1").arg(detail);
    }
    return detail;
}

} // namespace milepost
