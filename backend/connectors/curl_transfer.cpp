// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/connectors/curl_transfer.h"

#include "backend/connectors/call_flow.h"

#include <strings.h>

#include <algorithm>
#include <utility>

namespace milepost {
namespace {

std::string_view valueOf(std::string_view line, std::string_view name)
{
    if (line.size() <= name.size() || line[name.size()] != ':') return {};
    if (::strncasecmp(line.data(), name.data(), name.size()) != 0) return {};
    line.remove_prefix(name.size() + 1);
    const auto begin = line.find_first_not_of(" \t");
    const auto end = line.find_last_not_of(" \t\r\n");
    return begin == std::string_view::npos || end < begin ? std::string_view()
                                                          : line.substr(begin, end + 1 - begin);
}

std::unique_ptr<CallResult> owned(CallResult result)
{
    return std::make_unique<CallResult>(std::move(result));
}

} // namespace

CurlTransfer::CurlTransfer(Call call, std::chrono::steady_clock::time_point begun)
    : m_call(std::move(call))
    , m_begun(begun)
{
}

std::unique_ptr<CallResult> CurlTransfer::prepare(const Endpoint* endpoint)
{
    const auto url = parseHttpUrl(endpoint != nullptr ? endpoint->url : std::string());
    if (!url) return owned(failed(Outcome::Refused, "not connected", "there is no address for the system"));
    auto wire = render(m_call);
    if (!wire) return owned(failed(Outcome::Rejected, "not rendered", wire.error().message));
    const auto trace = traceHeaders(m_call);
    auto text = RequestText::make(*wire, trace, *url, *endpoint);
    if (!text) return owned(failed(Outcome::Rejected, "not rendered", text.error().message));

    m_wire = std::move(*wire);
    m_text = std::move(*text);
    m_handle.reset(curl_easy_init());
    if (!m_handle) return owned(failed(Outcome::Refused, "not connected", "libcurl has no memory"));
    setUp(*endpoint, *url, trace);
    return nullptr;
}

void CurlTransfer::addHeader(const std::string& name, const std::string& value)
{
    const std::string line = value.empty() ? name + ';' : name + ": " + value;
    if (curl_slist* longer = curl_slist_append(m_headers.get(), line.c_str())) {
        static_cast<void>(m_headers.release());
        m_headers.reset(longer);
    }
}

void CurlTransfer::setUp(const Endpoint& endpoint, const HttpUrl& url, const HttpHeaders& trace)
{
    for (const auto& [name, value] : m_wire.headers)
        addHeader(name, value);
    for (const auto& [name, value] : trace)
        addHeader(name, value);
    if (const auto [name, secret] = credentialOf(endpoint); !name.empty()) addHeader(name, secret);
    if (!m_wire.body.empty()) addHeader("Content-Type", "application/json");
    addHeader("User-Agent", "milepost");

    CURL* handle = m_handle.get();
    const std::string address =
        (url.isTls ? "https://" : "http://") + url.authority + url.path + m_wire.target;
    const auto left = m_call.deadline - elapsedSince(m_begun);
    curl_easy_setopt(handle, CURLOPT_URL, address.c_str());
    curl_easy_setopt(handle, CURLOPT_PROTOCOLS_STR, "http,https");
    curl_easy_setopt(handle, CURLOPT_CUSTOMREQUEST, m_wire.method.c_str());
    curl_easy_setopt(handle, CURLOPT_HTTPHEADER, m_headers.get());
    if (m_wire.method != "GET" || !m_wire.body.empty()) {
        curl_easy_setopt(handle, CURLOPT_POSTFIELDSIZE_LARGE, static_cast<curl_off_t>(m_wire.body.size()));
        curl_easy_setopt(handle, CURLOPT_POSTFIELDS, m_wire.body.c_str());
    }
    curl_easy_setopt(handle, CURLOPT_TIMEOUT_MS, std::max<long>(1, static_cast<long>(left.count())));
    curl_easy_setopt(handle, CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(handle, CURLOPT_HTTP_VERSION, static_cast<long>(CURL_HTTP_VERSION_1_1));
    curl_easy_setopt(handle, CURLOPT_FRESH_CONNECT, m_call.purpose == CallPurpose::Attempt ? 1L : 0L);
    curl_easy_setopt(handle, CURLOPT_WRITEFUNCTION, &CurlTransfer::takeBody);
    curl_easy_setopt(handle, CURLOPT_WRITEDATA, this);
    curl_easy_setopt(handle, CURLOPT_HEADERFUNCTION, &CurlTransfer::takeHeader);
    curl_easy_setopt(handle, CURLOPT_HEADERDATA, this);
    curl_easy_setopt(handle, CURLOPT_ERRORBUFFER, m_message.data());
    curl_easy_setopt(handle, CURLOPT_PRIVATE, this);
}

std::size_t CurlTransfer::takeBody(char* bytes, std::size_t size, std::size_t count, void* self)
{
    auto& body = static_cast<CurlTransfer*>(self)->m_answer.body;
    if (body.size() + size * count > maxAnswerBytes) return 0;
    body.append(bytes, size * count);
    return size * count;
}

std::size_t CurlTransfer::takeHeader(char* bytes, std::size_t size, std::size_t count, void* self)
{
    HttpAnswer& answer = static_cast<CurlTransfer*>(self)->m_answer;
    const std::string_view line(bytes, size * count);
    if (answer.head.size() + line.size() > maxAnswerHeadBytes) return 0;
    if (line.starts_with("HTTP/")) answer = {}; // what came before was a proxy or an interim answer
    if (const auto after = valueOf(line, "Retry-After"); !after.empty())
        answer.retryAfter = parseRetryAfter(after);
    if (valueOf(line, "Set-Cookie").empty()) answer.head.append(line);
    return line.size();
}

bool CurlTransfer::wasSent() const
{
    long bytes = 0;
    curl_easy_getinfo(m_handle.get(), CURLINFO_REQUEST_SIZE, &bytes);
    return bytes > 0;
}

CallResult CurlTransfer::failed(Outcome outcome, std::string_view code, std::string message)
{
    CallResult result = failedResult(m_call, outcome, code, std::move(message));
    result.took = elapsedSince(m_begun);
    return result;
}

CallResult CurlTransfer::result(CURLcode code, double clockSpeed)
{
    const std::string message = m_message[0] != '\0' ? m_message.data() : curl_easy_strerror(code);
    if (!wasSent()) return failed(Outcome::Refused, "not connected", message);

    CallResult result;
    if (code == CURLE_OK) {
        long status = 0;
        curl_easy_getinfo(handle(), CURLINFO_RESPONSE_CODE, &status);
        m_answer.status = static_cast<int>(status);
        result = answeredResult(m_call, std::move(m_answer), clockSpeed);
        result.took = elapsedSince(m_begun);
    } else if (code == CURLE_OPERATION_TIMEDOUT) {
        result = failed(Outcome::Unknown, "timeout", message);
    } else if (code == CURLE_WRITE_ERROR || code == CURLE_WEIRD_SERVER_REPLY ||
               code == CURLE_UNSUPPORTED_PROTOCOL) {
        result = failed(Outcome::Unknown, "unreadable answer", message);
    } else {
        result = failed(Outcome::Unknown, "cut", message);
    }
    result.request = std::move(m_text).withoutCredential();
    return result;
}

CallResult CurlTransfer::stopped()
{
    const bool isOut = m_handle && wasSent();
    CallResult result =
        failed(isOut ? Outcome::Unknown : Outcome::Refused, "stopped", "the engine was stopped");
    if (isOut) result.request = std::move(m_text).withoutCredential();
    return result;
}

} // namespace milepost
