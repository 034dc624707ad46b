// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/network/order_channel.h"

#include "app/network/json_feed.h"
#include "app/network/peer_json.h"

#include <nlohmann/json.hpp>

#include <stdexcept>

namespace milepost::network {

OrderChannel::OrderChannel(NetworkParts& parts, Feeds& feeds, ChannelManner manner)
    : HttpPeer(parts, manner.name, manner.name, manner.credential)
    , m_feeds(feeds)
    , m_counted(parts, manner.name)
    , m_manner(std::move(manner))
    , m_webhookCredential(webhookCredential(m_manner.webhookCredential))
{
    FeedManner feed;
    feed.system = name();
    feed.idPrefix = m_manner.idPrefix;
    feed.idHeader = m_manner.idHeader;
    feed.headers = m_manner.webhookHeaders;
    feed.credential = m_webhookCredential;
    feeds.add(feed);
}

void OrderChannel::describe(nlohmann::json& entry) const
{
    HttpPeer::describe(entry);
    entry["webhookCredential"] = credentialEntry(m_webhookCredential);
}

void OrderChannel::emit(const std::vector<CustomerOrder>& orders)
{
    const Millis now = m_parts.clock.now();
    for (const CustomerOrder& order : orders) {
        m_counted.note(order.ref, order.customerCode, now);
        m_feeds.announce(name(), {order.ref, now}, written(order, now));
    }
}

void OrderChannel::change(const CustomerOrder& /*placed*/, const CustomerOrder& wanted)
{
    const Millis now = m_parts.clock.now();
    m_feeds.announce(name(), {wanted.ref + " changed", now}, written(wanted, now));
}

Operation OrderChannel::identify(const HttpRequest& request) const
{
    if (request.path == m_manner.countPath) return {"count", "", "", ""};
    return {request.path == m_manner.path ? "poll" : "other", "", "", ""};
}

HttpReply OrderChannel::answer(const HttpRequest& request)
{
    const bool isCount = request.path == m_manner.countPath;
    if (!isCount && request.path != m_manner.path) throw Refusal{404, "NOT_FOUND", "no such path"};
    if (request.method != "GET") throw Refusal{405, "METHOD", "GET only"};
    if (isCount) return count(request);
    try {
        const FeedPage page =
            m_feeds.page(name(), request.parameter(m_manner.cursorParameter), request.parameter("limit"));
        return {200, feedPageText(page, m_manner.entriesWord, m_manner.cursorWord), {}};
    } catch (const std::invalid_argument& wrong) {
        throw Refusal{400, "BAD_REQUEST", wrong.what()};
    }
}

HttpReply OrderChannel::count(const HttpRequest& request)
{
    const auto from = parseRfc3339(request.parameter(m_manner.fromParameter));
    const auto to = parseRfc3339(request.parameter(m_manner.toParameter));
    if (!from || !to || *from >= *to)
        throw Refusal{400, "BAD_REQUEST",
                      m_manner.fromParameter + " and " + m_manner.toParameter + " must name a window"};
    return {200, countWritten(m_counted.between(*from, *to), *from, *to).dump(), {}};
}

} // namespace milepost::network
