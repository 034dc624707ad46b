// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/core/result.h"

#include <sys/types.h>

#include <chrono>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

namespace milepost {

/// A milepost-network of our own: started beside this program, its output in a log file. It ends with this
/// object, and with this process however that ends, unless it is to be kept.
class NetworkProcess {
public:
    /// NotFound when the program is not beside ours. Before any thread is started: the child dies with the
    /// thread that starts it.
    static Result<std::unique_ptr<NetworkProcess>> start(const std::vector<std::string>& arguments,
                                                         const std::filesystem::path& log, bool isKept);
    ~NetworkProcess();
    NetworkProcess(const NetworkProcess&) = delete;
    NetworkProcess& operator=(const NetworkProcess&) = delete;

    bool isRunning();
    /// Asks it to end, waits up to `patience`, then kills it.
    void stop(std::chrono::milliseconds patience = std::chrono::seconds(10));

private:
    NetworkProcess(pid_t pid, bool isKept)
        : m_pid(pid)
        , m_isKept(isKept)
    {
    }

    pid_t m_pid;
    bool m_isKept;
};

} // namespace milepost
