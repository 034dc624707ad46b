// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTemporaryDir>
#include <QTest>

#include "backend/store/connection.h"
#include "backend/store/migration.h"
#include "backend/store/owner_lock.h"
#include "backend/store/place.h"
#include "backend/store/reader.h"
#include "backend/store/store.h"
#include "backend/store/store_error.h"
#include "store_samples.h"

#include <sys/wait.h>
#include <unistd.h>

#include <fstream>

using namespace milepost;
using namespace milepost::samples;
namespace fs = std::filesystem;

namespace {

bool contains(const std::string& text, std::string_view part)
{
    return text.find(part) != std::string::npos;
}

} // namespace

class TestStoreOpen : public QObject {
    Q_OBJECT

private slots:
    void init();
    void aNewStoreIsAtTheNewestVersion();
    void theFolderIsForItsOwnerOnly();
    void aNewerStoreIsRefused();
    void aForeignDatabaseIsRefused();
    void anyOtherFileIsRefused();
    void aDamagedHeaderIsRefused();
    void aReadOnlyFolderIsRefused();
    void networkFileSystemsAreKnown();
    void aSecondOwnerIsRefusedByName();
    void anOwnerOfAnotherProcessIsNamed();
    void theFencingNumberRises();
    void anOwnerThatWasTakenOverCannotWrite();
    void aMigrationLeavesACopyBeside();

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    fs::path m_file;
    Error failure() const
    {
        auto store = Store::open(m_file);
        return store ? Error{} : store.error();
    }
};

void TestStoreOpen::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_file = storeFile(*m_folder);
}

void TestStoreOpen::aNewStoreIsAtTheNewestVersion()
{
    openStore(m_file);

    QCOMPARE(figure(m_file, "PRAGMA user_version"), std::int64_t{newestVersion()});
    QCOMPARE(figure(m_file, "PRAGMA application_id"), std::int64_t{storeApplicationId});
    openStore(m_file); // again: nothing to migrate
}

void TestStoreOpen::theFolderIsForItsOwnerOnly()
{
    m_file = m_file.parent_path() / "new" / "store.db";

    openStore(m_file);

    QCOMPARE(fs::status(m_file.parent_path()).permissions(), fs::perms::owner_all);
    const auto ownerOnly = fs::perms::owner_read | fs::perms::owner_write;
    QCOMPARE(fs::status(m_file).permissions(), ownerOnly);
    QCOMPARE(fs::status(fs::path(m_file) += ".key").permissions(), ownerOnly);
}

void TestStoreOpen::aNewerStoreIsRefused()
{
    openStore(m_file);
    tamper(m_file, "PRAGMA user_version = 9999");

    const Error error = failure();

    QCOMPARE(error.kind, ErrorKind::InvalidInput);
    QVERIFY2(contains(error.message, m_file.string()) && contains(error.message, "newer"),
             error.message.c_str());
    QVERIFY(!StoreReader::open(m_file));
}

void TestStoreOpen::aForeignDatabaseIsRefused()
{
    std::ofstream(m_file).close();
    tamper(m_file, "CREATE TABLE recipe (name TEXT)");

    const Error error = failure();

    QVERIFY2(contains(error.message, "another program"), error.message.c_str());
    QCOMPARE(figure(m_file, "SELECT count(*) FROM sqlite_schema"), std::int64_t{1});
}

void TestStoreOpen::anyOtherFileIsRefused()
{
    std::ofstream(m_file) << std::string(9000, 'x');

    QVERIFY2(contains(failure().message, "no store at all"), failure().message.c_str());
}

void TestStoreOpen::aDamagedHeaderIsRefused()
{
    openStore(m_file);
    std::fstream file(m_file, std::ios::in | std::ios::out | std::ios::binary);
    file.seekp(100); // the first page of the schema
    file << std::string(3000, '\xff');
    file.close();

    QVERIFY2(contains(failure().message, "damaged"), failure().message.c_str());
}

void TestStoreOpen::aReadOnlyFolderIsRefused()
{
    if (::geteuid() == 0) QSKIP("root may write anywhere");
    openStore(m_file);
    fs::permissions(m_file, fs::perms::owner_read);

    QCOMPARE(failure().kind, ErrorKind::InvalidInput);
}

void TestStoreOpen::networkFileSystemsAreKnown()
{
    QVERIFY(networkFileSystem(m_file.parent_path()).empty());
    QVERIFY(networkFileSystem("/does/not/exist").empty());
}

void TestStoreOpen::aSecondOwnerIsRefusedByName()
{
    const auto owner = openStore(m_file);

    const Error error = failure();

    QCOMPARE(error.kind, ErrorKind::Conflict);
    QVERIFY2(contains(error.message, "tst_store_open") &&
                 contains(error.message, "process " + std::to_string(::getpid())),
             error.message.c_str());
}

void TestStoreOpen::anOwnerOfAnotherProcessIsNamed()
{
    int ready[2];
    QVERIFY(::pipe(ready) == 0);
    const pid_t child = ::fork();
    if (child == 0) {
        const auto owner = openStore(m_file);
        const char byte = 1;
        if (::write(ready[1], &byte, 1) == 1) ::pause();
        ::_exit(0);
    }
    char byte = 0;
    QVERIFY(::read(ready[0], &byte, 1) == 1);

    const Error error = failure();
    const std::string owner = ownerOf(m_file);
    ::kill(child, SIGKILL);
    ::waitpid(child, nullptr, 0);

    QCOMPARE(error.kind, ErrorKind::Conflict);
    QVERIFY2(contains(error.message, std::to_string(child)), error.message.c_str());
    QVERIFY(contains(owner, std::to_string(child)));
    QVERIFY(ownerOf(m_file).empty());
    openStore(m_file); // a dead owner holds nothing
}

void TestStoreOpen::theFencingNumberRises()
{
    const auto first = openStore(m_file)->fencingNumber();
    fs::remove(fs::path(m_file) += ".lock"); // the store knows the number too
    const auto second = openStore(m_file)->fencingNumber();

    QVERIFY(second > first);
}

void TestStoreOpen::anOwnerThatWasTakenOverCannotWrite()
{
    const auto store = openStore(m_file);
    tamper(m_file, "UPDATE owner SET fence = fence + 1");

    QVERIFY_THROWS_EXCEPTION(StoreError, store->commit(batchOf({arrival({1})})));
    QVERIFY(!store->loadOrder({1}));
}

void TestStoreOpen::aMigrationLeavesACopyBeside()
{
    openStore(m_file)->commit(batchOf({arrival({1})}));
    const fs::path copy = fs::path(m_file) += ".before-" + std::to_string(newestVersion() + 1);
    auto database = openWriting(m_file);
    QVERIFY(database);

    copyBeforeMigration(**database, m_file, newestVersion());

    QCOMPARE(figure(copy, "SELECT count(*) FROM customer_order"), std::int64_t{1});
    QCOMPARE(figure(copy, "PRAGMA user_version"), std::int64_t{newestVersion()});
}

QTEST_GUILESS_MAIN(TestStoreOpen)
#include "tst_store_open.moc"
