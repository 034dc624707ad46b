// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/connectors/endpoint_lookup.h"
#include "backend/connectors/transport.h"

#include <cstddef>
#include <memory>

namespace milepost {

struct HttpOptions {
    std::size_t maxConnectionsPerSystem = 64; ///< more calls to a system wait for one of them
    double clockSpeed = 1.0;                  ///< partner's seconds per real second, for Retry-After; > 0
};

/// Calls to all systems that are reached by plain HTTP/1.1: one thread, connections kept alive. How a call
/// ends:
/// - Refused "not connected": no byte of it was sent (not configured, unreachable, or not connected by the
/// deadline);
///   "not sent": its deadline passed while it waited for a connection;
/// - Rejected "not rendered": the pack could not make a request of it, or one that would break the protocol;
/// - Unknown "cut", "timeout", "unreadable answer" (also one that is too large): it may have been done;
/// - else what the pack reads from the answer.
class HttpTransport final : public Transport {
public:
    explicit HttpTransport(EndpointLookup endpoints, HttpOptions options = {});
    ~HttpTransport() override;

    void setSink(Sink sink) override;
    void start(Call call) override;
    void stop() override;

private:
    class Loop;
    std::unique_ptr<Loop> m_loop;
};

} // namespace milepost
