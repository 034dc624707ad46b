// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/network/feeds.h"
#include "app/network/http_server.h"
#include "app/network/network_parts.h"
#include "app/network/order_plan.h"
#include "app/network/outages.h"
#include "app/network/peer.h"

#include <functional>
#include <string>
#include <vector>

namespace milepost::network {

/// The control port: truth, health, and the levers of tests and training.
class Control {
public:
    /// `heal`: what was lost is told after all. `stop` ends the process' loop.
    Control(NetworkParts& parts, Feeds& feeds, OrderPlan& plan, Outages& outages, std::vector<Peer*> peers,
            std::function<void()> heal, std::function<void()> stop);

    void open() { m_server.open(); }
    std::string url() const { return m_server.url(); }
    /// Emission begins, with the outages of the profile.
    void start();

private:
    HttpOutcome serve(const HttpRequest& request);
    HttpReply reply(const HttpRequest& request);
    void force(const nlohmann::json& body); ///< faults that named calls meet
    void command(const std::string& name, const nlohmann::json& body);
    nlohmann::json health();
    std::string truthText();
    /// What will still come by itself.
    std::int64_t scheduled();

    NetworkParts& m_parts;
    Feeds& m_feeds;
    OrderPlan& m_plan;
    Outages& m_outages;
    std::vector<Peer*> m_peers;
    std::function<void()> m_heal;
    std::function<void()> m_stop;
    HttpServer m_server;
};

} // namespace milepost::network
