// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/core/worker_pool.h"
#include "backend/gateway/http_gateway.h"

#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/steady_timer.hpp>

#include <atomic>
#include <map>
#include <string_view>
#include <thread>

namespace milepost {

class GatewayCompletion;
class GatewaySession;

/// A webhook whose sender has proven itself, on its way to the sink.
struct ProvenMessage {
    std::string source{};
    std::vector<std::shared_ptr<const Pack>> packs{};
    std::string messageId{}; ///< of a header; empty: of the body
    std::string body{};
};

/// The listening socket, the connections it took, and the pool that reads messages. Its thread runs all but
/// mapping.
class HttpGateway::Server : public std::enable_shared_from_this<HttpGateway::Server> {
public:
    Server(EndpointLookup endpoints, PackLookup packs, IncomingSink sink, GatewayOptions options);

    Status listen();
    void stop();
    std::uint16_t port() const { return m_port; }
    std::string url() const;

    /// For its sessions, on the thread of the server.
    const GatewayOptions& options() const { return m_options; }
    std::shared_ptr<const Endpoint> endpoint(std::string_view source) const { return m_endpoints(source); }
    std::vector<std::shared_ptr<const Pack>> packs(std::string_view source) const { return m_packs(source); }
    void remove(const std::shared_ptr<GatewaySession>& session);
    /// False: too much is under way already. Else the session's onDone(ticket, …) follows.
    bool handOn(const std::shared_ptr<GatewaySession>& session, std::uint64_t ticket, ProvenMessage message);

private:
    friend class GatewayCompletion;
    using Socket =
        boost::asio::basic_stream_socket<boost::asio::ip::tcp, boost::asio::io_context::executor_type>;

    void read(ProvenMessage& message, const std::shared_ptr<GatewayCompletion>& completion);
    void accept();
    void admit(Socket socket);
    bool hasRoomFor(const boost::asio::ip::address& address) const;
    void onDone(const std::weak_ptr<GatewaySession>& session, std::uint64_t ticket, bool isDurable);
    void closeAll();

    EndpointLookup m_endpoints;
    PackLookup m_packs;
    IncomingSink m_sink;
    GatewayOptions m_options;
    boost::asio::io_context m_io{1};
    boost::asio::executor_work_guard<boost::asio::io_context::executor_type> m_work{m_io.get_executor()};
    boost::asio::ip::tcp::acceptor m_acceptor{m_io};
    boost::asio::steady_timer m_pause{m_io};
    std::uint16_t m_port = 0;
    std::map<std::shared_ptr<GatewaySession>, boost::asio::ip::address> m_sessions;
    std::map<boost::asio::ip::address, std::size_t> m_connectionsOf;
    std::atomic<std::size_t> m_uncommitted = 0;
    WorkerPool m_workers;
    std::jthread m_thread;
};

} // namespace milepost
