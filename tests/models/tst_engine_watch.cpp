// SPDX-License-Identifier: GPL-3.0-or-later
#include <QSignalSpy>
#include <QTest>

#include "models/engine_watch.h"
#include "tests/support/fake_backend.h"

#include <memory>

using namespace milepost;
using namespace std::chrono_literals;

namespace {

const Timestamp noon{std::chrono::sys_days(std::chrono::year(2026) / 11 / 23) + 12h};

EngineSystemView system(const char* state, Duration sincePoll)
{
    return {.name = "erp", .state = state, .isPolled = true, .lastPolledAt = noon - sincePoll};
}

struct Watched {
    FakeBackend backend{};
    BackendBridge bridge{backend};
    Timestamp clock = noon;
    std::unique_ptr<EngineWatch> watch{};

    const EnginePicture& lookAt(const EngineView& engine)
    {
        backend.set([&](FakeBackend::Answers& answers) { answers.engineStatus = engine; });
        watch = std::make_unique<EngineWatch>(bridge, [this] { return clock; });
        QSignalSpy looked(watch.get(), &EngineWatch::changed);
        looked.wait();
        return watch->picture();
    }
};

} // namespace

class TestEngineWatch : public QObject {
    Q_OBJECT

private slots:
    void systemsAreCountedByHowTheyAre();
    void allAreSilentOnlyWhenNoneIsUp();
    void aFastClockToleratesLongerSilence();
    void aClockBehindTheEngineIsNoticed();
    void aReadThatFailsKeepsWhatWasKnown();
    void itLooksAgainByItself();
    void aLateAnswerAfterItIsGoneIsDropped();
};

void TestEngineWatch::systemsAreCountedByHowTheyAre()
{
    Watched watched;

    const EnginePicture& picture =
        watched.lookAt({.isRunning = true,
                        .now = noon,
                        .systems = {system("up", 1min), system("up", 20min), system("parked", 1min),
                                    system("paused", 1min), system("notConnected", 1min)}});

    QCOMPARE(picture.systemsUp, 1);
    QCOMPARE(picture.systemsBehind, 1);
    QCOMPARE(picture.systemsParked, 1);
    QCOMPARE(picture.systemsPaused, 1);
    QCOMPARE(picture.connected(), 4);
    QVERIFY(!picture.areAllSilent());
}

void TestEngineWatch::allAreSilentOnlyWhenNoneIsUp()
{
    Watched watched;

    const EnginePicture& picture = watched.lookAt(
        {.isRunning = true, .now = noon, .systems = {system("parked", 1min), system("up", 20min)}});

    QVERIFY(picture.areAllSilent());
}

void TestEngineWatch::aFastClockToleratesLongerSilence()
{
    Watched watched;

    const EnginePicture& picture =
        watched.lookAt({.isRunning = true, .now = noon, .speed = 600, .systems = {system("up", 4h)}});

    QCOMPARE(picture.systemsUp, 1);
}

void TestEngineWatch::aClockBehindTheEngineIsNoticed()
{
    Watched watched;
    watched.clock = noon - 2h;

    const EnginePicture& picture = watched.lookAt({.isRunning = true, .now = noon});

    QVERIFY(picture.clockLag == Duration(2h));
}

void TestEngineWatch::aReadThatFailsKeepsWhatWasKnown()
{
    Watched watched;
    watched.backend.set(
        [](FakeBackend::Answers& answers) { answers.status = StatusView{.openExceptions = 3}; });
    watched.lookAt({});

    watched.backend.set([](FakeBackend::Answers& answers) {
        answers.status = Error{.kind = ErrorKind::Internal, .message = "gone"};
    });
    QSignalSpy looked(watched.watch.get(), &EngineWatch::changed);
    watched.watch->look();
    QVERIFY(looked.wait());

    const EnginePicture& picture = watched.watch->picture();
    QVERIFY(picture.isKnown && picture.readTrouble);
    QCOMPARE(picture.status.openExceptions, 3);
}

void TestEngineWatch::itLooksAgainByItself()
{
    Watched watched;
    watched.lookAt({});

    QTRY_VERIFY(watched.backend.calls("status") >= 2);
}

void TestEngineWatch::aLateAnswerAfterItIsGoneIsDropped()
{
    Watched watched;
    watched.backend.hold("status");
    watched.watch = std::make_unique<EngineWatch>(watched.bridge, [] { return noon; });
    QTRY_COMPARE(watched.backend.waiting("status"), 1);

    watched.watch.reset();
    watched.backend.releaseAll();

    QTest::qWait(20);
    QCOMPARE(watched.backend.calls("status"), 1);
}

QTEST_GUILESS_MAIN(TestEngineWatch)
#include "tst_engine_watch.moc"
