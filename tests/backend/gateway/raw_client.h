// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>

namespace milepost::test {

/// A TCP client that says exactly what a test wants, over one connection to 127.0.0.1.
class RawClient {
public:
    explicit RawClient(std::uint16_t port);
    ~RawClient();
    RawClient(const RawClient&) = delete;
    RawClient& operator=(const RawClient&) = delete;

    /// False: the other side has closed.
    bool send(const std::string& bytes);
    /// The next whole response; empty when none comes within `seconds` or the other side closes.
    std::string response(int seconds = 10);
    /// Whether the other side closes within `seconds`.
    bool isClosed(int seconds);

private:
    bool receive(int seconds);

    int m_socket = -1;
    std::string m_received;
};

/// POST of a JSON body to a path; `headers` each end with CRLF.
std::string post(const std::string& path, const std::string& body, const std::string& headers = {});
/// 202 of "HTTP/1.1 202 Accepted…"; 0: no response.
int statusOf(const std::string& response);

} // namespace milepost::test
