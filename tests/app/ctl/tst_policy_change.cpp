// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTemporaryDir>
#include <QTest>

#include "app/ctl/idle_watch.h"
#include "app/measure/bench_orders.h"
#include "backend/service/local_backend.h"
#include "tests/backend/connectors/loopback_peer.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <atomic>
#include <fstream>

using namespace milepost;
using milepost::test::LoopbackPeer;

/// A policy is changed while the whole engine runs against a partner that cannot take invoices.
class TestPolicyChange : public QObject {
    Q_OBJECT

private slots:
    void afterOneTryAPersonIsAskedAsSoonAsThePolicySaysSo();

private:
    LoopbackPeer::Answer answer(const std::string& request)
    {
        if (request.find("/erp/invoice") == std::string::npos)
            return LoopbackPeer::json(R"({"id": "R-1", "status": "accepted"})");
        ++m_invoices;
        return LoopbackPeer::json("{}", "429 Too Many Requests");
    }
    /// Lets one order through; how often its invoice was tried until it waits for a person.
    int invoicesOf(Backend& backend, const std::string& prefix, std::int64_t open)
    {
        m_invoices = 0;
        m_booked = 0;
        for (const std::string& order : benchOrders(prefix, 1))
            backend.submit("mock", order, [this](const IngestedDocument&) { ++m_booked; });
        const bool isDone =
            QTest::qWaitFor([&] { return m_booked == 1 && backend.exceptions({})->total == open; }, 20'000);
        return isDone ? m_invoices.load() : -1;
    }

    std::atomic<int> m_invoices{0};
    std::atomic<int> m_booked{0};
};

void TestPolicyChange::afterOneTryAPersonIsAskedAsSoonAsThePolicySaysSo()
{
    const QTemporaryDir temporary;
    const std::filesystem::path folder = temporary.path().toStdString();
    const LoopbackPeer peer([this](const std::string& request) { return answer(request); });
    const nlohmann::json system{{"name", "mock"}, {"kind", "erp"}, {"url", peer.url()}};
    std::ofstream(folder / "network.json") << nlohmann::json{{"systems", {system}}}.dump();
    const auto backend = makeLocalBackend({.store = folder / "store.db"});
    const RunSetup setup{.network = folder / "network.json", .process = "bench", .hasGateway = false};
    QVERIFY(backend->start(setup).has_value());
    QCOMPARE(invoicesOf(*backend, "FOUR", 1), 4);

    const auto saved =
        backend->savePolicies({.edits = {{"bench", "maxTries", "1"}, {"bench", "recoverWithin", "25m"}},
                               .actor = "ann",
                               .reason = "the partner counts each try"});

    QVERIFY2(saved, saved ? "" : saved.error().message.c_str());
    QCOMPARE(invoicesOf(*backend, "ONE", 2), 1);
    const auto queue = backend->exceptions({})->exceptions;
    const auto newest = std::ranges::max_element(queue, {}, &ExceptionView::id);
    QCOMPARE(*newest->dueBy - newest->openedAt, Duration(std::chrono::minutes(25)));
    const ExceptionDetail detail = *backend->exception(newest->id);
    QVERIFY(detail.policy.has_value());
    QCOMPARE(detail.policy->tries, 1);
    QCOMPARE(detail.policy->maxTries, 1);
    QCOMPARE(detail.policy->recoverWithin, Duration(std::chrono::minutes(25)));

    backend->stop(); // and so after a start
    QVERIFY(backend->start(setup).has_value());
    QCOMPARE(invoicesOf(*backend, "AGAIN", 3), 1);
}

QTEST_GUILESS_MAIN(TestPolicyChange)
#include "tst_policy_change.moc"
