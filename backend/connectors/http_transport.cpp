// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/connectors/http_transport.h"

#include "backend/connectors/call_flow.h"
#include "backend/connectors/http_pool.h"
#include "backend/core/thread_name.h"

#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/post.hpp>

#include <functional>
#include <map>
#include <mutex>
#include <thread>

namespace milepost {

namespace net = boost::asio;

/// The thread and what belongs to it. A turn takes what was started, runs what is ready and hands out the
/// results.
class HttpTransport::Loop {
public:
    Loop(EndpointLookup endpoints, HttpOptions options)
        : m_endpoints(std::move(endpoints))
        , m_options(options)
        , m_turn(std::make_unique<HttpTurn>())
    {
        m_turn->clockSpeed = options.clockSpeed;
    }

    void run(Sink sink)
    {
        m_sink = std::move(sink);
        m_thread = std::jthread([this] {
            nameThisThread("http calls");
            while (takeTurn()) {
            }
            end();
        });
    }

    void start(Call call)
    {
        const auto now = std::chrono::steady_clock::now();
        {
            const std::lock_guard lock(m_mutex);
            if (!m_isStopped) {
                m_started.push_back({std::move(call), now, now + call.deadline});
                return wake();
            }
        }
        if (m_sink) m_sink({failedResult(call, Outcome::Refused, "stopped", "the engine was stopped")});
    }

    void stop()
    {
        {
            const std::lock_guard lock(m_mutex);
            m_isStopped = true;
            wake();
        }
        if (m_thread.joinable()) m_thread.join();
    }

private:
    static constexpr auto sweepInterval = std::chrono::milliseconds(20);

    /// Precondition: m_mutex is locked. Costs a system call only when the thread sleeps.
    void wake()
    {
        if (!m_isAsleep) return;
        m_isAsleep = false;
        net::post(m_io, [] {});
    }

    bool takeTurn()
    {
        for (TakenCall& taken : takeStarted())
            begin(std::move(taken));
        m_io.poll();
        const auto now = std::chrono::steady_clock::now();
        if (now >= m_nextSweep) {
            m_nextSweep = now + sweepInterval;
            for (auto& [system, pool] : m_pools)
                pool.sweep(now);
        }
        handOut();
        return sleep();
    }

    std::vector<TakenCall> takeStarted()
    {
        const std::lock_guard lock(m_mutex);
        return std::exchange(m_started, {});
    }

    void begin(TakenCall taken)
    {
        ++m_turn->active;
        const std::string& system = taken.call.pack->name();
        auto found = m_pools.find(system);
        if (found == m_pools.end())
            found = m_pools.try_emplace(system, m_io, *m_turn, m_options.maxConnectionsPerSystem).first;
        auto endpoint = m_endpoints(system);
        found->second.start(std::move(taken), std::move(endpoint));
    }

    void handOut()
    {
        if (m_turn->ready.empty()) return;
        m_sink(std::exchange(m_turn->ready, {}));
    }

    /// Waits for the next event; false: the transport stops.
    bool sleep()
    {
        {
            const std::lock_guard lock(m_mutex);
            if (m_isStopped) return false;
            if (!m_started.empty()) return true;
            m_isAsleep = true;
        }
        if (m_turn->active > 0) {
            m_io.run_one_until(m_nextSweep);
        } else {
            m_io.run_one();
        }
        const std::lock_guard lock(m_mutex);
        m_isAsleep = false;
        return true;
    }

    void end()
    {
        for (TakenCall& taken : takeStarted())
            begin(std::move(taken));
        for (auto& [system, pool] : m_pools)
            pool.stop();
        handOut();
    }

    EndpointLookup m_endpoints;
    HttpOptions m_options;
    Sink m_sink;
    net::io_context m_io{1};
    net::executor_work_guard<net::io_context::executor_type> m_work{m_io.get_executor()};
    std::unique_ptr<HttpTurn> m_turn;
    std::map<std::string, HttpPool, std::less<>> m_pools;
    SteadyTime m_nextSweep{};

    std::mutex m_mutex; ///< of what follows
    std::vector<TakenCall> m_started;
    bool m_isAsleep = false;
    bool m_isStopped = false;

    std::jthread m_thread; ///< last: joins first
};

HttpTransport::HttpTransport(EndpointLookup endpoints, HttpOptions options)
    : m_loop(std::make_unique<Loop>(std::move(endpoints), options))
{
}

HttpTransport::~HttpTransport()
{
    m_loop->stop();
}

void HttpTransport::setSink(Sink sink)
{
    m_loop->run(std::move(sink));
}

void HttpTransport::start(Call call)
{
    m_loop->start(std::move(call));
}

void HttpTransport::stop()
{
    m_loop->stop();
}

} // namespace milepost
