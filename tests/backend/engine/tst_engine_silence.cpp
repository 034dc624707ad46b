// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "engine_scene.h"

#include <algorithm>
#include <chrono>

using namespace milepost;
using namespace milepost::test;
using namespace std::chrono_literals;

namespace {

constexpr int manyOrders = 40;

int countOf(const std::vector<ExceptionRow>& rows, const std::string& cause)
{
    return static_cast<int>(
        std::ranges::count_if(rows, [&](const ExceptionRow& row) { return row.exception.cause == cause; }));
}

/// Many orders, each of which waits for a word of wms that is due in a day.
void letAllWait(EngineScene& scene)
{
    scene.close();
    scene.isListening = true;
    scene.transport.rule = [](const Call& call) {
        return call.purpose == CallPurpose::Poll ? std::nullopt : std::optional(done("D"));
    };
    scene.open();
    scene.receive(stockMessage("plenty", 1000, scene.clock.now()));
    for (int i = 0; i < manyOrders; ++i)
        scene.receive(orderMessage("m" + std::to_string(i), std::to_string(1000 + i)));
    QTRY_COMPARE_WITH_TIMEOUT(scene.order("1000").expectations.size(), 1U, 5'000);
    QTRY_COMPARE_WITH_TIMEOUT(scene.order(std::to_string(1000 + manyOrders - 1)).expectations.size(), 1U,
                              5'000);
}

/// A day and more goes by. That is a jump of the clock: nothing is judged before wms has answered once; it
/// says nothing about how far it has told.
void letADayPass(EngineScene& scene)
{
    scene.pass(31h);
    QVERIFY(scene.transport.answer("stock", done("")) > 0);
}

/// Time goes by without a jump.
void letMinutesPass(EngineScene& scene)
{
    for (int i = 0; i < 4; ++i)
        scene.pass(4min);
}

} // namespace

/// A source that tells nothing.
class TestEngineSilence : public QObject {
    Q_OBJECT

private slots:
    void oneExceptionStandsForAllThatWait()
    {
        EngineScene scene;
        letAllWait(scene);

        letADayPass(scene);
        letMinutesPass(scene);

        QTRY_COMPARE_WITH_TIMEOUT(countOf(scene.exceptions(), "is silent"), 1, 5'000);
        QCOMPARE(countOf(scene.exceptions(), "shipmentConfirmed is missing"), 0);
        QCOMPARE(scene.exceptions().size(), 1U);
    }

    void itClosesWhenTheSourceTellsAgainAndThenEachIsJudged()
    {
        EngineScene scene;
        letAllWait(scene);
        letADayPass(scene);
        letMinutesPass(scene);
        QTRY_COMPARE_WITH_TIMEOUT(countOf(scene.exceptions(), "is silent"), 1, 5'000);

        scene.engine().pollNow();
        scene.transport.asOf = scene.clock.now();
        QTRY_COMPARE_WITH_TIMEOUT(scene.transport.count("stock", CallPurpose::Poll), 2, 5'000);
        QVERIFY(scene.transport.answer("stock", done("")) > 0);

        QTRY_COMPARE_WITH_TIMEOUT(countOf(scene.exceptions(), "is silent"), 0, 5'000);
        letMinutesPass(scene);
        QTRY_COMPARE_WITH_TIMEOUT(countOf(scene.exceptions(), "shipmentConfirmed is missing"), manyOrders,
                                  5'000);
    }
};

QTEST_GUILESS_MAIN(TestEngineSilence)
#include "tst_engine_silence.moc"
