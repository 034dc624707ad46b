// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "engine_scene.h"

#include <algorithm>

using namespace milepost;
using namespace milepost::test;
using namespace std::chrono_literals;

/// Policies that change while the engine runs.
class TestEnginePolicies : public QObject {
    Q_OBJECT

private slots:
    void theNextDecisionFollowsTheNewPolicies();
    void nothingAnsweredLeavesTheOldOnes();
    void theObjectiveOfAnEventTypeSetsDueTimeAndOwner();
    void whatBelongsToNoOrderFollowsItsEventTypeToo();

private:
    static Reply busy() { return {.outcome = Outcome::Refused, .code = "http 429", .isBusy = true}; }
    static void refuseTax(EngineScene& scene)
    {
        scene.close();
        scene.transport.rule = [](const Call& call) {
            return call.capability == "tax.commit" ? busy() : done(call.view.key);
        };
        scene.open();
    }
    static void change(EngineScene& scene, std::optional<PolicySet> policies)
    {
        scene.engine().changePolicies([policies](Store&) { return policies; });
        scene.inEngine([](Store&) {}); // in order: it has acted
    }
    static Policy tries(int count)
    {
        return {.name = "test", .maxTries = count, .breakerFailures = 100, .recoverWithin = 10min};
    }
    static std::optional<ExceptionRow> taxException(EngineScene& scene)
    {
        const auto rows = scene.exceptions();
        const auto at =
            std::ranges::find_if(rows, [](const ExceptionRow& row) { return row.exception.step == "tax"; });
        return at == rows.end() ? std::nullopt : std::optional(*at);
    }
};

void TestEnginePolicies::theNextDecisionFollowsTheNewPolicies()
{
    EngineScene scene;
    refuseTax(scene);
    scene.receive(orderMessage("m1", "1001"));
    QTRY_COMPARE(scene.transport.count("tax.commit"), 1);
    QVERIFY(!taxException(scene)); // 50 tries

    change(scene, PolicySet({tries(1)}));
    scene.receive(orderMessage("m2", "1002"));

    QTRY_VERIFY(taxException(scene).has_value());
    const ExceptionRow row = *taxException(scene);
    QCOMPARE(row.order, scene.order("1002").id);
    QCOMPARE(effectOf(scene.order("1002"), taxStep)->tries, 1);
    QCOMPARE(*row.dueBy - row.exception.openedAt, Duration(10min));
    QCOMPARE(scene.whatIsNotProven(), std::string());
}

void TestEnginePolicies::nothingAnsweredLeavesTheOldOnes()
{
    EngineScene scene;
    refuseTax(scene);
    change(scene, std::nullopt);

    scene.receive(orderMessage("m1", "1001"));

    QTRY_COMPARE(scene.transport.count("tax.commit"), 1);
    const auto isTriedAgain = [&] {
        scene.pass(10s); // the first answer may still be on its way
        return scene.transport.count("tax.commit") > 1;
    };
    QTRY_VERIFY(isTriedAgain());
    QVERIFY(!taxException(scene));
}

void TestEnginePolicies::theObjectiveOfAnEventTypeSetsDueTimeAndOwner()
{
    EngineScene scene;
    refuseTax(scene);
    Policy policy = tries(1);
    policy.owner = "day shift";
    change(scene, PolicySet({policy}, {{.event = ExceptionClass::TransientExhausted, .recoverWithin = 2h},
                                       {.event = ExceptionClass::TransientExhausted,
                                        .step = "tax",
                                        .recoverWithin = 5min,
                                        .owner = "night shift"}}));

    scene.receive(orderMessage("m1", "1001"));

    QTRY_VERIFY(taxException(scene).has_value());
    const ExceptionRow row = *taxException(scene);
    QCOMPARE(*row.dueBy - row.exception.openedAt, Duration(5min));
    QCOMPARE(row.owner, std::string("night shift"));
}

void TestEnginePolicies::whatBelongsToNoOrderFollowsItsEventTypeToo()
{
    EngineScene scene;
    Policy normal{.name = "normal", .owner = "integration"};
    change(scene, PolicySet({normal}, {{.event = ExceptionClass::Contract, .recoverWithin = 30min}}));
    scene.receive(orderMessage("m1", "1001"));

    scene.receive(orderMessage("m1", "1001", 7)); // the same id with other content

    QCOMPARE(scene.exceptions().size(), std::size_t{1});
    const ExceptionRow row = scene.exceptions().front();
    QCOMPARE(*row.dueBy - row.exception.openedAt, Duration(30min));
    QCOMPARE(row.owner, std::string("integration"));
}

QTEST_GUILESS_MAIN(TestEnginePolicies)
#include "tst_engine_policies.moc"
