// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/store/sqlite_failure.h"

#include <sqlite3.h>

#include <string>

namespace milepost {
namespace {

std::string advice(int code)
{
    switch (code) {
    case SQLITE_FULL: return "the disk or the permitted size is used up; make room";
    case SQLITE_READONLY:
    case SQLITE_PERM:
    case SQLITE_CANTOPEN: return "it may not be written; check its permissions and those of its folder";
    case SQLITE_IOERR: return "the disk reports an error; check it and restore a backup if it persists";
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB: return "the file is damaged; restore a backup";
    case SQLITE_BUSY:
    case SQLITE_LOCKED: return "another process keeps it locked";
    case SQLITE_INTERRUPT: return "the question was not needed any more";
    default: return "unexpected";
    }
}

} // namespace

StoreError storeError(const std::filesystem::path& file, const SQLite::Exception& failure)
{
    const int primary = failure.getErrorCode() & 0xFF;
    return {file.string() + ": " + advice(primary) + " (" + failure.what() + ")",
            failure.getExtendedErrorCode()};
}

void rollBack(SQLite::Database& database) noexcept
{
    if (sqlite3_get_autocommit(database.getHandle()) == 0)
        sqlite3_exec(database.getHandle(), "ROLLBACK", nullptr, nullptr, nullptr);
}

} // namespace milepost
