// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/engine/polls.h"

#include <algorithm>

namespace milepost {

void Polls::load(const std::vector<std::shared_ptr<const Pack>>& packs, Store& store)
{
    m_polls.clear();
    for (const auto& pack : packs) {
        for (PollSpec& spec : pack->polls())
            m_polls.push_back(ScheduledPoll{.pack = pack, .spec = std::move(spec)});
    }
    for (const CursorRow& row : store.cursors()) {
        ScheduledPoll* poll = find(row.system, row.poll);
        if (poll != nullptr && poll->spec.window == Duration(0)) poll->cursor = row.cursor;
    }
}

std::vector<ScheduledPoll*> Polls::takeDue(Timestamp now)
{
    std::vector<ScheduledPoll*> due;
    for (ScheduledPoll& poll : m_polls) {
        if (poll.isFlying || poll.dueAt > now) continue;
        poll.isFlying = true;
        poll.startedAt = now;
        due.push_back(&poll);
    }
    return due;
}

ScheduledPoll* Polls::find(const std::string& system, const std::string& name)
{
    const auto at = std::ranges::find_if(m_polls, [&](const ScheduledPoll& poll) {
        return poll.pack->name() == system && poll.spec.name == name;
    });
    return at == m_polls.end() ? nullptr : &*at;
}

void Polls::askAll(Timestamp now)
{
    for (ScheduledPoll& poll : m_polls)
        if (poll.spec.window == Duration(0)) poll.dueAt = std::min(poll.dueAt, now);
}

std::optional<Timestamp> Polls::next() const
{
    std::optional<Timestamp> next;
    for (const ScheduledPoll& poll : m_polls) {
        if (!poll.isFlying) next = next ? std::min(*next, poll.dueAt) : poll.dueAt;
    }
    return next;
}

std::optional<Timestamp> Polls::answeredAt(const std::string& system) const
{
    std::optional<Timestamp> oldest;
    for (const ScheduledPoll& poll : m_polls) {
        if (poll.pack->name() != system || poll.spec.window > Duration(0)) continue;
        if (!poll.answeredAt) return std::nullopt;
        oldest = oldest ? std::min(*oldest, *poll.answeredAt) : *poll.answeredAt;
    }
    return oldest;
}

std::vector<std::string> Polls::systems() const
{
    std::vector<std::string> names;
    for (const ScheduledPoll& poll : m_polls) {
        if (std::ranges::find(names, poll.pack->name()) == names.end()) names.push_back(poll.pack->name());
    }
    return names;
}

} // namespace milepost
