// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/store/store_error.h"

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Exception.h>

#include <filesystem>

namespace milepost {

/// The failure in words that name the file and what to do.
StoreError storeError(const std::filesystem::path& file, const SQLite::Exception& failure);

/// Ends the transaction under way, if there is one, without its changes.
void rollBack(SQLite::Database& database) noexcept;

} // namespace milepost
