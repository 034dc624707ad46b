// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <boost/asio/io_context.hpp>

#include <cstdint>
#include <deque>
#include <functional>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace milepost::network {

class WebhookConnection;

/// One POST to be made.
struct WebhookCall {
    std::uint16_t port = 0;
    std::string target;
    std::vector<std::pair<std::string, std::string>> headers;
    std::string body;
    /// Called once on the loop with the HTTP status, 0 when there was none.
    std::function<void(int status)> ended;
};

/// Posts to 127.0.0.1 over a few kept connections; what is more waits in line.
class WebhookSender {
public:
    explicit WebhookSender(boost::asio::io_context& loop);
    ~WebhookSender();

    void send(WebhookCall call);

private:
    void next();

    boost::asio::io_context& m_loop;
    std::deque<WebhookCall> m_waiting;
    std::vector<std::shared_ptr<WebhookConnection>> m_free;
    int m_busy = 0;
    std::shared_ptr<bool> m_alive = std::make_shared<bool>(true);
};

} // namespace milepost::network
