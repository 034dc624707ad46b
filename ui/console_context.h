// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include "backend/core/clock.h"

#include <functional>

namespace milepost {

class BackendBridge;
class TrainingNetwork;
class UiSettings;
class WorkList;

/// What every page works with; all of it outlives the pages.
struct ConsoleContext {
    BackendBridge& bridge;
    WorkList& works;
    UiSettings& settings;
    QString actor{}; ///< who sits here: the login name
    std::function<Timestamp()>
        now{}; ///< business time; with a demo network it runs faster than the wall clock
    TrainingNetwork* training = nullptr; ///< null: the connected systems are real
};

} // namespace milepost
