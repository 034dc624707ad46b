// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/console/console_options.h"
#include "backend/core/result.h"

#include <cstdint>
#include <filesystem>

class QProcess;

namespace milepost {

/// Where measurements keep their stores: as asked for, else in the user's cache.
std::filesystem::path benchFolder(const ConsoleOptions& options);
/// The sample in it: orders that really went through, an ordinary day with a few of them stuck.
std::filesystem::path benchSample(const std::filesystem::path& dir);

/// The folder with a store.db of so many orders that a measurement runs on: made once, kept for the next one.
/// Its orders are copies of those of a sample that went through the demo network. Runs milepostctl;
/// progress goes to stderr. Blocks.
Result<std::filesystem::path> prepareBenchStore(const std::filesystem::path& dir, std::int64_t orders);

/// Starts `peer` and names it in a network file in that folder, which is returned. Blocks until it listens.
Result<std::filesystem::path> startPeer(QProcess& peer, const std::filesystem::path& dir);

} // namespace milepost
