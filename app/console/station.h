// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTimer>

#include "app/console/demo_training.h"
#include "app/demo/demo_network.h"
#include "backend/core/clock.h"
#include "backend/service/run_views.h"
#include "models/backend_bridge.h"
#include "models/engine_switch.h"

#include <atomic>
#include <filesystem>
#include <memory>
#include <optional>

namespace milepost {

struct StationSetup {
    std::filesystem::path network{};                ///< network file; of a demo: that of its folder
    std::shared_ptr<DemoNetwork> demo{};            ///< null: none
    std::shared_ptr<DemoTraining> training{};       ///< null: real systems
    std::chrono::milliseconds retryInterval{5'000}; ///< a start that failed is tried again
};

/// Starts the demo network and the engine without ever blocking the window, keeps orders coming in a demo,
/// and tries again by itself what could not be started.
class Station final : public EngineSwitch {
    Q_OBJECT

public:
    Station(BackendBridge& bridge, StationSetup setup, QObject* parent = nullptr);
    ~Station() override; ///< what is being waited for is given up

    void start() override;
    void stop() override;
    /// Business time: that of the network, else of the wall clock.
    Timestamp now() const { return m_clock.now(); }

private:
    struct Started {
        RunView run{};
        ScaledClock clock{};
        bool isConnected = true; ///< the demo network answered
    };

    void startNetwork();
    void launchNetwork();
    void startEngine();
    void take(const Result<Started>& started);
    void fail(const Error& error);
    void watchNetwork();
    void keepOrdersComing();

    BackendBridge& m_bridge;
    StationSetup m_setup;
    ScaledClock m_clock{};
    std::shared_ptr<std::atomic<bool>> m_isGivenUp = std::make_shared<std::atomic<bool>>(false);
    QTimer m_networkTimer; ///< looks whether the demo network is there
    QTimer m_orderTimer;   ///< lets more orders come
    QTimer m_retryTimer;   ///< a start that failed is tried again
    bool m_isAskingNetwork = false;
    bool m_isRetrying = false; ///< quietly: the window goes on saying what is wrong
};

} // namespace milepost
