// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/store/connection.h"
#include "backend/store/migration.h"
#include "backend/store/place.h"
#include "backend/store/sqlite_failure.h"
#include "backend/store/sqlite_store.h"

#include <SQLiteCpp/Exception.h>

#include <filesystem>
#include <memory>
#include <utility>

namespace milepost {

Result<std::unique_ptr<Store>> Store::open(const std::filesystem::path& file)
{
    try {
        if (auto place = preparePlace(file); !place) return place.error();
        auto lock = OwnerLock::take(file);
        if (!lock) return lock.error();
        auto database = openWriting(file);
        if (!database) return database.error();
        std::filesystem::permissions(file, std::filesystem::perms::owner_read |
                                               std::filesystem::perms::owner_write);
        const bool isNewVersion = migrate(**database, file);
        auto store = std::make_unique<SqliteStore>(file, std::move(*lock), std::move(*database));
        if (isNewVersion) store->sealEmptyAudit();
        return std::unique_ptr<Store>(std::move(store));
    } catch (const SQLite::Exception& failure) {
        return Error{ErrorKind::InvalidInput, storeError(file, failure).what(), file.string()};
    } catch (const std::exception& failure) { // StoreError, file system
        return Error{ErrorKind::InvalidInput, failure.what(), file.string()};
    }
}

} // namespace milepost
