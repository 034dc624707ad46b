// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "backend/core/quantity.h"

#include <limits>

using namespace milepost;

class TestQuantity : public QObject {
    Q_OBJECT

private slots:
    void decimalsAreReadExactlyOrNotAtAll_data();
    void decimalsAreReadExactlyOrNotAtAll();
    void quantitiesBeyondTheBoundAreNotRead();
    void textIsTheShortest_data();
    void textIsTheShortest();
    void unitsAreConvertedExactlyOrNotAtAll();
};

void TestQuantity::decimalsAreReadExactlyOrNotAtAll_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<bool>("isRead");
    QTest::addColumn<qint64>("micro");
    QTest::newRow("a whole number") << QByteArray("12") << true << qint64(12'000'000);
    QTest::newRow("a part") << QByteArray("-0.5") << true << qint64(-500'000);
    QTest::newRow("a plus sign") << QByteArray("+3") << true << qint64(3'000'000);
    QTest::newRow("zeros behind the last digit")
        << QByteArray("1200.00000000") << true << qint64(1'200'000'000);
    QTest::newRow("zeros before the first")
        << QByteArray("0000000000000000000001") << true << qint64(1'000'000);
    QTest::newRow("without a digit before the point") << QByteArray(".25") << true << qint64(250'000);
    QTest::newRow("a seventh digit") << QByteArray("0.0000001") << false << qint64(0);
    QTest::newRow("an exponent") << QByteArray("1e3") << false << qint64(0);
    QTest::newRow("a space") << QByteArray(" 1") << false << qint64(0);
    QTest::newRow("two points") << QByteArray("1.2.3") << false << qint64(0);
    QTest::newRow("a point alone") << QByteArray(".") << false << qint64(0);
    QTest::newRow("a sign alone") << QByteArray("-") << false << qint64(0);
    QTest::newRow("nothing") << QByteArray("") << false << qint64(0);
    QTest::newRow("nineteen digits") << QByteArray("1234567890123456789") << false << qint64(0);
    QTest::newRow("more than fits once scaled") << QByteArray("999999999999999999") << false << qint64(0);
}

void TestQuantity::decimalsAreReadExactlyOrNotAtAll()
{
    QFETCH(QByteArray, text);
    QFETCH(bool, isRead);
    QFETCH(qint64, micro);

    const auto value = parseDecimal(text.toStdString(), 6);

    QCOMPARE(value.has_value(), isRead);
    if (value) QCOMPARE(*value, micro);
}

void TestQuantity::quantitiesBeyondTheBoundAreNotRead()
{
    QCOMPARE(parseQuantity("1000000000"), std::optional(maxQuantity));
    QVERIFY(!parseQuantity("1000000000.000001"));
    QVERIFY(!parseQuantity("-1000000000.000001"));
}

void TestQuantity::textIsTheShortest_data()
{
    QTest::addColumn<qint64>("micro");
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("whole") << qint64(12'000'000) << QByteArray("12");
    QTest::newRow("half") << qint64(500'000) << QByteArray("0.5");
    QTest::newRow("less than nothing") << qint64(-3'250'000) << QByteArray("-3.25");
    QTest::newRow("the smallest") << qint64(1) << QByteArray("0.000001");
    QTest::newRow("nothing") << qint64(0) << QByteArray("0");
    QTest::newRow("the least number")
        << std::numeric_limits<qint64>::min() << QByteArray("-9223372036854.775808");
}

void TestQuantity::textIsTheShortest()
{
    QFETCH(qint64, micro);
    QFETCH(QByteArray, text);

    QCOMPARE(toText(Quantity{micro}), text.toStdString());
}

void TestQuantity::unitsAreConvertedExactlyOrNotAtAll()
{
    QCOMPARE(converted(Quantity::units(5), {12, 1}), std::optional(Quantity::units(60)));
    QCOMPARE(converted(Quantity::units(6), {1, 12}), std::optional(Quantity{500'000}));
    QVERIFY(!converted(Quantity::units(1), {1, 3}));
    QVERIFY(!converted(Quantity::units(1), {1, 0}));
    QVERIFY(!converted(maxQuantity, {2, 1}));
}

QTEST_GUILESS_MAIN(TestQuantity)
#include "tst_quantity.moc"
