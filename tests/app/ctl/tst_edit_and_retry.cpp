// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTemporaryDir>
#include <QTest>

#include "app/ctl/idle_watch.h"
#include "app/measure/bench_orders.h"
#include "backend/service/local_backend.h"
#include "backend/store/store.h"
#include "tests/backend/connectors/loopback_peer.h"

#include <nlohmann/json.hpp>

#include <atomic>
#include <fstream>

using namespace milepost;
using milepost::test::LoopbackPeer;

namespace {

constexpr int orderCount = 3;
constexpr const char* postalCode = "/shipTo/postalCode";

const EditableField* fieldOf(const std::vector<EditableField>& fields, const std::string& path)
{
    const auto at = std::ranges::find(fields, path, &EditableField::path);
    return at == fields.end() ? nullptr : &*at;
}

} // namespace

/// "Edit and retry" as console and command line have it, against a partner that accepts no order without the
/// postal code that it knows.
class TestEditAndRetry : public QObject {
    Q_OBJECT
private slots:
    void init();
    void cleanup();
    void whatMayBeChangedIsListedWithItsReasons();
    void aPlanShowsTheDifferenceAndSendsNothing();
    void whatIsEditedGoesThroughAndIsVerified();
    void whatIsRefusedAgainHasFailed();
    void anItemThatIsClosedMeanwhileIsSkipped();
    void aProtectedPathIsRefusedByName();
    void anEditNeedsAValueAndAReason();
    void ofManyOnlyWhatIsOfNoPersonIsEditedAtOnce();
    void whatWasDoneWithOtherDataIsNamed();
    void valuesOfPersonsDoNotStayInThePlan();
    void severalAreNamedOneByOne();

private:
    LoopbackPeer::Answer answer(const std::string& request)
    {
        ++m_requests;
        const bool isKnown = m_isLenient || request.find(R"("postal":"10115")") != std::string::npos;
        if (m_isLenient && request.find("/notify") != std::string::npos)
            return LoopbackPeer::json(R"({"error": "address", "message": "no such mailbox"})",
                                      "422 Unprocessable Entity");
        if (request.find("/erp/accept") != std::string::npos && !isKnown)
            return LoopbackPeer::json(R"({"error": "postcode", "message": "no such postal code"})",
                                      "422 Unprocessable Entity");
        return LoopbackPeer::json(R"({"id": "R-1", "status": "accepted"})");
    }
    void waitUntilQuiet()
    {
        QTRY_VERIFY_WITH_TIMEOUT(m_booked == orderCount && isQuiet(m_backend->engineStatus()), 20'000);
    }
    Result<PlanView> plan(const std::string& selector, std::vector<FieldEdit> edits,
                          const std::string& reason = "the customer called")
    {
        return m_backend->plan({.action = "edit",
                                .selector = selector,
                                .actor = "ann",
                                .reason = reason,
                                .edits = std::move(edits)});
    }
    OutcomeView apply(std::int64_t plan)
    {
        const auto outcome = m_backend->apply(
            {.planId = plan, .perSecond = 0, .wait = Duration(15'000), .actor = "ann"}, {}, {});
        return outcome ? *outcome : OutcomeView{};
    }

    std::atomic<bool> m_isLenient{false}; ///< accepts all, but tells no customer
    std::atomic<int> m_requests{0};
    std::atomic<int> m_booked{0};
    std::unique_ptr<QTemporaryDir> m_folder{};
    std::unique_ptr<LoopbackPeer> m_peer{};
    std::unique_ptr<Backend> m_backend{};
};

void TestEditAndRetry::init()
{
    m_isLenient = false;
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
    for (const std::string& order : benchOrders("EDT", orderCount))
        m_backend->submit("mock", order, [this](const IngestedDocument&) { ++m_booked; });
    waitUntilQuiet();
    QCOMPARE(m_backend->exceptions({})->total, orderCount);
}

void TestEditAndRetry::cleanup()
{
    m_backend.reset();
    m_peer.reset();
}

void TestEditAndRetry::whatMayBeChangedIsListedWithItsReasons()
{
    const auto fields = m_backend->editable(1);

    QVERIFY(fields.has_value());
    QVERIFY(fieldOf(*fields, postalCode)->lockedBy.empty());
    QVERIFY(!fieldOf(*fields, postalCode)->value.empty());
    QVERIFY(fieldOf(*fields, "/lines/1/sku")->lockedBy.empty());
    for (const char* path : {"/orderNo", "/channel", "/currency", "/lines/1/unit"})
        QVERIFY(!fieldOf(*fields, path)->lockedBy.empty());
    QCOMPARE(m_backend->editable(999).error().kind, ErrorKind::NotFound);
}

void TestEditAndRetry::aPlanShowsTheDifferenceAndSendsNothing()
{
    const int before = m_requests;
    const std::string old = fieldOf(*m_backend->editable(1), postalCode)->value;

    const auto plan = this->plan("exception:1", {{postalCode, "10115"}});

    QVERIFY(plan.has_value());
    QCOMPARE(plan->items, 1);
    QCOMPARE(plan->callsToMake, 1);
    const std::vector<FieldChange> changes{{postalCode, old, "10115"}};
    QVERIFY(plan->list.front().changes == changes);
    QCOMPARE(int(m_requests), before);
}

void TestEditAndRetry::whatIsEditedGoesThroughAndIsVerified()
{
    const OutcomeView outcome = apply(plan("exception:1", {{postalCode, "10115"}})->planId);

    QCOMPARE(outcome.items, 1);
    QVERIFY2(outcome.verified == 1, outcome.list.empty() ? "" : outcome.list.front().detail.c_str());
    QTRY_COMPARE(m_backend->exceptions({})->total, orderCount - 1);
    waitUntilQuiet();
    const auto order = m_backend->order(outcome.list.front().orderNo);
    QCOMPARE(findParty(*order->content, "shipTo")->postalCode, std::string("10115"));
    m_backend->stop();
    const auto proof = m_backend->verify(false, {}, {});
    QVERIFY(proof.has_value() && proof->ok);
}

void TestEditAndRetry::whatIsRefusedAgainHasFailed()
{
    const OutcomeView outcome = apply(plan("exception:1", {{postalCode, "10116"}})->planId);

    QCOMPARE(outcome.failed, 1);
    QCOMPARE(m_backend->exceptions({})->total, orderCount);
}

void TestEditAndRetry::anItemThatIsClosedMeanwhileIsSkipped()
{
    const std::int64_t first = plan("exception:1", {{postalCode, "10115"}})->planId;
    const std::int64_t second = plan("exception:1", {{"/note", "ring twice"}})->planId;
    QCOMPARE(apply(first).verified, 1);

    const OutcomeView outcome = apply(second);

    QCOMPARE(outcome.skipped, 1);
    QVERIFY(outcome.list.front().detail.starts_with("moved on since the plan"));
}

void TestEditAndRetry::aProtectedPathIsRefusedByName()
{
    const auto plan = this->plan("exception:1", {{"/currency", "EUR"}});

    QVERIFY(!plan.has_value());
    QCOMPARE(plan.error().kind, ErrorKind::InvalidInput);
    QVERIFY(plan.error().message.starts_with("/currency may not be changed"));
}

void TestEditAndRetry::anEditNeedsAValueAndAReason()
{
    QCOMPARE(plan("exception:1", {}).error().kind, ErrorKind::InvalidInput);
    QCOMPARE(plan("exception:1", {{postalCode, "10115"}}, "").error().kind, ErrorKind::InvalidInput);
    QCOMPARE(plan("exception:1", {{"/priority", "high"}}).error().kind, ErrorKind::InvalidInput);
}

void TestEditAndRetry::ofManyOnlyWhatIsOfNoPersonIsEditedAtOnce()
{
    QVERIFY(!plan("all", {{postalCode, "10115"}}).has_value());

    const auto plan = this->plan("all", {{"/service", "OVERNIGHT"}});

    QVERIFY(plan.has_value());
    QCOMPARE(plan->items, orderCount);
}

void TestEditAndRetry::whatWasDoneWithOtherDataIsNamed()
{
    m_isLenient = true;
    const auto retry = m_backend->plan({.action = "retry", .selector = "exception:1", .actor = "ann"});
    QCOMPARE(apply(retry->planId).verified, 1);
    waitUntilQuiet();
    const auto stuck = m_backend->exceptions({});
    const auto notify = std::ranges::find(stuck->exceptions, std::string("notify"), &ExceptionView::step);
    QVERIFY(notify != stuck->exceptions.end());
    const std::string selector = "exception:" + std::to_string(notify->id);

    const auto helps = plan(selector, {{"/shipTo/email", "ann@example.test"}});
    const auto shipped = plan(selector, {{postalCode, "10115"}});

    QVERIFY2(helps.has_value(), helps ? "" : helps.error().message.c_str());
    QCOMPARE(helps->differences, 1); // the ERP was told the old one
    QVERIFY(helps->list.front().detail.find("erp-accept was done at mock with the old data") !=
            std::string::npos);
    QVERIFY(!shipped.has_value()); // goods have left
    QVERIFY(shipped.error().message.find("goods have left") != std::string::npos);
}

void TestEditAndRetry::valuesOfPersonsDoNotStayInThePlan()
{
    const std::int64_t id = plan("exception:1", {{postalCode, "10115"}, {"/note", "ring twice"}})->planId;
    QCOMPARE(apply(id).verified, 1);
    waitUntilQuiet();
    m_backend->stop();

    const auto store = Store::open(std::filesystem::path(m_folder->path().toStdString()) / "store.db");

    QVERIFY(store.has_value());
    const std::string summary = (*store)->plan(id)->summary;
    QVERIFY(summary.find("ring twice") != std::string::npos);
    QVERIFY(summary.find(postalCode) != std::string::npos);
    QVERIFY(summary.find("10115") == std::string::npos);
}

void TestEditAndRetry::severalAreNamedOneByOne()
{
    const auto retry = [&](const std::string& selector) {
        return m_backend->plan({.action = "retry", .selector = selector, .actor = "ann"});
    };
    const auto byId = retry("exceptions:1,3,1");
    QVERIFY2(byId.has_value(), byId ? "" : byId.error().message.c_str());
    QCOMPARE(byId->items, 2);
    const auto byNo = retry("orders:EDT-000000,EDT-000002");
    QVERIFY2(byNo.has_value(), byNo ? "" : byNo.error().message.c_str());
    QCOMPARE(byNo->items, 2);
    QCOMPARE(retry("exceptions:1,99").error().kind, ErrorKind::NotFound);
    apply(plan("exception:1", {{postalCode, "10115"}})->planId);

    const auto later = retry("exceptions:1,2");

    QVERIFY2(later.has_value(), later ? "" : later.error().message.c_str());
    QCOMPARE(later->items, 2);
    QCOMPARE(later->list.front().state, std::string("skipped"));
    QCOMPARE(later->callsToMake, 1);
}

QTEST_GUILESS_MAIN(TestEditAndRetry)
#include "tst_edit_and_retry.moc"
