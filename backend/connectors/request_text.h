// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/connectors/http_url.h"
#include "backend/connectors/transport.h"
#include "backend/core/result.h"

#include <string>
#include <utility>
#include <vector>

namespace milepost {

using HttpHeaders = std::vector<std::pair<std::string, std::string>>;

/// The credential of an endpoint as a header; the name is empty when it has none.
std::pair<std::string, std::string> credentialOf(const Endpoint& endpoint);

/// The headers that let the partner's traces be joined with ours: X-Correlation-Id and W3C traceparent. Each
/// attempt is a span of its own. Empty for a call without correlation id (a poll).
HttpHeaders traceHeaders(const Call& call);

/// An HTTP/1.1 request as it goes over the wire.
class RequestText {
public:
    /// InvalidInput when the target or a header would break the head (control characters, blanks in names),
    /// so that no number of a partner can smuggle in a second request.
    static Result<RequestText> make(const WireRequest& wire, const HttpHeaders& trace, const HttpUrl& url,
                                    const Endpoint& endpoint);

    const std::string& bytes() const { return m_bytes; }
    /// The same without the credential, for the evidence.
    std::string withoutCredential() &&;

private:
    std::string m_bytes;
    std::size_t m_credentialBegin = 0;
    std::size_t m_credentialEnd = 0;
};

/// Done, or what is wrong with the method, target or a header of `wire`.
Status checkHead(const WireRequest& wire);

} // namespace milepost
