// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "app/ctl/table.h"
#include "app/ctl/terminal_text.h"

#include <sstream>

using namespace milepost;

class TestTable : public QObject {
    Q_OBJECT
private slots:
    void widthCountsColumnsNotBytes_data();
    void widthCountsColumnsNotBytes();
    void columnsAreAlignedAndNumbersStandRight();
    void colourDoesNotShiftColumns();
    void lineBreaksInCellsBecomeBlanks();
    void whatATerminalWouldObeyBecomesBlanks();
};

void TestTable::whatATerminalWouldObeyBecomesBlanks()
{
    QCOMPARE(harmless("a\x1b[31mb"), std::string("a [31mb"));
    QCOMPARE(harmless("a\xc2\x9b"
                      "31mb"),
             std::string("a 31mb")); // C1: the same in one letter
    QCOMPARE(harmless("a\xe2\x80\xae"
                      "b\xe2\x81\xa6"
                      "c"),
             std::string("a b c"));
    QCOMPARE(harmless("K\xc3\xb6ln\n\tx"), std::string("K\xc3\xb6ln  x"));
    QCOMPARE(harmless("one\n\ttwo\x07", true), std::string("one\n\ttwo "));
    Table table({{"order"}});
    table.add({"T1\xc2\x9d"
               "0;pwn\xc2\x9c"});
    std::ostringstream out;
    table.print(out, false);
    QVERIFY(out.str().find('\xc2') == std::string::npos);
}

void TestTable::widthCountsColumnsNotBytes_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("width");
    QTest::newRow("plain") << QByteArray("abc") << 3;
    QTest::newRow("umlauts are one column each") << QByteArray("Köln") << 4;
    QTest::newRow("a combining mark has no width") << QByteArray("e\xcc\x81") << 1;
    QTest::newRow("Chinese is two columns a letter") << QByteArray("北京") << 4;
    QTest::newRow("a broken byte counts as one") << QByteArray("a\xff"
                                                               "b")
                                                 << 3;
    QTest::newRow("a letter that is cut off does not overrun") << QByteArray("\xe5\x8c") << 1;
}

void TestTable::widthCountsColumnsNotBytes()
{
    QFETCH(QByteArray, text);
    QFETCH(int, width);

    QCOMPARE(displayWidth(text.toStdString()), std::size_t(width));
}

void TestTable::columnsAreAlignedAndNumbersStandRight()
{
    Table table({{"order"}, {"lines", true}, {"city"}});
    table.add({"1001", "3", "Köln"});
    table.add({"4500100017", "12", "Reno"});
    std::ostringstream out;

    table.print(out, false);

    QCOMPARE(out.str(), std::string("order       lines  city\n"
                                    "1001            3  Köln\n"
                                    "4500100017     12  Reno\n"));
}

void TestTable::colourDoesNotShiftColumns()
{
    Table table({{"a"}, {"b"}});
    table.add({Cell("x", Tint::Bad), "y"});
    std::ostringstream out;

    table.print(out, true);

    QCOMPARE(out.str(), std::string("\033[2ma\033[0m  \033[2mb\033[0m\n\033[31mx\033[0m  y\n"));
}

void TestTable::lineBreaksInCellsBecomeBlanks()
{
    Table table({{"a"}});
    table.add({"one\ntwo\x1b[2J"});
    std::ostringstream out;

    table.print(out, false);

    QCOMPARE(out.str(), std::string("a\none two [2J\n"));
}

QTEST_GUILESS_MAIN(TestTable)
#include "tst_table.moc"
