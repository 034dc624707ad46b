// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/network/network_options.h"

#include <memory>
#include <string>

namespace milepost::network {

/// The whole network in one process. `run` blocks the calling thread, which is the only one that touches
/// anything.
class Network {
public:
    /// Opens the books and all ports. Throws std::exception when the folder or a port cannot be used.
    explicit Network(const NetworkOptions& options);
    ~Network();

    /// URL of the control port.
    std::string url() const;
    /// Serves until the control port or a signal says stop.
    void run();

private:
    class Running;
    std::unique_ptr<Running> m_running;
};

} // namespace milepost::network
