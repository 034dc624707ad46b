// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/connectors/http_connection.h"
#include "backend/connectors/http_url.h"

#include <deque>
#include <memory>
#include <string>
#include <vector>

namespace milepost {

/// The connections to one system and the calls that wait for one. Thread of the transport only.
class HttpPool {
public:
    using Address = HttpConnection::Address;

    HttpPool(boost::asio::io_context& io, HttpTurn& turn, std::size_t maxConnections);

    /// Takes the call over; it ends in turn.finish(). `endpoint` null: the system is not connected.
    void start(TakenCall taken, std::shared_ptr<const Endpoint> endpoint);
    /// Ends calls whose deadline has passed.
    void sweep(SteadyTime now);
    void stop();

    /// For its connections. Not empty while one of them connects.
    const std::vector<Address>& addresses() const { return m_addresses; }
    /// None of them could be reached: names are looked up anew next time.
    void forgetAddresses() { m_mayLookUp = true; }
    /// The connection has ended its call.
    void release(HttpConnection& connection);

private:
    /// False: the endpoint is no address of plain HTTP.
    bool use(std::shared_ptr<const Endpoint> endpoint);
    void resolve();
    void onResolved(const boost::system::error_code& error,
                    const boost::asio::ip::tcp::resolver::results_type& found);
    void drain();
    void dispatch(TakenCall taken);
    HttpConnection* freeConnection();
    void refuse(const TakenCall& taken, Outcome outcome, std::string_view code, std::string message);
    void refuseQueued(std::string_view code, const std::string& message);

    boost::asio::io_context& m_io;
    HttpTurn& m_turn;
    std::size_t m_maxConnections;
    std::shared_ptr<const Endpoint> m_endpoint;
    HttpUrl m_url;
    boost::asio::ip::tcp::resolver m_resolver;
    std::vector<Address> m_addresses;
    bool m_mayLookUp = true;
    bool m_isResolving = false;
    std::deque<TakenCall> m_queue;
    std::vector<std::unique_ptr<HttpConnection>> m_connections;
    std::vector<HttpConnection*> m_free;
    bool m_isDraining = false;
};

} // namespace milepost
