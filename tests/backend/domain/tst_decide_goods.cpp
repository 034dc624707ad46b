// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "backend/domain/milestone.h"
#include "order_scenario.h"

using namespace milepost;
using namespace milepost::test;
using namespace std::chrono_literals;

namespace {

Reply granting(std::vector<ReplyLine> lines)
{
    return {.outcome = Outcome::Done, .document = "alloc", .lines = std::move(lines)};
}

bool isReached(const OrderScenario& scenario, Milestone milestone)
{
    return isFull(fullMilestones(scenario.order), milestone);
}

} // namespace

/// What happens to the units of an order: plan, split, backorder, short picks, dispatch, carriers.
class TestDecideGoods : public QObject {
    Q_OBJECT

private slots:
    void anOrderIsDrivenToDelivered();
    void whatOneNodeCannotCoverIsSplit();
    void aPartialGrantIsPlannedAnewElsewhere();
    void grantsByItemAreDealtOutOnce();
    void whatIsMissingIsBackorderedAndFilledWhenStockComes();
    void aNodeThatRefusedIsAskedAgainAfterItsNextStockReport();
    void aShortPickIsPlannedAnewAndItsMismatchClosesByItself();
    void aShortPickOfMoreThanIsOutstandingReturnsWhatIsThere();
    void aShortPickAfterAPartialShipmentReturnsTheRest();
    void tooManyShippedUnitsAreBookedFromOverage();
    void anOverShipmentOfOneNodeLeavesTheUnitsOfAnotherAlone();
    void goodsShippedBeforeTheyWereReleasedAreBookedOutOfTurn();
    void aShipmentBeforeTheReplySettlesTheRelease();
    void aShipmentBeforeTheAllocationsReplyIsBooked();
    void aShipmentOfNoKnownFulfillmentIsBookedOnce();
    void theSameShipmentToldTwiceIsADuplicate();
    void twoReportedLinesOfOneItemGoToTwoLinesOfTheOrder();
    void anItemThatWasNotOrderedOpensAMismatchAndNothingIsBilled();
    void aShipmentWithoutLinesIsAllThatWasOutstanding();
    void aLateStatusAfterDeliveryIsNoted();
    void aDeliveryToldTwiceIsADuplicate();
    void aDeliveryBeforeTheShipmentIsKeptForIt();
    void aLostParcelIsLostUntilItTurnsUp();
    void shipCompleteWaitsForEverything();
    void eachStoreGetsAFulfillmentOfItsOwn();
    void nothingIsReleasedAfterTheCutOff();
};

void TestDecideGoods::anOrderIsDrivenToDelivered()
{
    OrderScenario scenario;
    scenario.released();
    QCOMPARE(scenario.at(1, Stage::Released), units(10));

    scenario.shipped(1, {line("A", 10)}, "S1", "T1").settle();
    QVERIFY(isReached(scenario, Milestone::Invoiced));
    scenario.parcel("T1", ParcelStatus::InTransit).parcel("T1", ParcelStatus::Delivered);

    QVERIFY(isReached(scenario, Milestone::Delivered));
    QVERIFY(isClosed(scenario.order));
    QCOMPARE(scenario.order.invoices.size(), 1U);
    QCOMPARE(scenario.order.invoices[0].amountMinor, 2500);
    QVERIFY(scenario.order.expectations.empty());
}

void TestDecideGoods::whatOneNodeCannotCoverIsSplit()
{
    OrderScenario scenario;
    scenario.stock.units = {{{"east", "A"}, 6}, {{"west", "A"}, 6}};

    scenario.released();

    QCOMPARE(scenario.order.fulfillments.size(), 2U);
    QCOMPARE(scenario.at(1, Stage::Released), units(10));
    QCOMPARE(scenario.effect("release", 1)->lines.at(0).quantity, units(6));
    QCOMPARE(scenario.effect("release", 2)->lines.at(0).quantity, units(4));
}

void TestDecideGoods::aPartialGrantIsPlannedAnewElsewhere()
{
    OrderScenario scenario;
    scenario.stock.units[{"west", "A"}] = 100;
    scenario.receive().settle({"allocate"});

    scenario.answer("allocate", granting({{.lineNo = 1, .quantity = units(7)}}), 1).settle();

    QCOMPARE(scenario.order.fulfillments.size(), 2U);
    QCOMPARE(scenario.order.fulfillments[1].node, std::string("west"));
    QCOMPARE(scenario.at(1, Stage::Released), units(10));
}

void TestDecideGoods::grantsByItemAreDealtOutOnce()
{
    OrderScenario scenario(testContent({{"A", 2}, {"A", 3}}));
    scenario.receive().settle({"allocate"});

    scenario.answer("allocate", granting({{.sku = "A", .quantity = units(4)}}), 1);

    QCOMPARE(scenario.at(1, Stage::Allocated), units(2));
    QCOMPARE(scenario.at(2, Stage::Allocated), units(2));
    QCOMPARE(scenario.at(2, Stage::Backordered), units(1));
}

void TestDecideGoods::whatIsMissingIsBackorderedAndFilledWhenStockComes()
{
    OrderScenario scenario;
    scenario.stock.units = {{{"east", "A"}, 7}};
    scenario.released();
    QCOMPARE(scenario.at(1, Stage::Backordered), units(3));

    scenario.stock.units = {{{"east", "A"}, 3}};
    scenario.stock.at = scenario.now;
    scenario.wake().settle();

    QCOMPARE(scenario.at(1, Stage::Backordered), units(0));
    QCOMPARE(scenario.at(1, Stage::Released), units(10));
}

void TestDecideGoods::aNodeThatRefusedIsAskedAgainAfterItsNextStockReport()
{
    OrderScenario scenario;
    scenario.receive().settle({"allocate"});
    scenario.answer("allocate", granting({{.lineNo = 1, .quantity = {}}}), 1);
    QCOMPARE(scenario.at(1, Stage::Backordered), units(10));
    QVERIFY(scenario.order.fulfillments[0].isClosed);

    scenario.pass(1h);
    QCOMPARE(scenario.order.fulfillments.size(), 1U);
    scenario.stock.at = scenario.now;
    scenario.wake();

    QCOMPARE(scenario.order.fulfillments.size(), 2U);
}

void TestDecideGoods::aShortPickIsPlannedAnewAndItsMismatchClosesByItself()
{
    OrderScenario scenario;
    scenario.stock.units[{"west", "A"}] = 100;
    scenario.released();

    scenario.pickedShort(1, {line("A", 4)});
    QCOMPARE(scenario.openCauses(), std::vector<std::string>{"short pick"});
    scenario.settle();

    QVERIFY(scenario.openCauses().empty());
    QCOMPARE(scenario.order.fulfillments.size(), 2U);
    QCOMPARE(scenario.order.fulfillments[1].node, std::string("west"));
    QCOMPARE(scenario.at(1, Stage::Released), units(10));
}

void TestDecideGoods::aShortPickOfMoreThanIsOutstandingReturnsWhatIsThere()
{
    OrderScenario scenario;
    scenario.stock.units = {{{"east", "A"}, 6}, {{"west", "A"}, 4}};
    scenario.released();

    scenario.pickedShort(1, {line("A", 9)});

    QCOMPARE(scenario.at(1, Stage::Released), units(4)); // those of the other node
    QCOMPARE(scenario.order.fulfillments[1].lines[0].released, units(4));
}

void TestDecideGoods::aShortPickAfterAPartialShipmentReturnsTheRest()
{
    OrderScenario scenario;
    scenario.released().shipped(1, {line("A", 6)}, "S1", "T1");

    scenario.pickedShort(1, {line("A", 4)});

    QCOMPARE(scenario.at(1, Stage::Shipped), units(6));
    QCOMPARE(scenario.at(1, Stage::Backordered), units(4));
    QCOMPARE(scenario.at(1, Stage::Overage), units(0));
}

void TestDecideGoods::tooManyShippedUnitsAreBookedFromOverage()
{
    OrderScenario scenario;
    scenario.released().shipped(1, {line("A", 12)}, "S1", "T1");

    QCOMPARE(scenario.at(1, Stage::Shipped), units(12));
    QCOMPARE(scenario.at(1, Stage::Overage), units(2));
    QCOMPARE(scenario.openCauses(), std::vector<std::string>{"over-shipment"});
}

void TestDecideGoods::anOverShipmentOfOneNodeLeavesTheUnitsOfAnotherAlone()
{
    OrderScenario scenario;
    scenario.stock.units = {{{"east", "A"}, 6}, {{"west", "A"}, 4}};
    scenario.released().shipped(1, {line("A", 8)}, "S1", "T1").settle();
    QCOMPARE(scenario.at(1, Stage::Released), units(4));

    scenario.shipped(2, {line("A", 4)}, "S2", "T2");

    QCOMPARE(scenario.at(1, Stage::Shipped), units(12));
    QCOMPARE(scenario.at(1, Stage::Overage), units(2));
}

void TestDecideGoods::goodsShippedBeforeTheyWereReleasedAreBookedOutOfTurn()
{
    OrderScenario scenario;
    scenario.receive().settle({"tender"});
    QVERIFY(scenario.effect("release") == nullptr);

    scenario.shipped(1, {line("A", 10)}, "S1", "T1");

    QCOMPARE(scenario.at(1, Stage::Shipped), units(10));
    QCOMPARE(scenario.at(1, Stage::Overage), units(0));
    QCOMPARE(scenario.openCauses(), std::vector<std::string>{"shipped out of turn"});
    scenario.settle();
    QVERIFY(scenario.effect("release") == nullptr);
}

void TestDecideGoods::aShipmentBeforeTheReplySettlesTheRelease()
{
    OrderScenario scenario;
    scenario.receive().settle({"release"});
    scenario.outcome("release", Outcome::Unknown);

    scenario.shipped(1, {line("A", 10)}, "S1", "T1");

    QCOMPARE(scenario.stateOf("release"), EffectState::Done);
    QCOMPARE(scenario.at(1, Stage::Overage), units(0));
    QVERIFY(scenario.openCauses().empty());
}

void TestDecideGoods::aShipmentBeforeTheAllocationsReplyIsBooked()
{
    OrderScenario scenario;
    scenario.receive().settle({"allocate"});

    scenario.shipped(1, {line("A", 6)}, "S1", "T1");
    scenario.settle();

    QCOMPARE(scenario.at(1, Stage::Shipped), units(6));
    QCOMPARE(scenario.at(1, Stage::Released), units(4));
    QCOMPARE(scenario.order.fulfillments[0].lines[0].planned, units(0));
}

void TestDecideGoods::aShipmentOfNoKnownFulfillmentIsBookedOnce()
{
    OrderScenario scenario;
    scenario.stock.units = {{{"east", "A"}, 6}, {{"west", "A"}, 4}};
    scenario.released();

    scenario.take(ReceiveReport{.report = {.kind = ReportKind::ShipmentConfirmed,
                                           .system = "elsewhere",
                                           .document = "X",
                                           .lines = {line("A", 8)}}});

    QCOMPARE(scenario.at(1, Stage::Shipped), units(8));
    QCOMPARE(scenario.order.fulfillments[0].lines[0].released, units(0));
    QCOMPARE(scenario.order.fulfillments[1].lines[0].released, units(2));
}

void TestDecideGoods::theSameShipmentToldTwiceIsADuplicate()
{
    OrderScenario scenario;
    scenario.released().shipped(1, {line("A", 5)}, "S1", "T1").shipped(1, {line("A", 5)}, "S1", "T1");

    QCOMPARE(scenario.order.shipments.size(), 1U);
    QCOMPARE(scenario.kindsOfLastRow(), std::vector<std::string>{"messageNoted"});
}

void TestDecideGoods::twoReportedLinesOfOneItemGoToTwoLinesOfTheOrder()
{
    OrderScenario scenario(testContent({{"A", 2}, {"A", 3}}));
    scenario.released().shipped(1, {line("A", 2), line("A", 3)}, "S1", "T1");

    QCOMPARE(scenario.at(1, Stage::Shipped), units(2));
    QCOMPARE(scenario.at(2, Stage::Shipped), units(3));
    QVERIFY(scenario.openCauses().empty());
}

void TestDecideGoods::anItemThatWasNotOrderedOpensAMismatchAndNothingIsBilled()
{
    OrderScenario scenario;
    scenario.released().shipped(1, {line("Z", 1)}, "S1", "T1");

    QCOMPARE(scenario.openCauses(), (std::vector<std::string>{"item not ordered", "shipment without units"}));
    QVERIFY(scenario.order.shipments.empty());
    QVERIFY(scenario.effect("invoice") == nullptr);
}

void TestDecideGoods::aShipmentWithoutLinesIsAllThatWasOutstanding()
{
    OrderScenario scenario(testContent({{"A", 2}, {"B", 3}}));
    scenario.released().shipped(1, {}, "S1", "T1");

    QCOMPARE(scenario.at(1, Stage::Shipped), units(2));
    QCOMPARE(scenario.at(2, Stage::Shipped), units(3));
}

void TestDecideGoods::aLateStatusAfterDeliveryIsNoted()
{
    OrderScenario scenario;
    scenario.released().shipped(1, {line("A", 10)}, "S1", "T1").parcel("T1", ParcelStatus::Delivered);

    scenario.parcel("T1", ParcelStatus::InTransit);

    QCOMPARE(scenario.at(1, Stage::Delivered), units(10));
    QCOMPARE(std::get<MessageNoted>(scenario.rows.back().facts[0]).note, std::string("late"));
}

void TestDecideGoods::aDeliveryToldTwiceIsADuplicate()
{
    OrderScenario scenario;
    scenario.released().shipped(1, {line("A", 10)}, "S1", "T1").parcel("T1", ParcelStatus::Delivered);

    scenario.parcel("T1", ParcelStatus::Delivered);

    QCOMPARE(std::get<MessageNoted>(scenario.rows.back().facts[0]).note, std::string("duplicate"));
}

void TestDecideGoods::aDeliveryBeforeTheShipmentIsKeptForIt()
{
    OrderScenario scenario;
    scenario.released().parcel("T1", ParcelStatus::Delivered);
    QCOMPARE(scenario.at(1, Stage::Delivered), units(0));

    scenario.shipped(1, {line("A", 10)}, "S1", "T1");

    QCOMPARE(scenario.at(1, Stage::Delivered), units(10));
    QVERIFY(scenario.order.earlyParcels.empty());
}

void TestDecideGoods::aLostParcelIsLostUntilItTurnsUp()
{
    OrderScenario scenario;
    scenario.released().shipped(1, {line("A", 10)}, "S1", "T1").parcel("T1", ParcelStatus::Lost);
    QCOMPARE(scenario.at(1, Stage::Lost), units(10));
    QCOMPARE(scenario.openCauses(), std::vector<std::string>{"parcel lost"});

    scenario.parcel("T1", ParcelStatus::Delivered);

    QCOMPARE(scenario.at(1, Stage::Delivered), units(10));
    QVERIFY(scenario.openCauses().empty());
}

void TestDecideGoods::shipCompleteWaitsForEverything()
{
    OrderScenario scenario(testContent({{"A", 2}, {"B", 3}}));
    scenario.content.rules.shipComplete = true;
    scenario.stock.units = {{{"east", "A"}, 100}, {{"east", "B"}, 1}};
    scenario.released();
    QVERIFY(scenario.order.fulfillments.empty());
    QCOMPARE(scenario.at(1, Stage::Backordered), units(2));

    scenario.stock.units[{"west", "B"}] = 2;
    scenario.wake().settle();

    QCOMPARE(scenario.at(1, Stage::Released), units(2));
    QCOMPARE(scenario.at(2, Stage::Released), units(3));
}

void TestDecideGoods::eachStoreGetsAFulfillmentOfItsOwn()
{
    OrderScenario scenario;
    scenario.content.destinations = {"101", "102"};
    scenario.content.parties = {Party{.role = "shipTo", .id = "101"}, Party{.role = "shipTo", .id = "102"}};
    scenario.content.lines[0].parts = {{0, units(4)}, {1, units(6)}};

    scenario.released();

    QCOMPARE(scenario.order.fulfillments.size(), 2U);
    QCOMPARE(scenario.order.fulfillments[0].destination, 0);
    QCOMPARE(scenario.order.fulfillments[0].lines[0].released, units(4));
    QCOMPARE(scenario.order.fulfillments[1].destination, 1);
    QCOMPARE(scenario.order.fulfillments[1].lines[0].released, units(6));
}

void TestDecideGoods::nothingIsReleasedAfterTheCutOff()
{
    OrderScenario scenario;
    scenario.landscape.nodes[0].cutOffMinute = 14 * 60;
    scenario.now += 6h; // 14:00, a minute too late
    scenario.released();
    QVERIFY(scenario.effect("release") == nullptr);
    const auto due = nextDue(scenario.order, scenario.landscape, scenario.now);
    QVERIFY(due.has_value());

    scenario.pass(*due - scenario.now).settle();

    QCOMPARE(scenario.stateOf("release"), EffectState::Done);
}

QTEST_GUILESS_MAIN(TestDecideGoods)
#include "tst_decide_goods.moc"
