// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/connectors/transport.h"

#include <algorithm>
#include <chrono>
#include <condition_variable>
#include <iterator>
#include <mutex>
#include <vector>

namespace milepost::test {

/// A sink that keeps what a transport hands out.
class CollectedResults {
public:
    Transport::Sink sink()
    {
        return [this](std::vector<CallResult> results) {
            const std::lock_guard lock(m_mutex);
            std::ranges::move(results, std::back_inserter(m_results));
            m_changed.notify_all();
        };
    }

    /// All results, once there are `count`, or what is there after `limit`.
    std::vector<CallResult> wait(std::size_t count, std::chrono::seconds limit = std::chrono::seconds(15))
    {
        std::unique_lock lock(m_mutex);
        m_changed.wait_for(lock, limit, [&] { return m_results.size() >= count; });
        return m_results;
    }

private:
    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::vector<CallResult> m_results;
};

} // namespace milepost::test
