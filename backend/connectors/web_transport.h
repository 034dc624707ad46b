// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/connectors/curl_transport.h"
#include "backend/connectors/http_transport.h"

#include <string_view>

namespace milepost {

/// All systems that are reached over the web: https:// by CurlTransport, the rest by HttpTransport. The sink
/// is called on the threads of both.
class WebTransport final : public Transport {
public:
    explicit WebTransport(EndpointLookup endpoints, HttpOptions options = {})
        : m_endpoints(std::move(endpoints))
        , m_plain(m_endpoints, options)
        , m_encrypted(m_endpoints, options)
    {
    }

    void setSink(Sink sink) override
    {
        m_plain.setSink(sink);
        m_encrypted.setSink(std::move(sink));
    }
    void start(Call call) override
    {
        const auto endpoint = m_endpoints(call.pack->name());
        if (endpoint && std::string_view(endpoint->url).starts_with("https://"))
            return m_encrypted.start(std::move(call));
        m_plain.start(std::move(call));
    }
    void stop() override
    {
        m_plain.stop();
        m_encrypted.stop();
    }

private:
    EndpointLookup m_endpoints;
    HttpTransport m_plain;
    CurlTransport m_encrypted;
};

} // namespace milepost
