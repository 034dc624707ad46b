// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/network/counted_orders.h"
#include "app/network/customer_order.h"
#include "app/network/feeds.h"
#include "app/network/http_peer.h"

#include <vector>

namespace milepost::network {

/// A source of orders.
class OrderSource {
public:
    virtual ~OrderSource() = default;
    /// Sends the orders out, in one document where the channel can. Part of the caller's transaction.
    virtual void emit(const std::vector<CustomerOrder>& orders) = 0;
    /// Whether its customer may change this order once it was sent.
    virtual bool takesChangesOf(const CustomerOrder&) const { return false; }
    /// Says what is wanted now. Part of the caller's transaction.
    virtual void change(const CustomerOrder& /*placed*/, const CustomerOrder& /*wanted*/) {}
};

/// Words that differ between the order channels over HTTP.
struct ChannelManner {
    std::string name;
    Credential credential;
    Credential webhookCredential;
    /// Poll path and parameter, and the words of the answer.
    std::string path;
    std::string cursorParameter;
    std::string entriesWord;
    std::string cursorWord;
    std::string idPrefix;
    std::string idHeader;
    std::vector<std::pair<std::string, std::string>> webhookHeaders;
    /// Where it tells how many orders it has sent in a window, and the parameters that name the window.
    std::string countPath;
    std::string fromParameter;
    std::string toParameter;
};

/// A channel that is polled and pushes its orders as JSON.
class OrderChannel : public HttpPeer, public OrderSource {
public:
    OrderChannel(NetworkParts& parts, Feeds& feeds, ChannelManner manner);

    void describe(nlohmann::json& entry) const override;
    void emit(const std::vector<CustomerOrder>& orders) override;
    /// Sends the order anew, as it is wanted now.
    void change(const CustomerOrder& placed, const CustomerOrder& wanted) override;

protected:
    Operation identify(const HttpRequest& request) const override;
    HttpReply answer(const HttpRequest& request) override;
    /// The order in the words of the channel.
    virtual nlohmann::json written(const CustomerOrder& order, Millis now) const = 0;
    /// The answer to how many it has sent, in the words of the channel.
    virtual nlohmann::json countWritten(std::int64_t count, Millis from, Millis to) const = 0;

private:
    HttpReply count(const HttpRequest& request);

    Feeds& m_feeds;
    CountedOrders m_counted;
    ChannelManner m_manner;
    Credential m_webhookCredential;
};

} // namespace milepost::network
