// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/store/content.h"

#include "backend/core/packed.h"
#include "backend/domain/canonical_fields.h"
#include "backend/store/digest.h"

namespace milepost {

std::string packedContent(const CanonicalOrder& order)
{
    PackWriter writer(canonicalOrderVersion);
    writer.put(order);
    return std::move(writer).bytes();
}

std::string packedParties(const CanonicalOrder& order)
{
    PackWriter writer(canonicalOrderVersion);
    writer.put(order.parties);
    return std::move(writer).bytes();
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
    return sha256(packedContent(bare) + packedParties(bare));
}

} // namespace milepost
