// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/store/store_error.h"

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Exception.h>

#include <filesystem>

namespace milepost {

/// The failure in words that name the file and what to do.
StoreError storeError(const std::filesystem::path& file, const SQLite::Exception& failure);

/// What `work` gives; SQLite's failures as StoreError.
template <typename Work>
auto guarded(const std::filesystem::path& file, Work work)
{
    try {
        return work();
    } catch (const SQLite::Exception& failure) {
        throw storeError(file, failure);
    }
}

/// Ends the transaction under way, if there is one, without its changes.
void rollBack(SQLite::Database& database) noexcept;

} // namespace milepost
