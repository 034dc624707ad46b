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

Status DemoRun::begin(const std::string& paused)
{
    m_backend = openBackend(m_session);
    const auto run = m_backend->start({.network = m_network.folder().networkFile()});
    if (!run) return run.error();
    if (!paused.empty())
        if (const Status done = m_backend->pauseSystem(paused, true, "bench", "not yet"); !done) return done;
    return m_network.begin(run->gateway);
}

Status DemoRun::waitUntilIdle(std::chrono::seconds limit, const std::function<void()>& between)
{
    IdleWatch watch(*m_backend);
    const auto until = Steady::now() + limit;
    while (Steady::now() < until) {
        if (isQuiet(m_backend->engineStatus())) {
            const auto scheduled = control().scheduled();
            if (watch.isIdle(scheduled ? *scheduled : 1)) return Done{};
        }
        if (between) between();
        std::this_thread::sleep_for(lookInterval);
    }
    return Error{.kind = ErrorKind::Timeout, .message = "the run is not idle in time"};
}

void DemoRun::end()
{
    if (m_backend) m_backend->stop();
    m_network.end();
}

} // namespace milepost
