// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include "backend/core/result.h"

namespace milepost {

/// Brings the engine, and a demo network of our own, up and down on behalf of the window. Nothing here
/// blocks; changed() tells how it went. GUI thread.
class EngineSwitch : public QObject {
    Q_OBJECT

public:
    enum class Phase { Stopped, StartingNetwork, StartingEngine, Running, Stopping, Failed };

    using QObject::QObject;

    Phase phase() const { return m_phase; }
    /// Why it Failed; Conflict: another process owns the store.
    const Error& error() const { return m_error; }
    /// The demo network that it runs with does not answer any more.
    bool isNetworkGone() const { return m_isNetworkGone; }
    bool isStarting() const { return m_phase == Phase::StartingNetwork || m_phase == Phase::StartingEngine; }

    /// From Stopped or Failed; or Running with its network gone: both are started anew. Else nothing happens.
    virtual void start() = 0;
    virtual void stop() = 0; ///< from Running

signals:
    void changed();

protected:
    void setPhase(Phase phase, Error error = {});
    void setNetworkGone(bool isGone);

private:
    Phase m_phase = Phase::Stopped;
    Error m_error{};
    bool m_isNetworkGone = false;
};

} // namespace milepost
