// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/engine/input_queue.h"

#include <algorithm>
#include <iterator>

namespace milepost {

void InputQueue::put(EngineInput input)
{
    const std::lock_guard lock(m_mutex);
    m_inputs.push_back(std::move(input));
    if (m_isSleeping) m_wake.notify_one();
}

void InputQueue::put(std::vector<EngineInput> inputs)
{
    const std::lock_guard lock(m_mutex);
    std::ranges::move(inputs, std::back_inserter(m_inputs));
    if (m_isSleeping) m_wake.notify_one();
}

std::deque<EngineInput> InputQueue::take(std::size_t max, std::chrono::steady_clock::time_point until)
{
    std::unique_lock lock(m_mutex);
    m_isSleeping = true;
    m_wake.wait_until(lock, until, [&] { return !m_inputs.empty() || m_isStopped; });
    m_isSleeping = false;
    if (m_inputs.size() <= max) return std::exchange(m_inputs, {});
    const auto end = m_inputs.begin() + static_cast<std::ptrdiff_t>(max);
    std::deque<EngineInput> taken(std::make_move_iterator(m_inputs.begin()), std::make_move_iterator(end));
    m_inputs.erase(m_inputs.begin(), end);
    return taken;
}

void InputQueue::putBack(std::deque<EngineInput> inputs)
{
    const std::lock_guard lock(m_mutex);
    m_inputs.insert(m_inputs.begin(), std::make_move_iterator(inputs.begin()),
                    std::make_move_iterator(inputs.end()));
}

void InputQueue::stop()
{
    const std::lock_guard lock(m_mutex);
    m_isStopped = true;
    m_wake.notify_one();
}

bool InputQueue::isStopped() const
{
    const std::lock_guard lock(m_mutex);
    return m_isStopped;
}

std::size_t InputQueue::size() const
{
    const std::lock_guard lock(m_mutex);
    return m_inputs.size();
}

} // namespace milepost
