// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/store/backup.h"

#include "backend/store/audit_repository.h"
#include "backend/store/connection.h"
#include "backend/store/owner_lock.h"
#include "backend/store/place.h"
#include "backend/store/sql.h"
#include "backend/store/sqlite_failure.h"

#include <SQLiteCpp/Backup.h>
#include <SQLiteCpp/Transaction.h>
#include <sqlite3.h>

#include <string>
#include <system_error>
#include <utility>

namespace milepost {
namespace {

namespace fs = std::filesystem;

constexpr int pagesPerStep = 2000; // about 8 MB between two questions whether to stop

/// A file that goes again unless it is kept.
class TemporaryFile {
public:
    explicit TemporaryFile(fs::path file)
        : m_file(std::move(file))
    {
        remove();
    }
    ~TemporaryFile() { remove(); }
    TemporaryFile(const TemporaryFile&) = delete;
    TemporaryFile& operator=(const TemporaryFile&) = delete;

    const fs::path& path() const { return m_file; }
    void renameTo(const fs::path& target)
    {
        fs::rename(m_file, target);
        syncFile(target);
    }

private:
    void remove() const
    {
        std::error_code ignored;
        for (const char* suffix : {"", "-journal", "-wal", "-shm"})
            fs::remove(fs::path(m_file) += suffix, ignored);
    }
    fs::path m_file;
};

/// False: it was stopped.
bool copyPages(SQLite::Database& source, const fs::path& target, const CopyProgress& progress,
               const std::stop_token& stop)
{
    SQLite::Database copy(target.string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
    const SQLite::Transaction snapshot(source); // else each commit of the owner would start the copy anew
    sql::figure(source, "SELECT count(*) FROM sqlite_schema");
    SQLite::Backup backup(copy, source);
    while (backup.executeStep(pagesPerStep) != SQLITE_DONE) {
        if (progress)
            progress(backup.getTotalPageCount() - backup.getRemainingPageCount(), backup.getTotalPageCount());
        if (stop.stop_requested()) return false;
    }
    return true;
}

/// What is wrong with a copy; empty: nothing. Leaves it without a write-ahead log.
std::string faultOf(const fs::path& copy)
{
    SQLite::Database database(copy.string(), SQLite::OPEN_READWRITE);
    const std::string found = integrity(database);
    if (found != "ok") return found;
    database.exec("PRAGMA journal_mode = DELETE");
    return {};
}

Error failed(ErrorKind kind, const fs::path& file, const std::string& reason)
{
    return {kind, file.string() + ": " + reason, file.string()};
}

void copyKey(const fs::path& from, const fs::path& to)
{
    if (const std::string key = auditKey(from, false); !key.empty()) writePrivateFile(auditKeyFile(to), key);
}

/// Runs `work`; what it throws becomes an error.
template <typename Work>
auto asResult(const fs::path& file, Work work) -> decltype(work())
{
    try {
        return work();
    } catch (const SQLite::Exception& failure) {
        return Error{ErrorKind::Internal, storeError(file, failure).what(), file.string()};
    } catch (const std::exception& failure) { // StoreError, file system
        return Error{ErrorKind::Internal, failure.what(), file.string()};
    }
}

fs::path freeAside(const fs::path& target)
{
    for (int number = 1;; ++number) {
        fs::path aside = fs::path(target) += ".before-restore-" + std::to_string(number);
        if (!fs::exists(aside)) return aside;
    }
}

/// Carries the log of the store into its file, where that is still possible; then the log is not needed.
void settleLog(const fs::path& store)
{
    auto database = openWriting(store);
    if (database) (*database)->exec("PRAGMA wal_checkpoint(TRUNCATE)");
}

/// Keeps the store under another name, its log along with it, so that the target can be replaced in one step.
void setAside(const fs::path& store, const fs::path& aside)
{
    settleLog(store);
    for (const char* suffix : {"-wal", "-shm"}) {
        const fs::path part = fs::path(store) += suffix;
        if (fs::exists(part)) fs::rename(part, fs::path(aside) += suffix);
    }
    fs::create_hard_link(store, aside);
    copyKey(store, aside);
}

} // namespace

Status backupStore(const fs::path& file, const fs::path& target, const CopyProgress& progress,
                   const std::stop_token& stop)
{
    auto source = openReading(file, OlderVersion::Accepted);
    if (!source) return source.error();
    if (fs::exists(target)) return failed(ErrorKind::Conflict, target, "exists already; choose another name");
    return asResult(target, [&]() -> Status {
        TemporaryFile copy(fs::path(target) += ".part");
        writePrivateFile(copy.path(), {});
        if (!copyPages(**source, copy.path(), progress, stop))
            return failed(ErrorKind::Timeout, target, "the backup was stopped");
        if (const std::string fault = faultOf(copy.path()); !fault.empty())
            return failed(ErrorKind::Internal, target, "the copy is not sound: " + fault);
        syncFile(copy.path());
        copyKey(file, target);
        copy.renameTo(target);
        return Done{};
    });
}

Result<Restored> restoreStore(const fs::path& backup, const fs::path& target)
{
    auto source = openReading(backup, OlderVersion::Accepted);
    if (!source) return source.error();
    if (auto place = preparePlace(target); !place) return place.error();
    auto lock = OwnerLock::take(target);
    if (!lock) return lock.error();
    return asResult(backup, [&]() -> Result<Restored> {
        if (const std::string found = integrity(**source); found != "ok")
            return failed(ErrorKind::InvalidInput, backup, "this backup is damaged: " + found);
        TemporaryFile copy(fs::path(target) += ".part");
        writePrivateFile(copy.path(), {});
        copyPages(**source, copy.path(), {}, {});
        if (const std::string fault = faultOf(copy.path()); !fault.empty())
            return failed(ErrorKind::Internal, target, "the copy is not sound: " + fault);
        syncFile(copy.path());
        Restored restored;
        if (fs::exists(target)) {
            restored.aside = freeAside(target);
            setAside(target, restored.aside);
        }
        copyKey(backup, target);
        copy.renameTo(target);
        return restored;
    });
}

} // namespace milepost
