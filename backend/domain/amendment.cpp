// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/domain/amendment.h"

#include "backend/domain/content_fields.h"

#include <algorithm>

namespace milepost {
namespace {

/// Head and parties: every field of them that the amendment states.
void amendHead(CanonicalOrder& order, const CanonicalOrder& amendment)
{
    const CanonicalOrder blank;
    for (const ContentField& field : contentFields(order)) {
        if (field.lineNo != 0 || !field.write) continue;
        const std::string said = field.read(amendment);
        if (said != field.read(blank)) field.write(order, said);
    }
}

/// Parts go by index, and each of both has its own list of places.
std::vector<DestinationPart> partsIn(CanonicalOrder& order, const CanonicalOrder& amendment,
                                     const CanonicalLine& line)
{
    std::vector<DestinationPart> parts = line.parts;
    for (DestinationPart& part : parts) {
        const std::string& id = amendment.destinations[static_cast<std::size_t>(part.destination)];
        const auto at = std::ranges::find(order.destinations, id);
        part.destination = static_cast<int>(at - order.destinations.begin());
        if (at == order.destinations.end()) order.destinations.push_back(id);
    }
    return parts;
}

void amendLine(CanonicalOrder& order, CanonicalLine& line, const CanonicalOrder& amendment,
               const CanonicalLine& said)
{
    const auto put = [](auto& to, const auto& from) {
        if (from != std::remove_cvref_t<decltype(from)>{}) to = from;
    };
    put(line.sku, said.sku);
    put(line.partnerSku, said.partnerSku);
    put(line.description, said.description);
    put(line.quantity, said.quantity);
    put(line.unitPrice, said.unitPrice);
    put(line.requestedAt, said.requestedAt);
    if (said.isDropped) line.quantity = {};
    if (!said.parts.empty()) line.parts = partsIn(order, amendment, said);
}

CanonicalLine addedLine(CanonicalOrder& order, const CanonicalOrder& amendment, const CanonicalLine& said)
{
    CanonicalLine line = said;
    line.parts = partsIn(order, amendment, said);
    return line;
}

void dropUnnamed(std::vector<CanonicalLine>& lines, const CanonicalOrder& amendment)
{
    for (CanonicalLine& line : lines) {
        const auto named = std::ranges::find(amendment.lines, partnersIdOf(line), partnersIdOf);
        if (named == amendment.lines.end()) line.quantity = {};
    }
}

} // namespace

CanonicalOrder amended(CanonicalOrder stated, const CanonicalOrder& amendment)
{
    amendHead(stated, amendment);
    stated.purpose = "change";
    stated.version = amendment.version;
    std::vector<CanonicalLine> lines = stated.lines;
    for (const CanonicalLine& said : amendment.lines) {
        const auto same = std::ranges::find(lines, partnersIdOf(said), partnersIdOf);
        if (same != lines.end())
            amendLine(stated, *same, amendment, said);
        else if (!said.isDropped)
            lines.push_back(addedLine(stated, amendment, said));
    }
    if (amendment.purpose == replacementPurpose) dropUnnamed(lines, amendment);
    stated.lines = std::move(lines);
    return stated;
}

} // namespace milepost
