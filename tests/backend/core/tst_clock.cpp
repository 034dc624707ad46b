// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "backend/core/clock.h"

using namespace milepost;
using namespace std::chrono_literals;

class TestClock : public QObject {
    Q_OBJECT

private slots:
    void timesAreReadInEveryOffset_data();
    void timesAreReadInEveryOffset();
    void whatIsNoTimeIsNotRead_data();
    void whatIsNoTimeIsNotRead();
    void aScaledClockRunsAhead();
};

void TestClock::timesAreReadInEveryOffset_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("utc");
    QTest::newRow("UTC with milliseconds")
        << QByteArray("2026-11-23T06:36:16.866Z") << QByteArray("2026-11-23T06:36:16.866Z");
    QTest::newRow("west of Greenwich")
        << QByteArray("2026-11-23T23:30:00-05:00") << QByteArray("2026-11-24T04:30:00.000Z");
    QTest::newRow("an offset without a colon")
        << QByteArray("2026-11-23T00:30:00+0530") << QByteArray("2026-11-22T19:00:00.000Z");
    QTest::newRow("more than milliseconds")
        << QByteArray("2026-11-23T06:36:16.8667999Z") << QByteArray("2026-11-23T06:36:16.866Z");
    QTest::newRow("a plain date") << QByteArray("2024-02-29") << QByteArray("2024-02-29T00:00:00.000Z");
    QTest::newRow("a space and no seconds")
        << QByteArray("2026-11-23 06:36") << QByteArray("2026-11-23T06:36:00.000Z");
    QTest::newRow("before the epoch")
        << QByteArray("1969-12-31T23:59:59.999Z") << QByteArray("1969-12-31T23:59:59.999Z");
}

void TestClock::timesAreReadInEveryOffset()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, utc);

    const auto time = parseTimestamp(text.toStdString());

    QVERIFY(time.has_value());
    QCOMPARE(toText(*time), utc.toStdString());
}

void TestClock::whatIsNoTimeIsNotRead_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("nothing") << QByteArray("");
    QTest::newRow("no such day") << QByteArray("2026-02-29");
    QTest::newRow("no such month") << QByteArray("2026-13-01");
    QTest::newRow("no such hour") << QByteArray("2026-11-23T24:00:00Z");
    QTest::newRow("no such minute") << QByteArray("2026-11-23T23:60:00Z");
    QTest::newRow("no such offset") << QByteArray("2026-11-23T23:00:00+99:99");
    QTest::newRow("a point without digits") << QByteArray("2026-11-23T23:00:00.Z");
    QTest::newRow("something behind it") << QByteArray("2026-11-23T23:00:00Zx");
    QTest::newRow("a date of another kind") << QByteArray("20261123");
    QTest::newRow("a time alone") << QByteArray("12:00");
}

void TestClock::whatIsNoTimeIsNotRead()
{
    QFETCH(QByteArray, text);

    QVERIFY(!parseTimestamp(text.toStdString()));
}

void TestClock::aScaledClockRunsAhead()
{
    const Timestamp start = *parseTimestamp("2026-11-23");
    const auto real = std::chrono::time_point_cast<Duration>(std::chrono::system_clock::now());

    const ScaledClock clock(start, real - 1s, 600);

    QVERIFY(clock.now() >= start + 600s);
    QCOMPARE(clock.speed(), 600.0);
}

QTEST_GUILESS_MAIN(TestClock)
#include "tst_clock.moc"
