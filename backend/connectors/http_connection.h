// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/connectors/http_exchange.h"

#include <boost/asio/basic_stream_socket.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>

#include <cstdint>
#include <string_view>
#include <vector>

namespace milepost {

class HttpPool;

/// One connection of a pool: carries one call at a time, stays open between calls. Lives as long as its pool,
/// so that a late completion finds it; what belongs to an earlier use is told by its generation.
class HttpConnection {
public:
    using Executor = boost::asio::io_context::executor_type;
    using Address = boost::asio::ip::tcp::endpoint;

    HttpConnection(HttpPool& pool, HttpTurn& turn, Executor executor);

    /// Sends the call over the open connection, or opens one first. Precondition: !isBusy().
    void begin(TakenCall taken, RequestText text);
    bool isBusy() const { return m_exchange.has_value(); }
    /// Ends the call when its deadline has passed.
    void checkDeadline(SteadyTime now);
    /// Ends the call as "stopped".
    void stop();
    /// The address of the system has changed: a call under way is the last one over this connection.
    void retire();

private:
    bool isStillOpen();
    void connect(std::size_t address);
    void onConnected(const boost::system::error_code& error, std::size_t address);
    void send();
    void onSendFailed(const boost::system::error_code& error);
    void awaitAnswer();
    void onReadable();
    void onEndOfStream();
    /// True: the exchange has ended.
    bool consume(std::string_view bytes);
    bool keep(std::string_view rest);
    void finish(bool mayBeReused);
    void fail(Outcome outcome, std::string_view code, std::string message);
    void interrupt(std::string_view code, std::string message);
    void settle(CallResult result);
    void close();

    HttpPool& m_pool;
    HttpTurn& m_turn;
    boost::asio::basic_stream_socket<boost::asio::ip::tcp, Executor> m_socket;
    std::optional<HttpExchange> m_exchange;
    std::uint64_t m_generation = 0;
    bool m_isReused = false;
    bool m_isRetired = false;
};

} // namespace milepost
