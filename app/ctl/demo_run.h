// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/ctl/idle_watch.h"
#include "app/ctl/session.h"
#include "app/demo/demo_network.h"
#include "backend/service/backend.h"

#include <chrono>
#include <functional>
#include <memory>
#include <optional>
#include <string>

namespace milepost {

/// An engine in this process beside a demo network of its own: what runs and benches have in common. In
/// order: launch(), begin(), wait…(), end().
class DemoRun {
public:
    /// `keepsNetwork`: it goes on when this process ends.
    DemoRun(Session& session, DemoFolder folder, bool keepsNetwork = false)
        : m_session(session)
        , m_network(std::move(folder), keepsNetwork)
    {
    }

    /// Before any thread: the network ends with the thread that started it.
    Status launch();
    /// Starts the engine, then lets orders come. `paused`: a system that is not called until it is resumed.
    /// `faults`: a new profile; nothing: as it is.
    Status begin(const std::string& paused = {}, const std::optional<std::string>& faults = {});
    /// Until neither engine nor network has anything left to do. Timeout: time is up, or `between`, which is
    /// called again and again meanwhile, says false.
    Status waitUntilIdle(std::chrono::seconds limit, const std::function<bool()>& between = {});
    void stopEngine();
    void end(); ///< the engine, then the network

    Backend& backend() { return *m_backend; }
    ControlClient control() const { return m_network.control(); }

private:
    Session& m_session;
    DemoNetwork m_network;
    std::unique_ptr<Backend> m_backend{};
};

} // namespace milepost
