// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/network/network_parts.h"
#include "app/network/peer.h"

#include <functional>
#include <string>
#include <vector>

namespace milepost::network {

/// Takes systems down for a scaled while, as the profile says: heavy each one once, light one of them.
class Outages {
public:
    Outages(NetworkParts& parts, std::vector<Peer*> peers);

    /// Notes the outages of the profile, from now on; each system at most once in the life of the books.
    void plan();
    /// Takes down again what was down when the process ended.
    void resume();

private:
    Peer* find(const std::string& name) const;
    void planFor(const Peer& peer);
    Kept downDue(const Appointment& appointment);
    Kept upDue(const Appointment& appointment);

    NetworkParts& m_parts;
    std::vector<Peer*> m_peers;
};

} // namespace milepost::network
