// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTemporaryDir>
#include <QTest>

#include "app/ctl/idle_watch.h"
#include "app/measure/bench_orders.h"
#include "backend/service/local_backend.h"
#include "tests/backend/connectors/loopback_peer.h"

#include <nlohmann/json.hpp>

#include <atomic>
#include <fstream>

using namespace milepost;
using milepost::test::LoopbackPeer;

namespace {

constexpr int orderCount = 4;

int sumOf(const OutcomeView& outcome)
{
    return outcome.verified + outcome.failed + outcome.awaiting + outcome.unverified + outcome.skipped;
}

} // namespace

/// Plans and their outcome through the whole engine, against a partner that refuses invoices until it is
/// healed.
class TestRecovery : public QObject {
    Q_OBJECT
private slots:
    void init();
    void cleanup();
    void aPlanPredictsItsCallsAndSendsNothing();
    void whatIsRefusedAgainHasFailed();
    void whatIsDoneIsVerified();
    void aPlanIsAppliedOnce();
    void itemsThatMovedOnAreSkipped();
    void whatIsClosedByHandIsReopenedAndItsHistoryStays();
    void whatWasRetriedIsNotReopened();
    void whatTheOrderWentOnWithoutIsNotReopened();
    void exceptionsKnowTheirContractAndAreGroupedByIt();
    void twoPeopleClaimAndTheSecondTakesOver();
    void allNumbersOfAPlanAreKnown_data();
    void allNumbersOfAPlanAreKnown();
    void aReplayOfAnOrderBeginsWhereItIsTold_data();
    void aReplayOfAnOrderBeginsWhereItIsTold();
    void aReplayFromAMilestoneMakesAnewWhatWaitsAndNothingThatIsDone();
    void aReplayShowsWhatTheMapOfTodayWouldSayOtherwise();
    void whereNothingBeginsIsSaid();

private:
    void start(const std::filesystem::path& packs)
    {
        const std::filesystem::path folder = m_folder->path().toStdString();
        m_backend = makeLocalBackend({.store = folder / "store.db", .packs = packs});
        const auto run =
            m_backend->start({.network = folder / "network.json", .process = "bench", .hasGateway = false});
        QVERIFY2(run.has_value(), run ? "" : run.error().message.c_str());
    }
    PlanView replayFrom(const std::string& from, const std::string& map = {})
    {
        const auto plan = m_backend->plan({.action = "replay",
                                           .selector = "order:REC-000002",
                                           .actor = "ann",
                                           .detail = {.from = from, .map = map}});
        return plan ? *plan : PlanView{};
    }
    LoopbackPeer::Answer answer(const std::string& request)
    {
        ++m_requests;
        if (!m_isHealed && request.find(m_refused) != std::string::npos)
            return LoopbackPeer::json(R"({"error": "credit", "message": "no credit"})",
                                      "422 Unprocessable Entity");
        return LoopbackPeer::json(R"({"id": "R-1", "status": "accepted"})");
    }
    void waitUntilQuiet()
    {
        QTRY_VERIFY_WITH_TIMEOUT(m_booked == orderCount && isQuiet(m_backend->engineStatus()), 20'000);
    }
    Result<OutcomeView> apply(std::int64_t plan)
    {
        return m_backend->apply({.planId = plan, .perSecond = 0, .wait = Duration(15'000), .actor = "ann"},
                                {}, {});
    }
    PlanView planOf(const char* action, const std::string& selector)
    {
        const auto plan =
            m_backend->plan({.action = action, .selector = selector, .actor = "ann", .reason = "healed"});
        return plan ? *plan : PlanView{};
    }
    OutcomeView carryOut(const char* action, const std::string& selector)
    {
        const auto outcome = apply(planOf(action, selector).planId);
        return outcome ? *outcome : OutcomeView{};
    }
    std::vector<std::string> historyOf(std::int64_t id)
    {
        std::vector<std::string> kinds;
        const ExceptionDetail detail = *m_backend->exception(id);
        for (const ExceptionEvent& event : detail.events)
            kinds.push_back(event.kind);
        return kinds;
    }

    std::string m_refused{}; ///< path of the call that is
    std::atomic<bool> m_isHealed{false};
    std::atomic<int> m_requests{0};
    std::atomic<int> m_booked{0};
    std::unique_ptr<QTemporaryDir> m_folder{};
    std::unique_ptr<LoopbackPeer> m_peer{};
    std::unique_ptr<Backend> m_backend{};
};

void TestRecovery::init()
{
    // nothing follows the notice; without its invoice an order would go on
    const bool isNotice =
        QByteArray(QTest::currentTestFunction()) == "whatIsClosedByHandIsReopenedAndItsHistoryStays";
    m_refused = isNotice ? "/notify" : "/erp/invoice";
    m_isHealed = false;
    m_requests = m_booked = 0;
    m_folder = std::make_unique<QTemporaryDir>();
    m_peer = std::make_unique<LoopbackPeer>([this](const std::string& request) { return answer(request); });
    const std::filesystem::path folder = m_folder->path().toStdString();
    const nlohmann::json system{{"name", "mock"}, {"kind", "erp"}, {"url", m_peer->url()}};
    std::ofstream(folder / "network.json") << nlohmann::json{{"systems", {system}}}.dump();
    start({});
    for (const std::string& order : benchOrders("REC", orderCount))
        m_backend->submit("mock", order, [this](const IngestedDocument&) { ++m_booked; });
    waitUntilQuiet();
}

void TestRecovery::cleanup()
{
    m_backend.reset();
    m_peer.reset();
}

void TestRecovery::aPlanPredictsItsCallsAndSendsNothing()
{
    const int before = m_requests;

    const PlanView plan = planOf("retry", "all");

    QCOMPARE(plan.items, orderCount);
    QCOMPARE(plan.callsToMake, orderCount);
    QCOMPARE(plan.callsWithoutKey, 0);
    QVERIFY(plan.callsSuppressed > 0); // what is done already is not done again
    QCOMPARE(int(m_requests), before);
}

void TestRecovery::whatIsRefusedAgainHasFailed()
{
    const auto outcome = apply(planOf("retry", "all").planId);

    QVERIFY(outcome.has_value());
    QCOMPARE(outcome->items, orderCount);
    QCOMPARE(outcome->failed, orderCount);
    QCOMPARE(sumOf(*outcome), outcome->items);
    QCOMPARE(m_backend->exceptions({})->total, orderCount); // a new one each
}

void TestRecovery::whatIsDoneIsVerified()
{
    const std::int64_t plan = planOf("retry", "class:businessRule").planId;
    m_isHealed = true;

    const auto outcome = apply(plan);

    QVERIFY(outcome.has_value());
    QCOMPARE(outcome->verified, orderCount);
    QCOMPARE(sumOf(*outcome), outcome->items);
    QCOMPARE(m_backend->exceptions({})->total, 0);
    waitUntilQuiet();
    m_backend->stop();
    const auto proof = m_backend->verify(false, {}, {});
    QVERIFY(proof.has_value());
    QVERIFY(proof->ok);
}

void TestRecovery::aPlanIsAppliedOnce()
{
    const std::int64_t plan = planOf("retry", "all").planId;
    QVERIFY(apply(plan).has_value());

    const auto again = apply(plan);

    QVERIFY(!again.has_value());
    QCOMPARE(again.error().kind, ErrorKind::Conflict);
    QCOMPARE(apply(9999).error().kind, ErrorKind::NotFound);
}

void TestRecovery::itemsThatMovedOnAreSkipped()
{
    const std::int64_t plan = planOf("retry", "all").planId;
    m_isHealed = true;
    QVERIFY(apply(planOf("retry", "order:REC-000001").planId).has_value());

    const auto outcome = apply(plan);

    QVERIFY(outcome.has_value());
    QCOMPARE(outcome->skipped, 1);
    QCOMPARE(outcome->verified, orderCount - 1);
    QCOMPARE(sumOf(*outcome), outcome->items);
}

void TestRecovery::whatIsClosedByHandIsReopenedAndItsHistoryStays()
{
    const std::int64_t id = m_backend->exceptions({})->exceptions.front().id;
    const std::string one = "exception:" + std::to_string(id);
    QVERIFY(!m_backend->plan({.action = "reopen", .selector = one, .actor = "ann"})); // it needs a reason
    QCOMPARE(planOf("reopen", one).list.front().detail, std::string("not permitted: it is open"));
    QVERIFY(m_backend->annotate({id}, {.kind = "note", .text = "the customer calls back"}, "bob"));
    QCOMPARE(carryOut("resolve", one).verified, 1);

    const ExceptionPage closed = *m_backend->exceptions({.state = ExceptionState::Closed});
    QCOMPARE(closed.total, std::int64_t{1});
    QCOMPARE(closed.exceptions.front().how, std::string("resolved"));
    QCOMPARE(closed.exceptions.front().closedBy, std::string("ann"));
    QCOMPARE(closed.exceptions.front().closedWhy, std::string("healed"));
    QVERIFY(closed.exceptions.front().closedAt.has_value());
    QCOMPARE(m_backend->exceptions({})->total, orderCount - 1);
    QCOMPARE(m_backend->exceptions({.state = ExceptionState::All})->total, orderCount);

    const PlanView plan = planOf("reopen", one);
    QVERIFY2(plan.list.front().state == "planned", plan.list.front().detail.c_str());
    QCOMPARE(plan.callsToMake, 0);
    const int before = m_requests;
    const auto outcome = apply(plan.planId);
    QVERIFY(outcome.has_value());
    QCOMPARE(outcome->verified, 1);
    QCOMPARE(int(m_requests), before); // nothing was sent
    QCOMPARE(m_backend->exceptions({})->total, orderCount);
    QCOMPARE(m_backend->exception(id)->exception.state, std::string("open"));

    m_isHealed = true;
    QCOMPARE(carryOut("retry", one).verified, 1);
    const ExceptionDetail detail = *m_backend->exception(id);
    const std::vector<std::string> kinds = historyOf(id);
    for (const char* kind : {"attempt", "opened", "note", "resolve", "closed", "reopened", "retry"})
        QVERIFY2(std::ranges::count(kinds, kind) >= 1, kind);
    QVERIFY(std::ranges::is_sorted(detail.events, {}, &ExceptionEvent::at));
    const auto retry = std::ranges::find(detail.events, std::string("retry"), &ExceptionEvent::kind);
    QVERIFY(retry->plan > plan.planId);
    QCOMPARE(retry->actor, std::string("ann"));
    QCOMPARE(retry->outcome, std::string("verified"));
    const auto again = std::ranges::find(detail.events, std::string("reopened"), &ExceptionEvent::kind);
    QCOMPARE(again->plan, plan.planId);
    QCOMPARE(again->text, std::string("healed"));
    QCOMPARE(detail.exception.how, std::string("retried"));
    waitUntilQuiet();
    m_backend->stop();
    QVERIFY(m_backend->verify(false, {}, {})->ok);
}

void TestRecovery::whatWasRetriedIsNotReopened()
{
    const std::int64_t id = m_backend->exceptions({})->exceptions.front().id;
    const std::string one = "exception:" + std::to_string(id);
    m_isHealed = true;
    QCOMPARE(carryOut("retry", one).verified, 1);

    const PlanView plan = planOf("reopen", one);

    QCOMPARE(plan.list.front().state, std::string("skipped"));
    QVERIFY(plan.list.front().detail.find("not closed by hand (retried)") != std::string::npos);
    const auto group = m_backend->plan(
        {.action = "reopen", .selector = "class:businessRule", .actor = "ann", .reason = "all of them"});
    QVERIFY(!group && group.error().kind == ErrorKind::InvalidInput); // closed ones are named one by one
    const auto actions = m_backend->exception(id)->actions;
    const auto reopen = std::ranges::find(actions, std::string("reopen"), &PermittedAction::action);
    QVERIFY(!reopen->isPermitted && !reopen->reason.empty());
}

void TestRecovery::whatTheOrderWentOnWithoutIsNotReopened()
{
    const std::string one = "exception:" + std::to_string(m_backend->exceptions({})->exceptions.front().id);
    QCOMPARE(carryOut("resolve", one).verified, 1);

    const PlanView plan = planOf("reopen", one);

    QCOMPARE(plan.list.front().state, std::string("skipped"));
    QVERIFY(plan.list.front().detail.find("went on without it: step notify") != std::string::npos);
}

void TestRecovery::exceptionsKnowTheirContractAndAreGroupedByIt()
{
    const ExceptionView one = m_backend->exceptions({})->exceptions.front();
    QCOMPARE(one.contract, std::string("mock invoice.create v1"));
    QCOMPARE(m_backend->exception(one.id)->exception.contract, one.contract);

    const auto byContract = *m_backend->exceptionGroups({.grouping = ExceptionGrouping::Contract});
    QCOMPARE(byContract.size(), std::size_t{1});
    QCOMPARE(byContract.front().count, orderCount);
    QCOMPARE(byContract.front().contract, one.contract);
    QCOMPARE(byContract.front().selector, "group:contract:" + std::to_string(one.id));
    QVERIFY(byContract.front().soonestDue.has_value());
    QCOMPARE(planOf("retry", byContract.front().selector).items, orderCount);
    QVERIFY(!m_backend->plan({.action = "retry", .selector = "group:odd:1", .actor = "ann"}));

    std::int64_t counted = 0;
    const auto byCustomer = *m_backend->exceptionGroups({.grouping = ExceptionGrouping::Customer});
    for (const ExceptionGroup& group : byCustomer) {
        counted += group.count;
        const auto inIt =
            *m_backend->exceptions({.group = group.id, .grouping = ExceptionGrouping::Customer});
        QCOMPARE(inIt.total, group.count);
        for (const ExceptionView& exception : inIt.exceptions)
            QCOMPARE(exception.customer, group.customer);
    }
    QCOMPARE(counted, orderCount);
}

void TestRecovery::twoPeopleClaimAndTheSecondTakesOver()
{
    const std::int64_t id = m_backend->exceptions({})->exceptions.front().id;
    const auto refusal = [](const Status& status) {
        return status || status.error().kind != ErrorKind::Conflict ? std::string() : status.error().message;
    };
    const auto names = [](const std::string& words, const char* name) {
        return words.find(name) != std::string::npos;
    };
    QVERIFY(m_backend->claim({id}, "ann"));
    QVERIFY(names(refusal(m_backend->claim({id}, "bob")), "is claimed by ann since"));
    QVERIFY(!m_backend->takeOver({id}, "ann", "bob", "")); // not without a reason
    QVERIFY(m_backend->takeOver({id}, "ann", "bob", "ann is ill"));
    QCOMPARE(m_backend->exception(id)->exception.claimedBy, std::string("bob"));

    // carl still sees ann's name
    QVERIFY(names(refusal(m_backend->takeOver({id}, "ann", "carl", "ann is ill")), "by bob"));
    QVERIFY(m_backend->unclaim({id}, "bob"));
    QVERIFY(names(refusal(m_backend->takeOver({id}, "bob", "carl", "he is ill")), "nobody's any more"));
    QCOMPARE(m_backend->exception(id)->exception.claimedBy, std::string());
    const std::vector<std::string> kinds = historyOf(id);
    for (const char* kind : {"claim", "takeOver", "unclaim"})
        QCOMPARE(std::ranges::count(kinds, kind), 1);

    // and what was closed while he looked at it is not his
    QCOMPARE(carryOut("resolve", "exception:" + std::to_string(id)).verified, 1);
    QVERIFY(names(refusal(m_backend->claim({id}, "carl")), "closed already: resolved by ann"));
}

void TestRecovery::allNumbersOfAPlanAreKnown_data()
{
    QTest::addColumn<QByteArray>("action");
    QTest::addColumn<QByteArray>("selector");
    QTest::addColumn<int>("items");
    QTest::newRow("one order") << QByteArray("retry") << QByteArray("order:REC-000002") << 1;
    QTest::newRow("a system") << QByteArray("retry") << QByteArray("system:mock") << orderCount;
    QTest::newRow("another system") << QByteArray("retry") << QByteArray("system:erp") << 0;
    QTest::newRow("another class") << QByteArray("retry") << QByteArray("class:absence") << 0;
    QTest::newRow("a group") << QByteArray("resolve") << QByteArray("group:1") << orderCount;
    QTest::newRow("all open orders") << QByteArray("hold") << QByteArray("all") << orderCount;
}

void TestRecovery::allNumbersOfAPlanAreKnown()
{
    QFETCH(QByteArray, action);
    QFETCH(QByteArray, selector);
    QFETCH(int, items);

    const PlanView plan = planOf(action.constData(), selector.toStdString());

    QCOMPARE(plan.items, items);
    QCOMPARE(int(plan.list.size()), items);
}

void TestRecovery::aReplayOfAnOrderBeginsWhereItIsTold_data()
{
    QTest::addColumn<QByteArray>("from");
    QTest::addColumn<int>("planned"); ///< calls that are made anew
    QTest::addColumn<int>("suppressed");
    QTest::newRow("the first milestone") << QByteArray("received") << 1 << 4;
    QTest::newRow("after a milestone") << QByteArray("accepted") << 1 << 3;
    QTest::newRow("after the goods left") << QByteArray("shipped") << 1 << 1;
    QTest::newRow("a step") << QByteArray("erp-invoice") << 1 << 0;
    QTest::newRow("behind it") << QByteArray("invoiced") << 0 << 0;
}

void TestRecovery::aReplayOfAnOrderBeginsWhereItIsTold()
{
    QFETCH(QByteArray, from);
    QFETCH(int, planned);
    QFETCH(int, suppressed);

    const PlanView plan = replayFrom(from.toStdString());

    QCOMPARE(plan.items, 1);
    QCOMPARE(plan.callsToMake, planned);
    QCOMPARE(plan.callsSuppressed, suppressed);
    QCOMPARE(plan.list.front().state, std::string(planned > 0 ? "planned" : "skipped"));
    QCOMPARE(plan.differences, 0);
}

void TestRecovery::aReplayFromAMilestoneMakesAnewWhatWaitsAndNothingThatIsDone()
{
    m_isHealed = true;
    const int before = m_requests;

    const auto outcome = apply(replayFrom("accepted").planId);

    QVERIFY(outcome.has_value());
    QCOMPARE(outcome->verified, 1);
    waitUntilQuiet();
    QCOMPARE(int(m_requests), before + 2); // its invoice, and then the notice
    const PlanView again = replayFrom("accepted");
    QCOMPARE(again.callsToMake, 0);
    QCOMPARE(again.callsSuppressed, 5); // nothing is left to do, and what is done is named
    QCOMPARE(again.list.front().suppressed.size(), std::size_t{5});
}

void TestRecovery::aReplayShowsWhatTheMapOfTodayWouldSayOtherwise()
{
    std::ifstream file(MILEPOST_SOURCE_DIR "/resources/packs/bench.json");
    nlohmann::json pack = nlohmann::json::parse(file);
    pack["capabilities"]["inventory.allocate"]["request"].push_back({"/priority", "=high"});
    const std::filesystem::path packs = m_folder->path().toStdString() + "/own";
    std::filesystem::create_directories(packs / "packs");
    std::ofstream(packs / "packs/bench.json") << pack.dump();
    m_backend.reset();
    start(packs);

    const PlanView today = replayFrom("accepted");

    QCOMPARE(today.differences, 1);
    const std::vector<BodyDifference>& differences = today.list.front().differences;
    const auto done = std::ranges::find_if(differences, &BodyDifference::isDone);
    QVERIFY(done != differences.end());
    QCOMPARE(done->step, std::string("wms-allocate"));
    QVERIFY(done->before.find("priority") == std::string::npos);
    QVERIFY(done->after.find("priority") != std::string::npos);
    QCOMPARE(replayFrom("accepted", "then").differences, 0);
    QCOMPARE(replayFrom("released").differences, 0); // it begins behind that call
    QCOMPARE(today.callsToMake, 1);                  // and the done one is not made again
}

void TestRecovery::whereNothingBeginsIsSaid()
{
    const auto nowhere =
        m_backend->plan({.action = "replay", .selector = "order:REC-000002", .detail = {.from = "lunch"}});
    QVERIFY(!nowhere && nowhere.error().message.find("'lunch'") != std::string::npos);
    const auto last =
        m_backend->plan({.action = "replay", .selector = "order:REC-000002", .detail = {.from = "returned"}});
    QVERIFY(!last);
    const auto retry =
        m_backend->plan({.action = "retry", .selector = "order:REC-000002", .detail = {.from = "accepted"}});
    QVERIFY(!retry && retry.error().message.find("only compensate and replay") != std::string::npos);
}

QTEST_GUILESS_MAIN(TestRecovery)
#include "tst_recovery.moc"
