// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/contracts/pack.h"
#include "backend/core/clock.h"
#include "backend/core/result.h"

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace milepost {

/// A network.json: where the systems are reached now, and the clock they run on.
struct NetworkFile {
    std::string control{}; ///< of a demo network; empty: none
    std::string process{}; ///< that new orders follow; empty: the usual one
    ScaledClock clock{};   ///< the wall clock where the file names none
    std::vector<Endpoint> endpoints{};
};

/// Reads docs/demo-network.md, section 1. InvalidInput names the place and what is missing or wrong there.
Result<NetworkFile> parseNetworkFile(std::string_view text);

/// The same from a file. NotFound names it.
Result<NetworkFile> readNetworkFile(const std::filesystem::path& file);

} // namespace milepost
