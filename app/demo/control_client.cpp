// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/control_client.h"

#include <curl/curl.h>
#include <nlohmann/json.hpp>

#include <memory>

namespace milepost {
namespace {

constexpr long timeLimitMs = 20'000;

std::size_t keep(char* data, std::size_t size, std::size_t count, void* target)
{
    static_cast<std::string*>(target)->append(data, size * count);
    return size * count;
}

using Handle = std::unique_ptr<CURL, decltype(&curl_easy_cleanup)>;
using Headers = std::unique_ptr<curl_slist, decltype(&curl_slist_free_all)>;

} // namespace

Result<std::string> ControlClient::request(const std::string& path, const std::string* body) const
{
    const Handle handle(curl_easy_init(), curl_easy_cleanup);
    const Headers headers(curl_slist_append(nullptr, "Content-Type: application/json"), curl_slist_free_all);
    const std::string url = m_url + path;
    std::string answer;
    curl_easy_setopt(handle.get(), CURLOPT_URL, url.c_str());
    curl_easy_setopt(handle.get(), CURLOPT_PROXY, "");
    curl_easy_setopt(handle.get(), CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(handle.get(), CURLOPT_TIMEOUT_MS, timeLimitMs);
    curl_easy_setopt(handle.get(), CURLOPT_HTTPHEADER, headers.get());
    curl_easy_setopt(handle.get(), CURLOPT_WRITEFUNCTION, keep);
    curl_easy_setopt(handle.get(), CURLOPT_WRITEDATA, &answer);
    if (body != nullptr) curl_easy_setopt(handle.get(), CURLOPT_COPYPOSTFIELDS, body->c_str());
    const CURLcode code = curl_easy_perform(handle.get());
    long status = 0;
    curl_easy_getinfo(handle.get(), CURLINFO_RESPONSE_CODE, &status);
    if (code == CURLE_OK && status == 200) return answer;
    const std::string why =
        code == CURLE_OK ? "HTTP " + std::to_string(status) + " " + answer : curl_easy_strerror(code);
    return Error{.kind = ErrorKind::Unavailable,
                 .message = "the demo network at " + url + " does not answer: " + why};
}

Result<std::string> ControlClient::get(const std::string& path) const
{
    return request(path, nullptr);
}

Status ControlClient::post(const std::string& path, const std::string& body) const
{
    const auto answer = request(path, &body);
    if (!answer) return answer.error();
    return Done{};
}

Status ControlClient::setWebhooks(const std::string& gateway) const
{
    return post("/control/webhooks", nlohmann::json{{"url", gateway}}.dump());
}

template <typename T>
Result<T> ControlClient::health(const char* name) const
{
    const auto text = get("/health");
    if (!text) return text.error();
    const auto document = nlohmann::json::parse(*text, nullptr, false);
    if (document.is_object() && document.contains(name)) return document.at(name).get<T>();
    return Error{.kind = ErrorKind::Unavailable,
                 .message = "the demo network at " + m_url + " does not say its " + name};
}

Result<std::string> ControlClient::faultProfile() const
{
    return health<std::string>("profile");
}

Result<int> ControlClient::scheduled() const
{
    return health<int>("scheduled");
}

Status ControlClient::setFaultProfile(const std::string& profile) const
{
    return post("/control/faults", nlohmann::json{{"profile", profile}}.dump());
}

Status ControlClient::addOrders(int count) const
{
    return post("/control/orders", nlohmann::json{{"count", count}}.dump());
}

} // namespace milepost
