// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/network/network_options.h"

#include <nlohmann/json_fwd.hpp>

#include <filesystem>
#include <memory>
#include <string>
#include <thread>
#include <utility>

namespace milepost::network {

class Network;

/// A network on a thread of its own, and a client that knows what its network file says.
class NetworkClient {
public:
    explicit NetworkClient(const NetworkOptions& options);
    ~NetworkClient();

    struct Answer {
        /// 0 when the connection was cut.
        int status = 0;
        std::string body;
        bool isReplayed = false;

        nlohmann::json json() const;
    };

    Answer get(const std::string& system, const std::string& target);
    /// With a credential that nobody gave out.
    Answer getAsStranger(const std::string& system, const std::string& target);
    Answer post(const std::string& system, const std::string& target, const nlohmann::json& body,
                const std::string& key = {});
    /// Of the control port.
    nlohmann::json control(const std::string& method, const std::string& target, const nlohmann::json& body);
    nlohmann::json truth();
    /// The entry of the network file.
    nlohmann::json system(const std::string& name) const;
    /// Ends the process' loop and waits for it.
    void stop();

private:
    Answer call(const std::string& url, const std::string& method, const std::string& target,
                const std::string& body, const std::pair<std::string, std::string>& credential,
                const std::string& key);
    std::pair<std::string, std::string> credentialOf(const std::string& name) const;

    std::filesystem::path m_config;
    std::unique_ptr<Network> m_network;
    std::thread m_thread;
};

} // namespace milepost::network
