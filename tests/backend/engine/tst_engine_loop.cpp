// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "engine_scene.h"

#include <sys/resource.h>

#include <csignal>

using namespace milepost;
using namespace milepost::test;
using namespace std::chrono_literals;

namespace {

bool isReady(std::future<Receipt>& receipt)
{
    return receipt.wait_for(0s) == std::future_status::ready;
}

/// The one answer of systems that do all they are asked.
std::optional<Reply> alwaysDone(const Call& call)
{
    return done(call.view.key);
}

/// As a disk that is full, for files of this process, while it lives.
class FullDisk {
public:
    FullDisk()
    {
        std::signal(SIGXFSZ, SIG_IGN);
        ::getrlimit(RLIMIT_FSIZE, &m_before);
        const rlimit limit{1024, m_before.rlim_max};
        m_isFull = ::setrlimit(RLIMIT_FSIZE, &limit) == 0;
    }
    ~FullDisk() { ::setrlimit(RLIMIT_FSIZE, &m_before); }
    FullDisk(const FullDisk&) = delete;
    FullDisk& operator=(const FullDisk&) = delete;

    bool isFull() const { return m_isFull; }

private:
    rlimit m_before{};
    bool m_isFull = false;
};

template <typename Fact>
int countFacts(const std::vector<FactRow>& rows)
{
    int count = 0;
    for (const FactRow& row : rows) {
        for (const FactBody& fact : row.facts)
            count += std::holds_alternative<Fact>(fact) ? 1 : 0;
    }
    return count;
}

} // namespace

/// The engine's promises, with the real store and systems that the test plays.
class TestEngineLoop : public QObject {
    Q_OBJECT

private slots:
    void aMessageIsAcknowledgedOnlyAfterItIsInTheStore();
    void theSameIdIsADuplicateOrAConflict();
    void aKnownBusinessKeyIsADuplicateAChangeOrLate();
    void whatCannotBeReadIsKeptAndTheNextOneGoesThrough();
    void whatIsKeptIsReadAgainWithTheMapOfToday();
    void noCallStartsBeforeItIsInFlightInTheStore();
    void whatWasInFlightAtACrashIsLookedUpAndNotRepeated();
    void whatTheLookUpDoesNotFindIsRepeatedAfterItSettled();
    void aSystemThatDoesNotAnswerIsParkedUnderOneException();
    void aReportBeforeItsOrderWaitsForItAlsoOverARestart();
    void noOrderTakesTheReportsOfAnotherByItsNumber();
    void stockWakesOrdersByPriorityPromiseAndAge();
    void poisonStaysAlone();
    void nothingIsAcknowledgedOrSentWhileTheStoreCannotWrite();
    void whatWasInFlightIsTakenUpEvenIfTheDiskIsFullAtTheStart();
};

void TestEngineLoop::aMessageIsAcknowledgedOnlyAfterItIsInTheStore()
{
    EngineScene scene;
    std::promise<bool> wasStored;
    scene.engine().receive(orderMessage("m1", "1001"), [&](const Receipt& receipt) {
        scene.engine().run([&, receipt](Store& store) {
            wasStored.set_value(receipt.isDurable && receipt.result == "accepted" &&
                                store.inboxByMessage("shop", "m1") && store.orderByNo(receipt.orderNo));
        });
    });
    auto stored = wasStored.get_future();
    QVERIFY(stored.wait_for(5s) == std::future_status::ready);
    QVERIFY(stored.get());

    auto release = scene.holdBack();
    auto second = scene.send(orderMessage("m2", "1002"));
    QTest::qWait(30);
    QVERIFY(!isReady(second)); // taken in, not yet written
    release.set_value();
    QVERIFY(second.get().isDurable);
}

void TestEngineLoop::theSameIdIsADuplicateOrAConflict()
{
    EngineScene scene;
    QCOMPARE(scene.receive(orderMessage("m1", "1001")).result, std::string("accepted"));

    const Receipt again = scene.receive(orderMessage("m1", "1001"));
    QCOMPARE(again.result, std::string("duplicate"));
    QCOMPARE(again.duplicateOf, std::string("m1"));
    QCOMPARE(again.orderNo, std::string("1001"));
    QVERIFY(scene.exceptions().empty());

    QCOMPARE(scene.receive(orderMessage("m1", "1001", 7)).result, std::string("conflict"));
    const auto exceptions = scene.exceptions();
    QCOMPARE(exceptions.size(), std::size_t{1});
    QCOMPARE(exceptions.front().exception.cause, std::string("message id used twice"));
    QCOMPARE(scene.order("1001").lines.front().ledger.ordered(), Quantity::units(1));
}

void TestEngineLoop::aKnownBusinessKeyIsADuplicateAChangeOrLate()
{
    EngineScene scene;
    scene.receive(orderMessage("m1", "1001"));
    QCOMPARE(scene.receive(orderMessage("m2", "1001")).result, std::string("duplicate"));

    IncomingMessage newer = orderMessage("m3", "1001", 2);
    contentOf(newer).version = "6";
    QCOMPARE(scene.receive(newer).result, std::string("change"));
    IncomingMessage older = orderMessage("m4", "1001", 3);
    contentOf(older).version = "4";
    QCOMPARE(scene.receive(older).result, std::string("late"));
    QCOMPARE(scene.receive(orderMessage("m5", "1001", 4)).result, std::string("conflict"));

    QCOMPARE(scene.exceptions().size(), std::size_t{1}); // of the conflict
    QCOMPARE(countFacts<OrderReceived>(scene.facts("1001")), 1);
    QCOMPARE(scene.order("1001").lines.front().ledger.ordered(), Quantity::units(1)); // the change waits
}

void TestEngineLoop::whatCannotBeReadIsKeptAndTheNextOneGoesThrough()
{
    EngineScene scene;
    auto release = scene.holdBack();
    auto bad = scene.send({.source = "shop",
                           .messageId = "bad",
                           .raw = "torn bytes",
                           .content = Error{ErrorKind::InvalidInput, "a bracket is missing", "line 3"}});
    auto good = scene.send(orderMessage("m1", "1001"));
    release.set_value();

    const Receipt rejected = bad.get();
    QVERIFY(rejected.isDurable);
    QCOMPARE(rejected.result, std::string("rejected"));
    QCOMPARE(rejected.reason, std::string("a bracket is missing"));
    QCOMPARE(rejected.place, std::string("line 3"));
    QCOMPARE(good.get().result, std::string("accepted"));
    InboxRow row;
    std::string raw;
    scene.inEngine([&](Store& store) {
        row = store.inboxByMessage("shop", "bad").value();
        raw = store.payload(row.payload);
    });
    QCOMPARE(raw, std::string("torn bytes"));
    QVERIFY(row.state == InboxState::Failed);
    QCOMPARE(row.place, std::string("line 3"));
    QCOMPARE(scene.exceptions().size(), std::size_t{1});
}

void TestEngineLoop::whatIsKeptIsReadAgainWithTheMapOfToday()
{
    EngineScene scene;
    IncomingMessage message = orderMessage("m1", "1001");
    message.content = Error{ErrorKind::InvalidInput, "the postal code is missing", "/zip"};
    QCOMPARE(scene.receive(message).result, std::string("rejected"));
    const int number = scene.exceptions().front().exception.number;
    const Command again{
        .action = "replay", .exception = number, .actor = "ann", .reason = "the map is mended"};

    const CommandReceipt tooEarly = scene.commandOfSystem(again);
    QVERIFY(tooEarly.isRefused);
    QCOMPARE(tooEarly.reason, std::string("it still cannot be read: the postal code is missing"));
    QCOMPARE(scene.exceptions().size(), std::size_t{1});

    scene.readAs(orderMessage("m1", "1001"));
    QVERIFY(scene.commandOfSystem(again).isDone);

    QCOMPARE(scene.order("1001").orderNo, std::string("1001"));
    QVERIFY(scene.exceptions().empty());
    QVERIFY(scene.commandOfSystem(again).isRefused); // once
    QCOMPARE(scene.whatIsNotProven(), std::string());
}

void TestEngineLoop::noCallStartsBeforeItIsInFlightInTheStore()
{
    EngineScene scene;
    Store* opened = nullptr;
    scene.inEngine([&](Store& store) { opened = &store; });
    std::atomic<int> premature = 0;
    scene.transport.watch = [&](const Call& call) { // on the engine's thread
        const auto stored = opened->loadOrder({call.order});
        const Effect* effect = stored ? findEffect(stored->state, call.effect) : nullptr;
        const bool isRecorded =
            effect != nullptr && effect->state == EffectState::InFlight && effect->attempts == call.attempt;
        if (!isRecorded) ++premature;
    };
    scene.transport.rule = alwaysDone;

    auto release = scene.holdBack();
    scene.send(orderMessage("m1", "1001"));
    scene.send(orderMessage("m2", "1002"));
    release.set_value();

    QTRY_COMPARE(scene.transport.count("inventory.allocate"), 2);
    QCOMPARE(scene.transport.count("order.accept"), 2);
    QCOMPARE(premature.load(), 0);
}

void TestEngineLoop::whatWasInFlightAtACrashIsLookedUpAndNotRepeated()
{
    EngineScene scene;
    scene.receive(orderMessage("m1", "1001"));
    QTRY_COMPARE(scene.transport.count("order.accept"), 1);

    scene.close();
    scene.open();

    QTRY_VERIFY(effectOf(scene.order("1001"), acceptStep)->state == EffectState::Unknown);
    for (int i = 0; i < 5 && scene.transport.count("order.accept", CallPurpose::Lookup) == 0; ++i) {
        scene.pass(31s);
        QTest::qWait(50);
    }
    QCOMPARE(scene.transport.count("order.accept", CallPurpose::Lookup), 1);
    scene.transport.rule = alwaysDone;
    scene.transport.answer("order.accept", done("SALE-1"));

    QTRY_VERIFY(effectOf(scene.order("1001"), acceptStep)->state == EffectState::Done);
    const Order order = scene.order("1001");
    QCOMPARE(order.exceptions.size(), std::size_t{0});
    QCOMPARE(effectOf(order, acceptStep)->attempts, 1);
    QCOMPARE(effectOf(order, acceptStep)->document, std::string("SALE-1"));
    QCOMPARE(scene.transport.count("order.accept"), 1);
}

void TestEngineLoop::whatTheLookUpDoesNotFindIsRepeatedAfterItSettled()
{
    EngineScene scene;
    scene.receive(orderMessage("m1", "1001"));
    QTRY_COMPARE(scene.transport.count("order.accept"), 1);
    const std::string key = scene.transport.started().back().view.key;
    scene.transport.answer("order.accept", {.outcome = Outcome::Unknown, .code = "timeout"});

    int asked = 0;
    for (int i = 0; i < 12 && scene.transport.count("order.accept") == 1; ++i) {
        scene.pass(20s);
        QTest::qWait(30);
        asked += scene.transport.answer("order.accept", {.outcome = Outcome::NotFound, .code = "http 404"});
        QTest::qWait(30);
    }
    QVERIFY(asked >= 2); // the pack believes the second answer
    QCOMPARE(scene.transport.count("order.accept"), 2);
    QCOMPARE(scene.transport.started().back().view.key, key);
}

void TestEngineLoop::aSystemThatDoesNotAnswerIsParkedUnderOneException()
{
    EngineScene scene;
    std::atomic<bool> isDown = true;
    scene.transport.rule = [&](const Call& call) -> std::optional<Reply> {
        if (isDown && call.pack->name() == "erp")
            return Reply{.outcome = Outcome::Refused, .code = "not connected"};
        return done(call.view.key);
    };
    for (const std::string number : {"1", "2", "3", "4"})
        scene.receive(orderMessage("m" + number, "100" + number));
    QTRY_COMPARE(scene.transport.count("tax.commit"), 4); // others go on
    QTRY_COMPARE(scene.exceptions().size(), std::size_t{1});
    for (int i = 0; i < 3; ++i)
        scene.pass(5s); // it is left alone for 30 s
    const int tries = scene.transport.count("order.accept");
    QVERIFY2(tries <= 5, qPrintable(QString::number(tries)));
    const auto exceptions = scene.exceptions();
    QCOMPARE(exceptions.size(), std::size_t{1});
    QCOMPARE(exceptions.front().exception.system, std::string("erp"));
    QCOMPARE(exceptions.front().order.value, std::int64_t{0});

    isDown = false;
    for (int i = 0; i < 8; ++i) {
        scene.pass(10s);
        QTest::qWait(20);
    }
    QTRY_COMPARE(scene.transport.count("inventory.allocate"), 4);
    QVERIFY(scene.exceptions().empty());
}

void TestEngineLoop::aReportBeforeItsOrderWaitsForItAlsoOverARestart()
{
    EngineScene scene;
    const auto shipped = [&](const std::string& number) {
        return reportMessage("ship-" + number, Report{.kind = ReportKind::ShipmentConfirmed,
                                                      .system = "wms",
                                                      .occurredAt = scene.clock.now(),
                                                      .reference = number + "-F1",
                                                      .document = "D-" + number,
                                                      .lines = {{1, "A", Quantity::units(1), ""}}});
    };
    QCOMPARE(scene.receive(shipped("1001")).result, std::string("unmatched"));
    scene.receive(orderMessage("m1", "1001"));
    QTRY_COMPARE(scene.order("1001").shipments.size(), std::size_t{1});

    QCOMPARE(scene.receive(shipped("1002")).result, std::string("unmatched"));
    scene.close();
    scene.open();
    scene.receive(orderMessage("m2", "1002"));
    QTRY_COMPARE(scene.order("1002").shipments.size(), std::size_t{1});
    QCOMPARE(scene.order("1002").shipments.front().document, std::string("D-1002"));
    bool isDone = false;
    scene.inEngine([&](Store& store) { isDone = store.unfinishedInbox().empty(); });
    QVERIFY(isDone);
}

/// Its number may hold what we append to numbers: a customer chooses it.
void TestEngineLoop::noOrderTakesTheReportsOfAnotherByItsNumber()
{
    EngineScene scene;
    QCOMPARE(scene.receive(orderMessage("m1", "V1")).orderNo, std::string("V1"));
    for (const auto& [stated, known] : {std::pair{"V1:x", "V1_x"}, std::pair{"V1-F1", "V1_F1"},
                                        std::pair{"V1-S2", "V1_S2"}, std::pair{"V1:release", "V1_release"}}) {
        QCOMPARE(scene.receive(orderMessage(std::string("m") + stated, stated)).orderNo, std::string(known));
        scene.receive(reportMessage(std::string("ship ") + stated,
                                    Report{.kind = ReportKind::ShipmentConfirmed,
                                           .system = "wms",
                                           .occurredAt = scene.clock.now(),
                                           .reference = std::string(known) + "-F1",
                                           .document = std::string("D-") + known,
                                           .lines = {{1, "A", Quantity::units(1), ""}}}));
        QTRY_COMPARE(scene.order(known).shipments.size(), std::size_t{1});
    }
    QVERIFY(scene.order("V1").shipments.empty());
}

void TestEngineLoop::stockWakesOrdersByPriorityPromiseAndAge()
{
    EngineScene scene;
    scene.transport.rule = alwaysDone;
    scene.receive(stockMessage("none", 0, scene.clock.now()));
    const auto send = [&](const std::string& number, int priority, Duration promise) {
        IncomingMessage message = orderMessage("m" + number, number);
        contentOf(message).priority = priority;
        contentOf(message).promisedAt = scene.clock.now() + promise;
        scene.receive(message);
    };
    send("third", 0, 24h);
    send("fourth", 0, 24h);
    send("second", 0, 12h);
    send("first", 5, 96h);
    send("none-left", 0, 48h);
    for (const std::string number : {"first", "second", "third", "fourth", "none-left"})
        QTRY_VERIFY(scene.order(number).lines.front().ledger.at(Stage::Backordered).isPositive());
    QCOMPARE(scene.transport.count("inventory.allocate"), 0);

    scene.pass(60s);
    scene.receive(stockMessage("some", 4, scene.clock.now()));

    QTRY_COMPARE(scene.transport.count("inventory.allocate"), 4);
    std::vector<std::string> served;
    for (const Call& call : scene.transport.started()) {
        if (call.capability == "inventory.allocate") served.push_back(call.view.orderNo);
    }
    QCOMPARE(served, (std::vector<std::string>{"first", "second", "third", "fourth"}));
    QVERIFY(scene.order("none-left").lines.front().ledger.at(Stage::Backordered).isPositive());
}

void TestEngineLoop::poisonStaysAlone()
{
    EngineScene scene;
    scene.receive(orderMessage("m1", "1001"));
    const OrderId id = scene.order("1001").id;

    auto release = scene.holdBack();
    auto before = scene.send(orderMessage("m2", "1002"));
    auto told = std::make_shared<std::promise<CommandReceipt>>();
    scene.engine().command(id, Command{.action = "hold", .kind = "customer", .actor = "me", .reason = "test"},
                           [told](const CommandReceipt& receipt) { told->set_value(receipt); });
    auto after = scene.send(orderMessage("m3", "1003"));
    release.set_value();

    QCOMPARE(before.get().result, std::string("accepted"));
    QCOMPARE(after.get().result, std::string("accepted"));
    QCOMPARE(countFacts<InputFailed>(scene.facts("1001")), 1);
    const Order order = scene.order("1001");
    QVERIFY(order.holds.empty());
    QCOMPARE(order.exceptions.size(), std::size_t{1});
    QVERIFY(order.exceptions.front().kind == ExceptionClass::Internal);
    QCOMPARE(scene.transport.count("order.accept"), 3);
    scene.transport.answer("order.accept", done("SALE")); // the poisoned order can go on
    QTRY_VERIFY(effectOf(scene.order("1001"), acceptStep)->state == EffectState::Done);
}

void TestEngineLoop::nothingIsAcknowledgedOrSentWhileTheStoreCannotWrite()
{
    EngineScene scene;
    scene.receive(orderMessage("m1", "1001"));
    QTRY_COMPARE(scene.transport.count("order.accept"), 1);
    {
        const FullDisk disk;
        if (!disk.isFull()) QSKIP("file sizes cannot be limited here");
        auto lost = scene.send(orderMessage("m2", "1002"));
        QVERIFY(lost.wait_for(5s) == std::future_status::ready);
        QVERIFY(!lost.get().isDurable);
        scene.transport.answer("order.accept", done("SALE-1")); // kept until it can be written
        QTRY_VERIFY(!scene.engine().status().trouble.empty());
        QCOMPARE(scene.transport.started().size(), std::size_t{2}); // those of the first order
        QCOMPARE(scene.order("1002").id.value, std::int64_t{0});
    }
    QTRY_VERIFY(effectOf(scene.order("1001"), acceptStep)->state == EffectState::Done);
    QTRY_VERIFY(scene.engine().status().trouble.empty());
    QCOMPARE(scene.receive(orderMessage("m2", "1002")).result, std::string("accepted"));
    QTRY_COMPARE(scene.transport.count("order.accept"), 2);
}

void TestEngineLoop::whatWasInFlightIsTakenUpEvenIfTheDiskIsFullAtTheStart()
{
    EngineScene scene;
    scene.receive(orderMessage("m1", "1001"));
    QTRY_COMPARE(scene.transport.count("order.accept"), 1);
    scene.close();

    std::optional<FullDisk> disk;
    scene.open([&] { disk.emplace(); });
    if (!disk->isFull()) QSKIP("file sizes cannot be limited here");
    QTRY_VERIFY(!scene.engine().status().trouble.empty());
    disk.reset();

    QTRY_VERIFY(effectOf(scene.order("1001"), acceptStep)->state == EffectState::Unknown);
    QVERIFY(effectOf(scene.order("1001"), taxStep)->state == EffectState::Unknown);
    QCOMPARE(scene.transport.count("order.accept"), 1);
}

QTEST_GUILESS_MAIN(TestEngineLoop)
#include "tst_engine_loop.moc"
