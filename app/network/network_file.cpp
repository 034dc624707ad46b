// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/network/network_file.h"

#include "app/network/peer.h"

#include <fcntl.h>
#include <nlohmann/json.hpp>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>

namespace milepost::network {

using Json = nlohmann::json;

namespace {

void writePrivately(const std::filesystem::path& file, const std::string& text)
{
    const int handle = ::open(file.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, S_IRUSR | S_IWUSR);
    if (handle < 0) throw std::system_error(errno, std::generic_category(), "cannot write " + file.string());
    const ssize_t written = ::write(handle, text.data(), text.size());
    const int failed = errno;
    ::close(handle);
    if (written != static_cast<ssize_t>(text.size()))
        throw std::system_error(failed, std::generic_category(), "cannot write " + file.string());
}

} // namespace

void writeNetworkFile(const std::filesystem::path& file, const std::string& url, const ScaledClock& clock,
                      const std::vector<Peer*>& peers)
{
    Json systems = Json::array();
    for (const Peer* peer : peers) {
        Json entry{{"name", peer->name()}, {"kind", peer->kind()}};
        peer->describe(entry);
        systems.push_back(std::move(entry));
    }
    const Json document{
        {"url", url},
        {"control", url},
        {"clock",
         {{"realMs", clock.originReal()}, {"scaledMs", clock.originScaled()}, {"speed", clock.speed()}}},
        {"systems", systems}};
    std::filesystem::create_directories(file.parent_path());
    const std::filesystem::path draft = file.string() + ".tmp";
    std::filesystem::remove(draft);
    writePrivately(draft, document.dump(2) + '\n');
    std::filesystem::rename(draft, file);
}

} // namespace milepost::network
