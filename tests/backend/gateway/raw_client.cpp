// SPDX-License-Identifier: GPL-3.0-or-later
#include "raw_client.h"

#include <arpa/inet.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>

namespace milepost::test {

RawClient::RawClient(std::uint16_t port)
{
    m_socket = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    ::connect(m_socket, reinterpret_cast<sockaddr*>(&address), sizeof address);
}

RawClient::~RawClient()
{
    ::close(m_socket);
}

bool RawClient::send(const std::string& bytes)
{
    std::size_t sent = 0;
    while (sent < bytes.size()) {
        const auto count = ::send(m_socket, bytes.data() + sent, bytes.size() - sent, MSG_NOSIGNAL);
        if (count <= 0) return false;
        sent += static_cast<std::size_t>(count);
    }
    return true;
}

bool RawClient::receive(int seconds)
{
    pollfd waiting{m_socket, POLLIN, 0};
    if (::poll(&waiting, 1, seconds * 1000) <= 0) return false;
    std::array<char, 4096> buffer{};
    const auto count = ::recv(m_socket, buffer.data(), buffer.size(), 0);
    if (count <= 0) return false;
    m_received.append(buffer.data(), static_cast<std::size_t>(count));
    return true;
}

std::string RawClient::response(int seconds)
{
    for (;;) {
        const auto headEnd = m_received.find("\r\n\r\n");
        if (headEnd != std::string::npos) {
            const auto length = m_received.find("Content-Length: ");
            const std::size_t body = length < headEnd ? std::stoul(m_received.substr(length + 16)) : 0;
            if (m_received.size() >= headEnd + 4 + body) {
                std::string whole = m_received.substr(0, headEnd + 4 + body);
                m_received.erase(0, whole.size());
                return whole;
            }
        }
        if (!receive(seconds)) return {};
    }
}

bool RawClient::isClosed(int seconds)
{
    pollfd waiting{m_socket, POLLIN, 0};
    if (::poll(&waiting, 1, seconds * 1000) <= 0) return false;
    char byte = 0;
    return ::recv(m_socket, &byte, 1, MSG_PEEK) <= 0;
}

std::string post(const std::string& path, const std::string& body, const std::string& headers)
{
    return "POST " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\n" + headers +
           "Content-Length: " + std::to_string(body.size()) + "\r\n\r\n" + body;
}

int statusOf(const std::string& response)
{
    return response.size() < 12 ? 0 : std::stoi(response.substr(9, 3));
}

} // namespace milepost::test
