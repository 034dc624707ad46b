// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace milepost {

/// Threads for work that computes: parsing, mapping, compression. Values in, values out; a job must not
/// throw, nor wait for another job. Jobs start in the order in which they were posted.
class WorkerPool {
public:
    using Job = std::function<void()>;

    /// Both > 0. At most `maxQueued` jobs wait for a thread.
    WorkerPool(std::size_t threads, std::size_t maxQueued);
    /// What is queued is still done.
    ~WorkerPool();
    WorkerPool(const WorkerPool&) = delete;
    WorkerPool& operator=(const WorkerPool&) = delete;

    /// False: the queue is full or the pool is closed; the job is not taken. Any thread.
    bool tryPost(Job job);
    /// Waits for a place in the queue; false only when the pool is closed. Not from a job.
    bool post(Job job);
    /// Does what is queued and ends the threads; later jobs are not taken. May be called again.
    void close();

private:
    void work();

    std::size_t m_maxQueued;
    std::mutex m_mutex;
    std::condition_variable m_jobArrived;
    std::condition_variable m_placeBecameFree;
    std::deque<Job> m_queue;
    bool m_isClosed = false;
    std::vector<std::jthread> m_threads;
};

} // namespace milepost
