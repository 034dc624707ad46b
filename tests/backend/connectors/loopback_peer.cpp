// SPDX-License-Identifier: GPL-3.0-or-later
#include "loopback_peer.h"

#include <arpa/inet.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <chrono>

namespace milepost::test {
namespace {

std::size_t bodyLength(const std::string& head)
{
    const auto at = head.find("Content-Length: ");
    return at == std::string::npos ? 0 : std::stoul(head.substr(at + 16));
}

/// Takes one whole request off `received`, reading more as needed; empty: the connection ended.
std::string nextRequest(int socket, std::string& received)
{
    std::array<char, 16384> buffer{};
    for (;;) {
        const auto headEnd = received.find("\r\n\r\n");
        if (headEnd != std::string::npos) {
            const auto size = headEnd + 4 + bodyLength(received.substr(0, headEnd + 2));
            if (received.size() >= size) {
                std::string request = received.substr(0, size);
                received.erase(0, size);
                return request;
            }
        }
        const auto count = ::read(socket, buffer.data(), buffer.size());
        if (count <= 0) return {};
        received.append(buffer.data(), static_cast<std::size_t>(count));
    }
}

void sendAll(int socket, const std::string& bytes)
{
    std::size_t sent = 0;
    while (sent < bytes.size()) {
        const auto count = ::send(socket, bytes.data() + sent, bytes.size() - sent, MSG_NOSIGNAL);
        if (count <= 0) return;
        sent += static_cast<std::size_t>(count);
    }
}

} // namespace

LoopbackPeer::LoopbackPeer(Handler handler)
    : m_handler(std::move(handler))
{
    m_listener = ::socket(AF_INET, SOCK_STREAM, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    ::bind(m_listener, reinterpret_cast<sockaddr*>(&address), size);
    ::listen(m_listener, 512);
    ::getsockname(m_listener, reinterpret_cast<sockaddr*>(&address), &size);
    m_port = ntohs(address.sin_port);
    m_acceptor = std::jthread([this] { accept(); });
}

LoopbackPeer::~LoopbackPeer()
{
    ::shutdown(m_listener, SHUT_RDWR);
    m_acceptor.join();
    ::close(m_listener);
    dropConnections();
    m_threads.clear();
    for (const int socket : m_sockets)
        ::close(socket);
}

void LoopbackPeer::accept()
{
    for (;;) {
        const int socket = ::accept(m_listener, nullptr, nullptr);
        if (socket < 0) return;
        ++m_connections;
        const std::lock_guard lock(m_mutex);
        m_sockets.push_back(socket);
        m_threads.emplace_back([this, socket] { serve(socket); });
    }
}

void LoopbackPeer::serve(int socket)
{
    std::string received;
    for (;;) {
        std::string request = nextRequest(socket, received);
        if (request.empty()) return;
        {
            const std::lock_guard lock(m_mutex);
            m_requests.push_back(request);
        }
        const Answer answer = m_handler(request);
        if (answer.delayMs > 0) std::this_thread::sleep_for(std::chrono::milliseconds(answer.delayMs));
        sendAll(socket, answer.bytes);
        if (answer.closesAfterwards) {
            ::shutdown(socket, SHUT_RDWR);
            return;
        }
    }
}

std::vector<std::string> LoopbackPeer::requests() const
{
    const std::lock_guard lock(m_mutex);
    return m_requests;
}

void LoopbackPeer::dropConnections()
{
    const std::lock_guard lock(m_mutex);
    for (const int socket : m_sockets)
        ::shutdown(socket, SHUT_RDWR);
}

LoopbackPeer::Answer LoopbackPeer::json(std::string body, std::string status, std::string headers)
{
    Answer answer;
    answer.bytes = "HTTP/1.1 " + status + "\r\nContent-Type: application/json\r\n" + headers +
                   "Content-Length: " + std::to_string(body.size()) + "\r\n\r\n" + body;
    return answer;
}

} // namespace milepost::test
