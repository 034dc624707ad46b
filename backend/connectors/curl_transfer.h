// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/connectors/http_answer.h"
#include "backend/connectors/request_text.h"
#include "backend/connectors/transport.h"

#include <curl/curl.h>

#include <array>
#include <chrono>
#include <memory>
#include <string>
#include <string_view>

namespace milepost {

/// One call on its way through libcurl. Stays where it is: libcurl holds its address.
class CurlTransfer {
public:
    CurlTransfer(Call call, std::chrono::steady_clock::time_point begun);
    CurlTransfer(const CurlTransfer&) = delete;
    CurlTransfer& operator=(const CurlTransfer&) = delete;

    /// Renders the call and sets the handle up; the failed result when that is not possible.
    std::unique_ptr<CallResult> prepare(const Endpoint* endpoint);
    const std::string& system() const { return m_call.pack->name(); }
    CURL* handle() const { return m_handle.get(); }
    /// How it ended, by what libcurl says.
    CallResult result(CURLcode code, double clockSpeed);
    CallResult stopped();

private:
    struct HandleDeleter {
        void operator()(CURL* handle) const { curl_easy_cleanup(handle); }
    };
    struct ListDeleter {
        void operator()(curl_slist* list) const { curl_slist_free_all(list); }
    };

    static std::size_t takeBody(char* bytes, std::size_t size, std::size_t count, void* self);
    static std::size_t takeHeader(char* bytes, std::size_t size, std::size_t count, void* self);
    CallResult failed(Outcome outcome, std::string_view code, std::string message);
    void addHeader(const std::string& name, const std::string& value);
    void setUp(const Endpoint& endpoint, const HttpUrl& url, const HttpHeaders& trace);
    bool wasSent() const;

    Call m_call;
    std::chrono::steady_clock::time_point m_begun;
    WireRequest m_wire;
    RequestText m_text;
    HttpAnswer m_answer;
    std::array<char, CURL_ERROR_SIZE> m_message{};
    std::unique_ptr<curl_slist, ListDeleter> m_headers;
    std::unique_ptr<CURL, HandleDeleter> m_handle;
};

} // namespace milepost
