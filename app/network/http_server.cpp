// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/network/http_server.h"

#include <boost/asio/steady_timer.hpp>
#include <boost/beast/core.hpp>
#include <boost/beast/http.hpp>

#include <algorithm>
#include <cctype>
#include <iostream>
#include <optional>

namespace milepost::network {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace http = beast::http;
using asio::ip::tcp;

namespace {

constexpr std::size_t maxBodyBytes = 1'000'000;
constexpr std::size_t maxHeaderBytes = 32'000;
constexpr std::chrono::seconds idleTimeout{60};

std::string lowerCase(std::string text)
{
    std::transform(text.begin(), text.end(), text.begin(),
                   [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return text;
}

HttpRequest readRequest(const http::request<http::string_body>& message)
{
    HttpRequest request;
    request.method = std::string{message.method_string()};
    readTarget(std::string{message.target()}, request);
    for (const auto& field : message)
        request.headers[lowerCase(std::string{field.name_string()})] = std::string{field.value()};
    request.body = message.body();
    return request;
}

} // namespace

class HttpSession : public std::enable_shared_from_this<HttpSession> {
public:
    HttpSession(tcp::socket socket, const HttpHandler& handler)
        : m_stream(std::move(socket))
        , m_timer(m_stream.get_executor())
        , m_handler(handler)
    {
        beast::error_code ignored;
        m_stream.socket().set_option(tcp::no_delay(true), ignored);
    }

    void read()
    {
        m_parser.emplace();
        m_parser->body_limit(maxBodyBytes);
        m_parser->header_limit(maxHeaderBytes);
        m_stream.expires_after(idleTimeout);
        http::async_read(m_stream, m_buffer, *m_parser,
                         [self = shared_from_this()](beast::error_code failed, std::size_t) {
                             if (failed)
                                 self->cut();
                             else
                                 self->serve();
                         });
    }

    void cut()
    {
        beast::error_code ignored;
        m_timer.cancel();
        m_stream.socket().shutdown(tcp::socket::shutdown_both, ignored);
        m_stream.socket().close(ignored);
    }

private:
    void serve()
    {
        m_stream.expires_never();
        const http::request<http::string_body> message = m_parser->release();
        m_keepAlive = message.keep_alive();
        try {
            m_outcome = m_handler(readRequest(message));
        } catch (const std::exception& failure) {
            std::cerr << "milepost-network: " << message.target() << ": " << failure.what() << std::endl;
            m_outcome = HttpOutcome{{500, R"({"error": "internal"})", {}}, false, {}};
        }
        if (m_outcome.delay.count() == 0)
            end();
        else
            endLater();
    }

    void endLater()
    {
        m_timer.expires_after(m_outcome.delay);
        m_timer.async_wait([self = shared_from_this()](beast::error_code failed) {
            if (!failed) self->end();
        });
    }

    void end()
    {
        if (m_outcome.cut)
            cut();
        else
            write();
    }

    void write()
    {
        m_reply.emplace();
        m_reply->result(static_cast<unsigned>(m_outcome.reply.status));
        m_reply->version(11);
        m_reply->set(http::field::content_type, "application/json; charset=utf-8");
        for (const auto& [name, value] : m_outcome.reply.headers)
            m_reply->set(name, value);
        m_reply->body() = std::move(m_outcome.reply.body);
        m_reply->keep_alive(m_keepAlive);
        m_reply->prepare_payload();
        m_stream.expires_after(idleTimeout);
        http::async_write(m_stream, *m_reply,
                          [self = shared_from_this()](beast::error_code failed, std::size_t) {
                              if (failed || !self->m_keepAlive)
                                  self->cut();
                              else
                                  self->read();
                          });
    }

    beast::tcp_stream m_stream;
    asio::steady_timer m_timer;
    const HttpHandler& m_handler;
    beast::flat_buffer m_buffer;
    std::optional<http::request_parser<http::string_body>> m_parser;
    std::optional<http::response<http::string_body>> m_reply;
    HttpOutcome m_outcome;
    bool m_keepAlive = true;
};

HttpServer::HttpServer(asio::io_context& loop, HttpHandler handler)
    : m_loop(loop)
    , m_handler(std::move(handler))
    , m_acceptor(loop)
{
}

HttpServer::~HttpServer()
{
    close();
}

void HttpServer::open()
{
    const tcp::endpoint endpoint{asio::ip::address_v4::loopback(), m_port};
    m_acceptor.open(endpoint.protocol());
    m_acceptor.set_option(asio::socket_base::reuse_address(true));
    m_acceptor.bind(endpoint);
    m_acceptor.listen();
    m_port = m_acceptor.local_endpoint().port();
    accept();
}

void HttpServer::close()
{
    beast::error_code ignored;
    m_acceptor.close(ignored);
    const auto sessions = std::move(m_sessions);
    m_sessions.clear();
    for (const auto& weak : sessions) {
        if (const auto session = weak.lock()) session->cut();
    }
}

void HttpServer::accept()
{
    m_acceptor.async_accept(m_loop, [this](beast::error_code failed, tcp::socket socket) {
        if (failed == asio::error::operation_aborted) return;
        if (!failed) {
            std::erase_if(m_sessions, [](const auto& weak) { return weak.expired(); });
            const auto session = std::make_shared<HttpSession>(std::move(socket), m_handler);
            m_sessions.insert(session);
            session->read();
        }
        if (m_acceptor.is_open()) accept();
    });
}

} // namespace milepost::network
