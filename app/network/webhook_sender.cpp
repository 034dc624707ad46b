// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/network/webhook_sender.h"

#include <boost/asio/ip/tcp.hpp>
#include <boost/beast/core.hpp>
#include <boost/beast/http.hpp>

#include <chrono>
#include <optional>

namespace milepost::network {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace http = beast::http;
using asio::ip::tcp;

namespace {

constexpr int maxConnections = 8;
constexpr std::chrono::seconds answerTimeout{10};

} // namespace

class WebhookConnection : public std::enable_shared_from_this<WebhookConnection> {
public:
    explicit WebhookConnection(asio::io_context& loop)
        : m_loop(loop)
    {
    }

    /// Makes the call, on the open connection when it leads to the same port; `ended` gets the status, 0 when
    /// there was none.
    void post(const WebhookCall& call, std::function<void(int)> ended)
    {
        m_ended = std::move(ended);
        m_request = {};
        m_request.method(http::verb::post);
        m_request.target(call.target);
        m_request.version(11);
        m_request.set(http::field::host, "127.0.0.1:" + std::to_string(call.port));
        m_request.set(http::field::content_type, "application/json");
        for (const auto& [name, value] : call.headers)
            m_request.set(name, value);
        m_request.body() = call.body;
        m_request.prepare_payload();
        m_reused = m_stream && m_port == call.port;
        m_port = call.port;
        if (m_reused)
            write();
        else
            connect();
    }

private:
    void connect()
    {
        m_reused = false;
        m_stream.emplace(m_loop);
        m_buffer.clear();
        m_stream->expires_after(answerTimeout);
        m_stream->async_connect(tcp::endpoint{asio::ip::address_v4::loopback(), m_port},
                                [self = shared_from_this()](beast::error_code failed) {
                                    if (failed)
                                        self->end(0);
                                    else
                                        self->write();
                                });
    }

    void write()
    {
        m_stream->expires_after(answerTimeout);
        http::async_write(*m_stream, m_request,
                          [self = shared_from_this()](beast::error_code failed, std::size_t) {
                              if (failed)
                                  self->lost(failed);
                              else
                                  self->read();
                          });
    }

    void read()
    {
        m_response = {};
        http::async_read(*m_stream, m_buffer, m_response,
                         [self = shared_from_this()](beast::error_code failed, std::size_t) {
                             if (failed) {
                                 self->lost(failed);
                                 return;
                             }
                             const auto status = static_cast<int>(self->m_response.result_int());
                             if (!self->m_response.keep_alive()) self->m_stream.reset();
                             self->end(status);
                         });
    }

    void lost(beast::error_code failed)
    {
        // a kept connection may have been closed by the other side while it was idle
        const bool stale = m_reused && failed != beast::error::timeout;
        m_stream.reset();
        if (stale)
            connect();
        else
            end(0);
    }

    void end(int status)
    {
        if (status == 0) m_stream.reset();
        const auto ended = std::move(m_ended);
        m_ended = nullptr;
        ended(status);
    }

    asio::io_context& m_loop;
    std::optional<beast::tcp_stream> m_stream;
    beast::flat_buffer m_buffer;
    http::request<http::string_body> m_request;
    http::response<http::string_body> m_response;
    std::function<void(int)> m_ended;
    std::uint16_t m_port = 0;
    bool m_reused = false;
};

WebhookSender::WebhookSender(asio::io_context& loop)
    : m_loop(loop)
{
}

WebhookSender::~WebhookSender()
{
    *m_alive = false;
}

void WebhookSender::send(WebhookCall call)
{
    m_waiting.push_back(std::move(call));
    next();
}

void WebhookSender::next()
{
    while (!m_waiting.empty() && m_busy < maxConnections) {
        std::shared_ptr<WebhookConnection> connection;
        if (m_free.empty()) {
            connection = std::make_shared<WebhookConnection>(m_loop);
        } else {
            connection = m_free.back();
            m_free.pop_back();
        }
        ++m_busy;
        const auto call = std::make_shared<WebhookCall>(std::move(m_waiting.front()));
        m_waiting.pop_front();
        connection->post(*call, [this, connection, call, alive = m_alive](int status) {
            if (!*alive) return;
            --m_busy;
            m_free.push_back(connection);
            call->ended(status);
            next();
        });
    }
}

} // namespace milepost::network
