// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTemporaryDir>
#include <QTest>

#include "backend/store/store.h"
#include "backend/store/verify.h"
#include "store_samples.h"

#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <random>
#include <thread>

using namespace milepost;
using namespace milepost::samples;

namespace {

constexpr int ordersPerBatch = 20;

/// Commits batch after batch until the process is killed.
[[noreturn]] void commitForEver(const std::filesystem::path& file)
{
    const auto store = openStore(file);
    std::int64_t next = store->highIds().order;
    while (true) {
        Batch batch;
        for (int i = 0; i < ordersPerBatch; ++i)
            batch.changes.push_back(arrival({++next}));
        store->commit(batch);
    }
}

} // namespace

class TestStoreCrash : public QObject {
    Q_OBJECT

private slots:
    void aKilledProcessLeavesWholeBatchesOnly();
};

void TestStoreCrash::aKilledProcessLeavesWholeBatchesOnly()
{
    QTemporaryDir folder;
    const auto file = storeFile(folder);
    std::mt19937 dice(1);
    std::int64_t before = 0;

    for (int round = 0; round < 15; ++round) {
        const pid_t child = ::fork();
        if (child == 0) commitForEver(file);
        std::this_thread::sleep_for(std::chrono::milliseconds(60 + dice() % 60));
        ::kill(child, SIGKILL);
        ::waitpid(child, nullptr, 0);

        const auto orders = openStore(file)->highIds().order;
        QVERIFY2(orders % ordersPerBatch == 0, std::to_string(orders).c_str());
        QVERIFY(orders >= before);
        before = orders;
    }

    QVERIFY(before > 0);
    const auto report = verifyStore(file);
    QVERIFY(report);
    for (const VerifyCheck& check : report->checks)
        QVERIFY2(check.ok, (check.name + ": " + check.detail).c_str());
}

QTEST_GUILESS_MAIN(TestStoreCrash)
#include "tst_store_crash.moc"
