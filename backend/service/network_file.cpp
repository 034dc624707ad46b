// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/service/network_file.h"

#include <nlohmann/json.hpp>

#include <fstream>
#include <iterator>

namespace milepost {
namespace {

using nlohmann::json;

Error invalid(std::string place, std::string message)
{
    return {.kind = ErrorKind::InvalidInput, .message = std::move(message), .place = std::move(place)};
}

std::string textAt(const json& object, const char* key)
{
    const auto found = object.find(key);
    return found != object.end() && found->is_string() ? found->get<std::string>() : std::string();
}

void readCredential(const json& credential, Endpoint& endpoint)
{
    endpoint.credentialKind = textAt(credential, "kind");
    endpoint.credentialHeader = textAt(credential, "header");
    endpoint.secret = textAt(credential, "key");
    if (endpoint.credentialKind == "bearer" && endpoint.credentialHeader.empty())
        endpoint.credentialHeader = "Authorization";
}

/// hmac with its encoding is one word for the gateway: hmacHex, hmacBase64.
void readWebhookCredential(const json& credential, Endpoint& endpoint)
{
    const std::string kind = textAt(credential, "kind");
    endpoint.webhookHeader = textAt(credential, "header");
    if (kind == "hmac") {
        endpoint.webhookKind = textAt(credential, "encoding") == "hex" ? "hmacHex" : "hmacBase64";
        endpoint.webhookSecret = textAt(credential, "secret");
        return;
    }
    endpoint.webhookKind = kind;
    endpoint.webhookSecret = textAt(credential, "key");
    if (kind == "bearer" && endpoint.webhookHeader.empty()) endpoint.webhookHeader = "Authorization";
}

Result<Endpoint> readSystem(const json& system, const std::string& place)
{
    if (!system.is_object()) return invalid(place, "a system must be an object");
    Endpoint endpoint{.system = textAt(system, "name"),
                      .url = textAt(system, "url"),
                      .inFolder = textAt(system, "inFolder"),
                      .outFolder = textAt(system, "outFolder")};
    while (endpoint.url.ends_with('/'))
        endpoint.url.pop_back();
    if (endpoint.system.empty()) return invalid(place + "/name", "the system has no name");
    if (endpoint.url.empty() && endpoint.inFolder.empty() && endpoint.outFolder.empty())
        return invalid(place, endpoint.system + " has neither url nor folders");
    endpoint.credentialKind = "none";
    if (const auto found = system.find("credential"); found != system.end() && found->is_object())
        readCredential(*found, endpoint);
    if (const auto found = system.find("webhookCredential"); found != system.end() && found->is_object())
        readWebhookCredential(*found, endpoint);
    return endpoint;
}

ScaledClock readClock(const json& clock)
{
    const auto number = [&](const char* key) {
        const auto found = clock.find(key);
        return found != clock.end() && found->is_number() ? found->get<double>() : 0.0;
    };
    const double speed = number("speed");
    if (speed <= 0) return ScaledClock();
    const auto at = [&](const char* key) {
        return Timestamp(Duration(static_cast<std::int64_t>(number(key))));
    };
    return {at("scaledMs"), at("realMs"), speed};
}

} // namespace

Result<NetworkFile> parseNetworkFile(std::string_view text)
{
    const json document = json::parse(text, nullptr, false);
    if (!document.is_object()) return invalid("", "the network file is no JSON object");
    const auto systems = document.find("systems");
    if (systems == document.end() || !systems->is_array())
        return invalid("/systems", "the network file names no systems");
    NetworkFile network{.control = textAt(document, "control"), .process = textAt(document, "process")};
    if (const auto clock = document.find("clock"); clock != document.end() && clock->is_object())
        network.clock = readClock(*clock);
    for (std::size_t i = 0; i < systems->size(); ++i) {
        auto endpoint = readSystem((*systems)[i], "/systems/" + std::to_string(i));
        if (!endpoint) return endpoint.error();
        network.endpoints.push_back(*std::move(endpoint));
    }
    return network;
}

Result<NetworkFile> readNetworkFile(const std::filesystem::path& file)
{
    std::ifstream stream(file, std::ios::binary);
    if (!stream)
        return Error{.kind = ErrorKind::NotFound,
                     .message =
                         "the network file " + file.string() + " cannot be read; is the network running?"};
    const std::string text{std::istreambuf_iterator<char>(stream), {}};
    auto network = parseNetworkFile(text);
    if (network) return network;
    Error error = network.error();
    error.message = file.string() + ": " + error.message;
    return error;
}

} // namespace milepost
