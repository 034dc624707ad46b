// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "backend/core/worker_pool.h"

#include <atomic>
#include <future>

using namespace milepost;

class TestWorkerPool : public QObject {
    Q_OBJECT

private slots:
    void whatIsQueuedIsDoneBeforeThePoolEnds();
    void aFullQueueTakesNoMoreThanItMay();
    void aClosedPoolTakesNothing();
};

void TestWorkerPool::whatIsQueuedIsDoneBeforeThePoolEnds()
{
    std::atomic<int> done = 0;
    {
        WorkerPool pool(2, 4);
        for (int i = 0; i < 100; ++i)
            QVERIFY(pool.post([&] { ++done; }));
    }

    QCOMPARE(done.load(), 100);
}

void TestWorkerPool::aFullQueueTakesNoMoreThanItMay()
{
    std::promise<void> started;
    std::promise<void> mayEnd;
    auto end = mayEnd.get_future().share();
    WorkerPool pool(1, 1);
    QVERIFY(pool.post([&, end] {
        started.set_value();
        end.wait();
    }));
    started.get_future().wait();

    QVERIFY(pool.tryPost([] {}));
    QVERIFY(!pool.tryPost([] {}));

    mayEnd.set_value();
}

void TestWorkerPool::aClosedPoolTakesNothing()
{
    WorkerPool pool(1, 1);
    pool.close();

    QVERIFY(!pool.post([] {}));
    QVERIFY(!pool.tryPost([] {}));
}

QTEST_GUILESS_MAIN(TestWorkerPool)
#include "tst_worker_pool.moc"
