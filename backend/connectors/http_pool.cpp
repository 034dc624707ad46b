// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/connectors/http_pool.h"

#include "backend/connectors/call_flow.h"

#include <algorithm>

namespace milepost {

namespace net = boost::asio;
using Code = boost::system::error_code;

HttpPool::HttpPool(net::io_context& io, HttpTurn& turn, std::size_t maxConnections)
    : m_io(io)
    , m_turn(turn)
    , m_maxConnections(maxConnections)
    , m_resolver(io)
{
}

void HttpPool::start(TakenCall taken, std::shared_ptr<const Endpoint> endpoint)
{
    if (!endpoint || (endpoint != m_endpoint && !use(std::move(endpoint))))
        return refuse(taken, Outcome::Refused, "not connected",
                      "there is no address of plain HTTP for the system");
    m_queue.push_back(std::move(taken));
    if (m_isResolving) return;
    if (m_addresses.empty() || m_mayLookUp) return resolve();
    drain();
}

bool HttpPool::use(std::shared_ptr<const Endpoint> endpoint)
{
    const auto url = parseHttpUrl(endpoint->url);
    if (!url || url->isTls) return false;
    m_endpoint = std::move(endpoint);
    if (*url == m_url) return true;

    m_url = *url;
    m_addresses.clear();
    for (const auto& connection : m_connections)
        connection->retire();
    return true;
}

void HttpPool::resolve()
{
    Code error;
    const auto address = net::ip::make_address(m_url.host, error);
    m_mayLookUp = false;
    if (!error) {
        m_addresses.assign(1, Address(address, m_url.port));
        return drain();
    }
    m_isResolving = true;
    m_resolver.async_resolve(m_url.host, std::to_string(m_url.port),
                             [this](const Code& result, const net::ip::tcp::resolver::results_type& found) {
                                 onResolved(result, found);
                             });
}

void HttpPool::onResolved(const Code& error, const net::ip::tcp::resolver::results_type& found)
{
    m_isResolving = false;
    m_addresses.clear();
    for (const auto& entry : found)
        m_addresses.push_back(entry.endpoint());
    if (!error && !m_addresses.empty()) return drain();
    refuseQueued("not connected", "the name " + m_url.host + " was not found: " + error.message());
}

/// Hands out calls while there are free connections; not recursive, however fast calls end.
void HttpPool::drain()
{
    if (m_isDraining || m_addresses.empty()) return;
    m_isDraining = true;
    while (!m_queue.empty() && (!m_free.empty() || m_connections.size() < m_maxConnections)) {
        TakenCall next = std::move(m_queue.front());
        m_queue.pop_front();
        dispatch(std::move(next));
    }
    m_isDraining = false;
}

void HttpPool::dispatch(TakenCall taken)
{
    if (std::chrono::steady_clock::now() >= taken.deadline)
        return refuse(taken, Outcome::Refused, "not sent", "no connection was free before the deadline");
    const auto wire = render(taken.call);
    if (!wire) return refuse(taken, Outcome::Rejected, "not rendered", wire.error().message);
    auto text = RequestText::make(*wire, traceHeaders(taken.call), m_url, *m_endpoint);
    if (!text)
        return refuse(taken, Outcome::Rejected, "not rendered",
                      text.error().message + ": " + text.error().place);

    taken.call.view = {}; // rendered: nothing reads it any more
    freeConnection()->begin(std::move(taken), std::move(*text));
}

HttpConnection* HttpPool::freeConnection()
{
    if (m_free.empty()) {
        m_connections.push_back(std::make_unique<HttpConnection>(*this, m_turn, m_io.get_executor()));
        return m_connections.back().get();
    }
    HttpConnection* connection = m_free.back();
    m_free.pop_back();
    return connection;
}

void HttpPool::release(HttpConnection& connection)
{
    m_free.push_back(&connection);
    drain();
}

void HttpPool::refuse(const TakenCall& taken, Outcome outcome, std::string_view code, std::string message)
{
    CallResult result = failedResult(taken.call, outcome, code, std::move(message));
    result.took = elapsedSince(taken.begun);
    m_turn.finish(std::move(result));
}

void HttpPool::refuseQueued(std::string_view code, const std::string& message)
{
    const std::deque<TakenCall> queued = std::exchange(m_queue, {});
    for (const TakenCall& taken : queued)
        refuse(taken, Outcome::Refused, code, message);
}

void HttpPool::sweep(SteadyTime now)
{
    for (const auto& connection : m_connections)
        connection->checkDeadline(now);
    const auto expired = std::stable_partition(
        m_queue.begin(), m_queue.end(), [now](const TakenCall& taken) { return now < taken.deadline; });
    for (auto taken = expired; taken != m_queue.end(); ++taken)
        refuse(*taken, Outcome::Refused, "not sent", "no connection was free before the deadline");
    m_queue.erase(expired, m_queue.end());
}

void HttpPool::stop()
{
    refuseQueued("stopped", "the engine was stopped");
    m_resolver.cancel();
    for (const auto& connection : m_connections)
        connection->stop();
}

} // namespace milepost
