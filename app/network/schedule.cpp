// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/network/schedule.h"

#include <iostream>

namespace milepost::network {

namespace {

constexpr int appointmentsPerTurn = 32;

Appointment readAppointment(SQLite::Statement& row)
{
    return {row.getColumn(0).getInt64(),  row.getColumn(1).getInt64(),  row.getColumn(2).getString(),
            row.getColumn(3).getString(), row.getColumn(4).getString(), row.getColumn(5).getString(),
            row.getColumn(6).getInt()};
}

} // namespace

Schedule::Schedule(boost::asio::io_context& loop, Books& books, const ScaledClock& clock)
    : m_timer(loop)
    , m_books(books)
    , m_clock(clock)
{
}

void Schedule::add(Millis due, const std::string& owner, const std::string& kind, const std::string& subject,
                   const std::string& body, Counted counted)
{
    m_books.run("INSERT INTO schedule (due, owner, kind, subject, body, counted) VALUES (?, ?, ?, ?, ?, ?)",
                due, owner, kind, subject, body, counted == Counted::Yes ? 1 : 0);
    m_queue.emplace(due, m_books.number("SELECT last_insert_rowid()", 0));
    arm();
}

void Schedule::finish(std::int64_t id)
{
    m_books.run("DELETE FROM schedule WHERE id = ?", id);
}

void Schedule::postpone(std::int64_t id, Millis due, int attempts)
{
    if (m_books.run("UPDATE schedule SET due = ?, attempts = ? WHERE id = ?", due, attempts, id) == 0) return;
    m_queue.emplace(due, id);
    arm();
}

void Schedule::start()
{
    m_running = true;
    const auto open = m_books.rows("SELECT due, id FROM schedule", [](SQLite::Statement& row) {
        return Entry{row.getColumn(0).getInt64(), row.getColumn(1).getInt64()};
    });
    m_queue = {};
    for (const Entry& entry : open)
        m_queue.push(entry);
    m_armedFor = 0;
    arm();
}

void Schedule::stop()
{
    m_running = false;
    m_timer.cancel();
}

std::int64_t Schedule::counted()
{
    return m_books.number("SELECT count(*) FROM schedule WHERE counted = 1", 0);
}

void Schedule::arm()
{
    if (!m_running || m_queue.empty()) return;
    const Millis due = m_queue.top().first;
    if (m_armedFor != 0 && m_armedFor <= due) return;
    m_armedFor = due;
    m_timer.expires_after(m_clock.realUntil(due));
    m_timer.async_wait([this](const boost::system::error_code& failed) {
        if (failed || !m_running) return;
        m_armedFor = 0;
        fireDue();
    });
}

void Schedule::fireDue()
{
    for (int i = 0; i < appointmentsPerTurn && !m_queue.empty(); ++i) {
        const Entry entry = m_queue.top();
        if (entry.first > m_clock.now()) break;
        m_queue.pop();
        fire(entry.second);
    }
    arm();
}

void Schedule::catchUp(const std::string& owner, const std::string& kind)
{
    const auto due = m_books.rows(
        "SELECT id FROM schedule WHERE owner = ? AND kind = ? AND due <= ? ORDER BY due, id",
        [](SQLite::Statement& row) { return row.getColumn(0).getInt64(); }, owner, kind, m_clock.now());
    for (const std::int64_t id : due)
        fire(id);
}

Millis Schedule::heldUntil(const Appointment& appointment) const
{
    if (appointment.kind == "up" || appointment.kind == "down") return 0;
    const auto found = m_heldUntil.find(appointment.owner);
    return found == m_heldUntil.end() ? 0 : found->second;
}

void Schedule::fire(std::int64_t id)
{
    const auto found =
        m_books.rows("SELECT id, due, owner, kind, subject, body, attempts FROM schedule WHERE id = ?",
                     readAppointment, id);
    if (found.empty() || found.front().due > m_clock.now()) return;
    const Appointment& appointment = found.front();
    if (const Millis until = heldUntil(appointment); until > 0) {
        postpone(id, until + scaledSecond, appointment.attempts);
        return;
    }
    try {
        m_books.transact([&] {
            if (m_handlers.at(appointment.kind)(appointment) == Kept::Finished) finish(id);
        });
    } catch (const std::exception& failure) {
        std::cerr << "milepost-network: " << appointment.owner << ' ' << appointment.kind << ' '
                  << appointment.subject << ": " << failure.what() << std::endl;
    }
}

} // namespace milepost::network
