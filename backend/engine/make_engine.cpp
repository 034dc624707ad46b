// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/engine/engine_loop.h"

namespace milepost {

std::unique_ptr<Engine> makeEngine(Store& store, EngineSetup setup)
{
    return std::make_unique<EngineLoop>(store, std::move(setup));
}

} // namespace milepost
