// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "backend/domain/compensation.h"
#include "backend/domain/milestone.h"
#include "backend/domain/permissions.h"
#include "backend/domain/request_view.h"
#include "order_scenario.h"
#include "undo_play.h"

#include <algorithm>

using namespace milepost;
using namespace milepost::test;

namespace {

Command commandOf(const char* action, const char* from = "")
{
    return {.action = action, .actor = "ann", .reason = "wrong address", .from = from};
}

PermissionScope scopeOf(const OrderScenario& scenario)
{
    return {scenario.order, scenario.process, scenario.landscape};
}

} // namespace

class TestCompensation : public QObject {
    Q_OBJECT

private slots:
    void takesStepsBackInReverse()
    {
        OrderScenario scenario = reversible();
        scenario.released();
        scenario.take(commandOf("cancel"));
        const std::vector<std::string> expected{"release", "tender", "allocate", "accept", "tax"};
        QCOMPARE(takeAllBack(scenario), expected);
        QVERIFY(!scenario.order.compensation);
        QCOMPARE(scenario.at(1, Stage::Cancelled), units(10));
        QVERIFY(isCancelled(scenario.order));
        QVERIFY(isFull(fullMilestones(scenario.order), Milestone::Cancelled));
        QVERIFY(isClosed(scenario.order));
        scenario.wake();
        QCOMPARE(scenario.callsInFlight(), 0);
    }

    void cancelsBeforeAnythingWasDone()
    {
        OrderScenario scenario = reversible();
        scenario.gate.parked.insert("tax");
        scenario.receive();
        scenario.take(commandOf("cancel"));
        QVERIFY(isCancelled(scenario.order));
        QCOMPARE(scenario.stateOf("tax"), EffectState::Superseded);
        scenario.gate.parked.clear();
        scenario.wake();
        QCOMPARE(scenario.callsInFlight(), 0);
    }

    void waitsForWhatIsUnderWay()
    {
        OrderScenario scenario = reversible();
        scenario.receive();
        QCOMPARE(scenario.stateOf("tax"), EffectState::InFlight);
        scenario.take(commandOf("cancel"));
        QVERIFY(scenario.order.compensation);
        QVERIFY(undoInFlight(scenario) == nullptr);
        scenario.done("tax");
        QCOMPARE(takeAllBack(scenario), std::vector<std::string>{"tax"});
        QVERIFY(isCancelled(scenario.order));
    }

    void cancelsOnlyWhatHasNotLeft()
    {
        OrderScenario scenario = reversible(testContent({{"A", 10}, {"B", 5}}));
        scenario.landscape.offers.push_back(undoOffer(4, "3pl", "inventory.free"));
        scenario.landscape.offers.push_back(undoOffer(4, "3pl", "fulfillment.cancel"));
        scenario.stock.units = {{{"east", "A"}, 100}, {{"west", "B"}, 100}};
        scenario.released();
        QCOMPARE(scenario.order.fulfillments.size(), std::size_t(2));
        scenario.shipped(1, {}, "S1").settle();
        scenario.take(commandOf("cancel"));
        const std::vector<std::string> expected{"release", "tender", "allocate"};
        auto steps = takeAllBack(scenario);
        std::ranges::sort(steps);
        auto sorted = expected;
        std::ranges::sort(sorted);
        QCOMPARE(steps, sorted);
        QCOMPARE(scenario.at(2, Stage::Cancelled), units(5));
        QCOMPARE(scenario.at(1, Stage::Shipped), units(10));
        QCOMPARE(scenario.stateOf("accept"), EffectState::Done);
    }

    void redoesUnderAnotherKeyAfterRelease()
    {
        OrderScenario scenario = reversible();
        scenario.released();
        const std::string firstKey = effectKey(scenario.order, scenario.process, *scenario.effect("release"));
        scenario.take(commandOf("compensate", "release"));
        QCOMPARE(takeAllBack(scenario), std::vector<std::string>{"release"});
        QCOMPARE(scenario.at(1, Stage::Allocated), units(10));
        QCOMPARE(scenario.callsInFlight(), 0); // a person mends the order first
        QCOMPARE(scenario.order.holds.front().kind, std::string("compensation"));
        scenario.command("release", "compensation");
        const Effect& again = scenario.order.effects.back();
        QCOMPARE(scenario.process.steps[static_cast<std::size_t>(again.step)].name, std::string("release"));
        QCOMPARE(again.state, EffectState::InFlight);
        QVERIFY(effectKey(scenario.order, scenario.process, again) != firstKey);
    }

    void takesUndoKeysThatAreNeverUsedTwice()
    {
        OrderScenario scenario = reversible();
        scenario.released();
        std::vector<std::string> keys;
        for (int round = 0; round < 3; ++round) {
            scenario.take(commandOf("compensate", "release"));
            keys.push_back(effectKey(scenario.order, scenario.process, *undoInFlight(scenario)));
            takeAllBack(scenario);
            scenario.command("release", "compensation");
            scenario.settle();
        }
        std::ranges::sort(keys);
        QVERIFY(std::ranges::adjacent_find(keys) == keys.end());
        QVERIFY(keys.front().find("release-undo") != std::string::npos);
    }

    void staysIncompleteWhereNobodyTakesItBack()
    {
        OrderScenario scenario = reversible();
        std::erase_if(scenario.landscape.offers,
                      [](const Offer& offer) { return offer.capability == "inventory.free"; });
        scenario.released();
        scenario.take(commandOf("cancel"));
        const std::vector<std::string> expected{"release", "tender"};
        QCOMPARE(takeAllBack(scenario), expected);
        QVERIFY(scenario.order.compensation);
        QCOMPARE(scenario.order.exceptions.size(), std::size_t(1));
        const OpenException stuck = scenario.order.exceptions.front();
        QCOMPARE(stuck.kind, ExceptionClass::CompensationIncomplete);
        QCOMPARE(stuck.step, std::string("allocate"));
        scenario.pass(std::chrono::hours(48));
        QCOMPARE(scenario.order.exceptions.size(), std::size_t(1)); // once, and it stays in sight
        scenario.take(
            Command{.action = "adopt", .exception = stuck.number, .adopted = {.document = "TEL-7"}});
        const std::vector<std::string> rest{"accept", "tax"};
        QCOMPARE(takeAllBack(scenario), rest);
        QVERIFY(isCancelled(scenario.order));
        QVERIFY(scenario.order.exceptions.empty());
    }

    void cancelsWhatNobodyReserved()
    {
        OrderScenario scenario = reversible();
        scenario.stock.units = {{{"south", "A"}, 100}}; // whose system allocates nothing
        scenario.landscape.offers.push_back(undoOffer(7, "legacy", "fulfillment.cancel"));
        scenario.receive().settle();
        QCOMPARE(scenario.order.fulfillments.front().node, std::string("south"));
        QCOMPARE(scenario.at(1, Stage::Released), units(10));
        scenario.take(commandOf("cancel"));
        takeAllBack(scenario);
        QVERIFY(isCancelled(scenario.order));
        QVERIFY(findLine(scenario.order, 1)->ledger.isBalanced());
    }

    void leavesAStepThatAPersonSkips()
    {
        OrderScenario scenario = reversible();
        scenario.process.steps[static_cast<std::size_t>(stepIndex(scenario.process, "accept"))].inverse = "";
        scenario.released();
        scenario.take(commandOf("cancel"));
        takeAllBack(scenario);
        QCOMPARE(scenario.order.exceptions.front().cause, std::string("cannot be undone"));
        scenario.take(Command{.action = "skip", .exception = scenario.order.exceptions.front().number});
        QCOMPARE(takeAllBack(scenario), std::vector<std::string>{"tax"});
        QVERIFY(scenario.order.acceptedAt.has_value()); // it was not taken back, and our books say so
        QVERIFY(!scenario.order.compensation);
        QCOMPARE(scenario.stateOf("accept"), EffectState::Done);
    }

    void asksAPersonWhenThePartnerSaysNo()
    {
        OrderScenario scenario = reversible();
        scenario.released();
        scenario.take(commandOf("cancel"));
        endUndo(scenario, milepost::Outcome::Rejected);
        QCOMPARE(scenario.order.exceptions.front().kind, ExceptionClass::CompensationIncomplete);
        QVERIFY(scenario.order.compensation);
        QCOMPARE(scenario.at(1, Stage::Released), units(10)); // nothing is taken back on paper only
        scenario.shipped(1, {}, "S1");                        // that is why: it was leaving
        scenario.take(Command{.action = "skip", .exception = scenario.order.exceptions.front().number});
        QVERIFY(!scenario.order.compensation);
        QCOMPARE(scenario.at(1, Stage::Shipped), units(10));
        QVERIFY(findLine(scenario.order, 1)->ledger.isBalanced());
    }

    void triesLongerThanForward()
    {
        const Policy policy{.name = "x", .maxTries = 4};
        QCOMPARE(policy.triesFor(false), 4);
        QCOMPARE(policy.triesFor(true), 8);
        const Policy own{.name = "x", .maxTries = 4, .maxUndoTries = 20};
        QCOMPARE(own.triesFor(true), 20);
    }

    void creditsAndBillsAnew()
    {
        OrderScenario scenario = reversible();
        scenario.released();
        scenario.shipped(1, {}, "S1").settle();
        QCOMPARE(scenario.order.invoices.size(), std::size_t(1));
        scenario.take(commandOf("compensate", "invoice"));
        endUndo(scenario, milepost::Outcome::Done, "CR-1");
        QCOMPARE(scenario.order.credits.size(), std::size_t(1));
        QCOMPARE(scenario.order.credits.front().document, std::string("CR-1"));
        LineFigures figures = figuresOf(scenario.order, scenario.order.lines.front());
        QCOMPARE(figures.invoiced, units(0));
        QCOMPARE(figures.credited, units(10));
        scenario.command("release", "compensation");
        scenario.settle();
        QCOMPARE(scenario.order.invoices.size(), std::size_t(2));
        figures = figuresOf(scenario.order, scenario.order.lines.front());
        QCOMPARE(figures.invoiced, units(10));
    }

    void refusesWhatHasLeft()
    {
        OrderScenario scenario = reversible();
        scenario.released();
        scenario.shipped(1, {}, "S1").settle();
        QVERIFY(!whyNotCancel(scopeOf(scenario)).empty());
        const std::string whyNot = whyNotObey(scopeOf(scenario), {.action = "compensate", .from = "release"});
        QVERIFY(whyNot.find("goods have left") != std::string::npos);
        QVERIFY_THROWS_EXCEPTION(std::logic_error, scenario.take(commandOf("compensate", "release")));
    }

    void keepsItsStateOverAPack()
    {
        OrderScenario scenario = reversible();
        scenario.released();
        scenario.take(commandOf("cancel"));
        endUndo(scenario, milepost::Outcome::Done);
        QCOMPARE(unpackedOrder(packed(scenario.order)), scenario.order);
        Order again{.id = scenario.order.id};
        for (const FactRow& row : scenario.rows)
            evolve(again, unpackedFacts(row.order, row.firstSeq, row.at, packed(row)));
        QCOMPARE(again, scenario.order);
    }

    void adoptsWhatThePartnerHas()
    {
        OrderScenario scenario;
        scenario.policies = PolicySet({Policy{.name = "normal", .maxTries = 1}});
        scenario.receive().done("tax");
        scenario.outcome("accept", milepost::Outcome::Rejected);
        const int exception = scenario.order.exceptions.front().number;
        scenario.take(Command{.action = "adopt", .exception = exception, .adopted = {.document = "SO-9"}});
        QCOMPARE(scenario.stateOf("accept"), EffectState::Adopted);
        QCOMPARE(scenario.effect("accept")->document, std::string("SO-9"));
        QVERIFY(scenario.order.acceptedAt.has_value());
        QVERIFY(findReference(scenario.order, "sale") != nullptr);
        QVERIFY(scenario.order.exceptions.empty());
        QVERIFY(!scenario.order.fulfillments.empty()); // it goes on
    }

    void skipsOnlyWhatAnOrderCanGoWithout()
    {
        OrderScenario scenario;
        scenario.receive().outcome("tax", milepost::Outcome::Rejected);
        const OpenException tax = scenario.order.exceptions.front();
        QCOMPARE(whyNotSkip(scopeOf(scenario), tax), std::string());
        scenario.take(Command{.action = "skip", .exception = tax.number});
        QCOMPARE(scenario.stateOf("tax"), EffectState::Abandoned);
        QCOMPARE(scenario.stateOf("accept"), EffectState::InFlight);
        scenario.outcome("accept", milepost::Outcome::Rejected);
        QVERIFY(whyNotSkip(scopeOf(scenario), scenario.order.exceptions.front()).find("cannot go on") !=
                std::string::npos);
    }

    void aFileHandedOverAndNotAcknowledgedIsNeverTakenForUndone()
    {
        OrderScenario scenario = reversible();
        scenario.policies = PolicySet({Policy{.name = "normal", .maxTries = 1}});
        scenario.offer("legacy", "fulfillment.release").acknowledgeWithin = std::chrono::hours(1);
        scenario.stock.units = {{{"south", "A"}, 10}};
        scenario.receive().settle({"release"}).outcome("release", milepost::Outcome::Accepted);
        scenario.take(commandOf("cancel"));
        scenario.pass(std::chrono::hours(1));
        QCOMPARE(scenario.openCauses(), std::vector<std::string>{"no acknowledgement"});

        scenario.command("retry");

        QCOMPARE(scenario.stateOf("release"), EffectState::InFlight);
        scenario.outcome("release",
                         milepost::Outcome::Refused); // its folder is full; the first one lies there
        QCOMPARE(scenario.stateOf("release"), EffectState::Unknown);
        QVERIFY(scenario.order.compensation);
        QCOMPARE(scenario.at(1, Stage::Cancelled), units(0));
    }

    void replaysWithTheMapOfTodayOrOfThen()
    {
        for (const bool keepsMap : {false, true}) {
            OrderScenario scenario;
            scenario.receive().outcome("tax", milepost::Outcome::Rejected);
            Offer& offer = scenario.offer("tax", "tax.quote");
            const int then = offer.definition;
            scenario.landscape.retired.push_back(offer);
            offer.definition = 77;
            const OpenException exception = scenario.order.exceptions.front();
            scenario.take(Command{.action = "replay", .exception = exception.number, .keepsMap = keepsMap});
            QCOMPARE(scenario.order.effects.back().definition, keepsMap ? then : 77);
            QCOMPARE(scenario.order.effects.back().revision, 2);
        }
    }

    void theMapOfThenIsRefusedWhereItIsGone()
    {
        OrderScenario scenario;
        scenario.receive().outcome("tax", milepost::Outcome::Rejected);
        scenario.offer("tax", "tax.quote").definition = 77;
        const OpenException exception = scenario.order.exceptions.front();
        QVERIFY(whyNotReplay(scopeOf(scenario), exception).empty());
        QVERIFY(whyNotReplay(scopeOf(scenario), exception, true).find("not kept") != std::string::npos);
    }

    void replaysUnderANewKeyOnlyWhatWasNotDone()
    {
        OrderScenario scenario;
        scenario.receive().outcome("tax", milepost::Outcome::Rejected);
        scenario.take(Command{.action = "replay", .exception = scenario.order.exceptions.front().number});
        QCOMPARE(scenario.order.effects.size(), std::size_t(2));
        QCOMPARE(scenario.order.effects[0].state, EffectState::Superseded);
        QCOMPARE(scenario.order.effects[1].revision, 2);
        scenario.done("tax");
        scenario.policies = PolicySet({Policy{.name = "normal", .maxTries = 1}});
        std::erase_if(scenario.landscape.offers,
                      [](const Offer& o) { return o.capability == "order.accept"; });
        Offer blind{.definition = 2, .system = "erp", .capability = "order.accept"};
        scenario.landscape.offers.push_back(blind);
        scenario.outcome("accept", milepost::Outcome::Unknown);
        QVERIFY(!scenario.order.exceptions.empty());
        QVERIFY(
            whyNotReplay(scopeOf(scenario), scenario.order.exceptions.front()).find("may have been done") !=
            std::string::npos);
    }
};

QTEST_GUILESS_MAIN(TestCompensation)
#include "tst_compensation.moc"
