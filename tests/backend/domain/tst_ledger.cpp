// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "backend/domain/ledger.h"

#include <stdexcept>

using namespace milepost;

class TestLedger : public QObject {
    Q_OBJECT

private slots:
    void unitsThatMoveStayInBalance();
    void aStageGivesNoMoreThanItHolds();
    void aMovementThatMovesNothingIsRefused_data();
    void aMovementThatMovesNothingIsRefused();
    void overageAddsToWhatWasOrdered();
    void whatWentFurtherHasReachedTheStagesBefore();
    void whatIsLostWasShippedButNotDelivered();
};

void TestLedger::unitsThatMoveStayInBalance()
{
    LineLedger ledger(Quantity::units(10));

    ledger.move(Stage::Open, Stage::Allocated, Quantity::units(7));
    ledger.move(Stage::Allocated, Stage::Released, Quantity::units(3));

    QVERIFY(ledger.isBalanced());
    QCOMPARE(ledger.at(Stage::Open), Quantity::units(3));
    QCOMPARE(ledger.at(Stage::Allocated), Quantity::units(4));
    QCOMPARE(ledger.at(Stage::Released), Quantity::units(3));
}

void TestLedger::aStageGivesNoMoreThanItHolds()
{
    LineLedger ledger(Quantity::units(1));

    QVERIFY_THROWS_EXCEPTION(std::logic_error, ledger.move(Stage::Open, Stage::Allocated, {1'000'001}));
    QVERIFY(ledger == LineLedger(Quantity::units(1)));
}

void TestLedger::aMovementThatMovesNothingIsRefused_data()
{
    QTest::addColumn<int>("from");
    QTest::addColumn<int>("to");
    QTest::addColumn<int>("micro");
    QTest::newRow("no units") << int(Stage::Open) << int(Stage::Allocated) << 0;
    QTest::newRow("fewer than none") << int(Stage::Open) << int(Stage::Allocated) << -1;
    QTest::newRow("to where they are") << int(Stage::Open) << int(Stage::Open) << 1;
    QTest::newRow("overage is no place") << int(Stage::Open) << int(Stage::Overage) << 1;
    QTest::newRow("from a stage that does not exist") << 77 << int(Stage::Open) << 1;
    QTest::newRow("to a stage that does not exist") << int(Stage::Open) << 77 << 1;
}

void TestLedger::aMovementThatMovesNothingIsRefused()
{
    QFETCH(int, from);
    QFETCH(int, to);
    QFETCH(int, micro);
    LineLedger ledger(Quantity::units(10));

    QVERIFY_THROWS_EXCEPTION(std::logic_error,
                             ledger.move(static_cast<Stage>(from), static_cast<Stage>(to), {micro}));
}

void TestLedger::overageAddsToWhatWasOrdered()
{
    LineLedger ledger(Quantity::units(10));

    ledger.move(Stage::Overage, Stage::Shipped, Quantity::units(2));

    QVERIFY(ledger.isBalanced());
    QCOMPARE(ledger.ordered(), Quantity::units(10));
    QCOMPARE(ledger.overage(), Quantity::units(2));
}

void TestLedger::whatWentFurtherHasReachedTheStagesBefore()
{
    LineLedger ledger(Quantity::units(10));
    ledger.move(Stage::Open, Stage::Released, Quantity::units(6));
    ledger.move(Stage::Released, Stage::Delivered, Quantity::units(2));

    QCOMPARE(ledger.reached(Stage::Allocated), Quantity::units(6));
    QCOMPARE(ledger.reached(Stage::Shipped), Quantity::units(2));
    QCOMPARE(ledger.reached(Stage::Open), Quantity::units(4));
}

void TestLedger::whatIsLostWasShippedButNotDelivered()
{
    LineLedger ledger(Quantity::units(10));
    ledger.move(Stage::Open, Stage::Shipped, Quantity::units(10));
    ledger.move(Stage::Shipped, Stage::Lost, Quantity::units(4));

    QCOMPARE(ledger.reached(Stage::Shipped), Quantity::units(10));
    QCOMPARE(ledger.reached(Stage::Delivered), Quantity{});
}

QTEST_GUILESS_MAIN(TestLedger)
#include "tst_ledger.moc"
