// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/store/connection.h"

#include "backend/store/migration.h"
#include "backend/store/sql.h"

#include <SQLiteCpp/Exception.h>
#include <sqlite3.h>

#include <chrono>
#include <string>

namespace milepost {
namespace {

namespace fs = std::filesystem;

constexpr std::chrono::milliseconds busyTimeout{10'000};

/// Each connection belongs to one thread: neither its mutex nor SQLite's own memory statistics are needed.
constexpr int oneThread = SQLITE_OPEN_NOMUTEX;

void configureOnce()
{
    // refused, at no harm, where something else in the process has used SQLite before
    static const int result = sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
    static_cast<void>(result);
}

Error refused(const fs::path& file, const std::string& reason)
{
    return {ErrorKind::InvalidInput, file.string() + ": " + reason, file.string()};
}

/// What is wrong with the header of the file; nothing when it is ours and not newer.
std::optional<Error> findFault(SQLite::Database& database, const fs::path& file)
{
    const std::int64_t tables = sql::figure(database, "SELECT count(*) FROM sqlite_schema");
    const std::int64_t application = sql::figure(database, "PRAGMA application_id");
    const std::int64_t version = sql::figure(database, "PRAGMA user_version");
    if (application != storeApplicationId && (tables != 0 || application != 0 || version != 0))
        return refused(file, "this is no Milepost store but a database of another program");
    if (version > newestVersion())
        return refused(file, "this store was written by a newer Milepost (version " +
                                 std::to_string(version) + ", this program knows " +
                                 std::to_string(newestVersion()) +
                                 "); use that program, or restore an older backup");
    return std::nullopt;
}

Error damaged(const fs::path& file, const SQLite::Exception& failure)
{
    if (failure.getErrorCode() == SQLITE_CANTOPEN || failure.getErrorCode() == SQLITE_READONLY ||
        failure.getErrorCode() == SQLITE_PERM)
        return refused(file, std::string("cannot be opened: ") + failure.what());
    return refused(file, std::string("this store is damaged or no store at all (") + failure.what() +
                             "); restore a backup");
}

} // namespace

namespace sql {

std::int64_t figure(SQLite::Database& database, const std::string& query)
{
    SQLite::Statement statement(database, query);
    return statement.executeStep() ? statement.getColumn(0).getInt64() : 0;
}

} // namespace sql

Result<std::unique_ptr<SQLite::Database>> openWriting(const fs::path& file)
{
    configureOnce();
    try {
        auto database = std::make_unique<SQLite::Database>(
            file.string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE | oneThread);
        database->setBusyTimeout(static_cast<int>(busyTimeout.count()));
        if (auto fault = findFault(*database, file)) return *fault;
        if (database->execAndGet("PRAGMA journal_mode = WAL").getString() != "wal")
            return refused(file, "the file system offers no shared memory for SQLite's write-ahead log");
        database->exec("PRAGMA synchronous = FULL;"
                       "PRAGMA foreign_keys = ON;"
                       "PRAGMA cache_size = -32768;" // KiB
                       "PRAGMA temp_store = MEMORY;");
        return database;
    } catch (const SQLite::Exception& failure) {
        return damaged(file, failure);
    }
}

Result<std::unique_ptr<SQLite::Database>> openReading(const fs::path& file, OlderVersion older)
{
    if (!fs::exists(file))
        return Error{ErrorKind::NotFound, file.string() + ": no such store", file.string()};
    configureOnce();
    try {
        auto database = std::make_unique<SQLite::Database>(file.string(), SQLite::OPEN_READONLY | oneThread);
        database->setBusyTimeout(static_cast<int>(busyTimeout.count()));
        if (auto fault = findFault(*database, file)) return *fault;
        const std::int64_t version = sql::figure(*database, "PRAGMA user_version");
        if (version == 0) return refused(file, "this is no Milepost store");
        if (older == OlderVersion::Refused && version < newestVersion())
            return refused(file,
                           "this store is of an older version; run the program once to bring it up to date");
        database->exec("PRAGMA query_only = ON;"
                       "PRAGMA cache_size = -8192;" // KiB
                       "PRAGMA temp_store = MEMORY;");
        return database;
    } catch (const SQLite::Exception& failure) {
        return damaged(file, failure);
    }
}

std::string integrity(SQLite::Database& database)
{
    SQLite::Statement check(database, "PRAGMA quick_check(5)");
    std::string found;
    while (check.executeStep())
        found += (found.empty() ? "" : "; ") + check.getColumn(0).getString();
    return found;
}

} // namespace milepost
