// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/service/backend.h"

#include <filesystem>
#include <memory>

namespace milepost {

struct LocalSetup {
    std::filesystem::path store{};
    std::filesystem::path packs{}; ///< folder of definitions in place of the built-in ones; may be empty
};

/// The face over a store file of this machine. Nothing is opened before the first call.
std::unique_ptr<Backend> makeLocalBackend(LocalSetup setup);

} // namespace milepost
