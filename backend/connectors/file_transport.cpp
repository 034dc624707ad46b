// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/connectors/file_transport.h"

#include "backend/connectors/call_flow.h"
#include "backend/connectors/file_calls.h"
#include "backend/core/thread_name.h"

#include <condition_variable>
#include <iterator>
#include <mutex>
#include <thread>
#include <utility>
#include <vector>

namespace milepost {

class FileTransport::Loop {
public:
    Loop(EndpointLookup endpoints, FileOptions options)
        : m_calls(std::move(endpoints), options)
    {
    }

    void run(Sink sink)
    {
        m_sink = std::move(sink);
        m_thread = std::jthread([this] {
            nameThisThread("file calls");
            while (takeTurn()) {
            }
        });
    }

    void start(Call call)
    {
        const auto now = std::chrono::steady_clock::now();
        {
            const std::lock_guard lock(m_mutex);
            if (!m_isStopped) {
                m_started.push_back({std::move(call), now});
                m_changed.notify_one();
                return;
            }
        }
        if (m_sink) m_sink({stoppedResult(call)});
    }

    void settle(const std::vector<std::string>& files)
    {
        const std::lock_guard lock(m_mutex);
        m_settled.insert(m_settled.end(), files.begin(), files.end());
        m_changed.notify_one();
    }

    void stop()
    {
        {
            const std::lock_guard lock(m_mutex);
            m_isStopped = true;
            m_changed.notify_one();
        }
        if (m_thread.joinable()) m_thread.join();
    }

private:
    struct Started {
        Call call{};
        std::chrono::steady_clock::time_point at{};
    };

    static CallResult stoppedResult(const Call& call)
    {
        return failedResult(call, Outcome::Refused, "stopped", "the engine was stopped");
    }

    /// False: the transport stops. What was settled before is still moved.
    bool takeTurn()
    {
        std::vector<Started> started;
        std::vector<std::string> settled;
        bool isStopped = false;
        {
            std::unique_lock lock(m_mutex);
            m_changed.wait(lock, [this] { return m_isStopped || !m_started.empty() || !m_settled.empty(); });
            started.swap(m_started);
            settled.swap(m_settled);
            isStopped = m_isStopped;
        }
        m_calls.settle(settled);
        std::vector<CallResult> results;
        for (const Started& one : started)
            results.push_back(isStopped ? stoppedResult(one.call) : performed(one));
        if (!results.empty()) m_sink(std::move(results));
        return !isStopped;
    }

    CallResult performed(const Started& started)
    {
        const bool isLate = elapsedSince(started.at) >= started.call.deadline;
        CallResult result = isLate ? failedResult(started.call, Outcome::Refused, "not sent",
                                                  "other files were not done before the deadline")
                                   : m_calls.perform(started.call);
        result.took = elapsedSince(started.at);
        return result;
    }

    FileCalls m_calls; ///< thread of the transport only
    Sink m_sink;

    std::mutex m_mutex; ///< of what follows
    std::condition_variable m_changed;
    std::vector<Started> m_started;
    std::vector<std::string> m_settled;
    bool m_isStopped = false;

    std::jthread m_thread; ///< last: joins first
};

FileTransport::FileTransport(EndpointLookup endpoints, FileOptions options)
    : m_loop(std::make_unique<Loop>(std::move(endpoints), options))
{
}

FileTransport::~FileTransport()
{
    m_loop->stop();
}

void FileTransport::setSink(Sink sink)
{
    m_loop->run(std::move(sink));
}

void FileTransport::start(Call call)
{
    m_loop->start(std::move(call));
}

void FileTransport::settle(const std::vector<std::string>& files)
{
    m_loop->settle(files);
}

void FileTransport::stop()
{
    m_loop->stop();
}

} // namespace milepost
