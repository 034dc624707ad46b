// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/engine_watch.h"

#include <algorithm>
#include <utility>

namespace milepost {
namespace {

using namespace std::chrono_literals;

constexpr auto interval = 1s;
constexpr Duration longSilence = 15min; ///< business time
constexpr Duration silenceReal = 30s;   ///< a fast clock passes longSilence between two polls
constexpr Duration lagTolerated = 5s;   ///< real time

Duration scaled(Duration real, double speed)
{
    return std::chrono::duration_cast<Duration>(real * std::max(1.0, speed));
}

bool isBehind(const EngineSystemView& system, const EngineView& engine)
{
    const Duration tolerated = std::max(longSilence, scaled(silenceReal, engine.speed));
    return system.isPolled && system.lastPolledAt && engine.now - *system.lastPolledAt > tolerated;
}

void count(EnginePicture& picture, const std::string& state, bool isBehind)
{
    if (state == "parked")
        ++picture.systemsParked;
    else if (state == "paused")
        ++picture.systemsPaused;
    else if (state == "up")
        ++(isBehind ? picture.systemsBehind : picture.systemsUp);
}

void countSystems(EnginePicture& picture)
{
    if (picture.engine.isRunning) {
        for (const EngineSystemView& system : picture.engine.systems)
            count(picture, system.state, isBehind(system, picture.engine));
    } else {
        for (const SystemView& system : picture.status.systems)
            count(picture, system.state, false);
    }
}

} // namespace

EngineWatch::EngineWatch(BackendBridge& bridge, std::function<Timestamp()> now, QObject* parent)
    : QObject(parent)
    , m_now(std::move(now))
    , m_question(bridge, this)
{
    connect(&m_timer, &QTimer::timeout, this, [this] {
        if (!m_question.isAsking()) look();
    });
    m_timer.start(interval);
    look();
}

void EngineWatch::look()
{
    m_question.ask(
        [](Backend& backend, const std::stop_token&) -> Result<Looked> {
            EngineView engine = backend.engineStatus();
            return Looked{std::move(engine), backend.status()};
        },
        [this](const Result<Looked>& looked) {
            if (looked) take(*looked);
        });
}

void EngineWatch::take(const Looked& looked)
{
    EnginePicture picture{.isKnown = m_picture.isKnown || looked.status, .engine = looked.engine};
    picture.status = looked.status ? *looked.status : m_picture.status;
    if (!looked.status) picture.readTrouble = looked.status.error();
    countSystems(picture);
    const Duration lag = picture.engine.now - m_now();
    if (picture.engine.isRunning && lag > scaled(lagTolerated, picture.engine.speed)) picture.clockLag = lag;
    m_picture = std::move(picture);
    emit changed();
}

} // namespace milepost
