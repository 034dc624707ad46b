// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/engine_switch.h"

namespace milepost {

/// A switch that the test throws.
class FakeEngine final : public EngineSwitch {
    Q_OBJECT

public:
    void start() override { ++starts; }
    void stop() override { ++stops; }
    void set(Phase phase, const Error& error = {}) { setPhase(phase, error); }
    void loseNetwork(bool isGone) { setNetworkGone(isGone); }

    int starts = 0;
    int stops = 0;
};

} // namespace milepost
