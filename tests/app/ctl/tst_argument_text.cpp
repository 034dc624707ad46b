// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "app/ctl/argument_text.h"

using namespace milepost;

class TestArgumentText : public QObject {
    Q_OBJECT
private slots:
    void durations_data();
    void durations();
    void rates_data();
    void rates();
};

void TestArgumentText::durations_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<qlonglong>("milliseconds"); // -1: refused
    QTest::newRow("a plain number counts seconds") << QByteArray("90") << 90'000LL;
    QTest::newRow("seconds") << QByteArray("1.5s") << 1'500LL;
    QTest::newRow("minutes") << QByteArray("2m") << 120'000LL;
    QTest::newRow("milliseconds") << QByteArray("500ms") << 500LL;
    QTest::newRow("nothing") << QByteArray("") << -1LL;
    QTest::newRow("a word") << QByteArray("soon") << -1LL;
    QTest::newRow("an unknown unit") << QByteArray("3days") << -1LL;
    QTest::newRow("less than nothing") << QByteArray("-3s") << -1LL;
    QTest::newRow("no finite number") << QByteArray("inf") << -1LL;
}

void TestArgumentText::durations()
{
    QFETCH(QByteArray, text);
    QFETCH(qlonglong, milliseconds);

    const auto duration = parseDuration(text.toStdString());

    QCOMPARE(duration ? qlonglong(duration->count()) : -1LL, milliseconds);
}

void TestArgumentText::rates_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<double>("perSecond"); // 0: refused
    QTest::newRow("as written in the help") << QByteArray("20/s") << 20.0;
    QTest::newRow("a plain number") << QByteArray("5") << 5.0;
    QTest::newRow("a minute") << QByteArray("120/m") << 2.0;
    QTest::newRow("zero would never end") << QByteArray("0/s") << 0.0;
    QTest::newRow("an unknown unit") << QByteArray("5/week") << 0.0;
}

void TestArgumentText::rates()
{
    QFETCH(QByteArray, text);
    QFETCH(double, perSecond);

    QCOMPARE(parseRate(text.toStdString()).value_or(0.0), perSecond);
}

QTEST_GUILESS_MAIN(TestArgumentText)
#include "tst_argument_text.moc"
