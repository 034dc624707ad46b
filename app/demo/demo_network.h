// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/demo/control_client.h"
#include "app/demo/demo_folder.h"
#include "app/demo/network_process.h"

#include <functional>
#include <memory>
#include <optional>
#include <string>

namespace milepost {

/// The demo network of a folder: the one that runs already, or one of our own. In order: find(), launch() if
/// there is none, await(), begin() once the engine runs, end(). One call at a time.
class DemoNetwork {
public:
    /// `isKept`: a network of our own goes on when this process ends.
    explicit DemoNetwork(DemoFolder folder, bool isKept = false)
        : m_folder(std::move(folder))
        , m_isKept(isKept)
    {
    }

    const DemoFolder& folder() const { return m_folder; }
    /// Whether the network that the folder's network file names answers. Blocks for one short request.
    bool find();
    /// Starts one of our own; returns at once. In the thread that lives as long as this process: the network
    /// ends with the thread that started it.
    Status launch();
    /// Until it answers; any thread. Unavailable, naming its log, when it does not or `isGivenUp` says so.
    Status await(const std::function<bool()>& isGivenUp = {});
    /// Orders come from now on, and events are pushed to `gateway`. `faults`: a new profile; nothing: as it
    /// is.
    Status begin(const std::string& gateway, const std::optional<std::string>& faults = {}) const;
    /// Ends it, also one that ran before; waits until it is gone. Does nothing to one that is to be kept.
    void end();

    /// Of a network that was found or awaited.
    ControlClient control() const { return ControlClient(m_control); }

private:
    DemoFolder m_folder;
    bool m_isKept;
    std::string m_control{};
    std::unique_ptr<NetworkProcess> m_process{};
};

} // namespace milepost
