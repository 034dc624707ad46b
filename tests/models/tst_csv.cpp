// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "models/csv.h"

using namespace milepost;

class TestCsv : public QObject {
    Q_OBJECT

private slots:
    void quotesWhatNeedsIt();
    void aFormulaIsNoFormulaAnyMore();
};

void TestCsv::quotesWhatNeedsIt()
{
    QCOMPARE(csvLine({QStringLiteral("a"), QStringLiteral("b, c"), QStringLiteral("d \"e\"")}),
             QByteArray("a,\"b, c\",\"d \"\"e\"\"\"\r\n"));
    QCOMPARE(csvLine({QStringLiteral("two\nlines")}), QByteArray("\"two\nlines\"\r\n"));
}

void TestCsv::aFormulaIsNoFormulaAnyMore()
{
    QCOMPARE(
        csvLine({QStringLiteral("=1+1"), QStringLiteral("@x"), QStringLiteral("-5.2"), QStringLiteral("-")}),
        QByteArray("'=1+1,'@x,-5.2,-\r\n"));
}

QTEST_GUILESS_MAIN(TestCsv)

#include "tst_csv.moc"
