// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/connectors/curl_transport.h"

#include "backend/connectors/call_flow.h"
#include "backend/connectors/curl_transfer.h"
#include "backend/core/thread_name.h"

#include <map>
#include <mutex>
#include <thread>
#include <utility>
#include <vector>

namespace milepost {

class CurlTransport::Loop {
public:
    Loop(EndpointLookup endpoints, HttpOptions options)
        : m_endpoints(std::move(endpoints))
        , m_options(options)
    {
        static const CURLcode initialised = curl_global_init(CURL_GLOBAL_DEFAULT);
        static_cast<void>(initialised);
        m_multi.reset(curl_multi_init());
        curl_multi_setopt(m_multi.get(), CURLMOPT_MAX_HOST_CONNECTIONS,
                          static_cast<long>(options.maxConnectionsPerSystem));
    }

    void run(Sink sink)
    {
        m_sink = std::move(sink);
        m_thread = std::jthread([this] {
            nameThisThread("https calls");
            while (takeTurn()) {
            }
            end();
        });
    }

    void start(Call call)
    {
        {
            const std::lock_guard lock(m_mutex);
            if (!m_isStopped) {
                m_started.push_back(
                    std::make_unique<CurlTransfer>(std::move(call), std::chrono::steady_clock::now()));
                curl_multi_wakeup(m_multi.get());
                return;
            }
        }
        if (m_sink) m_sink({failedResult(call, Outcome::Refused, "stopped", "the engine was stopped")});
    }

    void stop()
    {
        {
            const std::lock_guard lock(m_mutex);
            m_isStopped = true;
            curl_multi_wakeup(m_multi.get());
        }
        if (m_thread.joinable()) m_thread.join();
    }

private:
    struct MultiDeleter {
        void operator()(CURLM* multi) const { curl_multi_cleanup(multi); }
    };
    using Transfers = std::vector<std::unique_ptr<CurlTransfer>>;

    bool takeTurn()
    {
        constexpr int longestSleepMs = 1000;
        begin(takeStarted());
        int running = 0;
        curl_multi_perform(m_multi.get(), &running);
        collect();
        if (!m_ready.empty()) m_sink(std::exchange(m_ready, {}));
        {
            const std::lock_guard lock(m_mutex);
            if (m_isStopped) return false;
            if (!m_started.empty()) return true;
        }
        curl_multi_poll(m_multi.get(), nullptr, 0, longestSleepMs, nullptr);
        return true;
    }

    Transfers takeStarted()
    {
        const std::lock_guard lock(m_mutex);
        return std::exchange(m_started, {});
    }

    void begin(Transfers started)
    {
        for (auto& transfer : started) {
            const auto endpoint = m_endpoints(transfer->system());
            if (auto failed = transfer->prepare(endpoint.get())) {
                m_ready.push_back(std::move(*failed));
                continue;
            }
            curl_multi_add_handle(m_multi.get(), transfer->handle());
            m_active.emplace(transfer->handle(), std::move(transfer));
        }
    }

    void collect()
    {
        int left = 0;
        while (const CURLMsg* message = curl_multi_info_read(m_multi.get(), &left)) {
            if (message->msg != CURLMSG_DONE) continue;
            const CURLcode code = message->data.result;
            auto found = m_active.extract(message->easy_handle);
            curl_multi_remove_handle(m_multi.get(), found.key());
            m_ready.push_back(found.mapped()->result(code, m_options.clockSpeed));
        }
    }

    void end()
    {
        for (const auto& transfer : takeStarted())
            m_ready.push_back(transfer->stopped());
        for (const auto& [handle, transfer] : m_active) {
            m_ready.push_back(transfer->stopped());
            curl_multi_remove_handle(m_multi.get(), handle);
        }
        m_active.clear();
        if (!m_ready.empty()) m_sink(std::exchange(m_ready, {}));
    }

    EndpointLookup m_endpoints;
    HttpOptions m_options;
    Sink m_sink;
    std::unique_ptr<CURLM, MultiDeleter> m_multi;
    std::map<CURL*, std::unique_ptr<CurlTransfer>> m_active;
    std::vector<CallResult> m_ready;

    std::mutex m_mutex; ///< of what follows
    Transfers m_started;
    bool m_isStopped = false;

    std::jthread m_thread; ///< last: joins first
};

CurlTransport::CurlTransport(EndpointLookup endpoints, HttpOptions options)
    : m_loop(std::make_unique<Loop>(std::move(endpoints), options))
{
}

CurlTransport::~CurlTransport()
{
    m_loop->stop();
}

void CurlTransport::setSink(Sink sink)
{
    m_loop->run(std::move(sink));
}

void CurlTransport::start(Call call)
{
    m_loop->start(std::move(call));
}

void CurlTransport::stop()
{
    m_loop->stop();
}

} // namespace milepost
