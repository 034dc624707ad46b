// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "engine_scene.h"

#include <algorithm>

using namespace milepost;
using namespace milepost::test;

/// A person pauses and resumes a system.
class TestEnginePause : public QObject {
    Q_OBJECT

private slots:
    void aPausedSystemIsNotCalledUntilItIsResumed();
    void itStaysPausedAfterARestart();
    void anUnknownSystemIsRefusedByName();

private:
    static CommandReceipt pause(EngineScene& scene, const std::string& system, bool isPaused)
    {
        auto told = std::make_shared<std::promise<CommandReceipt>>();
        scene.engine().pause(system, {.isPaused = isPaused, .actor = "ann", .reason = "maintenance"},
                             [told](const CommandReceipt& receipt) { told->set_value(receipt); });
        return told->get_future().get();
    }

    static std::ptrdiff_t callsOf(const EngineScene& scene, const std::string& capability)
    {
        const auto started = scene.transport.started();
        return std::ranges::count(started, capability, &Call::capability);
    }

    static std::string stateOf(EngineScene& scene, const std::string& system)
    {
        const EngineStatus status = scene.engine().status();
        const auto at = std::ranges::find(status.systems, system, &SystemStatus::name);
        return at == status.systems.end() ? std::string() : at->state;
    }
};

void TestEnginePause::aPausedSystemIsNotCalledUntilItIsResumed()
{
    EngineScene scene;
    scene.transport.rule = [](const Call& call) { return done(call.view.key); };
    QVERIFY(pause(scene, "tax", true).isDone);
    QTRY_COMPARE(stateOf(scene, "tax"), std::string("paused"));
    scene.receive(orderMessage("m1", "1001"));
    QTRY_VERIFY(scene.order("1001").acceptedAt.has_value()); // the others go on
    QCOMPARE(callsOf(scene, "tax.commit"), 0);
    scene.pass(std::chrono::hours(2));
    QCOMPARE(callsOf(scene, "tax.commit"), 0);
    QVERIFY(pause(scene, "tax", false).isDone);
    QTRY_COMPARE(callsOf(scene, "tax.commit"), 1);
    QTRY_COMPARE(stateOf(scene, "tax"), std::string("up"));
    QCOMPARE(scene.whatIsNotProven(), std::string());
}

void TestEnginePause::itStaysPausedAfterARestart()
{
    EngineScene scene;
    scene.transport.rule = [](const Call& call) { return done(call.view.key); };
    QVERIFY(pause(scene, "tax", true).isDone);
    scene.close();
    scene.open();
    scene.receive(orderMessage("m1", "1001"));
    QTRY_VERIFY(scene.order("1001").acceptedAt.has_value());
    QCOMPARE(callsOf(scene, "tax.commit"), 0);
    QTRY_COMPARE(stateOf(scene, "tax"), std::string("paused"));
}

void TestEnginePause::anUnknownSystemIsRefusedByName()
{
    EngineScene scene;
    const CommandReceipt receipt = pause(scene, "nobody", true);
    QVERIFY(receipt.isRefused && !receipt.isDone);
    QVERIFY(receipt.reason.find("nobody") != std::string::npos);
}

QTEST_GUILESS_MAIN(TestEnginePause)

#include "tst_engine_pause.moc"
