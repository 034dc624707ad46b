// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/connectors/http_connection.h"

#include "backend/connectors/call_flow.h"
#include "backend/connectors/http_pool.h"

#include <boost/asio/buffer.hpp>
#include <boost/beast/http/error.hpp>
#include <sys/socket.h>

namespace milepost {

namespace net = boost::asio;
using Code = boost::system::error_code;

HttpConnection::HttpConnection(HttpPool& pool, HttpTurn& turn, Executor executor)
    : m_pool(pool)
    , m_turn(turn)
    , m_socket(executor)
{
}

void HttpConnection::begin(TakenCall taken, RequestText text)
{
    m_exchange.emplace();
    m_exchange->taken = std::move(taken);
    m_exchange->text = std::move(text);
    m_exchange->parser.emplace();
    m_isReused = isStillOpen();
    if (m_isReused) {
        send();
    } else {
        close();
        connect(0);
    }
}

/// A partner that has closed the connection meanwhile would make the call an unknown one.
bool HttpConnection::isStillOpen()
{
    if (!m_socket.is_open()) return false;
    char byte = 0;
    const auto read = ::recv(m_socket.native_handle(), &byte, 1, MSG_PEEK | MSG_DONTWAIT);
    return read < 0 && (errno == EAGAIN || errno == EWOULDBLOCK);
}

void HttpConnection::connect(std::size_t address)
{
    const auto& addresses = m_pool.addresses();
    m_isReused = false;
    if (address >= addresses.size())
        return fail(Outcome::Refused, "not connected", "the address has changed");
    Code error;
    m_socket.open(addresses[address].protocol(), error);
    if (!error) m_socket.non_blocking(true, error);
    if (error) return onConnected(error, address);
    m_socket.async_connect(addresses[address],
                           [this, address, generation = m_generation](const Code& result) {
                               if (generation == m_generation) onConnected(result, address);
                           });
}

void HttpConnection::onConnected(const Code& error, std::size_t address)
{
    if (!error) {
        Code ignored;
        m_socket.set_option(net::ip::tcp::no_delay(true), ignored);
        send();
        return;
    }
    close();
    if (address + 1 < m_pool.addresses().size()) return connect(address + 1);
    m_pool.forgetAddresses();
    fail(Outcome::Refused, "not connected", error.message());
}

void HttpConnection::send()
{
    const std::string& bytes = m_exchange->text.bytes();
    while (m_exchange->sentBytes < bytes.size()) {
        Code error;
        m_exchange->sentBytes += m_socket.write_some(net::buffer(bytes) + m_exchange->sentBytes, error);
        if (error == net::error::would_block) {
            m_socket.async_wait(net::socket_base::wait_write,
                                [this, generation = m_generation](const Code& result) {
                                    if (generation != m_generation) return;
                                    if (result) return onSendFailed(result);
                                    send();
                                });
            return;
        }
        if (error) return onSendFailed(error);
    }
    awaitAnswer();
}

void HttpConnection::onSendFailed(const Code& error)
{
    const bool nothingLeft = m_exchange->sentBytes == 0;
    const bool wasReused = m_isReused;
    close();
    if (nothingLeft && wasReused) return connect(0); // still the first attempt: no byte of it was taken
    if (nothingLeft) return fail(Outcome::Refused, "not connected", error.message());
    fail(Outcome::Unknown, "cut", error.message());
}

void HttpConnection::awaitAnswer()
{
    m_socket.async_wait(net::socket_base::wait_read, [this, generation = m_generation](const Code& error) {
        if (generation != m_generation) return;
        if (error) return fail(Outcome::Unknown, "cut", error.message());
        onReadable();
    });
}

void HttpConnection::onReadable()
{
    auto& scratch = m_turn.scratch;
    for (;;) {
        Code error;
        const std::size_t size = m_socket.read_some(net::buffer(scratch), error);
        if (error == net::error::would_block) return awaitAnswer();
        if (error == net::error::eof) return onEndOfStream();
        if (error) return fail(Outcome::Unknown, "cut", error.message());
        if (consume({scratch.data(), size})) return;
        if (size < scratch.size()) return awaitAnswer();
    }
}

void HttpConnection::onEndOfStream()
{
    AnswerParser& parser = *m_exchange->parser;
    Code error;
    if (!parser.got_some()) return fail(Outcome::Unknown, "cut", "closed without an answer");
    parser.put_eof(error);
    if (error) return fail(Outcome::Unknown, "cut", "closed in the middle of the answer");
    finish(false);
}

bool HttpConnection::consume(std::string_view bytes)
{
    std::string joined;
    if (!m_exchange->leftover.empty()) {
        joined = std::move(m_exchange->leftover);
        joined += bytes;
        bytes = joined;
    }
    while (!bytes.empty()) {
        AnswerParser& parser = *m_exchange->parser;
        Code error;
        bytes.remove_prefix(parser.put(net::buffer(bytes.data(), bytes.size()), error));
        if (error == boost::beast::http::error::need_more) return keep(bytes);
        if (error) {
            fail(Outcome::Unknown, "unreadable answer", error.message());
            return true;
        }
        if (!parser.is_done()) continue;
        if (parser.status() >= 200) {
            finish(bytes.empty());
            return true;
        }
        m_exchange->parser.emplace(); // 100 Continue and the like: the answer comes behind it
    }
    return false;
}

bool HttpConnection::keep(std::string_view rest)
{
    if (rest.size() > maxAnswerHeadBytes + m_turn.scratch.size()) {
        fail(Outcome::Unknown, "unreadable answer", "a line of the answer is too long");
        return true;
    }
    m_exchange->leftover = rest;
    return false;
}

void HttpConnection::finish(bool mayBeReused)
{
    AnswerParser& parser = *m_exchange->parser;
    if (!mayBeReused || m_isRetired || !parser.keep_alive()) close();
    settle(answeredResult(m_exchange->taken.call, parser.take(), m_turn.clockSpeed));
}

void HttpConnection::fail(Outcome outcome, std::string_view code, std::string message)
{
    close();
    settle(failedResult(m_exchange->taken.call, outcome, code, std::move(message)));
}

void HttpConnection::settle(CallResult result)
{
    result.took = elapsedSince(m_exchange->taken.begun);
    if (m_exchange->sentBytes > 0) result.request = std::move(m_exchange->text).withoutCredential();
    m_exchange.reset();
    m_turn.finish(std::move(result));
    m_pool.release(*this);
}

void HttpConnection::checkDeadline(SteadyTime now)
{
    if (m_exchange && now >= m_exchange->taken.deadline) interrupt("timeout", "no answer by the deadline");
}

void HttpConnection::stop()
{
    if (m_exchange) interrupt("stopped", "the engine was stopped");
    close();
}

void HttpConnection::interrupt(std::string_view code, std::string message)
{
    if (m_exchange->sentBytes > 0) return fail(Outcome::Unknown, code, std::move(message));
    fail(Outcome::Refused, code == "timeout" ? "not connected" : code, std::move(message));
}

void HttpConnection::retire()
{
    m_isRetired = true;
    if (!isBusy()) close();
}

void HttpConnection::close()
{
    ++m_generation;
    m_isRetired = false;
    Code ignored;
    if (m_socket.is_open()) m_socket.close(ignored);
}

} // namespace milepost
