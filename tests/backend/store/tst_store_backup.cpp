// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTemporaryDir>
#include <QTest>

#include "backend/store/backup.h"
#include "backend/store/store.h"
#include "backend/store/verify.h"
#include "store_samples.h"

#include <fstream>
#include <thread>

using namespace milepost;
using namespace milepost::samples;
namespace fs = std::filesystem;

class TestStoreBackup : public QObject {
    Q_OBJECT

private slots:
    void init();
    void aBackupUnderLoadIsAWholeStore();
    void anExistingTargetIsNotOverwritten();
    void aStoppedBackupLeavesNothing();
    void aMissingStoreIsNotFound();
    void aRestoreKeepsTheStoreThatWasThere();
    void aRestoreIntoNothingMakesAStore();
    void anOwnedTargetIsRefused();
    void aDamagedBackupIsRefused();

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    fs::path m_file;
    fs::path m_backup;
};

void TestStoreBackup::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_file = storeFile(*m_folder);
    m_backup = m_file.parent_path() / "backup.db";
}

void TestStoreBackup::aBackupUnderLoadIsAWholeStore()
{
    const auto store = openStore(m_file);
    Change first = arrival({1});
    first.audit = {{.actor = "ada", .action = "retry"}};
    store->commit(batchOf({first}));
    Result<Done> result = Done{};
    std::atomic<bool> isDone = false;

    std::jthread copying([&] {
        result = backupStore(m_file, m_backup);
        isDone = true;
    });
    std::int64_t next = 1;
    while (!isDone || next < 50)
        store->commit(batchOf({arrival({++next})}));
    copying.join();

    QVERIFY2(result.has_value(), result ? "" : result.error().message.c_str());
    const auto report = verifyStore(m_backup);
    QVERIFY(report && report->ok);
    QVERIFY(figure(m_backup, "SELECT count(*) FROM customer_order") >= 1);
    QVERIFY(!fs::exists(fs::path(m_backup) += ".part"));
    QCOMPARE(fs::status(m_backup).permissions(), fs::perms::owner_read | fs::perms::owner_write);
}

void TestStoreBackup::anExistingTargetIsNotOverwritten()
{
    openStore(m_file);
    std::ofstream(m_backup) << "mine";

    QCOMPARE(backupStore(m_file, m_backup).error().kind, ErrorKind::Conflict);
    QCOMPARE(fs::file_size(m_backup), std::uintmax_t{4});
}

void TestStoreBackup::aStoppedBackupLeavesNothing()
{
    const auto store = openStore(m_file);
    Change large = arrival({1});
    large.payloads.front().body = std::string(std::size_t{20} << 20U, 'x');
    store->commit(batchOf({large}));
    std::stop_source stop;

    const auto result = backupStore(
        m_file, m_backup, [&](std::int64_t, std::int64_t) { stop.request_stop(); }, stop.get_token());

    QCOMPARE(result.error().kind, ErrorKind::Timeout);
    QVERIFY(!fs::exists(m_backup) && !fs::exists(fs::path(m_backup) += ".part"));
}

void TestStoreBackup::aMissingStoreIsNotFound()
{
    QCOMPARE(backupStore(m_file, m_backup).error().kind, ErrorKind::NotFound);
    QCOMPARE(restoreStore(m_backup, m_file).error().kind, ErrorKind::NotFound);
}

void TestStoreBackup::aRestoreKeepsTheStoreThatWasThere()
{
    openStore(m_file)->commit(batchOf({arrival({1})}));
    QVERIFY(backupStore(m_file, m_backup));
    openStore(m_file)->commit(batchOf({arrival({2})}));

    const auto restored = restoreStore(m_backup, m_file);

    QVERIFY2(restored.has_value(), restored ? "" : restored.error().message.c_str());
    QCOMPARE(figure(m_file, "SELECT count(*) FROM customer_order"), std::int64_t{1});
    QCOMPARE(figure(restored->aside, "SELECT count(*) FROM customer_order"), std::int64_t{2});
    const auto store = openStore(m_file);
    QVERIFY(store->commit(batchOf({arrival({3})})).refused.empty());
    QVERIFY(verifyStore(m_file)->ok);
}

void TestStoreBackup::aRestoreIntoNothingMakesAStore()
{
    openStore(m_file)->commit(batchOf({arrival({1})}));
    QVERIFY(backupStore(m_file, m_backup));
    const fs::path target = m_file.parent_path() / "other" / "store.db";

    const auto restored = restoreStore(m_backup, target);

    QVERIFY(restored && restored->aside.empty());
    QVERIFY(openStore(target)->loadOrder({1}).has_value());
    QVERIFY(verifyStore(target)->ok);
}

void TestStoreBackup::anOwnedTargetIsRefused()
{
    const auto owner = openStore(m_file);
    owner->commit(batchOf({arrival({1})}));
    QVERIFY(backupStore(m_file, m_backup));

    const auto restored = restoreStore(m_backup, m_file);

    QCOMPARE(restored.error().kind, ErrorKind::Conflict);
    QVERIFY(restored.error().message.find("tst_store_backup") != std::string::npos);
}

void TestStoreBackup::aDamagedBackupIsRefused()
{
    Batch batch;
    for (std::int64_t id = 1; id < 200; ++id)
        batch.changes.push_back(arrival({id}));
    openStore(m_file)->commit(batch);
    QVERIFY(backupStore(m_file, m_backup));
    std::fstream file(m_backup, std::ios::in | std::ios::out | std::ios::binary);
    file.seekp(static_cast<std::streamoff>(fs::file_size(m_backup) / 2));
    file << std::string(20'000, '\x5a');
    file.close();

    const auto restored = restoreStore(m_backup, m_file);

    QVERIFY(!restored);
    QVERIFY2(restored.error().message.find("damaged") != std::string::npos, restored.error().message.c_str());
    QVERIFY(openStore(m_file)->loadOrder({199}).has_value()); // untouched
}

QTEST_GUILESS_MAIN(TestStoreBackup)
#include "tst_store_backup.moc"
