// SPDX-License-Identifier: GPL-3.0-or-later
#include <QSignalSpy>
#include <QTest>

#include "models/change_feed.h"

#include <memory>
#include <thread>

namespace milepost {

class TestChangeFeed : public QObject {
    Q_OBJECT

private slots:
    void manyCommitsBecomeOneSignalThatNamesEachOrderOnce()
    {
        ChangeFeed feed;
        std::vector<ChangeView> heard;
        connect(&feed, &ChangeFeed::changed, [&](const ChangeView& change) { heard.push_back(change); });
        const auto listener = feed.listener();

        std::thread engine([&] {
            for (int i = 0; i < 1000; ++i)
                listener({.orders = {OrderId{i % 10}}, .exceptionsChanged = i == 500});
        });
        engine.join();

        QTRY_COMPARE(heard.size(), 1U);
        QCOMPARE(heard.front().orders.size(), 10U);
        QVERIFY(heard.front().exceptionsChanged);
        QVERIFY(!heard.front().systemsChanged);
    }

    void aCommitAfterTheFeedIsGoneIsHeardByNobody()
    {
        auto feed = std::make_unique<ChangeFeed>();
        const auto listener = feed->listener();
        listener({.orders = {OrderId{1}}});

        feed.reset();
        listener({.orders = {OrderId{2}}});

        QCoreApplication::processEvents();
    }
};

} // namespace milepost

QTEST_GUILESS_MAIN(milepost::TestChangeFeed)
#include "tst_change_feed.moc"
