// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/domain/substitution.h"

#include "backend/domain/decision.h"

#include <algorithm>

namespace milepost {
namespace {

/// The price of one unit of the substitute, so that the customer pays what was agreed on.
std::optional<UnitPrice> priceFor(const OrderLine& parent, Ratio per)
{
    if (!parent.unitPrice) return std::nullopt;
    return UnitPrice{.micro = parent.unitPrice->micro * per.denominator / per.numerator};
}

void moveToSubstituted(Decision& decision, int lineNo, Quantity units)
{
    for (const Stage from : {Stage::Backordered, Stage::Open}) {
        const Quantity moved = std::min(units, findLine(decision.order, lineNo)->ledger.at(from));
        if (!moved.isPositive()) continue;
        decision.record(UnitsMoved{
            .movement = {.lineNo = lineNo, .from = from, .to = Stage::Substituted, .quantity = moved}});
        units -= moved;
    }
}

} // namespace

SubstitutionRule substitutionRule(const CanonicalOrder& content, int lineNo)
{
    const CanonicalLine* line = findLine(content, lineNo);
    const bool isShared = line != nullptr && !line->parts.empty(); // stores know the items that they ordered
    if (line == nullptr || content.rules.noSubstitution || isShared) return SubstitutionRule::NotAllowed;
    return line->substitution;
}

std::optional<Replacement> replacementFor(const Landscape& landscape, const OrderLine& line, Quantity missing,
                                          const UnitsThere& unitsThere)
{
    for (const Substitute& substitute : landscape.substitutes) {
        if (substitute.sku != line.sku || line.parentLineNo != 0) continue;
        const auto wanted = converted(missing, substitute.per);
        if (!wanted) continue;
        const Quantity there = unitsThere(substitute.by);
        if (there >= *wanted) return Replacement{substitute, missing, *wanted};
        const bool isOneForOne = substitute.per == Ratio{};
        if (isOneForOne && there.isPositive()) return Replacement{substitute, there, there};
    }
    return std::nullopt;
}

void substituteUnits(Decision& decision, int lineNo, const Replacement& replacement)
{
    const OrderLine& parent = *findLine(decision.order, lineNo);
    changeLines(decision, {.added = {{.lineNo = lastLineNo(decision.order) + 1,
                                      .parentLineNo = lineNo,
                                      .sku = replacement.substitute.by,
                                      .quantity = replacement.units,
                                      .perParentUnit = replacement.substitute.per,
                                      .unitPrice = priceFor(parent, replacement.substitute.per)}}});
    moveToSubstituted(decision, lineNo, replacement.replaced);
}

void proposeSubstitute(Decision& decision, int lineNo, const Replacement& replacement)
{
    const std::string line = std::to_string(lineNo);
    decision.open(
        OpenException{.kind = ExceptionClass::BusinessRule,
                      .severity = Severity::Medium,
                      .lineNo = lineNo,
                      .cause = std::string(substituteProposed),
                      .text = "Of line " + line + " (" + findLine(decision.order, lineNo)->sku + ") " +
                              toText(replacement.replaced) + " are missing; " + replacement.substitute.by +
                              " is there and could be sent instead. Ask the customer: edit the "
                              "line's substitution to allowed, or resolve this to wait for stock."});
}

} // namespace milepost
