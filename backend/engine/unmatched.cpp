// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/engine/unmatched.h"

namespace milepost {

void Unmatched::keep(Waiting waiting, const std::vector<std::string>& references)
{
    const std::int64_t id = waiting.inbox.id;
    for (const std::string& reference : references)
        m_byReference.emplace(reference, id);
    m_waiting.insert_or_assign(id, std::move(waiting));
}

std::vector<Unmatched::Waiting> Unmatched::take(const std::string& reference)
{
    std::vector<Waiting> found;
    const auto [first, last] = m_byReference.equal_range(reference);
    for (auto at = first; at != last; ++at) {
        auto node = m_waiting.extract(at->second);
        if (!node.empty()) found.push_back(std::move(node.mapped()));
    }
    m_byReference.erase(first, last);
    return found;
}

std::vector<Unmatched::Waiting> Unmatched::takeOlder(Timestamp since)
{
    std::vector<Waiting> old;
    while (!m_waiting.empty() && m_waiting.begin()->second.inbox.receivedAt < since) {
        old.push_back(std::move(m_waiting.begin()->second));
        m_waiting.erase(m_waiting.begin());
    }
    return old;
}

void Unmatched::clear()
{
    m_waiting.clear();
    m_byReference.clear();
}

} // namespace milepost
