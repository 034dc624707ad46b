// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/domain/canonical_order.h"

#include <algorithm>
#include <array>
#include <utility>

namespace milepost {
namespace {

constexpr std::array<std::pair<SubstitutionRule, std::string_view>, 3> ruleKeys{{
    {SubstitutionRule::NotAllowed, "notAllowed"},
    {SubstitutionRule::AskFirst, "askFirst"},
    {SubstitutionRule::Allowed, "allowed"},
}};

} // namespace

std::string_view toKey(SubstitutionRule rule)
{
    return ruleKeys[static_cast<std::size_t>(rule)].second;
}

bool fromKey(std::string_view key, SubstitutionRule& rule)
{
    const auto at = std::ranges::find(ruleKeys, key, &std::pair<SubstitutionRule, std::string_view>::second);
    if (at == ruleKeys.end()) return false;
    rule = at->first;
    return true;
}

const Party* findParty(const CanonicalOrder& order, std::string_view role)
{
    const auto at = std::ranges::find(order.parties, role, &Party::role);
    return at == order.parties.end() ? nullptr : &*at;
}

bool isWithinBounds(const std::vector<CanonicalLine>& lines)
{
    if (lines.size() > maxLines) return false;
    Quantity sum;
    for (const CanonicalLine& line : lines) { // each is within maxQuantity, so the sum cannot overflow
        sum += line.quantity;
    }
    return sum <= maxQuantity;
}

const CanonicalLine* findLine(const CanonicalOrder& order, int lineNo)
{
    const auto at = std::ranges::find(order.lines, lineNo, &CanonicalLine::lineNo);
    return at == order.lines.end() ? nullptr : &*at;
}

std::string partnersIdOf(const CanonicalLine& line)
{
    return line.partnerLineId.empty() ? std::to_string(line.lineNo) : line.partnerLineId;
}

const Party* shipTo(const CanonicalOrder& order, int index)
{
    const auto place = static_cast<std::size_t>(index);
    if (place < order.destinations.size()) {
        const auto at = std::ranges::find(order.parties, order.destinations[place], &Party::id);
        if (at != order.parties.end()) return &*at;
    }
    return findParty(order, "shipTo");
}

} // namespace milepost
