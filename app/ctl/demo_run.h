// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/ctl/idle_watch.h"
#include "app/ctl/session.h"
#include "app/demo/demo_network.h"
#include "backend/service/backend.h"

#include <chrono>
#include <functional>
#include <memory>

namespace milepost {

/// An engine in this process beside a demo network of its own: what runs and benches have in common. In
/// order: launch(), begin(), wait…(), end().
class DemoRun {
public:
    DemoRun(Session& session, DemoFolder folder)
        : m_session(session)
        , m_network(std::move(folder))
    {
    }

    /// Before any thread: the network ends with the thread that started it.
    Status launch();
    /// Starts the engine, then lets orders come. `paused`: a system that is not called until it is resumed.
    Status begin(const std::string& paused = {});
    /// Until neither engine nor network has anything left to do, or time is up (Timeout). `between` is called
    /// again and again meanwhile.
    Status waitUntilIdle(std::chrono::seconds limit, const std::function<void()>& between = {});
    void end();

    Backend& backend() { return *m_backend; }
    ControlClient control() const { return m_network.control(); }

private:
    Session& m_session;
    DemoNetwork m_network;
    std::unique_ptr<Backend> m_backend{};
};

} // namespace milepost
