// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <condition_variable>
#include <filesystem>
#include <mutex>
#include <stop_token>
#include <thread>

struct sqlite3;

namespace milepost {

/// Carries the write-ahead log over into the store file from a thread and a connection of its own, so that no
/// commit pays for it. Ends with itself.
class Checkpointer {
public:
    /// Watches the commits of `writer`, which must outlive it and must not checkpoint by itself.
    Checkpointer(const std::filesystem::path& file, sqlite3* writer);
    ~Checkpointer();
    Checkpointer(const Checkpointer&) = delete;
    Checkpointer& operator=(const Checkpointer&) = delete;

    /// After each commit, by the writer's thread: the log holds that many pages.
    void logHolds(int pages);

private:
    void run(const std::filesystem::path& file, const std::stop_token& stop);

    sqlite3* m_writer;
    std::mutex m_mutex;
    std::condition_variable_any m_wake;
    int m_pages = 0; ///< in the log after the newest commit
    bool m_due = false;
    std::jthread m_thread; ///< last: it joins first
};

} // namespace milepost
