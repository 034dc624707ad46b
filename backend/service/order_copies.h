// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/core/result.h"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <stop_token>

namespace milepost {

struct CopySetup {
    std::filesystem::path sample{}; ///< a store with orders that really went through an engine
    std::filesystem::path store{};  ///< made anew
    std::int64_t orders = 0;
    double openShare = 0.02; ///< of the copies, those of orders that are still open; all of them are recent
    int days = 90;           ///< the copies were received over so many days
};

/// Fills a new store with copies of a sample's orders: the same facts, folded again, with numbers, ids and
/// times of their own, so that `verify` holds as it does for the sample. For measuring lists and screens at a
/// size that no demo reaches. Conflict: the new store exists. InvalidInput: the sample holds no finished
/// order. `progress`: orders.
Status copyOrders(const CopySetup& setup, std::stop_token stop,
                  const std::function<void(std::int64_t done, std::int64_t total)>& progress);

} // namespace milepost
