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

std::vector<Unmatched::Waiting> Unmatched::takeOlder(Timestamp since, bool isTold)
{
    std::vector<Waiting> old;
    for (auto at = m_waiting.begin(); at != m_waiting.end() && at->second.inbox.receivedAt < since;) {
        if (at->second.isTold() != isTold) {
            ++at;
            continue;
        }
        old.push_back(std::move(at->second));
        at = m_waiting.erase(at);
    }
    return old;
}

void Unmatched::clear()
{
    m_waiting.clear();
    m_byReference.clear();
}

} // namespace milepost
