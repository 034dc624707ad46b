// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/core/result.h"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <stop_token>

namespace milepost {

/// Pages copied of pages in all.
using CopyProgress = std::function<void(std::int64_t done, std::int64_t total)>;

/// Copies the store, also under a running owner, as it is at one moment: to a temporary name, checked whole,
/// made durable, then renamed to `target` (an existing target: Conflict). The key of the audit goes along as
/// `<target>.key`. Stopped: Timeout, and nothing is left. Any thread but that of the owner.
Status backupStore(const std::filesystem::path& file, const std::filesystem::path& target,
                   const CopyProgress& progress = {}, const std::stop_token& stop = {});

/// What a restore put aside.
struct Restored {
    std::filesystem::path aside{}; ///< the store that was there before; empty: there was none
};

/// Puts a backup in the place of the store `target`. The backup is proven sound first; Conflict, naming the
/// owner, when the target is owned. The store that was there is kept beside it as
/// `<target>.before-restore-<n>`.
Result<Restored> restoreStore(const std::filesystem::path& backup, const std::filesystem::path& target);

} // namespace milepost
