// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/gateway/gateway_server.h"

#include <boost/asio/steady_timer.hpp>
#include <boost/beast/core/basic_stream.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/string_body.hpp>

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace milepost {

/// One connection of a sender: one request after the other. Thread of the server only.
class GatewaySession : public std::enable_shared_from_this<GatewaySession> {
public:
    using Executor = boost::asio::io_context::executor_type;
    using Stream = boost::beast::basic_stream<boost::asio::ip::tcp, Executor>;

    GatewaySession(HttpGateway::Server& server, Stream::socket_type socket);

    void run() { awaitRequest(); }
    void close();
    /// What became of the message of that ticket; late ones are ignored.
    void onDone(std::uint64_t ticket, bool isDurable);

private:
    using Parser = boost::beast::http::request_parser<boost::beast::http::string_body>;
    using Code = boost::beast::error_code;

    struct Answer {
        int status = 200;
        std::string body{};
        std::string headers{};    ///< further ones, each ending with CRLF
        bool wasReadWhole = true; ///< else the connection cannot go on
    };

    void awaitRequest();
    void readHead();
    void onHead(const Code& error);
    /// The answer that the head alone calls for, if any.
    std::optional<Answer> judgeHead();
    void readBody();
    void onBody(const Code& error);
    void handOn();
    void onBroken(const Code& error);
    void send(Answer answer);
    void onSent(const Code& error, bool goesOn);
    void linger();
    void leave();

    HttpGateway::Server& m_server;
    Stream m_stream;
    boost::beast::flat_buffer m_buffer;
    std::optional<Parser> m_parser;
    std::shared_ptr<const Endpoint> m_endpoint;
    std::string m_source;
    std::string m_out;
    boost::asio::steady_timer m_commitTimer;
    std::uint64_t m_ticket = 0; ///< of the message that the session waits for
    std::size_t m_requests = 0;
};

} // namespace milepost
