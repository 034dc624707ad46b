// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/domain/canonical_order.h"

#include <algorithm>

namespace milepost {

const Party* findParty(const CanonicalOrder& order, std::string_view role)
{
    const auto at = std::ranges::find(order.parties, role, &Party::role);
    return at == order.parties.end() ? nullptr : &*at;
}

const CanonicalLine* findLine(const CanonicalOrder& order, int lineNo)
{
    const auto at = std::ranges::find(order.lines, lineNo, &CanonicalLine::lineNo);
    return at == order.lines.end() ? nullptr : &*at;
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
