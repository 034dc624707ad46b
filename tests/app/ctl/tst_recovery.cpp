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
    void allNumbersOfAPlanAreKnown_data();
    void allNumbersOfAPlanAreKnown();

private:
    LoopbackPeer::Answer answer(const std::string& request)
    {
        ++m_requests;
        if (!m_isHealed && request.find("/erp/invoice") != std::string::npos)
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

    std::atomic<bool> m_isHealed{false};
    std::atomic<int> m_requests{0};
    std::atomic<int> m_booked{0};
    std::unique_ptr<QTemporaryDir> m_folder{};
    std::unique_ptr<LoopbackPeer> m_peer{};
    std::unique_ptr<Backend> m_backend{};
};

void TestRecovery::init()
{
    m_isHealed = false;
    m_requests = m_booked = 0;
    m_folder = std::make_unique<QTemporaryDir>();
    m_peer = std::make_unique<LoopbackPeer>([this](const std::string& request) { return answer(request); });
    const std::filesystem::path folder = m_folder->path().toStdString();
    const nlohmann::json system{{"name", "mock"}, {"kind", "erp"}, {"url", m_peer->url()}};
    std::ofstream(folder / "network.json") << nlohmann::json{{"systems", {system}}}.dump();
    m_backend = makeLocalBackend({.store = folder / "store.db"});
    const auto run =
        m_backend->start({.network = folder / "network.json", .process = "bench", .hasGateway = false});
    QVERIFY2(run.has_value(), run ? "" : run.error().message.c_str());
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

QTEST_GUILESS_MAIN(TestRecovery)
#include "tst_recovery.moc"
