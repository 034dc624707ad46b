// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/engine/engine.h"

#include <functional>

namespace milepost {

/// Runs work on the engine's thread and waits for its end; what it throws comes out here. Not on the engine's
/// thread.
void runOnEngine(Engine& engine, const std::function<void(Store&)>& work);

} // namespace milepost
