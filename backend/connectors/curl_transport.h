// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/connectors/endpoint_lookup.h"
#include "backend/connectors/http_transport.h"
#include "backend/connectors/transport.h"

#include <memory>

namespace milepost {

/// Calls to systems that are reached by HTTPS, on a thread of its own: certificates and names are verified by
/// the system's trust store, proxies are taken from the environment as libcurl does, redirects are not
/// followed. Calls end as those of HttpTransport do; a certificate that is not trusted is "not connected". An
/// attempt has a connection of its own, since libcurl would send a request again on its own account when a
/// kept connection turns out to be closed.
class CurlTransport final : public Transport {
public:
    explicit CurlTransport(EndpointLookup endpoints, HttpOptions options = {});
    ~CurlTransport() override;

    void setSink(Sink sink) override;
    void start(Call call) override;
    void stop() override;

private:
    class Loop;
    std::unique_ptr<Loop> m_loop;
};

} // namespace milepost
