// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include "app/console/console_options.h"
#include "app/console/exit_signals.h"
#include "app/console/station.h"
#include "app/console/translators.h"
#include "app/demo/demo_folder.h"
#include "backend/service/backend.h"
#include "models/backend_bridge.h"
#include "models/engine_watch.h"
#include "models/work_list.h"
#include "ui/frame/main_window.h"
#include "ui/ui_settings.h"

#include <memory>
#include <optional>

namespace milepost {

/// The whole program with its window, put together. One at a time, in the main thread.
class Console final : public QObject {
    Q_OBJECT

public:
    /// `demo`: the folder of the demo network, where there is one.
    Console(const ConsoleOptions& options, std::optional<DemoFolder> demo);
    ~Console() override; ///< the engine ends first, then a demo network of our own

    /// Shows the window and starts everything; answers at once.
    void open();
    /// Null before open(). A change of the language makes another one.
    MainWindow* window() const { return m_window.get(); }
    BackendBridge& bridge() { return m_bridge; }
    /// Null: no demo network.
    TrainingNetwork* training() const { return m_training.get(); }
    bool isRunning() const { return m_station.phase() == EngineSwitch::Phase::Running; }

private:
    void openWindow(const std::optional<Place>& place);
    void changeTheme(const QString& theme);
    void changeLanguage(const QString& language);
    StationSetup stationSetup(const ConsoleOptions& options) const;

    ExitSignals m_exitSignals;
    UiSettings m_settings;
    Translators m_translators;
    std::shared_ptr<DemoNetwork> m_demo;
    std::shared_ptr<DemoTraining> m_training;
    std::unique_ptr<Backend> m_backend;
    BackendBridge m_bridge;
    WorkList m_works;
    Station m_station;
    EngineWatch m_watch;
    std::unique_ptr<MainWindow> m_window;
};

} // namespace milepost
