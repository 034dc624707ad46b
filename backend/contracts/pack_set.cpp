// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/contracts/pack_set.h"

#include <algorithm>
#include <iterator>

namespace milepost {

Landscape landscapeOf(const PackVersions& live, const PackVersions& old)
{
    Landscape landscape;
    for (const auto& pack : live) {
        std::ranges::move(pack->offers(), std::back_inserter(landscape.offers));
        std::ranges::move(pack->nodes(), std::back_inserter(landscape.nodes));
        std::ranges::move(pack->substitutes(), std::back_inserter(landscape.substitutes));
    }
    for (const auto& pack : old)
        std::ranges::move(pack->offers(), std::back_inserter(landscape.retired));
    std::ranges::stable_sort(landscape.nodes, {}, &Node::preference);
    return landscape;
}

std::shared_ptr<const Pack> packOf(const PackVersions& live, const PackVersions& old, int definition)
{
    for (const PackVersions* packs : {&live, &old}) {
        const auto at =
            std::ranges::find(*packs, definition, [](const auto& pack) { return pack->definition(); });
        if (at != packs->end()) return *at;
    }
    return nullptr;
}

} // namespace milepost
