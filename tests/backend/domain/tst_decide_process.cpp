// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "backend/domain/compensation.h"
#include "backend/domain/milestone.h"
#include "order_scenario.h"

using namespace milepost;
using namespace milepost::test;
using namespace std::chrono_literals;

namespace {

using Causes = std::vector<std::string>;

} // namespace

/// How the process table leads an order: validation, holds, gates, prices, expectations, contracts.
class TestDecideProcess : public QObject {
    Q_OBJECT

private slots:
    void anIncompleteOrderStopsAtValidation_data();
    void anIncompleteOrderStopsAtValidation();
    void aHoldStopsWhatComesNextAndItsReleaseLetsItGoOn();
    void aHoldStopsACallThatHasNotBegun();
    void linesWithoutAPriceArePricedByTheErp();
    void nothingIsInvoicedBeforeItIsPostedAndPriced();
    void eachShipmentIsInvoicedOnItsOwn();
    void aPrepaidOrderIsInvoicedOnceAndWhole();
    void silenceIsOverdueOnlyBehindTheWatermark();
    void silenceIsNotJudgedWhileWatermarksAreNotTrusted();
    void anOverdueExpectationEndsWhenTheGoodsLeave();
    void aNodeThatRestsOnWeekendsGetsItsTime();
    void aShipmentThatIsAlreadyThereIsNotExpected();
    void aStepThatNobodyOffersIsAContractException();
    void aWordThatNobodyKnowsIsClosedByTheNextKnownOne();
    void anOrderIsReceivedOnce();
    void anOrderThatWasCancelledBeforeItCameAsksNobody();
    void withoutAdvanceAReportIsBookedAndNothingStarts();
};

void TestDecideProcess::anIncompleteOrderStopsAtValidation_data()
{
    QTest::addColumn<int>("defect");
    QTest::addColumn<QString>("missing");
    QTest::newRow("there is no ship-to") << 0 << QStringLiteral("a ship-to address");
    QTest::newRow("the ship-to has no street") << 1 << QStringLiteral("the street of the ship-to");
    QTest::newRow("a line has no item number") << 2 << QStringLiteral("the item number of line 1");
    QTest::newRow("a quantity is negative") << 3 << QStringLiteral("a quantity that is not negative");
    QTest::newRow("there are no lines") << 4 << QStringLiteral("any line with units");
    QTest::newRow("two lines share a number") << 5 << QStringLiteral("a number of its own for each line");
    QTest::newRow("the stores get another sum")
        << 6 << QStringLiteral("store quantities that add up to the 10");
}

void TestDecideProcess::anIncompleteOrderStopsAtValidation()
{
    QFETCH(int, defect);
    QFETCH(QString, missing);
    OrderScenario scenario;
    CanonicalOrder& content = scenario.content;
    if (defect == 0) content.parties.clear();
    if (defect == 1) content.parties[0].line1.clear();
    if (defect == 2) content.lines[0].sku.clear();
    if (defect == 3) content.lines[0].quantity = units(-1);
    if (defect == 4) content.lines.clear();
    if (defect == 5) content.lines.push_back(content.lines[0]);
    if (defect == 6) content.lines[0].parts = {{0, units(4)}};

    scenario.receive();

    QCOMPARE(scenario.order.exceptions.size(), 1U);
    QCOMPARE(scenario.order.exceptions[0].kind, ExceptionClass::Validation);
    QVERIFY(QString::fromStdString(scenario.order.exceptions[0].text).contains(missing));
    QVERIFY(scenario.order.effects.empty());
}

void TestDecideProcess::aHoldStopsWhatComesNextAndItsReleaseLetsItGoOn()
{
    OrderScenario scenario;
    scenario.receive().command("hold", "credit").settle();
    QVERIFY(scenario.order.taxMinor.has_value()); // it was under way
    QVERIFY(scenario.effect("accept") == nullptr);

    scenario.command("release", "credit");

    QCOMPARE(scenario.stateOf("accept"), EffectState::InFlight);
}

void TestDecideProcess::aHoldStopsACallThatHasNotBegun()
{
    OrderScenario scenario;
    scenario.gate.full.insert("tax");
    scenario.receive().command("hold", "operator");
    scenario.gate.full.clear();

    scenario.wake();
    QCOMPARE(scenario.stateOf("tax"), EffectState::Waiting);
    scenario.command("release");

    QCOMPARE(scenario.stateOf("tax"), EffectState::InFlight);
}

void TestDecideProcess::linesWithoutAPriceArePricedByTheErp()
{
    OrderScenario scenario;
    scenario.content.lines[0].unitPrice.reset();
    scenario.receive().done("tax");

    scenario.answer("accept", Reply{.outcome = Outcome::Done,
                                    .lines = {{.lineNo = 1, .unitPrice = UnitPrice{1'990'000}}}});

    QCOMPARE(scenario.order.lines[0].unitPrice, std::optional(UnitPrice{1'990'000}));
}

void TestDecideProcess::nothingIsInvoicedBeforeItIsPostedAndPriced()
{
    OrderScenario scenario;
    scenario.content.lines[0].unitPrice.reset();
    scenario.released().shipped(1, {line("A", 10)}, "S1", "T1");
    QVERIFY(scenario.effect("invoice") == nullptr);

    scenario.settle();

    QCOMPARE(scenario.stateOf("post"), EffectState::Done);
    QVERIFY(scenario.effect("invoice") == nullptr); // no price
}

void TestDecideProcess::eachShipmentIsInvoicedOnItsOwn()
{
    OrderScenario scenario;
    scenario.released().shipped(1, {line("A", 4)}, "S1", "T1").settle();
    QVERIFY(!isFull(fullMilestones(scenario.order), Milestone::Invoiced));

    scenario.shipped(1, {line("A", 6)}, "S2", "T2").settle();

    QCOMPARE(scenario.order.invoices.size(), 2U);
    QCOMPARE(scenario.order.invoices[1].amountMinor, 1500);
    QVERIFY(isFull(fullMilestones(scenario.order), Milestone::Invoiced));
}

void TestDecideProcess::aPrepaidOrderIsInvoicedOnceAndWhole()
{
    OrderScenario scenario;
    Step& invoice = scenario.process.steps[8];
    invoice.unit = StepUnit::Order;
    invoice.when = {*parseTerm("invoiceReady")};

    scenario.released()
        .shipped(1, {line("A", 4)}, "S1", "T1")
        .shipped(1, {line("A", 6)}, "S2", "T2")
        .settle();

    QCOMPARE(scenario.order.invoices.size(), 1U);
    QCOMPARE(scenario.order.invoices[0].amountMinor, 2500);
    scenario.parcel("T1", ParcelStatus::Delivered).parcel("T2", ParcelStatus::Delivered);
    QVERIFY(isClosed(scenario.order));
}

void TestDecideProcess::silenceIsOverdueOnlyBehindTheWatermark()
{
    OrderScenario scenario;
    scenario.released();
    QCOMPARE(scenario.order.expectations.size(), 1U);
    const Timestamp due = scenario.order.expectations[0].dueAt;
    scenario.watermarks.marks["wms"] = due - 1ms;

    scenario.pass(30h);
    QVERIFY(scenario.openCauses().empty());
    scenario.watermarks.marks["wms"] = due;
    scenario.wake();

    QCOMPARE(scenario.openCauses(), Causes{"shipmentConfirmed is missing"});
    scenario.wake();
    QCOMPARE(scenario.order.exceptions.size(), 1U);
}

void TestDecideProcess::silenceIsNotJudgedWhileWatermarksAreNotTrusted()
{
    OrderScenario scenario;
    scenario.released();
    scenario.watermarks.marks["wms"] = scenario.now + 48h;
    scenario.watermarks.trusted = false;

    scenario.pass(30h);

    QVERIFY(scenario.openCauses().empty());
}

void TestDecideProcess::anOverdueExpectationEndsWhenTheGoodsLeave()
{
    OrderScenario scenario;
    scenario.released();
    scenario.watermarks.marks["wms"] = scenario.now + 48h;
    scenario.pass(30h);

    scenario.shipped(1, {line("A", 10)}, "S1", "T1");

    QVERIFY(scenario.openCauses().empty());
}

void TestDecideProcess::aNodeThatRestsOnWeekendsGetsItsTime()
{
    OrderScenario scenario;
    scenario.landscape.nodes[0].isWorkingOnWeekends = false;
    scenario.now += 96h; // Friday, 08:00

    scenario.released();

    QCOMPARE(scenario.order.expectations[0].dueAt - scenario.now, Duration(72h));
}

void TestDecideProcess::aShipmentThatIsAlreadyThereIsNotExpected()
{
    OrderScenario scenario;
    scenario.receive().settle({"release"});

    scenario.shipped(1, {line("A", 10)}, "S1", "T1");

    QVERIFY(scenario.order.expectations.empty());
}

void TestDecideProcess::aStepThatNobodyOffersIsAContractException()
{
    OrderScenario scenario;
    const Offer erp = scenario.offer("erp", "order.accept");
    std::erase_if(scenario.landscape.offers,
                  [](const Offer& offer) { return offer.capability == "order.accept"; });
    scenario.receive().settle();
    QCOMPARE(scenario.openCauses(), Causes{"no system offers order.accept"});

    scenario.landscape.offers.push_back(erp);
    scenario.wake();

    QVERIFY(scenario.openCauses().empty());
    QCOMPARE(scenario.stateOf("accept"), EffectState::InFlight);
}

void TestDecideProcess::aWordThatNobodyKnowsIsClosedByTheNextKnownOne()
{
    OrderScenario scenario;
    scenario.released().shipped(1, {line("A", 10)}, "S1", "T1");
    scenario.take(ReceiveReport{
        .report = {.kind = ReportKind::Unknown, .system = "tms", .tracking = "T1", .statusWord = "ZZ"}});
    QCOMPARE(scenario.openCauses(), Causes{"ZZ"});

    scenario.parcel("T1", ParcelStatus::InTransit);

    QVERIFY(scenario.openCauses().empty());
}

void TestDecideProcess::anOrderThatWasCancelledBeforeItCameAsksNobody()
{
    CanonicalOrder content = testContent({{"A", 10}, {"B", 4}});
    content.purpose = "cancel";
    OrderScenario scenario(std::move(content));

    scenario.receive().settle();

    QVERIFY(isCancelled(scenario.order));
    QVERIFY(scenario.order.effects.empty());
    QVERIFY(scenario.order.exceptions.empty());
    QCOMPARE(scenario.at(1, Stage::Cancelled), units(10));
}

void TestDecideProcess::anOrderIsReceivedOnce()
{
    OrderScenario scenario;
    scenario.receive();

    QVERIFY_THROWS_EXCEPTION(std::logic_error, scenario.receive());
}

void TestDecideProcess::withoutAdvanceAReportIsBookedAndNothingStarts()
{
    OrderScenario scenario;
    scenario.advances = false;

    scenario.receive();

    QCOMPARE(scenario.order.lines.size(), 1U);
    QVERIFY(scenario.order.effects.empty());
}

QTEST_GUILESS_MAIN(TestDecideProcess)
#include "tst_decide_process.moc"
