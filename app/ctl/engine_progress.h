// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/service/run_views.h"

#include <string>

namespace milepost {

/// One line about what the engine is doing.
std::string progressText(const EngineView& engine);

} // namespace milepost
