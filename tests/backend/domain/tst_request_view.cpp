// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "backend/domain/request_view.h"
#include "order_scenario.h"

using namespace milepost;
using namespace milepost::test;
using namespace std::chrono_literals;

namespace {

RequestView viewOf(const OrderScenario& scenario, const std::string& step, int subject = -1)
{
    return makeRequestView(scenario.order, scenario.process, *scenario.effect(step, subject),
                           std::make_shared<const CanonicalOrder>(scenario.content));
}

std::string keyOf(const OrderScenario& scenario, const std::string& step, int subject = -1)
{
    return viewOf(scenario, step, subject).key;
}

bool saySame(const RequestView& a, const RequestView& b)
{
    const auto sameLine = [](const RequestLine& x, const RequestLine& y) {
        return x.lineNo == y.lineNo && x.sku == y.sku && x.quantity == y.quantity &&
               x.unitPrice == y.unitPrice && x.unit == y.unit;
    };
    return a.key == b.key && a.carrier == b.carrier && a.booking == b.booking && a.control == b.control &&
           a.tracking == b.tracking && a.decidedAt == b.decidedAt && a.amountMinor == b.amountMinor &&
           a.references == b.references && a.node == b.node && a.fulfillmentRef == b.fulfillmentRef &&
           std::ranges::equal(a.lines, b.lines, sameLine);
}

} // namespace

/// What request bodies are made of.
class TestRequestView : public QObject {
    Q_OBJECT

private slots:
    void keysNameOrderStepSubjectAndRevision();
    void anEffectOfTheOrderSpeaksOfAllItsLines();
    void anEffectOfAFulfillmentSpeaksOfItsLinesOnly();
    void eachAttemptSaysTheSame();
    void whatIsLearnedLaterIsNotTold();
};

void TestRequestView::keysNameOrderStepSubjectAndRevision()
{
    OrderScenario scenario;
    scenario.stock.units = {{{"east", "A"}, 5}, {{"west", "A"}, 5}};
    scenario.offer("erp", "order.accept").idempotency.replaysErrors = true;
    scenario.receive().done("tax").outcome("accept", Outcome::Rejected).command("retry");
    QCOMPARE(keyOf(scenario, "accept"), std::string("O-1:accept:r2"));

    scenario.settle();

    QCOMPARE(keyOf(scenario, "tax"), std::string("O-1:tax"));
    QCOMPARE(keyOf(scenario, "release", 1), std::string("O-1:release"));
    QCOMPARE(keyOf(scenario, "release", 2), std::string("O-1:release:2"));
    QCOMPARE(viewOf(scenario, "release", 2).fulfillmentRef, std::string("O-1-F2"));
}

void TestRequestView::anEffectOfTheOrderSpeaksOfAllItsLines()
{
    OrderScenario scenario(testContent({{"A", 4}, {"B", 2}}));
    scenario.receive();

    const RequestView view = viewOf(scenario, "tax");

    QCOMPARE(view.lines.size(), 2U);
    QCOMPARE(view.lines[1].quantity, units(2));
    QCOMPARE(view.amountMinor, 1500);
}

void TestRequestView::anEffectOfAFulfillmentSpeaksOfItsLinesOnly()
{
    OrderScenario scenario(testContent({{"A", 4}, {"B", 2}}));
    scenario.stock.units = {{{"east", "A"}, 9}, {{"west", "B"}, 9}};
    scenario.released();

    const RequestView view = viewOf(scenario, "release", 2);

    QCOMPARE(view.node, std::string("west"));
    QCOMPARE(view.lines.size(), 1U);
    QCOMPARE(view.lines[0].sku, std::string("B"));
}

void TestRequestView::eachAttemptSaysTheSame()
{
    OrderScenario scenario;
    scenario.receive().settle({"allocate"});
    const RequestView first = viewOf(scenario, "allocate");

    scenario.outcome("allocate", Outcome::Refused).pass(1h);

    QCOMPARE(scenario.effect("allocate")->attempts, 2);
    QVERIFY(saySame(viewOf(scenario, "allocate"), first));
}

void TestRequestView::whatIsLearnedLaterIsNotTold()
{
    OrderScenario scenario;
    scenario.process.steps[6].when = {*parseTerm("allocated > 0")}; // release and tender at once
    scenario.content.lines[0].unitPrice.reset();
    scenario.receive();
    const RequestView tax = viewOf(scenario, "tax");
    scenario.done("tax").answer("accept", Reply{.outcome = Outcome::Done,
                                                .document = "SO-1",
                                                .lines = {{.lineNo = 1, .unitPrice = UnitPrice{1}}}});
    scenario.done("allocate");
    const RequestView release = viewOf(scenario, "release");

    scenario.answer("tender", Reply{.outcome = Outcome::Done, .document = "B-1", .carrier = "DHL"});

    QVERIFY(saySame(viewOf(scenario, "release"), release));
    QVERIFY(saySame(viewOf(scenario, "tax"), tax));
    QVERIFY(std::ranges::find(release.references, "sale", &ExternalReference::kind) !=
            release.references.end());
}

QTEST_GUILESS_MAIN(TestRequestView)
#include "tst_request_view.moc"
