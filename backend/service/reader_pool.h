// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/core/result.h"
#include "backend/store/reader.h"

#include <atomic>
#include <filesystem>
#include <memory>
#include <mutex>
#include <stop_token>
#include <utility>
#include <vector>

namespace milepost {

/// Connections for reading, one for each call under way; those that are free are kept. Any thread.
class ReaderPool {
public:
    explicit ReaderPool(std::filesystem::path file)
        : m_file(std::move(file))
    {
    }

    /// Runs `work(StoreReader&)`, whose Result is of type T. What SQLite is doing for it when it is stopped
    /// ends with a StoreError.
    template <typename T, typename Work>
    Result<T> with(const Work& work, const std::stop_token& stop = {})
    {
        auto taken = take();
        if (!taken) return taken.error();
        const int generation = m_generation;
        (*taken)->endWith(stop);
        try {
            Result<T> answer = work(**taken);
            give(*std::move(taken), generation);
            return answer;
        } catch (...) { // the connection is not trusted any more, but where we made it stop ourselves
            if (stop.stop_requested()) give(*std::move(taken), generation);
            throw;
        }
    }

    /// Closes those that are free; those in use are closed when they come back.
    void clear()
    {
        const std::lock_guard lock(m_mutex);
        m_free.clear();
        ++m_generation;
    }

private:
    Result<std::unique_ptr<StoreReader>> take()
    {
        {
            const std::lock_guard lock(m_mutex);
            if (!m_free.empty()) {
                auto reader = std::move(m_free.back());
                m_free.pop_back();
                return reader;
            }
        }
        return StoreReader::open(m_file);
    }

    void give(std::unique_ptr<StoreReader> reader, int generation)
    {
        reader->endWith({});
        const std::lock_guard lock(m_mutex);
        if (generation == m_generation && m_free.size() < maxFree) m_free.push_back(std::move(reader));
    }

    static constexpr std::size_t maxFree = 6;

    std::filesystem::path m_file;
    std::mutex m_mutex;
    std::vector<std::unique_ptr<StoreReader>> m_free;
    std::atomic<int> m_generation = 0;
};

} // namespace milepost
