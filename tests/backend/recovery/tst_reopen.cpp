// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "backend/domain/compensation.h"
#include "backend/domain/evolve.h"
#include "backend/domain/permissions.h"
#include "backend/recovery/closed_exception.h"
#include "tests/backend/domain/order_scenario.h"

using namespace milepost;
using namespace milepost::test;
using milepost::Outcome;

namespace {

/// An order that erp does not accept, and a person has given that up.
OrderScenario resolvedRefusal(Outcome outcome = Outcome::Rejected)
{
    OrderScenario scenario;
    scenario.policies = PolicySet({Policy{.name = "normal", .maxTries = 1}});
    scenario.offer("erp", "order.accept").lookup.exists = false;
    scenario.receive().done("tax");
    scenario.outcome("accept", outcome);
    scenario.command("resolve");
    return scenario;
}

Command reopening(const OrderScenario& scenario, int number)
{
    return {.action = "reopen",
            .exception = number,
            .actor = "ann",
            .reason = "closed by mistake",
            .closed = closedException(scenario.rows, number).value_or(ClosedException{})};
}

std::string whyNot(const OrderScenario& scenario, int number)
{
    return whyNotObey({scenario.order, scenario.process, scenario.landscape}, reopening(scenario, number));
}

Order folded(const OrderScenario& scenario)
{
    Order order;
    order.id = scenario.order.id;
    for (const FactRow& row : scenario.rows)
        for (const FactBody& fact : row.facts)
            evolve(order, fact, row.at);
    return order;
}

} // namespace

/// What a person closed by hand is opened again, by facts.
class TestReopen : public QObject {
    Q_OBJECT

private slots:
    void itIsAsItWasAndItsCallWaitsForAPerson()
    {
        OrderScenario scenario = resolvedRefusal();
        QVERIFY(scenario.order.exceptions.empty());
        QCOMPARE(scenario.stateOf("accept"), EffectState::Abandoned);
        QCOMPARE(whyNot(scenario, 1), std::string());

        scenario.take(reopening(scenario, 1));

        QCOMPARE(scenario.order.exceptions.size(), std::size_t{1});
        const OpenException& again = scenario.order.exceptions.front();
        QCOMPARE(again.number, 1);
        QCOMPARE(again, closedException(scenario.rows, 1)->exception);
        QCOMPARE(scenario.stateOf("accept"), EffectState::Rejected);
        QVERIFY(scenario.effect("accept")->needsPerson);
        QVERIFY(folded(scenario) == scenario.order);
        const std::vector<std::string> kinds = scenario.kindsOfLastRow();
        QVERIFY(std::ranges::count(kinds, "actionTaken") == 1);
        QVERIFY(std::ranges::count(kinds, "exceptionOpened") == 1);
    }

    void thenItIsRetriedLikeAnyOther()
    {
        OrderScenario scenario = resolvedRefusal();
        scenario.take(reopening(scenario, 1));

        scenario.command("retry");
        scenario.done("accept");

        QVERIFY(scenario.order.acceptedAt.has_value());
        QVERIFY(scenario.order.exceptions.empty());
        QCOMPARE(closedException(scenario.rows, 1)->how, std::string("retried"));
    }

    void laterExceptionsGetNumbersOfTheirOwn()
    {
        OrderScenario scenario = resolvedRefusal();
        scenario.take(reopening(scenario, 1));
        scenario.command("retry");
        scenario.outcome("accept", Outcome::Rejected);
        QCOMPARE(scenario.order.exceptions.front().number, 2);
        scenario.command("resolve");
        scenario.take(reopening(scenario, 2));
        QCOMPARE(scenario.order.exceptionsOpened, 2);
    }

    void whatMayHaveBeenDoneIsInDoubtAgain()
    {
        OrderScenario scenario = resolvedRefusal(Outcome::Unknown);
        QCOMPARE(scenario.stateOf("accept"), EffectState::Abandoned);

        scenario.take(reopening(scenario, 1));

        QCOMPARE(scenario.stateOf("accept"), EffectState::Unknown);
        QVERIFY(scenario.effect("accept")->needsPerson);
        QCOMPARE(scenario.callsInFlight(), 0); // nothing is repeated by itself
    }

    void whatIsOpenIsNot()
    {
        OrderScenario scenario = resolvedRefusal();
        scenario.take(reopening(scenario, 1));
        QCOMPARE(whyNot(scenario, 1), std::string("it is open"));
        QVERIFY_THROWS_EXCEPTION(std::exception, scenario.take(reopening(scenario, 1)));
        QVERIFY(!whyNot(scenario, 7).empty());
    }

    void whatWasNotClosedByHandIsNot()
    {
        OrderScenario scenario;
        scenario.policies = PolicySet({Policy{.name = "normal", .maxTries = 1}});
        scenario.receive().done("tax");
        scenario.outcome("accept", Outcome::Rejected);
        scenario.command("retry");
        QVERIFY(whyNot(scenario, 1).find("not closed by hand (retried)") != std::string::npos);
    }

    void whatTheOrderWentOnWithoutIsNot()
    {
        OrderScenario scenario;
        scenario.policies = PolicySet({Policy{.name = "normal", .maxTries = 1}});
        scenario.receive().outcome("tax", Outcome::Rejected);
        scenario.command("resolve"); // the order is accepted without its tax
        QCOMPARE(scenario.stateOf("accept"), EffectState::InFlight);
        QVERIFY(whyNot(scenario, 1).find("step accept has begun") != std::string::npos);
    }

    void ofACancelledOrderNothingIs()
    {
        OrderScenario scenario = resolvedRefusal();
        scenario.command("cancel");
        if (scenario.order.compensation) scenario.command("skip"); // what erp cannot take back stays as it is
        QVERIFY(isCancelled(scenario.order));
        QCOMPARE(whyNot(scenario, 1), std::string("the order is cancelled"));
    }

    void unitsThatWerePlannedAnewAreNot()
    {
        OrderScenario scenario;
        scenario.policies = PolicySet({Policy{.name = "normal", .maxTries = 1}});
        scenario.receive().done("tax").done("accept");
        scenario.outcome("allocate", Outcome::Rejected);
        QCOMPARE(scenario.order.exceptions.size(), std::size_t{1});
        scenario.command("resolve");
        QCOMPARE(whyNot(scenario, 1), std::string("its units were planned anew meanwhile"));
    }

    void anObservationThatStaysTrueIs()
    {
        OrderScenario scenario;
        scenario.released();
        scenario.shipped(1, {line("A", 12)}, "S1", "T1"); // two more than were released
        QVERIFY(!scenario.order.exceptions.empty());
        const int number = scenario.order.exceptions.front().number;
        scenario.command("resolve");
        QVERIFY(scenario.order.exceptions.empty());
        QCOMPARE(whyNot(scenario, number), std::string());

        scenario.take(reopening(scenario, number));

        QCOMPARE(scenario.order.exceptions.front().number, number);
        scenario.wake();
        QCOMPARE(scenario.order.exceptions.size(), std::size_t{1}); // it is still so
    }

    void anAbsenceThatIsOverIsNot()
    {
        using namespace std::chrono_literals;
        OrderScenario scenario;
        scenario.released();
        scenario.watermarks.marks["wms"] = scenario.now + 100h;
        scenario.pass(80h);
        QCOMPARE(scenario.order.exceptions.size(), std::size_t{1});
        scenario.command("resolve");
        QCOMPARE(whyNot(scenario, 1), std::string());
        scenario.shipped(1, {}, "S1", "T1");
        QCOMPARE(whyNot(scenario, 1), std::string("what it was about is not so any more"));
    }
};

QTEST_GUILESS_MAIN(TestReopen)
#include "tst_reopen.moc"
