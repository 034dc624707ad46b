// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/gateway/gateway_server.h"

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <memory>

namespace milepost {

/// Tells the session what became of its message, once: durable when all that the body says is, else not, also
/// when everyone forgets about it. Any thread.
class GatewayCompletion {
public:
    /// One of the messages that the body says.
    class Part {
    public:
        explicit Part(std::shared_ptr<GatewayCompletion> whole)
            : m_whole(std::move(whole))
        {
        }
        ~Part() { tell(false); }
        Part(const Part&) = delete;
        Part& operator=(const Part&) = delete;

        void tell(bool isDurable)
        {
            if (m_isTold.exchange(true)) return;
            if (!isDurable) return m_whole->fail();
            if (--m_whole->m_awaited == 0) m_whole->end(true);
        }

    private:
        std::shared_ptr<GatewayCompletion> m_whole;
        std::atomic<bool> m_isTold = false;
    };

    GatewayCompletion(std::weak_ptr<HttpGateway::Server> server, std::weak_ptr<GatewaySession> session,
                      std::uint64_t ticket)
        : m_server(std::move(server))
        , m_session(std::move(session))
        , m_ticket(ticket)
    {
    }
    ~GatewayCompletion() { fail(); }
    GatewayCompletion(const GatewayCompletion&) = delete;
    GatewayCompletion& operator=(const GatewayCompletion&) = delete;

    /// Before the first part is told of. Precondition: parts > 0.
    void expect(std::size_t parts) { m_awaited = parts; }
    void fail() { end(false); }

private:
    void end(bool isDurable)
    {
        if (m_hasEnded.exchange(true)) return;
        if (const auto server = m_server.lock()) server->onDone(m_session, m_ticket, isDurable);
    }

    std::weak_ptr<HttpGateway::Server> m_server;
    std::weak_ptr<GatewaySession> m_session;
    std::uint64_t m_ticket;
    std::atomic<std::size_t> m_awaited = 1;
    std::atomic<bool> m_hasEnded = false;
};

} // namespace milepost
