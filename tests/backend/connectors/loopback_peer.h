// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>
#include <cstdint>
#include <functional>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

namespace milepost::test {

/// A partner on loopback that answers with bytes the test chooses. A thread per connection.
class LoopbackPeer {
public:
    /// How one request is answered: bytes are sent as they are; what follows may cut the connection.
    struct Answer {
        std::string bytes{};
        bool closesAfterwards = false;
        int delayMs = 0;
    };
    /// Gets the whole request (head and body). Runs on the connection's thread.
    using Handler = std::function<Answer(const std::string& request)>;

    explicit LoopbackPeer(Handler handler);
    ~LoopbackPeer();
    LoopbackPeer(const LoopbackPeer&) = delete;
    LoopbackPeer& operator=(const LoopbackPeer&) = delete;

    std::string url() const { return "http://127.0.0.1:" + std::to_string(m_port); }
    int connections() const { return m_connections; }
    std::vector<std::string> requests() const;
    /// Closes the connections that are open now.
    void dropConnections();

    /// A whole response with a length.
    static Answer json(std::string body, std::string status = "200 OK", std::string headers = {});

private:
    void accept();
    void serve(int socket);

    Handler m_handler;
    int m_listener = -1;
    std::uint16_t m_port = 0;
    std::atomic<int> m_connections = 0;
    mutable std::mutex m_mutex;
    std::vector<std::string> m_requests;
    std::vector<int> m_sockets;
    std::vector<std::jthread> m_threads;
    std::jthread m_acceptor;
};

} // namespace milepost::test
