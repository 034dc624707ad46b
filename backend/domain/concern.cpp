// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/domain/concern.h"

#include <algorithm>
#include <array>

namespace milepost {
namespace {

constexpr std::array<std::string_view, concernCount> concernKeys{"waitingForAllocation", "shippedUnconfirmed",
                                                                 "shippedNotPosted",     "invoiceBlocked",
                                                                 "promiseBroken",        "onHold",
                                                                 "needsPerson"};

} // namespace

std::string_view toKey(Concern concern)
{
    return concernKeys[static_cast<std::size_t>(concern)];
}

bool fromKey(std::string_view key, Concern& concern)
{
    const auto at = std::ranges::find(concernKeys, key);
    if (at == concernKeys.end()) return false;
    concern = static_cast<Concern>(at - concernKeys.begin());
    return true;
}

} // namespace milepost
