// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/contracts/order_draft.h"

#include "backend/core/one_line.h"
#include "backend/domain/amendment.h"

#include <algorithm>
#include <set>
#include <utility>

namespace milepost {
namespace {

constexpr std::string_view headerShipToId = "shipTo"; // given to a ship-to without an id that parts must name

Error problem(const std::string& place, const std::string& what)
{
    return {ErrorKind::InvalidInput, what, place};
}

std::string placeOf(std::size_t index)
{
    return "line " + std::to_string(index + 1);
}

void numberLines(std::vector<LineDraft>& lines)
{
    std::set<int> numbers;
    const auto isUsable = [&](const LineDraft& l) {
        return l.line.lineNo > 0 && numbers.insert(l.line.lineNo).second;
    };
    if (std::ranges::all_of(lines, isUsable)) return;
    int next = 0;
    for (LineDraft& draft : lines)
        draft.line.lineNo = ++next;
}

/// price per base unit, rounded half-even in millionths.
UnitPrice perBaseUnit(UnitPrice price, Ratio toBase)
{
    __int128 dividend = static_cast<__int128>(price.micro) * toBase.denominator;
    const __int128 divisor = toBase.numerator;
    const bool isNegative = dividend < 0;
    if (isNegative) dividend = -dividend;
    __int128 quotient = dividend / divisor;
    const __int128 twice = (dividend % divisor) * 2;
    if (twice > divisor || (twice == divisor && (quotient & 1) != 0)) ++quotient;
    return {static_cast<std::int64_t>(isNegative ? -quotient : quotient)};
}

/// Turns quantity, price and parts into the base unit; false when that is not exact.
bool toBaseUnit(LineDraft& draft)
{
    const Ratio ratio = draft.line.unitToBase;
    if (ratio == Ratio{}) return true;
    const auto quantity = converted(draft.line.quantity, ratio);
    if (!quantity) return false;
    draft.line.quantity = *quantity;
    if (draft.line.unitPrice) draft.line.unitPrice = perBaseUnit(*draft.line.unitPrice, ratio);
    for (PartDraft& part : draft.parts) {
        if (!part.quantity) continue;
        part.quantity = converted(*part.quantity, ratio);
        if (!part.quantity) return false;
    }
    return true;
}

/// A line of an amendment may state less: what it leaves out stays as it is.
std::string lineProblem(LineDraft& draft, bool isPartial)
{
    const bool isNamed = isPartial && (!draft.line.partnerLineId.empty() || draft.line.lineNo > 0);
    if (draft.line.sku.empty() && !isNamed) return "the line names no item";
    if (!isOneLine(draft.line.sku, longestNumber) || !isOneLine(draft.line.partnerLineId, longestNumber))
        return "item and line number take at most 100 bytes on one line";
    if (draft.line.quantity < Quantity{}) return "the quantity is below zero";
    if (draft.line.quantity == Quantity{} && !isPartial) return "the quantity must be above zero";
    if (draft.line.unitPrice && draft.line.unitPrice->micro < 0) return "the price is below zero";
    if (!toBaseUnit(draft)) return "the quantity cannot be expressed in the base unit";
    return {};
}

int destinationIndex(CanonicalOrder& order, const std::string& id)
{
    auto& known = order.destinations;
    const auto at = std::ranges::find(known, id);
    if (at != known.end()) return static_cast<int>(at - known.begin());
    known.push_back(id);
    return static_cast<int>(known.size()) - 1;
}

/// Destination 0 takes the lines without parts, so it must be the ship-to of the header then.
void putHeaderFirst(CanonicalOrder& order, const std::vector<LineDraft>& lines)
{
    const auto hasNoParts = [](const LineDraft& l) { return l.parts.empty(); };
    if (std::ranges::all_of(lines, hasNoParts) || std::ranges::none_of(lines, hasNoParts)) return;
    const auto header = std::ranges::find(order.parties, "shipTo", &Party::role);
    if (header == order.parties.end()) return;
    if (header->id.empty()) header->id = headerShipToId;
    destinationIndex(order, header->id);
}

/// Gives the parts their destinations; false when they do not sum to the line.
bool placeParts(CanonicalOrder& order, LineDraft& draft)
{
    Quantity sum;
    for (const PartDraft& part : draft.parts) {
        const Quantity quantity = part.quantity.value_or(draft.line.quantity);
        if (!quantity.isPositive()) return false;
        draft.line.parts.push_back({destinationIndex(order, part.destination), quantity});
        sum += quantity;
        if (sum > draft.line.quantity) return false; // at once: no number of parts can overflow it
    }
    return draft.parts.empty() || sum == draft.line.quantity;
}

std::string identityProblem(const CanonicalOrder& order)
{
    const std::pair<const char*, const std::string*> numbers[] = {{"order number", &order.number},
                                                                  {"release number", &order.releaseNo},
                                                                  {"customer", &order.customerNo},
                                                                  {"sender", &order.sender}};
    for (const auto& [name, text] : numbers)
        if (!isOneLine(*text, longestNumber))
            return std::string("the ") + name + " takes at most 100 bytes on one line";
    return {};
}

} // namespace

Result<CanonicalOrder> finishOrder(OrderDraft draft)
{
    if (draft.order.number.empty()) return problem({}, "the order has no number");
    if (std::string what = identityProblem(draft.order); !what.empty()) return problem({}, what);
    if (draft.lines.size() > maxLines)
        return problem({}, "the order has more than " + std::to_string(maxLines) + " lines");
    const bool isPartial = isAmendment(draft.order);
    if (draft.lines.empty() && !isPartial && draft.order.purpose != cancelPurpose)
        return problem({}, "the order has no lines");
    for (std::size_t i = 0; i < draft.lines.size(); ++i) {
        if (std::string what = lineProblem(draft.lines[i], isPartial); !what.empty())
            return problem(placeOf(i), what);
    }
    numberLines(draft.lines);
    putHeaderFirst(draft.order, draft.lines);
    for (std::size_t i = 0; i < draft.lines.size(); ++i) {
        if (!placeParts(draft.order, draft.lines[i]))
            return problem(placeOf(i), "the parts by destination do not sum to the quantity of the line");
        draft.order.lines.push_back(std::move(draft.lines[i].line));
    }
    if (!isWithinBounds(draft.order.lines)) return problem({}, "the order is for too many units");
    return std::move(draft.order);
}

} // namespace milepost
