// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/network/scaled_clock.h"

#include <filesystem>
#include <string>
#include <vector>

namespace milepost::network {

class Peer;

/// Writes the file from which clients learn addresses, keys and the clock: mode 0600, replaced in one step.
/// Throws std::system_error.
void writeNetworkFile(const std::filesystem::path& file, const std::string& url, const ScaledClock& clock,
                      const std::vector<Peer*>& peers);

} // namespace milepost::network
