// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "backend/contracts/policy_file.h"
#include "backend/contracts/process_file.h"

using namespace milepost;

class TestProcessFile : public QObject {
    Q_OBJECT

private slots:
    void readsSteps();
    void readsPolicies();
    void wrongProcessesAreRefused_data();
    void wrongProcessesAreRefused();
    void wrongPoliciesAreRefused_data();
    void wrongPoliciesAreRefused();
    void wrongObjectivesAreRefusedByName_data();
    void wrongObjectivesAreRefusedByName();
};

void TestProcessFile::readsSteps()
{
    const auto process = parseProcess(R"({"name": "p", "steps": [
        {"name": "tax", "capability": "tax.commit", "booking": "tax", "policy": "high", "team": "finance"},
        {"name": "release", "capability": "fulfillment.release", "unit": "fulfillment", "booking": "release", "repeated": true, "when": ["done tax", "allocated > 0", "!held"],
         "expects": {"what": "shipmentConfirmed", "from": "node", "within": "24h"}}]})",
                                      9);

    QVERIFY2(process, process ? "" : process.error().message.c_str());
    QCOMPARE(process->definition, 9);
    const Step& release = process->steps.at(1);
    QCOMPARE(release.unit, StepUnit::Fulfillment);
    QCOMPARE(release.booking, Booking::Release);
    QCOMPARE(release.when.at(0).argumentStep, 0);
    QCOMPARE(release.when.at(1).left, Figure::Allocated);
    QVERIFY(release.when.at(2).negated);
    QVERIFY(release.isRepeated);
    QCOMPARE(release.expectedWithin, Duration(std::chrono::hours(24)));
}

void TestProcessFile::readsPolicies()
{
    const auto policies = parsePolicies(
        R"({"policies": [{"name": "x", "criticality": "low", "maxTries": 3, "baseDelay": "500ms", "maxDelay": "2m", "deadline": "5s", "unknown": "atLeastOnce"}]})");

    QVERIFY2(policies, policies ? "" : policies.error().message.c_str());
    const Policy& row = policies->find("x");
    QCOMPARE(row.criticality, Criticality::Low);
    QCOMPARE(row.maxTries, 3);
    QCOMPARE(row.baseDelay, Duration(500));
    QCOMPARE(row.maxDelay, Duration(120'000));
    QCOMPARE(row.unknown, UnknownRule::AtLeastOnce);
}

void TestProcessFile::wrongProcessesAreRefused_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("place");
    const auto row = [](const char* name, const char* text, const char* place) {
        QTest::newRow(name) << QString::fromUtf8(text) << QString::fromUtf8(place);
    };
    row("no JSON", R"({"name": )", "byte 10");
    row("an array", "[]", "");
    row("no steps", R"({"name": "p", "steps": []})", "/steps");
    row("unknown member", R"({"name": "p", "stepz": []})", "/stepz");
    row("unknown unit", R"({"name": "p", "steps": [{"name": "a", "unit": "parcel"}]})", "/steps/0/unit");
    row("unknown booking", R"({"name": "p", "steps": [{"name": "a", "booking": "magic"}]})",
        "/steps/0/booking");
    row("unknown word in a condition", R"({"name": "p", "steps": [{"name": "a", "when": "allocatd > 0"}]})",
        "/steps/0/when");
    row("unknown step in a condition", R"({"name": "p", "steps": [{"name": "a", "when": "done b"}]})",
        "/steps/0/when");
    row("two steps of one name", R"({"name": "p", "steps": [{"name": "a"}, {"name": "a"}]})",
        "/steps/1/name");
    row("a name that cannot be sent", R"({"name": "p", "steps": [{"name": "A b"}]})", "/steps/0/name");
    row("an expectation without time",
        R"({"name": "p", "steps": [{"name": "a", "expects": {"what": "delivered", "from": "node"}}]})",
        "/steps/0/expects/within");
}

void TestProcessFile::wrongProcessesAreRefused()
{
    QFETCH(QString, text);
    QFETCH(QString, place);

    const auto process = parseProcess(text.toStdString(), 1);

    QVERIFY(!process);
    QCOMPARE(QString::fromStdString(process.error().place), place);
}

void TestProcessFile::wrongPoliciesAreRefused_data()
{
    QTest::addColumn<QString>("row");
    for (const char* row :
         {R"({"criticality": "low"})", R"({"name": "x", "criticality": "huge"})",
          R"({"name": "x", "maxTries": 0})", R"({"name": "x", "baseDelay": "5"})",
          R"({"name": "x", "baseDelay": "2h", "maxDelay": "1h"})", R"({"name": "x", "deadline": "0s"})",
          R"({"name": "x", "unknown": "maybe"})", R"({"name": "x", "retries": 3})",
          R"({"name": "x"}, {"name": "x"})", R"({"name": "x", "recoverWithin": "0s"})",
          R"({"name": "x", "probeAfter": "-5m"})"})
        QTest::newRow(row) << QString::fromUtf8(row);
}

void TestProcessFile::wrongPoliciesAreRefused()
{
    QFETCH(QString, row);

    QVERIFY(!parsePolicies("{\"policies\": [" + row.toStdString() + "]}"));
}

void TestProcessFile::wrongObjectivesAreRefusedByName_data()
{
    QTest::addColumn<QString>("rows");
    QTest::addColumn<QString>("said");
    QTest::newRow("an unknown event") << R"({"event": "silence", "recoverWithin": "2h"})"
                                      << "event:silence: event is no class of exceptions";
    QTest::newRow("no time") << R"({"event": "absence", "step": "post"})"
                             << "event:absence/post: recoverWithin is missing";
    QTest::newRow("a negative time") << R"({"event": "absence", "recoverWithin": "-2h"})"
                                     << "event:absence: recoverWithin must be a duration";
    QTest::newRow("twice") << R"({"event": "absence", "recoverWithin": "2h"},
                                 {"event": "absence", "recoverWithin": "3h"})"
                           << "event:absence: is there twice";
}

void TestProcessFile::wrongObjectivesAreRefusedByName()
{
    QFETCH(QString, rows);
    QFETCH(QString, said);

    const auto policies =
        parsePolicies("{\"policies\": [{\"name\": \"x\"}], \"objectives\": [" + rows.toStdString() + "]}");

    QVERIFY(!policies);
    const QString message = QString::fromStdString(policies.error().message);
    QVERIFY2(message.startsWith(said), qPrintable(message));
}

QTEST_GUILESS_MAIN(TestProcessFile)
#include "tst_process_file.moc"
