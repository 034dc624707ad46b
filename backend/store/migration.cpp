// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/store/migration.h"

#include "backend/core/resources.h"
#include "backend/store/connection.h"
#include "backend/store/place.h"
#include "backend/store/sql.h"
#include "backend/store/store_error.h"

#include <SQLiteCpp/Transaction.h>

#include <charconv>
#include <string>
#include <vector>

namespace milepost {
namespace {

constexpr std::string_view migrationFolder = "store/migrations/";

/// The scripts, ascending; the first brings version 0 to 1.
std::vector<std::string_view> scripts()
{
    std::vector<std::string_view> found;
    for (const EmbeddedFile& file : embeddedFiles()) {
        if (!file.path.starts_with(migrationFolder)) continue;
        const std::string_view name = file.path.substr(migrationFolder.size());
        std::size_t number = 0;
        std::from_chars(name.data(), name.data() + name.size(), number);
        if (number != found.size() + 1)
            throw StoreError("migration " + std::string(name) + " is out of order", 0);
        found.push_back(file.body);
    }
    return found;
}

} // namespace

int newestVersion()
{
    return static_cast<int>(scripts().size());
}

void copyBeforeMigration(SQLite::Database& database, const std::filesystem::path& file, int version)
{
    const std::filesystem::path copy = std::filesystem::path(file) +=
        ".before-" + std::to_string(version + 1);
    std::filesystem::remove(copy);
    SQLite::Statement vacuum(database, "VACUUM INTO ?");
    vacuum.bind(1, copy.string());
    vacuum.exec();
    std::filesystem::permissions(copy,
                                 std::filesystem::perms::owner_read | std::filesystem::perms::owner_write);
    syncFile(copy);
}

bool migrate(SQLite::Database& database, const std::filesystem::path& file)
{
    const auto migrations = scripts();
    const std::int64_t version = sql::figure(database, "PRAGMA user_version");
    if (version >= static_cast<std::int64_t>(migrations.size())) return false;
    if (version > 0) copyBeforeMigration(database, file, static_cast<int>(version));

    for (auto next = static_cast<std::size_t>(version); next < migrations.size(); ++next) {
        SQLite::Transaction transaction(database, SQLite::TransactionBehavior::IMMEDIATE);
        database.exec("PRAGMA application_id = " + std::to_string(storeApplicationId));
        database.exec(std::string(migrations[next]));
        database.exec("PRAGMA user_version = " + std::to_string(next + 1));
        transaction.commit();
    }
    return true;
}

} // namespace milepost
