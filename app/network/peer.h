// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <nlohmann/json_fwd.hpp>

#include <string>

namespace milepost::network {

/// One partner system. Made up once; comes up and goes down.
class Peer {
public:
    Peer(std::string name, std::string kind)
        : m_name(std::move(name))
        , m_kind(std::move(kind))
    {
    }
    virtual ~Peer() = default;
    Peer(const Peer&) = delete;
    Peer& operator=(const Peer&) = delete;

    const std::string& name() const { return m_name; }
    const std::string& kind() const { return m_kind; }

    /// Adds how it is reached to its entry of the network file.
    virtual void describe(nlohmann::json& entry) const = 0;
    virtual void goUp() = 0;
    virtual void goDown() = 0;
    virtual bool isUp() const = 0;
    /// Does work whose client has been told nothing; `request` is what the peer put into its appointment.
    virtual void performLate(const std::string& request) = 0;

private:
    std::string m_name;
    std::string m_kind;
};

} // namespace milepost::network
