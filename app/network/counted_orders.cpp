// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/network/counted_orders.h"

namespace milepost::network {

CountedOrders::CountedOrders(NetworkParts& parts, std::string channel)
    : m_parts(parts)
    , m_channel(std::move(channel))
{
}

void CountedOrders::note(const std::string& ref, const std::string& customer, Millis at)
{
    if (m_parts.objects.get(m_channel, "sent", ref)) return;
    m_parts.objects.put({m_channel, "sent", ref, customer, ref, std::to_string(at), "{}"});
}

std::int64_t CountedOrders::between(Millis from, Millis to, const std::string& customer)
{
    std::int64_t count = 0;
    for (const BookObject& sent : m_parts.objects.ofKind("sent")) {
        const Millis at = std::stoll(sent.state);
        const bool isOurs = sent.system == m_channel && (customer.empty() || sent.reference == customer);
        count += isOurs && at >= from && at < to ? 1 : 0;
    }
    return count;
}

} // namespace milepost::network
