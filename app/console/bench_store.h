// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/core/result.h"

#include <cstdint>
#include <filesystem>

namespace milepost {

/// The demo folder with a store of so many orders that a measurement runs on: made once, kept for the next
/// one. Its orders are copies of those of a sample that went through the demo network. Runs milepostctl;
/// progress goes to stderr. Blocks.
Result<std::filesystem::path> prepareBenchStore(const std::filesystem::path& dir, std::int64_t orders);

} // namespace milepost
