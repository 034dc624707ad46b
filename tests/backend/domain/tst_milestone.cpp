// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "backend/domain/milestone.h"

using namespace milepost;

namespace {

Order orderWith(std::vector<int> units)
{
    Order order{.revision = 1};
    for (const int count : units)
        order.lines.push_back(OrderLine{.lineNo = static_cast<int>(order.lines.size()) + 1,
                                        .ledger = LineLedger(Quantity::units(count))});
    return order;
}

void move(Order& order, std::size_t line, Stage from, Stage to, int units)
{
    order.lines[line].ledger.move(from, to, Quantity::units(units));
}

bool isReached(const Order& order, Milestone milestone)
{
    return isFull(fullMilestones(order), milestone);
}

} // namespace

class TestMilestone : public QObject {
    Q_OBJECT

private slots:
    void sevenOfTenAreSevenOfTen();
    void everyLineCounts();
    void whatWasCancelledIsNotWaitedFor();
    void aWhollyCancelledOrderIsCancelledOnly();
    void aSubstituteStandsForItsLine();
    void anOrderWithoutUnitsReachesNothing();
    void overageDoesNotMakeUpForAnotherLine();
    void deliveredMayComeBeforeInvoiced();
    void everyMilestoneHasANameThatLeadsBack();
};

void TestMilestone::sevenOfTenAreSevenOfTen()
{
    Order order = orderWith({10});
    move(order, 0, Stage::Open, Stage::Allocated, 7);

    QCOMPARE(figuresOf(order, order.lines[0]).allocated, Quantity::units(7));
    QVERIFY(!isReached(order, Milestone::Allocated));
    move(order, 0, Stage::Open, Stage::Allocated, 3);
    QVERIFY(isReached(order, Milestone::Allocated));
}

void TestMilestone::everyLineCounts()
{
    Order order = orderWith({1, 1});
    move(order, 0, Stage::Open, Stage::Shipped, 1);

    QVERIFY(!isReached(order, Milestone::Shipped));
}

void TestMilestone::whatWasCancelledIsNotWaitedFor()
{
    Order order = orderWith({10});
    move(order, 0, Stage::Open, Stage::Cancelled, 4);
    move(order, 0, Stage::Open, Stage::Delivered, 6);

    QVERIFY(isReached(order, Milestone::Delivered));
    QVERIFY(!isReached(order, Milestone::Cancelled));
}

void TestMilestone::aWhollyCancelledOrderIsCancelledOnly()
{
    Order order = orderWith({10, 5});
    order.validatedAt = Timestamp{};
    order.acceptedAt = Timestamp{};
    move(order, 0, Stage::Open, Stage::Cancelled, 10);
    move(order, 1, Stage::Open, Stage::Cancelled, 5);

    QCOMPARE(fullMilestones(order), 1U << static_cast<unsigned>(Milestone::Cancelled));
}

void TestMilestone::aSubstituteStandsForItsLine()
{
    Order order = orderWith({10, 10});
    order.lines[1].parentLineNo = 1;
    move(order, 0, Stage::Open, Stage::Substituted, 10);
    QVERIFY(!isReached(order, Milestone::Shipped));

    move(order, 1, Stage::Open, Stage::Shipped, 10);

    QVERIFY(isReached(order, Milestone::Shipped));
}

void TestMilestone::anOrderWithoutUnitsReachesNothing()
{
    QCOMPARE(fullMilestones(orderWith({})), 1U << static_cast<unsigned>(Milestone::Received));
    QCOMPARE(fullMilestones(Order{}), 0U);
}

void TestMilestone::overageDoesNotMakeUpForAnotherLine()
{
    Order order = orderWith({1, 1});
    move(order, 0, Stage::Overage, Stage::Shipped, 2);

    QVERIFY(!isReached(order, Milestone::Shipped));
    QCOMPARE(figuresOf(order, order.lines[0]).overage, Quantity::units(2));
}

void TestMilestone::deliveredMayComeBeforeInvoiced()
{
    Order order = orderWith({1});
    move(order, 0, Stage::Open, Stage::Delivered, 1);

    QVERIFY(isReached(order, Milestone::Delivered));
    QVERIFY(!isReached(order, Milestone::Invoiced));
    order.invoices.push_back(Invoice{.number = 1, .lines = {{1, Quantity::units(1)}}});
    QVERIFY(isReached(order, Milestone::Invoiced));
}

void TestMilestone::everyMilestoneHasANameThatLeadsBack()
{
    for (int i = 0; i < milestoneCount; ++i) {
        Milestone read = Milestone::Returned;
        QVERIFY(fromKey(toKey(static_cast<Milestone>(i)), read));
        QCOMPARE(static_cast<int>(read), i);
    }
    Milestone read{};
    QVERIFY(!fromKey("shipping", read));
}

QTEST_GUILESS_MAIN(TestMilestone)
#include "tst_milestone.moc"
