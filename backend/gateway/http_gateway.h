// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/connectors/endpoint_lookup.h"
#include "backend/contracts/incoming.h"
#include "backend/core/result.h"

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>

namespace milepost {

/// Takes a message that came in. `done` is to be called once, on any thread, when the message is durable
/// (also when it is a duplicate of one that is) or could not be made so. Dropping it counts as not durable.
/// Called on a worker thread, several at a time: it must be quick and must not throw.
using IncomingSink = std::function<void(IncomingMessage, std::function<void(bool durable)> done)>;

struct GatewayOptions {
    std::string address = "127.0.0.1"; ///< loopback only; others need TLS, which is not there
    std::uint16_t port = 0;            ///< 0: any free one
    std::size_t maxConnections = 256;
    std::size_t maxConnectionsPerAddress = 200;
    std::size_t maxRequestsPerConnection = 10'000;
    std::size_t maxUncommitted = 1024; ///< messages handed on and not yet done; more are answered 503
    std::uint32_t maxHeaderBytes = 8 * 1024;
    std::uint64_t maxBodyBytes = 8 * 1024 * 1024;
    std::size_t workers = 1;
    std::chrono::milliseconds headerTime{5'000}; ///< from a request's first byte to the end of its head
    std::chrono::milliseconds bodyTime{10'000};
    std::chrono::milliseconds idleTime{30'000};   ///< between two requests
    std::chrono::milliseconds commitTime{30'000}; ///< for the sink; then 503
};

/// The door for webhooks: `POST /in/<source>`, HTTP/1.1 with keep-alive. A source is a system whose Endpoint
/// says how its webhooks prove themselves. Answers:
/// - 202 only when the sink says that the message is durable. A body that cannot be read is handed on as an
///   IncomingMessage with an Error and answered in the same way: it is kept for inspection, and repeating it
///   would not help;
/// - 401 the proof is missing or wrong; 404 no such source; 405; 413 body too large; 431 head too large; a
/// sender that is too slow is cut off;
/// - 503 with Retry-After: too much is not yet durable, or it could not be made so;
/// - `GET /health` 200.
class HttpGateway {
public:
    /// InvalidInput: the address is none of loopback; Unavailable: it cannot be listened on.
    static Result<std::unique_ptr<HttpGateway>> open(EndpointLookup endpoints, PackLookup packs,
                                                     IncomingSink sink, GatewayOptions options = {});
    ~HttpGateway();

    std::uint16_t port() const;
    std::string url() const; ///< such as "http://127.0.0.1:40000", without a slash at the end

    /// Closes the door and all connections; when it returns, the sink is not called any more. `done` of
    /// messages already handed on may still be called. May be called again.
    void stop();

    class Server; ///< for its implementation only

private:
    explicit HttpGateway(std::shared_ptr<Server> server);

    std::shared_ptr<Server> m_server;
};

} // namespace milepost
