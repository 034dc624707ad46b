// SPDX-License-Identifier: GPL-3.0-or-later
#include <QAbstractItemModelTester>
#include <QTest>

#include "models/cell_table.h"

using namespace milepost;

namespace {

TableRow row(qlonglong id, const QString& text, int figure)
{
    return {.id = id,
            .cells = {{.text = text}, {.text = QString::number(figure), .sort = figure, .isFigure = true}}};
}

QString column(const CellTable& table, int at)
{
    QString all;
    for (int i = 0; i < table.rowCount(); ++i)
        all += table.index(i, at).data().toString();
    return all;
}

} // namespace

class TestCellTable : public QObject {
    Q_OBJECT

private slots:
    void whatStaysKeepsItsPlace();
    void sortsByFiguresNotByTheirText();
    void aRowThatChangedIsToldAlone();
};

void TestCellTable::whatStaysKeepsItsPlace()
{
    CellTable table({QStringLiteral("a"), QStringLiteral("b")});
    const QAbstractItemModelTester tester(&table, QAbstractItemModelTester::FailureReportingMode::Fatal);
    table.setRows(
        {row(1, QStringLiteral("a"), 1), row(2, QStringLiteral("b"), 2), row(3, QStringLiteral("c"), 3)});
    const QPersistentModelIndex kept = table.index(2, 0);
    table.setRows(
        {row(4, QStringLiteral("d"), 4), row(1, QStringLiteral("a"), 1), row(3, QStringLiteral("c"), 3)});
    QCOMPARE(column(table, 0), QStringLiteral("dac"));
    QVERIFY(kept.isValid());
    QCOMPARE(kept.data().toString(), QStringLiteral("c"));
    table.setRows({});
    QCOMPARE(table.rowCount(), 0);
    QVERIFY(!table.rowOf(3));
}

void TestCellTable::sortsByFiguresNotByTheirText()
{
    CellTable table({QStringLiteral("a"), QStringLiteral("b")});
    const QAbstractItemModelTester tester(&table, QAbstractItemModelTester::FailureReportingMode::Fatal);
    table.setRows(
        {row(1, QStringLiteral("x"), 10), row(2, QStringLiteral("y"), 9), row(3, QStringLiteral("z"), 100)});
    const QPersistentModelIndex kept = table.index(0, 1);
    table.sort(1, Qt::AscendingOrder);
    QCOMPARE(column(table, 1), QStringLiteral("910100"));
    QCOMPARE(kept.row(), 1);
    table.setRows({row(1, QStringLiteral("x"), 1), row(2, QStringLiteral("y"), 9)}); // stays sorted
    QCOMPARE(column(table, 1), QStringLiteral("19"));
    table.sort(-1, Qt::AscendingOrder);
    QCOMPARE(table.idAt(0), 1);
}

void TestCellTable::aRowThatChangedIsToldAlone()
{
    CellTable table({QStringLiteral("a"), QStringLiteral("b")});
    table.setRows({row(1, QStringLiteral("a"), 1), row(2, QStringLiteral("b"), 2)});
    int told = 0;
    connect(&table, &QAbstractItemModel::dataChanged, this,
            [&](const QModelIndex& first, const QModelIndex& last) {
                ++told;
                QCOMPARE(first.row(), 1);
                QCOMPARE(last.row(), 1);
            });
    table.setRows({row(1, QStringLiteral("a"), 1), row(2, QStringLiteral("c"), 2)});
    QCOMPARE(told, 1);
}

QTEST_GUILESS_MAIN(TestCellTable)

#include "tst_cell_table.moc"
