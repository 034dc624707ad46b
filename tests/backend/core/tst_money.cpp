// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "backend/core/money.h"

#include <limits>

using namespace milepost;

namespace {

Currency currency(const char* code)
{
    return *parseCurrency(code);
}

} // namespace

class TestMoney : public QObject {
    Q_OBJECT

private slots:
    void minorDigitsAreThoseOfIso4217_data();
    void minorDigitsAreThoseOfIso4217();
    void anythingElseIsNoCurrency_data();
    void anythingElseIsNoCurrency();
    void amountsAreReadExactlyOrNotAtAll_data();
    void amountsAreReadExactlyOrNotAtAll();
    void lineAmountsAreRoundedHalfEvenOnce_data();
    void lineAmountsAreRoundedHalfEvenOnce();
    void anAmountBeyondAllSenseStaysAtTheBound();
    void amountTextShowsAllMinorDigits_data();
    void amountTextShowsAllMinorDigits();
};

void TestMoney::minorDigitsAreThoseOfIso4217_data()
{
    QTest::addColumn<QByteArray>("code");
    QTest::addColumn<int>("digits");
    QTest::newRow("the yen has none") << QByteArray("JPY") << 0;
    QTest::newRow("the króna has none") << QByteArray("ISK") << 0;
    QTest::newRow("the dollar has two") << QByteArray("USD") << 2;
    QTest::newRow("the forint has two") << QByteArray("HUF") << 2;
    QTest::newRow("the dinar of Kuwait has three") << QByteArray("KWD") << 3;
    QTest::newRow("the unidad de fomento has four") << QByteArray("CLF") << 4;
}

void TestMoney::minorDigitsAreThoseOfIso4217()
{
    QFETCH(QByteArray, code);
    QFETCH(int, digits);

    QCOMPARE(minorDigits(currency(code.constData())), digits);
}

void TestMoney::anythingElseIsNoCurrency_data()
{
    QTest::addColumn<QByteArray>("code");
    QTest::newRow("unknown letters") << QByteArray("XYZ");
    QTest::newRow("small letters") << QByteArray("usd");
    QTest::newRow("nothing") << QByteArray("");
    QTest::newRow("too long") << QByteArray("USDX");
    QTest::newRow("letters across two codes") << QByteArray("D A");
}

void TestMoney::anythingElseIsNoCurrency()
{
    QFETCH(QByteArray, code);

    QVERIFY(!parseCurrency(code.toStdString()));
}

void TestMoney::amountsAreReadExactlyOrNotAtAll_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("code");
    QTest::addColumn<bool>("isRead");
    QTest::addColumn<qint64>("minor");
    QTest::newRow("dollars and cents") << QByteArray("12.34") << QByteArray("USD") << true << qint64(1234);
    QTest::newRow("dollars only") << QByteArray("12") << QByteArray("USD") << true << qint64(1200);
    QTest::newRow("a debt") << QByteArray("-0.05") << QByteArray("USD") << true << qint64(-5);
    QTest::newRow("zeros behind the cent")
        << QByteArray("1.2300") << QByteArray("USD") << true << qint64(123);
    QTest::newRow("yen with zeros") << QByteArray("500.00") << QByteArray("JPY") << true << qint64(500);
    QTest::newRow("a tenth of a cent") << QByteArray("1.234") << QByteArray("USD") << false << qint64(0);
    QTest::newRow("half a yen") << QByteArray("0.5") << QByteArray("JPY") << false << qint64(0);
    QTest::newRow("a comma") << QByteArray("1,23") << QByteArray("USD") << false << qint64(0);
}

void TestMoney::amountsAreReadExactlyOrNotAtAll()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, code);
    QFETCH(bool, isRead);
    QFETCH(qint64, minor);

    const auto money = parseMoney(text.toStdString(), currency(code.constData()));

    QCOMPARE(money.has_value(), isRead);
    if (money) QCOMPARE(money->minor, minor);
}

void TestMoney::lineAmountsAreRoundedHalfEvenOnce_data()
{
    QTest::addColumn<QByteArray>("price");
    QTest::addColumn<QByteArray>("quantity");
    QTest::addColumn<QByteArray>("code");
    QTest::addColumn<qint64>("minor");
    QTest::newRow("an exact amount") << QByteArray("2.50") << QByteArray("3") << QByteArray("USD")
                                     << qint64(750);
    QTest::newRow("half a cent goes down to even")
        << QByteArray("0.125") << QByteArray("1") << QByteArray("USD") << qint64(12);
    QTest::newRow("half a cent goes up to even")
        << QByteArray("0.135") << QByteArray("1") << QByteArray("USD") << qint64(14);
    QTest::newRow("more than half goes up")
        << QByteArray("0.125001") << QByteArray("1") << QByteArray("USD") << qint64(13);
    QTest::newRow("a debt rounds alike")
        << QByteArray("-0.125") << QByteArray("1") << QByteArray("USD") << qint64(-12);
    QTest::newRow("many small prices are rounded once")
        << QByteArray("0.001") << QByteArray("1000") << QByteArray("USD") << qint64(100);
    QTest::newRow("yen have no parts")
        << QByteArray("0.5") << QByteArray("3") << QByteArray("JPY") << qint64(2);
    QTest::newRow("parts of a unit") << QByteArray("10") << QByteArray("0.333333") << QByteArray("USD")
                                     << qint64(333);
    QTest::newRow("fils") << QByteArray("1.2345") << QByteArray("1") << QByteArray("KWD") << qint64(1234);
}

void TestMoney::lineAmountsAreRoundedHalfEvenOnce()
{
    QFETCH(QByteArray, price);
    QFETCH(QByteArray, quantity);
    QFETCH(QByteArray, code);
    QFETCH(qint64, minor);

    const Money amount = lineAmount(*parseUnitPrice(price.toStdString()),
                                    *parseQuantity(quantity.toStdString()), currency(code.constData()));

    QCOMPARE(amount.minor, minor);
}

void TestMoney::anAmountBeyondAllSenseStaysAtTheBound()
{
    const UnitPrice price{std::numeric_limits<std::int64_t>::max()};

    QCOMPARE(lineAmount(price, maxQuantity, currency("USD")).minor, 1'000'000'000'000'000);
}

void TestMoney::amountTextShowsAllMinorDigits_data()
{
    QTest::addColumn<qint64>("minor");
    QTest::addColumn<QByteArray>("code");
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("cents") << qint64(5) << QByteArray("USD") << QByteArray("0.05");
    QTest::newRow("a debt") << qint64(-1230) << QByteArray("USD") << QByteArray("-12.30");
    QTest::newRow("yen") << qint64(500) << QByteArray("JPY") << QByteArray("500");
    QTest::newRow("fils") << qint64(1) << QByteArray("KWD") << QByteArray("0.001");
}

void TestMoney::amountTextShowsAllMinorDigits()
{
    QFETCH(qint64, minor);
    QFETCH(QByteArray, code);
    QFETCH(QByteArray, text);

    QCOMPARE(amountText({minor, currency(code.constData())}), text.toStdString());
}

QTEST_GUILESS_MAIN(TestMoney)
#include "tst_money.moc"
