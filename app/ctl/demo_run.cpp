// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/demo_run.h"

#include <thread>

namespace milepost {
namespace {

using Steady = std::chrono::steady_clock;

constexpr auto lookInterval = std::chrono::milliseconds(150);

} // namespace

Status DemoRun::launch()
{
    if (m_network.find()) return Done{};
    if (const Status launched = m_network.launch(); !launched) return launched;
    return m_network.await();
}

Status DemoRun::begin(const std::string& paused, const std::optional<std::string>& faults)
{
    m_backend = openBackend(m_session);
    const auto run = m_backend->start({.network = m_network.folder().networkFile()});
    if (!run) return run.error();
    if (!paused.empty())
        if (const Status done = m_backend->pauseSystem(paused, true, "bench", "not yet"); !done) return done;
    return m_network.begin(run->gateway, faults);
}

Status DemoRun::waitUntilIdle(std::chrono::seconds limit, const std::function<bool()>& between)
{
    IdleWatch watch(*m_backend);
    const auto until = Steady::now() + limit;
    while (Steady::now() < until && (!between || between())) {
        // the network is asked only when there is nothing to do here: its answer costs it work
        if (isQuiet(m_backend->engineStatus())) {
            const auto scheduled = control().scheduled();
            if (watch.isIdle(scheduled ? *scheduled : 1)) return Done{};
        }
        std::this_thread::sleep_for(lookInterval);
    }
    return Error{.kind = ErrorKind::Timeout,
                 .message = "the run is not idle in time: " + whatGoesOn(m_backend->engineStatus())};
}

void DemoRun::stopEngine()
{
    if (m_backend) m_backend->stop();
}

void DemoRun::end()
{
    stopEngine();
    m_network.end();
}

} // namespace milepost
