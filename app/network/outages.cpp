// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/network/outages.h"

#include <boost/system/system_error.hpp>

#include <algorithm>

namespace milepost::network {

Outages::Outages(NetworkParts& parts, std::vector<Peer*> peers)
    : m_parts(parts)
    , m_peers(std::move(peers))
{
    parts.schedule.handle("down", [this](const Appointment& due) { return downDue(due); });
    parts.schedule.handle("up", [this](const Appointment& due) { return upDue(due); });
}

void Outages::plan()
{
    const FaultProfile profile = m_parts.faults.profile();
    if (profile == FaultProfile::None) return;
    if (profile == FaultProfile::Heavy) {
        for (const Peer* peer : m_peers)
            planFor(*peer);
        return;
    }
    const auto last = static_cast<std::int64_t>(m_peers.size()) - 1;
    planFor(*m_peers[static_cast<std::size_t>(m_parts.dice.between(0, last, {"outage"}))]);
}

void Outages::planFor(const Peer& peer)
{
    if (m_parts.books.meta("outage:" + peer.name()) == "1") return;
    m_parts.books.setMeta("outage:" + peer.name(), "1");
    const Millis after = m_parts.dice.between(15, 240, {"outageAt", peer.name()}) * scaledMinute;
    const Millis length = m_parts.dice.between(5, 20, {"outageFor", peer.name()}) * scaledMinute;
    m_parts.schedule.add(m_parts.clock.now() + after, peer.name(), "down", "", std::to_string(length),
                         Counted::No);
}

void Outages::resume()
{
    const auto open =
        m_parts.books.rows("SELECT owner, due FROM schedule WHERE kind = 'up'", [](SQLite::Statement& row) {
            return std::pair{row.getColumn(0).getString(), row.getColumn(1).getInt64()};
        });
    for (const auto& [name, until] : open) {
        m_parts.schedule.hold(name, until);
        find(name)->goDown();
    }
}

Peer* Outages::find(const std::string& name) const
{
    return *std::ranges::find(m_peers, name, &Peer::name);
}

Kept Outages::downDue(const Appointment& appointment)
{
    const Millis until = m_parts.clock.now() + std::stoll(appointment.body);
    m_parts.faults.count(FaultKind::Down);
    m_parts.schedule.add(until, appointment.owner, "up", "", "");
    m_parts.schedule.hold(appointment.owner, until);
    find(appointment.owner)->goDown();
    return Kept::Finished;
}

Kept Outages::upDue(const Appointment& appointment)
{
    try {
        find(appointment.owner)->goUp();
    } catch (const boost::system::system_error&) {
        // another process has the port just now
        m_parts.schedule.hold(appointment.owner, m_parts.clock.now() + scaledMinute);
        m_parts.schedule.postpone(appointment.id, m_parts.clock.now() + scaledMinute,
                                  appointment.attempts + 1);
        return Kept::Open;
    }
    m_parts.schedule.hold(appointment.owner, 0);
    return Kept::Finished;
}

} // namespace milepost::network
