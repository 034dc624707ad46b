// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTemporaryDir>
#include <QTest>

#include "backend/core/packed.h"
#include "backend/domain/milestone.h"
#include "backend/domain/order_fields.h"
#include "backend/store/store.h"
#include "backend/store/verify.h"
#include "store_samples.h"

#include <algorithm>

using namespace milepost;
using namespace milepost::samples;
namespace fs = std::filesystem;

class TestVerify : public QObject {
    Q_OBJECT

private slots:
    void init();
    void aGoodStoreIsProven();
    void aStateInAnOlderFormIsProven();
    void damageIsFound_data();
    void damageIsFound();
    void damageOfAnOldOrderEscapesAQuickRunButNotAFullOne();
    void aQuickRunFindsDamageOfANewOrder();
    void aStoppedRunGoesOnWhereItEnded();
    void progressReachesItsEnd();
    void itProvesUnderARunningOwner();

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    fs::path m_file;
};

namespace {

/// The names of the checks that failed, joined by commas; "error: …" when it could not run.
QString failures(const Result<VerifyReport>& report)
{
    if (!report) return QString::fromStdString("error: " + report.error().message);
    std::string names;
    for (const VerifyCheck& check : report->checks) {
        if (!check.ok) names += (names.empty() ? "" : ", ") + check.name;
    }
    return QString::fromStdString(names);
}

AuditRow audit(int number)
{
    return {.at = Timestamp(Duration(number)),
            .actor = "ada",
            .action = "retry",
            .target = std::to_string(number)};
}

} // namespace

void TestVerify::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_file = storeFile(*m_folder);
    const auto store = openStore(m_file);
    Batch batch;
    for (std::int64_t id = 1; id <= 12; ++id)
        batch.changes.push_back(arrival({id}));
    batch.changes.push_back(trouble({3}));
    batch.changes.back().audit = {audit(1), audit(2), audit(3)};
    store->commit(batch);
}

void TestVerify::aGoodStoreIsProven()
{
    const auto report = verifyStore(m_file);

    QCOMPARE(failures(report), QString());
    QVERIFY(report->ok && report->isComplete);
    QCOMPARE(report->lastOrder, OrderId{12});
}

void TestVerify::aStateInAnOlderFormIsProven()
{
    const auto store = openStore(m_file);
    const Order order = store->loadOrder({4})->state;
    PackWriter older(1);
    older.put(order);
    store->commit(Batch{.changes = {Change{.state = StateRow{.id = order.id,
                                                             .facts = order.facts,
                                                             .isOpen = !isClosed(order),
                                                             .milestones = fullMilestones(order),
                                                             .packedState = older.bytes()}}}});

    QCOMPARE(failures(verifyStore(m_file)), QString());
}

void TestVerify::damageIsFound_data()
{
    QTest::addColumn<QString>("damage");
    QTest::addColumn<QString>("found");
    const auto row = [](const char* name, const std::string& damage, const std::string& found) {
        QTest::newRow(name) << QString::fromStdString(damage) << QString::fromStdString(found);
    };
    const std::string openFacts = "DROP TRIGGER fact_never_goes; DROP TRIGGER fact_never_changes; ";
    const std::string openAudit = "DROP TRIGGER audit_never_goes; DROP TRIGGER audit_never_changes; ";

    row("a changed byte of a state",
        "UPDATE order_state SET state = CAST(substr(state, 1, 20) || x'ff' || substr(state, 22) AS BLOB) "
        "WHERE order_id = "
        "5",
        "state equals the fold of facts");
    row("a deleted fact row", openFacts + "DELETE FROM fact WHERE order_id = 3 AND first_seq = 4",
        "state equals the fold of facts, facts without gaps");
    row("a first fact row deleted", openFacts + "DELETE FROM fact WHERE order_id = 3 AND first_seq = 1",
        "state equals the fold of facts, facts without gaps, milestones, counters equal counts");
    row("a fact of no order", "INSERT INTO fact VALUES (999, 77, 1, 1, 0, x'00')", "facts belong to orders");
    row("a wrong counter", "UPDATE counter SET value = value + 1 WHERE kind = 'effectState'",
        "counters equal counts");
    row("a missing counter", "DELETE FROM counter WHERE kind = 'milestone'", "counters equal counts");
    row("a wrong exception counter", "UPDATE counter SET value = 2 WHERE kind = 'exceptionClass'",
        "counters equal counts");
    row("a wrong milestone column", "UPDATE order_state SET milestones = 512 WHERE order_id = 4",
        "milestones");
    row("a missing reference", "DELETE FROM external_reference WHERE value = 'PO-7'",
        "external references, search");
    row("a search without its row", "INSERT INTO search (search) VALUES ('delete-all')", "search");
    row("a reference of no order", "INSERT INTO external_reference VALUES (999, 77, 'po', 'X', '', 0)",
        "references belong to orders");
    row("a missing payload", "DELETE FROM payload WHERE id = 60", "payloads of facts");
    row("a changed payload", "UPDATE payload SET body = x'00' WHERE id = 60", "payloads");
    row("a message of no order", "UPDATE inbox SET order_id = 77 WHERE id = 2", "inbox");
    row("a changed audit entry", openAudit + "UPDATE audit SET actor = 'eve' WHERE id = 2", "audit chain");
    row("a changed word of what was before",
        openAudit + "UPDATE audit SET before = 'maxTries 1' WHERE id = 2", "audit chain");
    row("a deleted audit entry", openAudit + "DELETE FROM audit WHERE id = 2", "audit chain");
    row("audit entries cut off at the end", openAudit + "DELETE FROM audit WHERE id = 3", "audit chain");
    row("an audit without its end", "DELETE FROM audit_end", "audit chain");
    row("an audit that was emptied", openAudit + "DELETE FROM audit; DELETE FROM audit_end", "audit chain");
}

void TestVerify::damageIsFound()
{
    QFETCH(QString, damage);
    QFETCH(QString, found);

    tamper(m_file, damage.toStdString());

    QCOMPARE(failures(verifyStore(m_file)), found);
}

void TestVerify::damageOfAnOldOrderEscapesAQuickRunButNotAFullOne()
{
    QCOMPARE(failures(verifyStore(m_file)), QString());
    QVERIFY(fs::exists(fs::path(m_file) += ".verified"));
    tamper(m_file, "UPDATE payload SET body = x'00' WHERE id = 60");

    QCOMPARE(failures(verifyStore(m_file, {.quick = true})), QString());
    QCOMPARE(failures(verifyStore(m_file)), QStringLiteral("payloads"));
}

void TestVerify::aQuickRunFindsDamageOfANewOrder()
{
    QCOMPARE(failures(verifyStore(m_file)), QString());
    openStore(m_file)->commit(batchOf({arrival({13})}));
    tamper(m_file, "UPDATE order_state SET milestones = 512 WHERE order_id = 13");
    tamper(m_file, "UPDATE payload SET body = x'00' WHERE id = 130");

    QCOMPARE(failures(verifyStore(m_file, {.quick = true})),
             QStringLiteral("milestones, payloads, counters equal counts"));
}

void TestVerify::aStoppedRunGoesOnWhereItEnded()
{
    tamper(m_file, "UPDATE order_state SET milestones = 512 WHERE order_id = 9");
    std::stop_source stop;
    VerifyOptions options{.ordersPerTransaction = 4};
    options.progress = [&](const VerifyProgress&) { stop.request_stop(); };

    const auto first = verifyStore(m_file, options, stop.get_token());
    const auto second = verifyStore(m_file, {.after = first->lastOrder});

    QVERIFY(!first->isComplete && first->ok);
    QCOMPARE(first->lastOrder, OrderId{4});
    QCOMPARE(failures(second), QStringLiteral("milestones"));
}

void TestVerify::progressReachesItsEnd()
{
    VerifyProgress last;
    VerifyOptions options{.ordersPerTransaction = 5};
    options.progress = [&](const VerifyProgress& progress) { last = progress; };

    QCOMPARE(failures(verifyStore(m_file, options)), QString());

    QVERIFY(last.total > 0);
    QCOMPARE(last.done, last.total);
}

void TestVerify::itProvesUnderARunningOwner()
{
    const auto store = openStore(m_file);
    std::int64_t next = 12;
    VerifyOptions options{.ordersPerTransaction = 3};
    options.progress = [&](const VerifyProgress&) {
        if (next < 60) store->commit(batchOf({arrival({++next})}));
    };

    QCOMPARE(failures(verifyStore(m_file, options)), QString());
    QVERIFY(next > 15);
}

QTEST_GUILESS_MAIN(TestVerify)
#include "tst_verify.moc"
