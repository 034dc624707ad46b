// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/network/network_parts.h"
#include "app/network/peer.h"

#include <boost/asio/steady_timer.hpp>

#include <filesystem>
#include <functional>
#include <string>
#include <utility>

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
    /// How the answer to a file is written. `Damaged` and `Strange` (an unknown word) are followed by the
    /// right one; `Refused` is a definite no, whatever the file says.
    enum class Acknowledge { Now, Late, Never, Twice, Damaged, Strange, Refused };

    /// What the faults of a file are decided on; "" when nothing can be read from it.
    virtual std::string keyOf(const std::string& fileName, const std::string& content) const = 0;
    /// What its sender calls the work in it: faults are forced by that. "" when there is none.
    virtual std::string referenceOf(const std::string& content) const;
    virtual void perform(const std::string& fileName, const std::string& content,
                         Acknowledge acknowledge) = 0;

    /// Puts a file into the client's in-folder, after a while.
    void drop(const std::string& fileName, const std::string& content, Millis after = 0);
    /// Writes an acknowledgement in that way. `text` makes one of its own number each time it is called;
    /// asked for a strange one, it says a word that nobody knows.
    void dropAnswer(Acknowledge acknowledge, const std::string& key,
                    const std::function<std::pair<std::string, std::string>(bool isStrange)>& text);
    /// Its folders are neither read nor written for a while.
    void fallSilent(const std::string& key);

    NetworkParts& m_parts;

private:
    void scanLater();
    void scan();
    /// False: it stays in the folder and is read when the peer is up again.
    bool receive(const std::string& fileName, const std::string& content);
    void answer(FaultKind fault, const std::string& fileName, const std::string& content);
    Millis acknowledgeAfter(Acknowledge acknowledge, const std::string& key) const;
    FaultSubject subjectOf(const std::string& fileName, const std::string& content) const;

    std::filesystem::path m_fromPeer;
    std::filesystem::path m_toPeer;
    boost::asio::steady_timer m_timer;
    bool m_isUp = false;
};

} // namespace milepost::network
