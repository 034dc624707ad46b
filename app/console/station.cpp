// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/station.h"

#include "backend/service/network_file.h"
#include "models/when_ready.h"

#include <utility>

namespace milepost {
namespace {

using namespace std::chrono_literals;

constexpr auto networkInterval = 2s;
constexpr auto orderSpan =
    4h; ///< business time over which a demo network spreads orders that it is asked for
constexpr int moreOrders = 8;
constexpr std::int64_t enoughOrders = 80; ///< so many under way are enough to look at

/// Tells a demo network where to push; a given one that has a control port too.
bool connectNetwork(const RunView& run, const DemoNetwork* demo)
{
    if (demo != nullptr) return demo->begin(run.gateway).has_value();
    if (run.control.empty() || run.gateway.empty()) return true;
    return ControlClient(run.control).setWebhooks(run.gateway).has_value();
}

} // namespace

Station::Station(BackendBridge& bridge, StationSetup setup, QObject* parent)
    : EngineSwitch(parent)
    , m_bridge(bridge)
    , m_setup(std::move(setup))
{
    if (const auto file = readNetworkFile(m_setup.network)) m_clock = file->clock;
    m_networkTimer.setInterval(networkInterval);
    m_retryTimer.setInterval(m_setup.retryInterval);
    connect(&m_networkTimer, &QTimer::timeout, this, &Station::watchNetwork);
    connect(&m_orderTimer, &QTimer::timeout, this, &Station::keepOrdersComing);
    connect(&m_retryTimer, &QTimer::timeout, this, [this] {
        if (phase() != Phase::Failed || m_isRetrying) return;
        m_isRetrying = true;
        startEngine();
    });
}

Station::~Station()
{
    *m_isGivenUp = true;
}

void Station::start()
{
    const bool isAnew = phase() == Phase::Running && isNetworkGone();
    if (!isAnew && phase() != Phase::Stopped && phase() != Phase::Failed) return;
    m_retryTimer.stop();
    if (!m_setup.demo) return startEngine();
    if (!isAnew) return startNetwork();
    setPhase(Phase::StartingNetwork);
    // the ports of a new network are others: the engine reads them when it starts
    const auto stopped = m_bridge.carryOut([](Backend& backend) {
        backend.stop();
        return true;
    });
    whenReady(stopped, this, [this](bool) { startNetwork(); });
}

void Station::startNetwork()
{
    setPhase(Phase::StartingNetwork);
    const auto found = m_bridge.carryOut([demo = m_setup.demo](Backend&) { return demo->find(); });
    whenReady(found, this, [this](bool isThere) { isThere ? startEngine() : launchNetwork(); });
}

void Station::launchNetwork()
{
    if (const Status launched = m_setup.demo->launch(); !launched) return fail(launched.error());
    const auto awaited = m_bridge.carryOut([demo = m_setup.demo, isGivenUp = m_isGivenUp](Backend&) {
        return demo->await([&] { return isGivenUp->load(); });
    });
    whenReady(awaited, this,
              [this](const Status& answered) { answered ? startEngine() : fail(answered.error()); });
}

void Station::startEngine()
{
    if (!m_isRetrying) setPhase(Phase::StartingEngine);
    const auto started = m_bridge.carryOut(
        [network = m_setup.network, demo = m_setup.demo](Backend& backend) -> Result<Started> {
            Started made;
            if (const auto file = readNetworkFile(network)) made.clock = file->clock;
            auto run = backend.start({.network = network});
            if (!run) return run.error();
            made.run = *std::move(run);
            made.isConnected = connectNetwork(made.run, demo.get());
            return made;
        });
    whenReady(started, this, [this](const Result<Started>& made) { take(made); });
}

void Station::take(const Result<Started>& started)
{
    const bool wasRetrying = std::exchange(m_isRetrying, false);
    if (!started) return wasRetrying && started.error() == error() ? void() : fail(started.error());
    m_retryTimer.stop();
    m_clock = started->clock;
    m_bridge.listen();
    if (m_setup.training) m_setup.training->setControl(started->run.control);
    if (m_setup.demo) {
        m_networkTimer.start();
        m_orderTimer.start(std::chrono::duration_cast<std::chrono::milliseconds>(orderSpan) /
                           static_cast<int>(std::max(1.0, m_clock.speed())));
    }
    setNetworkGone(!started->isConnected);
    setPhase(Phase::Running);
    if (wasRetrying && isNetworkGone()) start(); // the owner has gone, and its network with it
}

void Station::fail(const Error& error)
{
    setPhase(Phase::Failed, error);
    m_retryTimer.start();
}

void Station::stop()
{
    if (phase() != Phase::Running) return;
    m_networkTimer.stop();
    m_orderTimer.stop();
    setPhase(Phase::Stopping);
    const auto stopped = m_bridge.carryOut([](Backend& backend) {
        backend.stop();
        return true;
    });
    whenReady(stopped, this, [this](bool) { setPhase(Phase::Stopped); });
}

void Station::watchNetwork()
{
    if (phase() != Phase::Running || m_isAskingNetwork) return;
    m_isAskingNetwork = true;
    const auto asked =
        m_bridge.carryOut([training = m_setup.training](Backend&) { return training->isAlive(); });
    whenReady(asked, this, [this](bool isAlive) {
        m_isAskingNetwork = false;
        if (phase() == Phase::Running) setNetworkGone(!isAlive);
    });
}

void Station::keepOrdersComing()
{
    if (phase() != Phase::Running || isNetworkGone()) return;
    m_bridge.carryOut([training = m_setup.training](Backend& backend) -> Status {
        if (backend.engineStatus().openOrders >= enoughOrders) return Done{};
        return training->sendOrders(moreOrders);
    });
}

} // namespace milepost
