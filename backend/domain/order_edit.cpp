// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/domain/order_edit.h"

#include "backend/core/one_line.h"
#include "backend/domain/compensation.h"
#include "backend/domain/content_fields.h"
#include "backend/domain/effect_call.h"
#include "backend/domain/substitution.h"

#include <algorithm>
#include <unordered_map>

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
    case FieldLock::Quantity:
        if (isCancelled(order)) return "the order is cancelled";
        return order.compensation ? "steps are being taken back; wait until that has ended" : "";
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

using FieldsByPath = std::unordered_map<std::string, const ContentField*>;

Status change(RevisedContent& revised, const Order& order, const FieldsByPath& fields, const FieldEdit& edit)
{
    const auto found = fields.find(edit.path);
    if (found == fields.end()) return invalid(edit.path, "is no field of this order");
    const ContentField* at = found->second;
    const std::string before = at->read(revised.content);
    if (before == edit.value) return Done{};
    if (const std::string lock = lockOf(order, *at); !lock.empty())
        return invalid(edit.path, "may not be changed: " + lock);
    if (!at->write || !isOneLine(edit.value, longestText))
        return invalid(edit.path, "takes at most 500 bytes of text in one line");
    if (!at->write(revised.content, edit.value)) return invalid(edit.path, "takes " + at->expects);
    const std::string after = at->read(revised.content);
    if (after != before) revised.changes.push_back({.path = edit.path, .before = before, .after = after});
    return Done{};
}

std::string quantityPath(int lineNo)
{
    return "/lines/" + std::to_string(lineNo) + "/quantity";
}

Ratio inverse(Ratio ratio)
{
    return {ratio.denominator, ratio.numerator};
}

/// Units of a line that are sent as another item, as far as they are a whole number of its own.
Quantity sentInstead(const OrderLine& substitute)
{
    return converted(substitute.wanted(), inverse(substitute.perParentUnit)).value_or(Quantity{});
}

void wantFewer(RevisedContent& revised, const Order& order, const OrderLine& line, Quantity fewer)
{
    const Quantity ofLine = std::min(fewer, line.wanted());
    if (ofLine.isPositive()) revised.lines.fewer.push_back({line.lineNo, ofLine});
    fewer -= ofLine;
    for (const OrderLine& other : order.lines) {
        if (other.parentLineNo != line.lineNo) continue;
        const Quantity replaced = std::min(fewer, sentInstead(other));
        const auto units = converted(replaced, other.perParentUnit);
        if (!units || !units->isPositive()) continue;
        revised.lines.fewer.push_back({other.lineNo, *units});
        fewer -= replaced;
    }
}

/// What is wanted now against what is to be delivered, also as another item: not against what was stated
/// last, of which some may have been cancelled, or have come too late to be.
void noteQuantity(RevisedContent& revised, const Order& order, const CanonicalLine& before)
{
    const OrderLine* line = findLine(order, before.lineNo);
    const CanonicalLine* after = findLine(revised.content, before.lineNo);
    if (line == nullptr || after == nullptr || after->quantity == before.quantity) return;
    Quantity covered = line->wanted();
    for (const OrderLine& other : order.lines)
        if (other.parentLineNo == line->lineNo) covered += sentInstead(other);
    if (after->quantity > covered) revised.lines.more.push_back({line->lineNo, after->quantity - covered});
    if (after->quantity < covered) wantFewer(revised, order, *line, covered - after->quantity);
}

void addLine(RevisedContent& revised, const CanonicalLine& line)
{
    revised.content.lines.push_back(line);
    revised.lines.added.push_back(
        {.lineNo = line.lineNo, .sku = line.sku, .quantity = line.quantity, .unitPrice = line.unitPrice});
    revised.changes.push_back({.path = quantityPath(line.lineNo),
                               .before = "",
                               .after = toText(line.quantity) + " of " + line.sku});
}

bool isAnythingWanted(const CanonicalOrder& content)
{
    return std::ranges::any_of(content.lines,
                               [](const CanonicalLine& line) { return line.quantity.isPositive(); });
}

/// The lines of a content by the partner's id of them.
class LinesById {
public:
    explicit LinesById(const CanonicalOrder& content)
    {
        for (const CanonicalLine& line : content.lines)
            m_lines.emplace(partnersIdOf(line), &line);
    }

    /// The line that is the same one, or null.
    const CanonicalLine* same(const CanonicalLine& line) const
    {
        const auto at = m_lines.find(partnersIdOf(line));
        return at == m_lines.end() ? nullptr : at->second;
    }

private:
    std::unordered_map<std::string, const CanonicalLine*> m_lines;
};

/// The wanted content with the lines of the one that is there, in their order and under their numbers.
CanonicalOrder withLinesOf(const CanonicalOrder& content, CanonicalOrder wanted)
{
    std::vector<CanonicalLine> lines;
    const LinesById wantedLines(wanted);
    for (const CanonicalLine& line : content.lines) {
        const CanonicalLine* same = wantedLines.same(line);
        lines.push_back(same == nullptr ? line : *same);
        lines.back().lineNo = line.lineNo;
        if (same == nullptr) lines.back().quantity = {};
    }
    wanted.lines = std::move(lines);
    return wanted;
}

std::vector<CanonicalLine> newLines(const Order& order, const CanonicalOrder& content,
                                    const CanonicalOrder& wanted)
{
    int last = lastLineNo(order);
    std::vector<CanonicalLine> added;
    const LinesById lines(content);
    for (const CanonicalLine& line : wanted.lines) {
        if (lines.same(line) != nullptr) continue;
        added.push_back(line);
        added.back().partnerLineId = partnersIdOf(line); // under which its partner will speak of it
        added.back().lineNo = ++last;
    }
    return added;
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
                                      const OrderWish& wish)
{
    RevisedContent revised{.content = numbered(order, content)};
    const std::vector<ContentField> fields = contentFields(content);
    FieldsByPath byPath;
    for (const ContentField& field : fields)
        byPath.emplace(field.path, &field);
    for (const FieldEdit& edit : wish.edits) {
        if (const Status done = change(revised, order, byPath, edit); !done) return done.error();
    }
    if (!wish.added.empty() && isCancelled(order))
        return Error{.kind = ErrorKind::InvalidInput,
                     .message = "lines may not be added: the order is cancelled"};
    for (const CanonicalLine& line : wish.added) {
        if (line.sku.empty() || !line.quantity.isPositive() || !line.parts.empty())
            return invalid(quantityPath(line.lineNo), "needs an item, units, and one place to go to");
    }
    for (const CanonicalLine& line : content.lines)
        noteQuantity(revised, order, line);
    for (const CanonicalLine& line : wish.added)
        addLine(revised, line);
    if (!isWithinBounds(revised.content.lines))
        return Error{.kind = ErrorKind::InvalidInput,
                     .message = "the order would have too many lines or units"};
    if (isAnythingWanted(content) && !isAnythingWanted(revised.content))
        return Error{.kind = ErrorKind::InvalidInput,
                     .message = "nothing would be left to deliver; cancel the order instead"};
    if (revised.changes.empty())
        return Error{.kind = ErrorKind::InvalidInput,
                     .message = "nothing would change: every value is as the order has it; retry instead"};
    return revised;
}

bool goesToTheSame(const CanonicalOrder& content, const CanonicalOrder& wanted)
{
    const bool hasShipTo = findParty(content, "shipTo") != nullptr;
    const LinesById lines(wanted);
    return hasShipTo == (findParty(wanted, "shipTo") != nullptr) &&
           content.destinations == wanted.destinations &&
           std::ranges::all_of(content.lines, [&](const CanonicalLine& line) {
               const CanonicalLine* same = lines.same(line);
               return line.parts == (same == nullptr ? std::vector<DestinationPart>{} : same->parts);
           });
}

OrderWish wishTowards(const Order& order, const CanonicalOrder& content, const CanonicalOrder& wanted,
                      const CanonicalOrder* stated)
{
    OrderWish wish{.added = newLines(order, content, wanted)};
    const CanonicalOrder shaped = withLinesOf(content, wanted);
    const auto before = stated == nullptr ? std::nullopt : std::optional(withLinesOf(content, *stated));
    for (const ContentField& field : contentFields(content)) {
        if (field.lock == FieldLock::Identity) continue;
        const std::string then = field.read(shaped);
        if (field.read(content) == then || (before && field.read(*before) == then)) continue;
        if (field.lock == FieldLock::Declared)
            wish.declared.push_back(field.path);
        else
            wish.edits.push_back({.path = field.path, .value = then});
    }
    return wish;
}

std::vector<std::string> OrderWish::paths() const
{
    std::vector<std::string> changed;
    for (const FieldEdit& edit : edits)
        changed.push_back(edit.path);
    for (const CanonicalLine& line : added)
        changed.push_back(quantityPath(line.lineNo));
    return changed;
}

bool isEditBlocked(const Order& order, const Process& process, const Landscape& landscape,
                   std::span<const std::string> paths, std::string& whyNot)
{
    const bool isAboutUnits = !paths.empty() && std::ranges::all_of(paths, [](const std::string& path) {
        return path.ends_with("/quantity");
    });
    whyNot.clear();
    for (const Effect& effect : order.effects) {
        const StepUnit unit = stepOf(process, effect).unit;
        if (isAboutUnits && (unit == StepUnit::Shipment || unit == StepUnit::Return)) continue;
        whyNot = blockedBy(effect, nameOf(effect, process, landscape));
        if (!whyNot.empty()) return true;
    }
    if (order.compensation) whyNot = "steps are being taken back";
    return order.compensation.has_value();
}

bool mayEdit(const Order& order, const OpenException& exception, const Process& process,
             const Landscape& landscape, std::string& whyNot, std::span<const std::string> paths)
{
    const bool isCompensated = order.compensation.has_value(); // what is stuck in it may be mended
    if (isEditBlocked(order, process, landscape, paths, whyNot) && !(isCompensated && exception.number != 0))
        return false;
    const Effect* effect = findEffect(order, exception.effect);
    if (effect != nullptr) {
        whyNot = whyNotAnew(*effect, nameOf(*effect, process, landscape));
        return whyNot.empty();
    }
    if (exception.number == 0) return true; // the order itself
    if (exception.cause == substituteProposed) return true;
    const bool isIncomplete = exception.kind == ExceptionClass::Validation && !order.validatedAt;
    if (!isIncomplete) whyNot = "no call that changed data could heal is behind it";
    return isIncomplete;
}

} // namespace milepost
