// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "backend/domain/order_edit.h"
#include "backend/domain/request_view.h"
#include "order_scenario.h"

#include <algorithm>
#include <stdexcept>

using namespace milepost;
using namespace milepost::test;

namespace {

/// The newest effect of that step.
const Effect& newest(const OrderScenario& scenario, const std::string& step)
{
    const int index = stepIndex(scenario.process, step);
    const auto at = std::find_if(scenario.order.effects.rbegin(), scenario.order.effects.rend(),
                                 [&](const Effect& effect) { return effect.step == index; });
    return *at;
}

void handOver(OrderScenario& scenario, const std::string& step)
{
    const Effect& effect = newest(scenario, step);
    scenario.take(EndAttempt{
        .effect = effect.number, .attempt = effect.attempts, .reply = {.outcome = Outcome::Accepted}});
}

Report wordOfLegacy(ReportKind kind, std::int64_t control)
{
    return {.kind = kind, .system = "legacy", .document = std::to_string(control), .statusWord = "R"};
}

/// An order whose release, by file, was refused.
OrderScenario refusedFile()
{
    OrderScenario scenario;
    scenario.stock.units = {{{"south", "A"}, 10}};
    scenario.receive().settle({"release"}).outcome("release", Outcome::Accepted);
    scenario.take(ReceiveReport{.report = wordOfLegacy(ReportKind::Refused, 1)});
    return scenario;
}

} // namespace

/// What is decided when a person changes the order behind an exception.
class TestDecideEdit : public QObject {
    Q_OBJECT

private slots:
    void aFileIsMadeAnewUnderANumberOfItsOwn();
    void aLateWordAboutTheOldFileDoesNotTouchTheNewOne();
    void whatWasBegunAndNotDoneIsMadeAnewToo();
    void itemAndPriceOfALineFollowTheContent();
    void whatIsNotPermittedIsNotDecided();
};

void TestDecideEdit::aFileIsMadeAnewUnderANumberOfItsOwn()
{
    OrderScenario scenario = refusedFile();
    const Effect old = newest(scenario, "release");
    QCOMPARE(old.state, EffectState::Rejected);

    scenario.content.note = "ring twice";
    scenario.take(EditOrder{.exception = 1, .changed = {"/note"}});

    const Effect& anew = newest(scenario, "release");
    QCOMPARE(findEffect(scenario.order, old.number)->state, EffectState::Superseded);
    QCOMPARE(anew.state, EffectState::InFlight);
    QCOMPARE(anew.revision, old.revision + 1);
    QVERIFY(anew.control > old.control);
    QVERIFY(effectKey(scenario.order, scenario.process, anew) !=
            effectKey(scenario.order, scenario.process, old));
    QVERIFY(anew.lines == old.lines);
    QVERIFY(scenario.openCauses().empty());
}

void TestDecideEdit::aLateWordAboutTheOldFileDoesNotTouchTheNewOne()
{
    OrderScenario scenario = refusedFile();
    const std::int64_t old = newest(scenario, "release").control;
    scenario.take(EditOrder{.exception = 1, .changed = {"/note"}});
    handOver(scenario, "release");

    Report late = wordOfLegacy(ReportKind::Refused, old);
    late.reference = scenario.reference(1);
    scenario.take(ReceiveReport{.report = late});

    QCOMPARE(newest(scenario, "release").state, EffectState::Sent);
    scenario.take(
        ReceiveReport{.report = wordOfLegacy(ReportKind::Acknowledged, newest(scenario, "release").control)});
    QCOMPARE(newest(scenario, "release").state, EffectState::Acknowledged);
}

void TestDecideEdit::whatWasBegunAndNotDoneIsMadeAnewToo()
{
    OrderScenario scenario;
    scenario.receive().settle({"notify", "tender"});
    scenario.shipped(1, {line("A", 10)}, "S-1", "T-1");
    scenario.outcome("notify", Outcome::Refused).outcome("tender", Outcome::Rejected);
    scenario.settle({"notify", "tender"});
    QCOMPARE(scenario.stateOf("notify"), EffectState::Waiting);
    const int exception = scenario.order.exceptions.back().number;

    scenario.take(EditOrder{.exception = exception, .changed = {"/note"}});

    QCOMPARE(newest(scenario, "notify").revision, 2);
    QCOMPARE(newest(scenario, "notify").content, 2);
    QCOMPARE(newest(scenario, "tender").revision, 2);
}

void TestDecideEdit::itemAndPriceOfALineFollowTheContent()
{
    OrderScenario scenario(testContent({{"A", 10}, {"B", 2}}));
    scenario.receive().settle({"tax"}).outcome("tax", Outcome::Rejected);

    scenario.content.lines[1].sku = "C";
    scenario.content.lines[1].unitPrice = UnitPrice{7'000'000};
    scenario.content.priority = 5;
    scenario.take(EditOrder{.exception = 1, .changed = {"/lines/2/sku"}});

    QCOMPARE(scenario.order.revision, 2);
    QCOMPARE(scenario.order.priority, 5);
    QCOMPARE(scenario.order.lines[0].sku, std::string("A"));
    QCOMPARE(scenario.order.lines[1].sku, std::string("C"));
    QCOMPARE(scenario.order.lines[1].unitPrice->micro, std::int64_t{7'000'000});
    QCOMPARE(scenario.order.lines[1].ledger.ordered(), units(2));
    Order folded;
    for (const FactRow& row : scenario.rows)
        evolve(folded, row);
    folded.id = scenario.order.id;
    QVERIFY(folded == scenario.order);
}

void TestDecideEdit::whatIsNotPermittedIsNotDecided()
{
    OrderScenario scenario;
    scenario.receive().settle({"tax"}).outcome("tax", Outcome::Rejected);
    QVERIFY_THROWS_EXCEPTION(std::logic_error, scenario.take(EditOrder{.exception = 9}));

    OrderScenario sent = refusedFile();
    const OpenException exception = sent.order.exceptions.front();
    sent.take(EditOrder{.exception = exception.number, .changed = {"/note"}});
    handOver(sent, "release");
    std::string whyNot;
    OpenException another = exception;
    another.effect = newest(sent, "release").number;
    QVERIFY(!mayEdit(sent.order, another, sent.process, sent.landscape, whyNot));
    QVERIFY(whyNot.find("handed over") != std::string::npos);
}

QTEST_GUILESS_MAIN(TestDecideEdit)
#include "tst_decide_edit.moc"
