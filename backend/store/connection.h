// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/core/result.h"

#include <SQLiteCpp/Database.h>

#include <filesystem>

namespace milepost {

inline constexpr int storeApplicationId = 0x4D504F53; ///< "MPOS", in the header of each store file

/// Opens the file for writing, creating it where it is missing, and checks what can be checked without
/// reading it all: InvalidInput, naming the file, when it is no store of ours, damaged, or of a newer
/// version.
Result<std::unique_ptr<SQLite::Database>> openWriting(const std::filesystem::path& file);

/// Whether a store of an older version will do.
enum class OlderVersion { Refused, Accepted };

/// Opens an existing store for reading beside its owner; refuses what openWriting refuses. NotFound when
/// there is no such file.
Result<std::unique_ptr<SQLite::Database>> openReading(const std::filesystem::path& file,
                                                      OlderVersion older = OlderVersion::Refused);

/// Whether the whole file is sound: "ok", else what SQLite found. Reads all of it.
std::string integrity(SQLite::Database& database);

} // namespace milepost
