// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/network/network_parts.h"
#include "app/network/peer.h"

#include <boost/asio/steady_timer.hpp>

#include <filesystem>
#include <string>

namespace milepost::network {

/// A system that is reached through two folders.
class FilePeer : public Peer {
public:
    FilePeer(NetworkParts& parts, const std::string& name, const std::string& kind);

    void describe(nlohmann::json& entry) const override;
    void goUp() override;
    void goDown() override;
    bool isUp() const override { return m_isUp; }
    void performLate(const std::string& request) override;

    /// Writes the file of a "file" appointment (tmp and rename).
    void writeDue(const Appointment& appointment) const;

protected:
    /// When the answer to a file is written.
    enum class Acknowledge { Now, Late, Never };

    /// What the faults of a file are decided on; "" when nothing can be read from it.
    virtual std::string keyOf(const std::string& fileName, const std::string& content) const = 0;
    virtual void perform(const std::string& fileName, const std::string& content,
                         Acknowledge acknowledge) = 0;

    /// Puts a file into the client's in-folder, after a while.
    void drop(const std::string& fileName, const std::string& content, Millis after = 0);
    /// How long an acknowledgement takes.
    Millis acknowledgeAfter(Acknowledge acknowledge, const std::string& key) const;

    NetworkParts& m_parts;

private:
    void scanLater();
    void scan();
    void receive(const std::string& fileName, const std::string& content);

    std::filesystem::path m_fromPeer;
    std::filesystem::path m_toPeer;
    boost::asio::steady_timer m_timer;
    bool m_isUp = false;
};

} // namespace milepost::network
