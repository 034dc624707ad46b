// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/core/ids.h"
#include "backend/core/result.h"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <stop_token>
#include <string>
#include <vector>

namespace milepost {

/// One thing that was proven, or not.
struct VerifyCheck {
    std::string name{};
    bool ok = true;
    std::string detail{}; ///< how much was looked at; else the first few findings, each naming its thing
};

struct VerifyReport {
    bool ok = true;
    std::vector<VerifyCheck> checks{};
    bool isComplete = true; ///< false: it was stopped
    OrderId lastOrder{};    ///< up to which orders were proven: where a stopped run goes on
};

struct VerifyProgress {
    std::int64_t done = 0;  ///< orders and payloads looked at
    std::int64_t total = 0; ///< of them, as counted at the start
};

struct VerifyOptions {
    bool quick = false; ///< only what changed since the last good run, and a sample
    OrderId after{};    ///< goes on behind that order; counters are then not proven
    int ordersPerTransaction = 500;
    std::function<void(const VerifyProgress&)>
        progress{}; ///< on the calling thread, after each transaction; may be empty
};

/// Proves the store, of a running owner too, in short read transactions: state equals the fold of facts,
/// stages balance, facts without gaps, milestones, references and search, payloads, inbox, orphans, counters,
/// audit chain. A good complete run is remembered in `<file>.verified`. Errors as of StoreReader::open.
/// Throws StoreError.
Result<VerifyReport> verifyStore(const std::filesystem::path& file, const VerifyOptions& options = {},
                                 const std::stop_token& stop = {});

} // namespace milepost
