// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <queue>

#include "app/network/books.h"
#include "app/network/scaled_clock.h"

#include <boost/asio/io_context.hpp>
#include <boost/asio/steady_timer.hpp>

#include <functional>
#include <map>
#include <string>
#include <utility>
#include <vector>

namespace milepost::network {

/// Something that will happen by itself; kept in the books until it is finished.
struct Appointment {
    std::int64_t id = 0;
    Millis due = 0;
    std::string owner;
    std::string kind;
    std::string subject;
    std::string body;
    int attempts = 0;
};

/// Whether an appointment counts as something that the network still has to say.
enum class Counted { Yes, No };

/// What a handler did with its appointment.
enum class Kept {
    Finished,
    /// Stays in the books; the handler ends it later by `finish` or `postpone`.
    Open
};

/// The durable diary of the network. One thread; handlers run on the loop, each in a transaction of its own.
class Schedule {
public:
    Schedule(boost::asio::io_context& loop, Books& books, const ScaledClock& clock);

    using Handler = std::function<Kept(const Appointment&)>;
    /// Who carries out appointments of this kind. To be set before `start`.
    void handle(const std::string& kind, Handler handler) { m_handlers[kind] = std::move(handler); }

    /// Notes an appointment (in the caller's transaction).
    void add(Millis due, const std::string& owner, const std::string& kind, const std::string& subject,
             const std::string& body, Counted counted = Counted::Yes);
    void finish(std::int64_t id);
    void postpone(std::int64_t id, Millis due, int attempts);

    /// Loads what is in the books and begins to fire.
    void start();
    void stop();
    /// Carries out what is due of this owner and kind before anything else is looked at: under load the loop
    /// is behind its own time.
    void catchUp(const std::string& owner, const std::string& kind);
    /// How many counted appointments are open.
    std::int64_t counted();
    /// An owner that is down until then: its appointments wait. Zero: it is up.
    void hold(const std::string& owner, Millis until) { m_heldUntil[owner] = until; }

private:
    void arm();
    void fireDue();
    void fire(std::int64_t id);
    Millis heldUntil(const Appointment& appointment) const;

    using Entry = std::pair<Millis, std::int64_t>;

    boost::asio::steady_timer m_timer;
    Books& m_books;
    const ScaledClock& m_clock;
    std::map<std::string, Handler> m_handlers;
    std::map<std::string, Millis> m_heldUntil;
    std::priority_queue<Entry, std::vector<Entry>, std::greater<>> m_queue;
    Millis m_armedFor = 0;
    bool m_running = false;
};

} // namespace milepost::network
