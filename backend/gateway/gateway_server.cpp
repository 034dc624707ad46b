// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/gateway/gateway_server.h"

#include "backend/connectors/reader.h"
#include "backend/core/thread_name.h"
#include "backend/gateway/gateway_completion.h"
#include "backend/gateway/gateway_session.h"

#include <boost/asio/post.hpp>

#include <exception>

namespace milepost {

namespace net = boost::asio;
using tcp = net::ip::tcp;
using Code = boost::system::error_code;

HttpGateway::Server::Server(EndpointLookup endpoints, PackLookup packs, IncomingSink sink,
                            GatewayOptions options)
    : m_endpoints(std::move(endpoints))
    , m_packs(std::move(packs))
    , m_sink(std::move(sink))
    , m_options(std::move(options))
    , m_workers(m_options.workers, m_options.maxUncommitted)
{
}

Status HttpGateway::Server::listen()
{
    const auto failure = [this](ErrorKind kind, std::string reason) {
        return Error{kind, std::move(reason), m_options.address + ':' + std::to_string(m_options.port)};
    };
    Code error;
    const auto address = net::ip::make_address(m_options.address, error);
    if (error || !address.is_loopback())
        return failure(ErrorKind::InvalidInput, "webhooks are taken on a loopback address only");

    const tcp::endpoint place(address, m_options.port);
    m_acceptor.open(place.protocol(), error);
    if (!error) m_acceptor.set_option(tcp::acceptor::reuse_address(true), error);
    if (!error) m_acceptor.bind(place, error);
    if (!error) m_acceptor.listen(net::socket_base::max_listen_connections, error);
    if (error) return failure(ErrorKind::Unavailable, "cannot take webhooks: " + error.message());

    m_port = m_acceptor.local_endpoint().port();
    accept();
    m_thread = std::jthread([this] {
        nameThisThread("gateway");
        m_io.run();
    });
    return Done{};
}

std::string HttpGateway::Server::url() const
{
    const bool isV6 = m_options.address.find(':') != std::string::npos;
    return "http://" + (isV6 ? '[' + m_options.address + ']' : m_options.address) + ':' +
           std::to_string(m_port);
}

void HttpGateway::Server::accept()
{
    m_acceptor.async_accept(m_io.get_executor(), [this](const Code& error, Socket socket) {
        if (error == net::error::operation_aborted) return;
        if (!error) {
            admit(std::move(socket));
            return accept();
        }
        m_pause.expires_after(std::chrono::milliseconds(100)); // such as: out of file descriptors
        m_pause.async_wait([this](const Code& aborted) {
            if (!aborted) accept();
        });
    });
}

void HttpGateway::Server::admit(Socket socket)
{
    constexpr std::string_view busy =
        "HTTP/1.1 503 Service Unavailable\r\nRetry-After: 1\r\nConnection: close\r\n"
        "Content-Length: 0\r\n\r\n";
    Code error;
    const auto peer = socket.remote_endpoint(error);
    if (error) return;
    if (!hasRoomFor(peer.address())) {
        socket.non_blocking(true, error);
        socket.write_some(net::buffer(busy), error);
        return;
    }
    auto session = std::make_shared<GatewaySession>(*this, std::move(socket));
    m_sessions.emplace(session, peer.address());
    ++m_connectionsOf[peer.address()];
    session->run();
}

bool HttpGateway::Server::hasRoomFor(const net::ip::address& address) const
{
    const auto found = m_connectionsOf.find(address);
    const std::size_t ofAddress = found == m_connectionsOf.end() ? 0 : found->second;
    return m_sessions.size() < m_options.maxConnections && ofAddress < m_options.maxConnectionsPerAddress;
}

void HttpGateway::Server::remove(const std::shared_ptr<GatewaySession>& session)
{
    const auto found = m_sessions.find(session);
    if (found == m_sessions.end()) return;
    const auto counted = m_connectionsOf.find(found->second);
    if (--counted->second == 0) m_connectionsOf.erase(counted);
    m_sessions.erase(found);
}

bool HttpGateway::Server::handOn(const std::shared_ptr<GatewaySession>& session, std::uint64_t ticket,
                                 ProvenMessage message)
{
    if (m_uncommitted.fetch_add(1) >= m_options.maxUncommitted) {
        --m_uncommitted;
        return false;
    }
    auto completion = std::make_shared<GatewayCompletion>(weak_from_this(), session, ticket);
    auto shared = std::make_shared<ProvenMessage>(std::move(message));
    return m_workers.tryPost([this, completion = std::move(completion), shared = std::move(shared)] {
        try {
            read(*shared, completion);
        } catch (const std::exception&) {
            completion->fail(); // a bug of a pack or of the sink: the sender tries again
        }
    });
}

void HttpGateway::Server::read(ProvenMessage& message, const std::shared_ptr<GatewayCompletion>& completion)
{
    auto messages =
        readWebhook(message.packs, message.source, std::move(message.body), std::move(message.messageId));
    completion->expect(messages.size());
    for (IncomingMessage& one : messages) {
        auto part = std::make_shared<GatewayCompletion::Part>(completion);
        m_sink(std::move(one), [part = std::move(part)](bool durable) { part->tell(durable); });
    }
}

void HttpGateway::Server::onDone(const std::weak_ptr<GatewaySession>& session, std::uint64_t ticket,
                                 bool isDurable)
{
    --m_uncommitted;
    net::post(m_io, [session, ticket, isDurable] {
        if (const auto waiting = session.lock()) waiting->onDone(ticket, isDurable);
    });
}

void HttpGateway::Server::stop()
{
    if (m_thread.joinable()) {
        net::post(m_io, [this] { closeAll(); });
        m_thread.join();
    }
    m_workers.close();
}

void HttpGateway::Server::closeAll()
{
    Code ignored;
    m_acceptor.close(ignored);
    m_pause.cancel();
    for (const auto& [session, address] : m_sessions)
        session->close();
    m_sessions.clear();
    m_connectionsOf.clear();
    m_work.reset();
}

} // namespace milepost
