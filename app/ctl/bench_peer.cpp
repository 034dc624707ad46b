// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/bench_peer.h"

#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/http.hpp>

#include <atomic>
#include <ostream>
#include <thread>
#include <utility>

namespace milepost {
namespace {

namespace asio = boost::asio;
namespace http = boost::beast::http;
using tcp = asio::ip::tcp;

std::atomic<std::int64_t> lastDocument = 0;

/// One connection, until the other side ends it.
void serve(tcp::socket socket)
{
    boost::beast::flat_buffer buffer;
    boost::system::error_code error;
    while (!error) {
        http::request<http::string_body> request;
        http::read(socket, buffer, request, error);
        if (error) return;
        http::response<http::string_body> response(http::status::ok, request.version());
        response.set(http::field::content_type, "application/json");
        response.keep_alive(request.keep_alive());
        response.body() = R"({"id":"DOC-)" + std::to_string(++lastDocument) + R"("})";
        response.prepare_payload();
        http::write(socket, response, error);
    }
}

} // namespace

int runBenchPeer(Session& session)
{
    asio::io_context context;
    tcp::acceptor acceptor(context, {asio::ip::address_v4::loopback(), 0});
    session.out << "http://127.0.0.1:" << acceptor.local_endpoint().port() << std::endl;
    while (true) {
        tcp::socket socket(context);
        boost::system::error_code error;
        acceptor.accept(socket, error);
        if (error) return exitRefused;
        socket.set_option(tcp::no_delay(true), error);
        std::thread(serve, std::move(socket)).detach();
    }
}

} // namespace milepost
