// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/gateway/gateway_session.h"

#include "backend/gateway/webhook_proof.h"

#include <boost/asio/write.hpp>
#include <boost/beast/http/error.hpp>
#include <boost/beast/http/read.hpp>
#include <boost/beast/http/status.hpp>

#include <vector>

namespace milepost {

namespace net = boost::asio;
namespace beast = boost::beast;
namespace http = boost::beast::http;

namespace {

constexpr std::string_view inPrefix = "/in/";
constexpr std::string_view okBody = R"({"ok":true})";
constexpr std::string_view failedBody = R"({"ok":false})";

std::string_view view(beast::string_view text)
{
    return {text.data(), text.size()};
}

std::string_view pathOf(std::string_view target)
{
    return target.substr(0, target.find('?'));
}

/// What the sender calls the message; the body's own id, where the pack knows one, goes first.
template <typename Fields>
std::string messageIdOf(const Fields& fields, const std::vector<std::shared_ptr<const Pack>>& packs)
{
    constexpr std::size_t maxLength = 200;
    for (const auto& pack : packs) {
        if (pack->messageIdHeader().empty()) continue;
        const auto value = view(fields[pack->messageIdHeader()]);
        if (!value.empty() && value.size() <= maxLength) return std::string(value);
    }
    return {};
}

} // namespace

GatewaySession::GatewaySession(HttpGateway::Server& server, Stream::socket_type socket)
    : m_server(server)
    , m_stream(std::move(socket))
    , m_commitTimer(m_stream.get_executor())
{
    Code ignored;
    m_stream.socket().set_option(net::ip::tcp::no_delay(true), ignored);
}

/// The time for a head starts with its first byte, so that a sender who is idle is not a slow one.
void GatewaySession::awaitRequest()
{
    if (m_buffer.size() > 0) return readHead();
    const bool isFirst = m_requests == 0;
    m_stream.expires_after(isFirst ? m_server.options().headerTime : m_server.options().idleTime);
    m_stream.async_read_some(m_buffer.prepare(4096),
                             [self = shared_from_this()](const Code& error, std::size_t size) {
                                 self->m_buffer.commit(size);
                                 if (error) return self->leave();
                                 self->readHead();
                             });
}

void GatewaySession::readHead()
{
    ++m_requests;
    m_parser.emplace();
    m_parser->header_limit(m_server.options().maxHeaderBytes);
    m_parser->body_limit(m_server.options().maxBodyBytes);
    m_stream.expires_after(m_server.options().headerTime);
    http::async_read_header(
        m_stream, m_buffer, *m_parser,
        [self = shared_from_this()](const Code& error, std::size_t) { self->onHead(error); });
}

void GatewaySession::onHead(const Code& error)
{
    if (error) return onBroken(error);
    if (auto answer = judgeHead()) return send(std::move(*answer));
    if (m_parser->is_done()) return onBody({});

    if (view(m_parser->get()[http::field::expect]) != "100-continue") return readBody();
    m_out = "HTTP/1.1 100 Continue\r\n\r\n";
    net::async_write(m_stream, net::buffer(m_out),
                     [self = shared_from_this()](const Code& result, std::size_t) {
                         if (result) return self->leave();
                         self->readBody();
                     });
}

std::optional<GatewaySession::Answer> GatewaySession::judgeHead()
{
    const auto& head = m_parser->get();
    const auto path = pathOf(view(head.target()));
    const bool isWhole = m_parser->is_done();
    if (path == "/health" && head.method() == http::verb::get)
        return Answer{200, std::string(okBody), {}, isWhole};

    m_endpoint = path.starts_with(inPrefix) ? m_server.endpoint(path.substr(inPrefix.size())) : nullptr;
    if (!m_endpoint || !takesWebhooks(*m_endpoint)) return Answer{404, std::string(failedBody), {}, isWhole};
    if (head.method() != http::verb::post)
        return Answer{405, std::string(failedBody), "Allow: POST\r\n", isWhole};
    m_source = path.substr(inPrefix.size());
    const auto header = proofHeader(*m_endpoint);
    const auto proof = view(head[beast::string_view(header.data(), header.size())]);
    if (!provesBody(*m_endpoint) && !isProven(*m_endpoint, proof, {}))
        return Answer{401, std::string(failedBody), {}, isWhole};
    return std::nullopt;
}

void GatewaySession::readBody()
{
    m_stream.expires_after(m_server.options().bodyTime);
    http::async_read(m_stream, m_buffer, *m_parser,
                     [self = shared_from_this()](const Code& error, std::size_t) { self->onBody(error); });
}

void GatewaySession::onBody(const Code& error)
{
    if (error) return onBroken(error);
    m_stream.expires_never();
    const auto& request = m_parser->get();
    const auto header = proofHeader(*m_endpoint);
    const auto proof = view(request[beast::string_view(header.data(), header.size())]);
    if (!isProven(*m_endpoint, proof, request.body())) return send({401, std::string(failedBody)});
    handOn();
}

void GatewaySession::handOn()
{
    auto& request = m_parser->get();
    ++m_ticket;
    ProvenMessage message{m_source, m_server.packs(m_source), {}, std::move(request.body())};
    message.messageId = messageIdOf(request, message.packs);
    if (!m_server.handOn(shared_from_this(), m_ticket, std::move(message))) {
        ++m_ticket;
        return send({503, std::string(failedBody), "Retry-After: 1\r\n"});
    }
    m_commitTimer.expires_after(m_server.options().commitTime);
    m_commitTimer.async_wait([self = shared_from_this(), ticket = m_ticket](const Code& error) {
        if (!error) self->onDone(ticket, false);
    });
}

void GatewaySession::onDone(std::uint64_t ticket, bool isDurable)
{
    if (ticket != m_ticket || !m_parser) return;
    ++m_ticket;
    m_commitTimer.cancel();
    if (isDurable) return send({202, std::string(okBody)});
    send({503, std::string(failedBody), "Retry-After: 1\r\n"});
}

void GatewaySession::onBroken(const Code& error)
{
    if (error == http::error::header_limit) return send({431, std::string(failedBody), {}, false});
    if (error == http::error::body_limit) return send({413, std::string(failedBody), {}, false});
    const bool isHttp = error.category() == http::make_error_code(http::error::bad_method).category();
    if (isHttp && error != http::error::end_of_stream && error != http::error::partial_message)
        return send({400, std::string(failedBody), {}, false});
    leave();
}

void GatewaySession::send(Answer answer)
{
    const bool goesOn = answer.wasReadWhole && m_parser->keep_alive() &&
                        m_requests < m_server.options().maxRequestsPerConnection;
    const auto reason = http::obsolete_reason(static_cast<http::status>(answer.status));
    m_out = "HTTP/1.1 " + std::to_string(answer.status) + ' ' + std::string(view(reason)) +
            "\r\nContent-Type: application/json\r\n" + answer.headers +
            (goesOn ? "" : "Connection: close\r\n") +
            "Content-Length: " + std::to_string(answer.body.size()) + "\r\n\r\n" + answer.body;
    m_parser.reset();
    m_stream.expires_after(m_server.options().bodyTime);
    net::async_write(
        m_stream, net::buffer(m_out),
        [self = shared_from_this(), goesOn](const Code& error, std::size_t) { self->onSent(error, goesOn); });
}

void GatewaySession::onSent(const Code& error, bool goesOn)
{
    if (error) return leave();
    if (goesOn) return awaitRequest();
    Code ignored;
    m_stream.socket().shutdown(net::socket_base::shutdown_send, ignored);
    m_stream.expires_after(std::chrono::seconds(1));
    linger();
}

/// Closed with bytes unread, the connection would be reset and the sender might not see the answer.
void GatewaySession::linger()
{
    m_buffer.clear();
    m_stream.async_read_some(m_buffer.prepare(16 * 1024),
                             [self = shared_from_this()](const Code& error, std::size_t) {
                                 if (error) return self->leave();
                                 self->linger();
                             });
}

void GatewaySession::leave()
{
    close();
    m_server.remove(shared_from_this());
}

void GatewaySession::close()
{
    m_parser.reset();
    m_commitTimer.cancel();
    m_stream.close();
}

} // namespace milepost
