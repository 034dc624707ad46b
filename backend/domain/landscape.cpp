// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/domain/landscape.h"

#include <algorithm>

namespace milepost {

const Node* findNode(const Landscape& landscape, std::string_view name)
{
    const auto at = std::ranges::find(landscape.nodes, name, &Node::name);
    return at == landscape.nodes.end() ? nullptr : &*at;
}

bool isWorkingDay(const Node& node, std::chrono::sys_days day)
{
    const std::chrono::weekday weekday(day);
    return node.isWorkingOnWeekends || (weekday != std::chrono::Saturday && weekday != std::chrono::Sunday);
}

const Offer* findOffer(const Landscape& landscape, std::string_view capability, std::string_view node)
{
    const Node* place = node.empty() ? nullptr : findNode(landscape, node);
    const Offer* shared = nullptr; // of a system that ships nothing itself
    const Offer* ofAnyNode = nullptr;
    for (const Offer& offer : landscape.offers) {
        if (offer.capability != capability) continue;
        if (place != nullptr && offer.system == place->system) return &offer;
        const bool isOfANode =
            std::ranges::find(landscape.nodes, offer.system, &Node::system) != landscape.nodes.end();
        (isOfANode ? ofAnyNode : shared) = &offer;
    }
    return shared == nullptr && node.empty() ? ofAnyNode : shared; // one node never does the work of another
}

const Offer* findOffer(const Landscape& landscape, int definition, std::string_view capability)
{
    for (const auto* offers : {&landscape.offers, &landscape.retired}) {
        for (const Offer& offer : *offers) {
            if (offer.definition == definition && offer.capability == capability) return &offer;
        }
    }
    return nullptr;
}

} // namespace milepost
