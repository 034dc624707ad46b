// SPDX-License-Identifier: GPL-3.0-or-later
#include <QSignalSpy>
#include <QTest>

#include "app/console/station.h"
#include "tests/support/fake_backend.h"

using namespace milepost;
using Phase = EngineSwitch::Phase;

class TestStation : public QObject {
    Q_OBJECT

private slots:
    void startingDoesNotBlockAndEndsRunning();
    void aRefusedStartIsSaidAndTriedAgainByItself();
    void whileItTriesAgainTheReasonStays();
    void stoppingEndsTheEngine();
    void theAnswerAfterItIsGoneIsDropped();
};

namespace {

const StationSetup impatient{.retryInterval = std::chrono::milliseconds(50)};
const Error owned{.kind = ErrorKind::Conflict, .message = "owned by process 12"};

} // namespace

void TestStation::startingDoesNotBlockAndEndsRunning()
{
    FakeBackend backend;
    BackendBridge bridge(backend);
    Station station(bridge, {});
    backend.hold("start");

    station.start();
    QCOMPARE(station.phase(), Phase::StartingEngine);
    QTRY_COMPARE(backend.waiting("start"), 1);
    backend.releaseAll();

    QTRY_COMPARE(station.phase(), Phase::Running);
}

void TestStation::aRefusedStartIsSaidAndTriedAgainByItself()
{
    FakeBackend backend;
    backend.set([](FakeBackend::Answers& answers) { answers.start = owned; });
    BackendBridge bridge(backend);
    Station station(bridge, impatient);
    station.start();
    QTRY_COMPARE(station.phase(), Phase::Failed);
    QCOMPARE(station.error(), owned);

    backend.set([](FakeBackend::Answers& answers) { answers.start = RunView{}; });

    QTRY_COMPARE(station.phase(), Phase::Running);
}

void TestStation::whileItTriesAgainTheReasonStays()
{
    FakeBackend backend;
    backend.set([](FakeBackend::Answers& answers) { answers.start = owned; });
    BackendBridge bridge(backend);
    Station station(bridge, impatient);
    station.start();
    QTRY_COMPARE(station.phase(), Phase::Failed);
    const QSignalSpy changed(&station, &EngineSwitch::changed);

    QTRY_VERIFY(backend.calls("start") >= 3);

    QTest::qWait(50);
    QCOMPARE(changed.count(), 0);
    QCOMPARE(station.phase(), Phase::Failed);
}

void TestStation::stoppingEndsTheEngine()
{
    FakeBackend backend;
    BackendBridge bridge(backend);
    Station station(bridge, {});
    station.start();
    QTRY_COMPARE(station.phase(), Phase::Running);

    station.stop();

    QTRY_COMPARE(station.phase(), Phase::Stopped);
    QCOMPARE(backend.calls("stop"), 1);
}

void TestStation::theAnswerAfterItIsGoneIsDropped()
{
    FakeBackend backend;
    BackendBridge bridge(backend);
    auto station = std::make_unique<Station>(bridge, StationSetup{});
    backend.hold("start");
    station->start();
    QTRY_COMPARE(backend.waiting("start"), 1);

    station.reset();
    backend.releaseAll();

    QTest::qWait(20);
    QCOMPARE(backend.calls("start"), 1);
}

QTEST_GUILESS_MAIN(TestStation)
#include "tst_station.moc"
