// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <SQLiteCpp/Database.h>

#include <filesystem>

namespace milepost {

/// The version that this program writes: the number of its newest migration.
int newestVersion();

/// Brings the store to newestVersion(), one transaction per migration; copies `file` to
/// `<file>.before-<version>` first where it holds anything. Throws SQLite::Exception or StoreError; then the
/// last whole migration stands.
bool migrate(SQLite::Database& database, const std::filesystem::path& file);

/// A whole copy of the store, which is at `version`, as `<file>.before-<version + 1>`.
void copyBeforeMigration(SQLite::Database& database, const std::filesystem::path& file, int version);

} // namespace milepost
