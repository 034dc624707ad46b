// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/core/worker_pool.h"

#include "backend/core/thread_name.h"

#include <cassert>
#include <utility>

namespace milepost {

WorkerPool::WorkerPool(std::size_t threads, std::size_t maxQueued)
    : m_maxQueued(maxQueued)
{
    assert(threads > 0 && maxQueued > 0);
    m_threads.reserve(threads);
    for (std::size_t i = 0; i < threads; ++i)
        m_threads.emplace_back([this] { work(); });
}

WorkerPool::~WorkerPool()
{
    close();
}

bool WorkerPool::tryPost(Job job)
{
    {
        const std::lock_guard lock(m_mutex);
        if (m_isClosed || m_queue.size() >= m_maxQueued) return false;
        m_queue.push_back(std::move(job));
    }
    m_jobArrived.notify_one();
    return true;
}

bool WorkerPool::post(Job job)
{
    {
        std::unique_lock lock(m_mutex);
        m_placeBecameFree.wait(lock, [this] { return m_isClosed || m_queue.size() < m_maxQueued; });
        if (m_isClosed) return false;
        m_queue.push_back(std::move(job));
    }
    m_jobArrived.notify_one();
    return true;
}

void WorkerPool::close()
{
    {
        const std::lock_guard lock(m_mutex);
        m_isClosed = true;
    }
    m_jobArrived.notify_all();
    m_placeBecameFree.notify_all();
    for (std::jthread& thread : m_threads)
        if (thread.joinable()) thread.join();
}

void WorkerPool::work()
{
    nameThisThread("worker");
    for (;;) {
        Job job;
        {
            std::unique_lock lock(m_mutex);
            m_jobArrived.wait(lock, [this] { return m_isClosed || !m_queue.empty(); });
            if (m_queue.empty()) return;
            job = std::move(m_queue.front());
            m_queue.pop_front();
        }
        m_placeBecameFree.notify_one();
        job();
    }
}

} // namespace milepost
