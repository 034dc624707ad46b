// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/network/file_peer.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <fstream>
#include <iostream>
#include <sstream>
#include <vector>

namespace milepost::network {

using Json = nlohmann::json;

namespace {

constexpr std::chrono::milliseconds scanEvery{120};
constexpr std::size_t maxFileBytes = 5'000'000;

std::vector<std::filesystem::path> arrivedFiles(const std::filesystem::path& folder)
{
    std::vector<std::filesystem::path> files;
    std::error_code failed;
    for (const auto& entry : std::filesystem::directory_iterator(folder, failed)) {
        const std::string name = entry.path().filename().string();
        if (entry.is_regular_file(failed) && !name.starts_with('.') && !name.ends_with(".tmp"))
            files.push_back(entry.path());
    }
    std::ranges::sort(files);
    return files;
}

std::string contentOf(const std::filesystem::path& file)
{
    std::ifstream stream(file, std::ios::binary);
    std::ostringstream content;
    content << stream.rdbuf();
    return content.str().substr(0, maxFileBytes);
}

} // namespace

FilePeer::FilePeer(NetworkParts& parts, const std::string& name, const std::string& kind)
    : Peer(name, kind)
    , m_parts(parts)
    , m_fromPeer(parts.files / ("from-" + name))
    , m_toPeer(parts.files / ("to-" + name))
    , m_timer(parts.loop)
{
    std::filesystem::create_directories(m_fromPeer);
    std::filesystem::create_directories(m_toPeer);
}

void FilePeer::describe(Json& entry) const
{
    entry["inFolder"] = std::filesystem::absolute(m_fromPeer).lexically_normal().string();
    entry["outFolder"] = std::filesystem::absolute(m_toPeer).lexically_normal().string();
}

void FilePeer::goUp()
{
    m_isUp = true;
    scanLater();
}

void FilePeer::goDown()
{
    m_isUp = false;
    m_timer.cancel();
}

void FilePeer::scanLater()
{
    m_timer.expires_after(scanEvery);
    m_timer.async_wait([this](const boost::system::error_code& failed) {
        if (failed || !m_isUp) return;
        scan();
        scanLater();
    });
}

void FilePeer::scan()
{
    for (const auto& file : arrivedFiles(m_toPeer)) {
        const std::string content = contentOf(file);
        const std::string fileName = file.filename().string();
        bool isTaken = true;
        try {
            m_parts.books.transact([&] { isTaken = receive(fileName, content); });
        } catch (const std::exception& failure) {
            std::cerr << "milepost-network: " << name() << ' ' << fileName << ": " << failure.what()
                      << std::endl;
        }
        if (!isTaken) return;
        std::error_code ignored;
        std::filesystem::remove(file, ignored);
    }
}

std::string FilePeer::referenceOf(const std::string&) const
{
    return {};
}

/// The dice know a file by its key. Who forces a fault knows what is in it, under whatever key it comes.
FaultSubject FilePeer::subjectOf(const std::string& fileName, const std::string& content) const
{
    FaultSubject named{name(), "file", referenceOf(content)};
    if (!named.reference.empty() && m_parts.faults.isForced(named)) return named;
    return {name(), "file", keyOf(fileName, content)};
}

bool FilePeer::receive(const std::string& fileName, const std::string& content)
{
    const FaultKind fault = m_parts.faults.next(
        subjectOf(fileName, content),
        {FaultKind::Slow, FaultKind::LostReply, FaultKind::LateWork, FaultKind::LostRequest},
        {FaultKind::Duplicate, FaultKind::Malformed, FaultKind::WrongStatus, FaultKind::Down});
    if (fault == FaultKind::Down) {
        fallSilent(keyOf(fileName, content));
        return false;
    }
    m_parts.faults.count(fault);
    answer(fault, fileName, content);
    return true;
}

void FilePeer::answer(FaultKind fault, const std::string& fileName, const std::string& content)
{
    const std::string key = keyOf(fileName, content);
    switch (fault) {
    case FaultKind::LostRequest: return;
    case FaultKind::LateWork:
        m_parts.schedule.add(m_parts.clock.now() +
                                 m_parts.dice.between(1, 30, {"late", name(), key}) * scaledSecond,
                             name(), "late", fileName, Json{{"file", fileName}, {"content", content}}.dump());
        return;
    case FaultKind::LostReply: perform(fileName, content, Acknowledge::Never); return;
    case FaultKind::Slow: perform(fileName, content, Acknowledge::Late); return;
    case FaultKind::Duplicate: perform(fileName, content, Acknowledge::Twice); return;
    case FaultKind::Malformed: perform(fileName, content, Acknowledge::Damaged); return;
    case FaultKind::WrongStatus: perform(fileName, content, Acknowledge::Strange); return;
    case FaultKind::Rejected: perform(fileName, content, Acknowledge::Refused); return;
    default: perform(fileName, content, Acknowledge::Now);
    }
}

void FilePeer::performLate(const std::string& request)
{
    const Json stored = Json::parse(request);
    perform(stored.at("file"), stored.at("content"), Acknowledge::Now);
}

void FilePeer::drop(const std::string& fileName, const std::string& content, Millis after)
{
    m_parts.schedule.add(m_parts.clock.now() + after, name(), "file", fileName, content);
}

Millis FilePeer::acknowledgeAfter(Acknowledge acknowledge, const std::string& key) const
{
    if (acknowledge == Acknowledge::Late)
        return m_parts.dice.between(4, 15, {"ackLate", name(), key}) * scaledMinute;
    return m_parts.dice.between(5, 60, {"ack", name(), key}) * scaledSecond;
}

void FilePeer::dropAnswer(Acknowledge acknowledge, const std::string& key,
                          const std::function<std::pair<std::string, std::string>(bool isStrange)>& text)
{
    if (acknowledge == Acknowledge::Never) return;
    const Millis written = acknowledgeAfter(acknowledge, key);
    const auto [fileName, content] = text(acknowledge == Acknowledge::Strange);
    const bool isDamaged = acknowledge == Acknowledge::Damaged;
    drop(fileName, isDamaged ? content.substr(0, content.size() * 6 / 10) : content, written);
    const Millis later = written + m_parts.dice.between(5, 15, {"ackAgain", name(), key}) * scaledMinute;
    if (acknowledge == Acknowledge::Twice) drop("again_" + fileName, content, later);
    if (!isDamaged && acknowledge != Acknowledge::Strange) return;
    const auto [rightName, right] = text(false);
    drop(rightName, right, later);
}

void FilePeer::fallSilent(const std::string& key)
{
    const Millis length = m_parts.dice.between(5, 20, {"silent", name(), key}) * scaledMinute;
    m_parts.schedule.add(m_parts.clock.now(), name(), "down", "", std::to_string(length));
}

void FilePeer::writeDue(const Appointment& appointment) const
{
    const auto target = m_fromPeer / appointment.subject;
    const auto draft = m_fromPeer / ('.' + appointment.subject + ".tmp");
    {
        std::ofstream stream(draft, std::ios::binary | std::ios::trunc);
        stream << appointment.body;
        if (!stream.flush()) throw std::runtime_error("cannot write " + draft.string());
    }
    std::filesystem::rename(draft, target);
}

} // namespace milepost::network
