// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <functional>
#include <map>
#include <string>
#include <utility>
#include <vector>

namespace milepost::network {

/// A request as the peers see it.
struct HttpRequest {
    std::string method;
    std::string target;
    /// Without the query, percent-decoded.
    std::string path;
    std::map<std::string, std::string> query;
    /// Names in lower case.
    std::map<std::string, std::string> headers;
    std::string body;

    /// The header's value, "" when absent; name in lower case.
    std::string header(const std::string& name) const;
    /// The query parameter's value, "" when absent.
    std::string parameter(const std::string& name) const;
};

struct HttpReply {
    int status = 200;
    std::string body;
    std::vector<std::pair<std::string, std::string>> headers;
};

/// What the client meets: the reply, late by `delay` of real time, or a cut connection instead.
struct HttpOutcome {
    HttpReply reply;
    bool cut = false;
    std::chrono::milliseconds delay{0};
};

using HttpHandler = std::function<HttpOutcome(const HttpRequest&)>;

/// Splits a target into path and query parameters (percent-decoded) and stores them in the request.
void readTarget(const std::string& target, HttpRequest& request);

} // namespace milepost::network
