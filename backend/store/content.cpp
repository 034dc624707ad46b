// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/store/content.h"

#include "backend/core/packed.h"
#include "backend/domain/amendment.h"
#include "backend/domain/canonical_fields.h"
#include "backend/store/digest.h"

namespace milepost {

namespace {

template <typename Value>
std::string packedAs(int version, const Value& value)
{
    PackWriter writer(version);
    writer.put(value);
    return std::move(writer).bytes();
}

} // namespace

std::string packedContent(const CanonicalOrder& order)
{
    return packedAs(canonicalOrderVersion, order);
}

std::string packedParties(const CanonicalOrder& order)
{
    return packedAs(canonicalOrderVersion, order.parties);
}

CanonicalOrder unpackedContent(std::string_view content, std::string_view parties)
{
    CanonicalOrder order;
    PackReader(content).get(order);
    if (!parties.empty()) PackReader(parties).get(order.parties);
    return order;
}

std::string contentDigest(const CanonicalOrder& order)
{
    CanonicalOrder bare = order;
    bare.orderNo.clear();
    bare.version.clear();
    // an order of a store of old is still the same one: only amendments came with a later form
    const int version = isAmendment(bare) ? canonicalOrderVersion : 1;
    return sha256(packedAs(version, bare) + packedAs(version, bare.parties));
}

} // namespace milepost
