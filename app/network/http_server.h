// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/network/http_message.h"

#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>

#include <cstdint>
#include <memory>
#include <set>

namespace milepost::network {

class HttpSession;

/// An HTTP/1.1 server on one port of 127.0.0.1; it can be taken down and come back on the same port.
class HttpServer {
public:
    HttpServer(boost::asio::io_context& loop, HttpHandler handler);
    ~HttpServer();

    /// Listens on the port it had before, else on a free one. Throws boost::system::system_error.
    void open();
    /// Stops listening and cuts all connections.
    void close();
    bool isOpen() const { return m_acceptor.is_open(); }
    std::uint16_t port() const { return m_port; }
    std::string url() const { return "http://127.0.0.1:" + std::to_string(m_port); }

private:
    void accept();

    boost::asio::io_context& m_loop;
    HttpHandler m_handler;
    boost::asio::ip::tcp::acceptor m_acceptor;
    std::uint16_t m_port = 0;
    std::set<std::weak_ptr<HttpSession>, std::owner_less<std::weak_ptr<HttpSession>>> m_sessions;
};

} // namespace milepost::network
