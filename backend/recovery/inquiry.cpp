// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/recovery/inquiry.h"

#include <algorithm>

namespace milepost {

LiveInquiry::LiveInquiry(Transport& transport)
    : m_transport(transport)
{
    m_transport.setSink([this](std::vector<CallResult> results) { take(std::move(results)); });
}

/// The ticket travels in the place of the order: one asker never gets the answer of another.
void LiveInquiry::take(std::vector<CallResult> results)
{
    const std::lock_guard lock(m_mutex);
    for (CallResult& result : results) {
        const auto awaited = m_awaited.find(result.order);
        if (awaited != m_awaited.end()) awaited->second = std::move(result.reply);
    }
    m_arrived.notify_all();
}

std::vector<std::optional<Reply>> LiveInquiry::ask(const std::vector<Question>& questions,
                                                   std::chrono::milliseconds deadline)
{
    const auto until = std::chrono::steady_clock::now() + deadline;
    std::vector<std::int64_t> tickets;
    {
        const std::lock_guard lock(m_mutex);
        for (std::size_t i = 0; i < questions.size(); ++i)
            m_awaited.emplace(tickets.emplace_back(++m_lastTicket), std::nullopt);
    }
    for (std::size_t i = 0; i < questions.size(); ++i)
        m_transport.start({.order = tickets[i],
                           .effect = questions[i].effect,
                           .purpose = CallPurpose::Lookup,
                           .pack = questions[i].pack,
                           .capability = questions[i].capability,
                           .view = questions[i].view,
                           .deadline = deadline});
    std::unique_lock lock(m_mutex);
    m_arrived.wait_until(lock, until, [&] {
        return std::ranges::all_of(tickets,
                                   [&](std::int64_t ticket) { return m_awaited.at(ticket).has_value(); });
    });
    std::vector<std::optional<Reply>> replies;
    for (const std::int64_t ticket : tickets)
        replies.push_back(std::move(m_awaited.extract(ticket).mapped()));
    return replies;
}

} // namespace milepost
