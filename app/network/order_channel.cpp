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
    for (const CustomerOrder& order : orders)
        m_feeds.announce(name(), {order.ref, now}, written(order, now));
}

void OrderChannel::change(const CustomerOrder& order)
{
    const Millis now = m_parts.clock.now();
    m_feeds.announce(name(), {order.ref + " changed", now}, written(order, now));
}

Operation OrderChannel::identify(const HttpRequest& request) const
{
    return {request.path == m_manner.path ? "poll" : "other", "", "", ""};
}

HttpReply OrderChannel::answer(const HttpRequest& request)
{
    if (request.path != m_manner.path) throw Refusal{404, "NOT_FOUND", "no such path"};
    if (request.method != "GET") throw Refusal{405, "METHOD", "GET only"};
    try {
        const FeedPage page =
            m_feeds.page(name(), request.parameter(m_manner.cursorParameter), request.parameter("limit"));
        return {200, feedPageText(page, m_manner.entriesWord, m_manner.cursorWord), {}};
    } catch (const std::invalid_argument& wrong) {
        throw Refusal{400, "BAD_REQUEST", wrong.what()};
    }
}

} // namespace milepost::network
