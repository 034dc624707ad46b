// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/domain/order_edit.h"

#include "backend/domain/content_fields.h"
#include "backend/domain/effect_call.h"

#include <algorithm>

namespace milepost {
namespace {

constexpr std::size_t longestText = 500;

Error invalid(const std::string& path, const std::string& what)
{
    return {.kind = ErrorKind::InvalidInput, .message = path + " " + what};
}

/// Content that was stored before the order had its number does not state it.
CanonicalOrder numbered(const Order& order, CanonicalOrder content)
{
    content.orderNo = order.orderNo;
    return content;
}

bool hasShippedTo(const Order& order, int destination)
{
    return std::ranges::any_of(order.shipments, [&](const Shipment& shipment) {
        const Fulfillment* part = findFulfillment(order, shipment.fulfillment);
        return destination < 0 || part == nullptr || part->destination == destination;
    });
}

bool hasMoved(const Order& order, int lineNo)
{
    const OrderLine* line = findLine(order, lineNo);
    return line == nullptr || line->ledger.at(Stage::Open) != line->ledger.ordered();
}

bool isBooked(const Fulfillment& part)
{
    return !part.carrier.empty() || !part.booking.empty();
}

std::string lockOf(const Order& order, const ContentField& field)
{
    const bool isAccepted = order.acceptedAt.has_value();
    switch (field.lock) {
    case FieldLock::Identity: return "partners know the order by it";
    case FieldLock::Declared: return "the customer stated it; have the channel send a changed order";
    case FieldLock::Units: return "the ledger counts by it; cancel, or have the channel send a changed order";
    case FieldLock::UntilAccepted: return isAccepted ? "the order was accepted with it" : "";
    case FieldLock::Item:
        if (isAccepted) return "the order was accepted with it";
        return hasMoved(order, field.lineNo) ? "units of the line have moved on" : "";
    case FieldLock::UntilPlanned: return order.fulfillments.empty() ? "" : "nodes were chosen by it";
    case FieldLock::UntilBooked:
        return std::ranges::any_of(order.fulfillments, isBooked) ? "a carrier is booked" : "";
    case FieldLock::UntilShipped:
        return hasShippedTo(order, field.destination) ? "goods have left with it" : "";
    case FieldLock::Free: return {};
    }
    return {};
}

bool isPlainText(const std::string& text)
{
    return text.size() <= longestText && std::ranges::none_of(text, [](char c) {
               const auto byte = static_cast<unsigned char>(c);
               return byte < 0x20 || byte == 0x7f;
           });
}

Status change(RevisedContent& revised, const Order& order, const std::vector<ContentField>& fields,
              const FieldEdit& edit)
{
    const auto at = std::ranges::find(fields, edit.path, &ContentField::path);
    if (at == fields.end()) return invalid(edit.path, "is no field of this order");
    const std::string before = at->read(revised.content);
    if (before == edit.value) return Done{};
    if (const std::string lock = lockOf(order, *at); !lock.empty())
        return invalid(edit.path, "may not be changed: " + lock);
    if (!at->write || !isPlainText(edit.value))
        return invalid(edit.path, "takes at most 500 bytes of text in one line");
    if (!at->write(revised.content, edit.value)) return invalid(edit.path, "takes " + at->expects);
    const std::string after = at->read(revised.content);
    if (after != before) revised.changes.push_back({.path = edit.path, .before = before, .after = after});
    return Done{};
}

std::string nameOf(const Effect& effect, const Process& process, const Landscape& landscape)
{
    const Offer* offer = offerOf(landscape, process, effect);
    return "step " + stepOf(process, effect).name +
           (offer == nullptr ? std::string() : " at " + offer->system);
}

/// Why the data that this call speaks of must stay as it is now; empty: it need not.
std::string blockedBy(const Effect& effect, const std::string& name)
{
    if (isSettled(effect.state)) return {};
    if (effect.state == EffectState::InFlight || effect.lookupFlying)
        return name + " is under way; wait for its answer";
    if (effect.state == EffectState::Unknown || effect.isDoubtful)
        return "the outcome of " + name + " is unknown; settle that first";
    if (effect.state == EffectState::Sent) return name + " was handed over; wait until it is taken";
    return {};
}

/// The exception's own call: a definite no, or not done and given up.
std::string whyNotAnew(const Effect& effect, const std::string& name)
{
    if (isSettled(effect.state)) return name + " is " + std::string(toKey(effect.state)) + " already";
    if (effect.state == EffectState::Acknowledged) return name + " was taken; its result is awaited";
    return effect.needsPerson ? std::string() : name + " goes on by itself";
}

} // namespace

std::vector<std::string> RevisedContent::changedPaths() const
{
    std::vector<std::string> paths;
    for (const FieldChange& change : changes)
        paths.push_back(change.path);
    return paths;
}

std::vector<EditableField> editableFields(const Order& order, const CanonicalOrder& content)
{
    const CanonicalOrder named = numbered(order, content);
    std::vector<EditableField> shown;
    for (const ContentField& field : contentFields(named))
        shown.push_back({.path = field.path, .value = field.read(named), .lockedBy = lockOf(order, field)});
    return shown;
}

Result<RevisedContent> revisedContent(const Order& order, const CanonicalOrder& content,
                                      std::span<const FieldEdit> edits)
{
    RevisedContent revised{.content = numbered(order, content)};
    const std::vector<ContentField> fields = contentFields(content);
    for (const FieldEdit& edit : edits) {
        if (const Status done = change(revised, order, fields, edit); !done) return done.error();
    }
    if (revised.changes.empty())
        return Error{.kind = ErrorKind::InvalidInput,
                     .message = "nothing would change: every value is as the order has it; retry instead"};
    return revised;
}

bool hasSameShape(const CanonicalOrder& content, const CanonicalOrder& wanted)
{
    return std::ranges::equal(content.lines, wanted.lines, {}, &CanonicalLine::lineNo,
                              &CanonicalLine::lineNo) &&
           std::ranges::equal(content.parties, wanted.parties, {}, &Party::role, &Party::role) &&
           content.destinations.size() == wanted.destinations.size();
}

std::vector<FieldEdit> editsTowards(const CanonicalOrder& content, const CanonicalOrder& wanted)
{
    std::vector<FieldEdit> edits;
    for (const ContentField& field : contentFields(content)) {
        if (field.lock == FieldLock::Identity || field.lock == FieldLock::Declared) continue;
        const std::string now = field.read(content);
        const std::string then = field.read(wanted);
        if (now != then) edits.push_back({.path = field.path, .value = then});
    }
    return edits;
}

bool mayEdit(const Order& order, const OpenException& exception, const Process& process,
             const Landscape& landscape, std::string& whyNot)
{
    for (const Effect& effect : order.effects) {
        whyNot = blockedBy(effect, nameOf(effect, process, landscape));
        if (!whyNot.empty()) return false;
    }
    const Effect* effect = findEffect(order, exception.effect);
    if (effect != nullptr) {
        whyNot = whyNotAnew(*effect, nameOf(*effect, process, landscape));
        return whyNot.empty();
    }
    if (exception.number == 0) return true; // the order itself
    const bool isIncomplete = exception.kind == ExceptionClass::Validation && !order.validatedAt;
    if (!isIncomplete) whyNot = "no call that changed data could heal is behind it";
    return isIncomplete;
}

} // namespace milepost
