// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <compare>
#include <cstdint>

namespace milepost {

/// Names one order of this store for ever; rises in the order of arrival. 0: no order (what concerns a
/// system).
struct OrderId {
    std::int64_t value = 0;
    friend auto operator<=>(const OrderId&, const OrderId&) = default;
};

/// Names one stored body; 0: none.
struct PayloadId {
    std::int64_t value = 0;
    friend auto operator<=>(const PayloadId&, const PayloadId&) = default;
};

template <typename V>
void fields(V& visit, OrderId& id)
{
    visit("value", id.value);
}

template <typename V>
void fields(V& visit, PayloadId& id)
{
    visit("value", id.value);
}

} // namespace milepost
