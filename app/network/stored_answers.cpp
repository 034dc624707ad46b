// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/network/stored_answers.h"

namespace milepost::network {

std::optional<StoredAnswers::Stored> StoredAnswers::find(const std::string& key)
{
    if (key.empty()) return std::nullopt;
    const auto found = m_parts.books.rows(
        "SELECT request, status, body FROM stored_answer WHERE system = ? AND key = ? AND expiresAt > ?",
        [](SQLite::Statement& row) {
            return Stored{row.getColumn(0).getString(),
                          {row.getColumn(1).getInt(), row.getColumn(2).getString(), {}}};
        },
        m_system, key, m_parts.clock.now());
    return found.empty() ? std::nullopt : std::optional{found.front()};
}

void StoredAnswers::keep(const std::string& key, const std::string& request, const HttpReply& reply)
{
    if (key.empty()) return;
    m_parts.books.run(
        "INSERT INTO stored_answer (system, key, request, status, body, expiresAt) VALUES (?, ?, ?, ?, ?, ?) "
        "ON CONFLICT (system, key) DO UPDATE SET request = excluded.request, status = excluded.status, "
        "body = excluded.body, expiresAt = excluded.expiresAt",
        m_system, key, request, reply.status, reply.body, m_parts.clock.now() + m_keptFor);
}

} // namespace milepost::network
