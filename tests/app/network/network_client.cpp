// SPDX-License-Identifier: GPL-3.0-or-later
#include "network_client.h"

#include "app/network/network.h"

#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/beast/core.hpp>
#include <boost/beast/http.hpp>
#include <nlohmann/json.hpp>

#include <fstream>
#include <stdexcept>

namespace milepost::network {

using Json = nlohmann::json;
namespace asio = boost::asio;
namespace beast = boost::beast;
namespace http = beast::http;

Json NetworkClient::Answer::json() const
{
    return Json::parse(body);
}

NetworkClient::NetworkClient(const NetworkOptions& options)
    : m_config(options.config)
    , m_network(std::make_unique<Network>(options))
    , m_thread([network = m_network.get()] { network->run(); })
{
}

NetworkClient::~NetworkClient()
{
    stop();
}

void NetworkClient::stop()
{
    if (!m_thread.joinable()) return;
    control("POST", "/control/stop", Json::object());
    m_thread.join();
    m_network.reset();
}

Json NetworkClient::system(const std::string& name) const
{
    std::ifstream file(m_config);
    const Json document = Json::parse(file);
    for (const Json& entry : document.at("systems")) {
        if (entry.at("name") == name) return entry;
    }
    throw std::runtime_error("no system " + name);
}

std::pair<std::string, std::string> NetworkClient::credentialOf(const std::string& name) const
{
    const Json credential = system(name).at("credential");
    if (credential.at("kind") == "bearer")
        return {"Authorization", "Bearer " + credential.at("key").get<std::string>()};
    return {credential.at("header"), credential.at("key")};
}

NetworkClient::Answer NetworkClient::call(const std::string& url, const std::string& method,
                                          const std::string& target, const std::string& body,
                                          const std::pair<std::string, std::string>& credential,
                                          const std::string& key)
{
    asio::io_context loop;
    beast::tcp_stream stream(loop);
    http::request<http::string_body> request(http::string_to_verb(method), target, 11);
    request.set(http::field::host, "127.0.0.1");
    request.set(http::field::connection, "close");
    if (!credential.first.empty()) request.set(credential.first, credential.second);
    if (!key.empty()) request.set("Idempotency-Key", key);
    request.body() = body;
    request.prepare_payload();
    Answer answer;
    try {
        const auto port = static_cast<std::uint16_t>(std::stoi(url.substr(url.rfind(':') + 1)));
        stream.connect(asio::ip::tcp::endpoint(asio::ip::address_v4::loopback(), port));
        http::write(stream, request);
        beast::flat_buffer buffer;
        http::response_parser<http::string_body> response;
        response.body_limit(50'000'000);
        http::read(stream, buffer, response);
        answer.status = static_cast<int>(response.get().result_int());
        answer.body = response.get().body();
        answer.isReplayed = response.get().count("Idempotency-Replayed") > 0;
    } catch (const boost::system::system_error&) {
        answer.status = 0;
    }
    return answer;
}

NetworkClient::Answer NetworkClient::get(const std::string& name, const std::string& target)
{
    return call(system(name).at("url"), "GET", target, "", credentialOf(name), "");
}

NetworkClient::Answer NetworkClient::getAsStranger(const std::string& name, const std::string& target)
{
    return call(system(name).at("url"), "GET", target, "", {"Authorization", "Bearer guessed"}, "");
}

NetworkClient::Answer NetworkClient::post(const std::string& name, const std::string& target,
                                          const Json& body, const std::string& key)
{
    return call(system(name).at("url"), "POST", target, body.dump(), credentialOf(name), key);
}

Json NetworkClient::control(const std::string& method, const std::string& target, const Json& body)
{
    return call(m_network->url(), method, target, method == "GET" ? "" : body.dump(), {}, "").json();
}

Json NetworkClient::truth()
{
    return control("GET", "/truth", Json());
}

} // namespace milepost::network
