// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "backend/contracts/duration_text.h"
#include "backend/contracts/policy_draft.h"
#include "backend/contracts/policy_file.h"

using namespace milepost;

namespace {

constexpr std::string_view twoRows = R"({"about": "kept", "policies": [
    {"name": "normal", "maxTries": 8, "baseDelay": "10s", "maxDelay": "15m"},
    {"name": "critical", "criticality": "critical", "recoverWithin": "1h"}],
  "objectives": [{"event": "absence", "recoverWithin": "2h"}]})";

} // namespace

/// Rows of policies as people change them: what differs, and what cannot be.
class TestPolicyDraft : public QObject {
    Q_OBJECT

private slots:
    void anEditIsOneDifference();
    void theSameInOtherWordsIsNoDifference();
    void theTextKeepsItsWordsAndOrder();
    void aProblemNamesRowAndField_data();
    void aProblemNamesRowAndField();
    void eachWrongEditIsNamedAndTheRestIsKept();
    void fieldsThatHangTogetherAreJudgedTogether();
    void anObjectiveIsMadeAndTakenOut();
    void durationsAreWrittenShort();
};

void TestPolicyDraft::anEditIsOneDifference()
{
    const PolicyDraft draft = draftOf(twoRows, std::vector<PolicyEdit>{{"critical", "maxTries", "1"}});

    QVERIFY(draft.problems.empty());
    QCOMPARE(draft.policies.find("critical").maxTries, 1);
    const auto differences = differencesOf(*parsePolicies(twoRows), draft.policies);
    QCOMPARE(differences, (std::vector<PolicyDifference>{{"critical", "maxTries", "8", "1"}}));
}

void TestPolicyDraft::theSameInOtherWordsIsNoDifference()
{
    const PolicyDraft draft = draftOf(twoRows, std::vector<PolicyEdit>{{"normal", "maxDelay", "900s"},
                                                                       {"critical", "recoverWithin", "60m"}});

    QVERIFY(differencesOf(*parsePolicies(twoRows), draft.policies).empty());
}

void TestPolicyDraft::theTextKeepsItsWordsAndOrder()
{
    const PolicyDraft draft = draftOf(twoRows, std::vector<PolicyEdit>{{"critical", "owner", "night shift"}});

    QVERIFY(draft.text.find("kept") < draft.text.find("\"normal\""));
    QVERIFY(draft.text.find("\"normal\"") < draft.text.find("\"critical\""));
    QCOMPARE(draft.policies.find("critical").owner, std::string("night shift"));
    QCOMPARE(draftOf(twoRows, {}).text, std::string(twoRows));
}

void TestPolicyDraft::aProblemNamesRowAndField_data()
{
    QTest::addColumn<QString>("row");
    QTest::addColumn<QString>("field");
    QTest::addColumn<QString>("value");
    QTest::addColumn<QString>("said");
    const auto row = [](const char* of, const char* field, const char* value, const char* said) {
        QTest::newRow(qPrintable(
            QStringLiteral("%1 %2 %3").arg(QLatin1String(of), QLatin1String(field), QLatin1String(value))))
            << QString::fromUtf8(of) << QString::fromUtf8(field) << QString::fromUtf8(value)
            << QString::fromUtf8(said);
    };
    row("normal", "maxTries", "0", "must be a whole number from 1 to 1000");
    row("normal", "maxTries", "-3", "must be a whole number from 1 to 1000");
    row("normal", "maxTries", "many", "must be a whole number from 1 to 1000");
    row("normal", "maxUndoTries", "-1", "must be a whole number from 0 to 1000");
    row("normal", "breakerFailures", "0", "must be a whole number from 1 to 1000");
    row("normal", "recoverWithin", "-4h", "must be a duration such as 500ms, 60s, 5m, 24h or 2d");
    row("normal", "recoverWithin", "0s", "must be longer than nothing");
    row("normal", "probeAfter", "soon", "must be a duration such as 500ms, 60s, 5m, 24h or 2d");
    row("normal", "deadline", "0ms", "must be longer than nothing");
    row("normal", "criticality", "huge", "must be critical, high, normal or low, not \"huge\"");
    row("normal", "unknown", "maybe", "must be atMostOnce or atLeastOnce, not \"maybe\"");
    row("normal", "retries", "3", "is not known here");
    row("normal", "name", "other", "the name of a row stays as it is");
    row("nobody", "maxTries", "3", "there is no policy 'nobody'; there are normal, critical");
    row("event:absence", "maxTries", "3", "is not known here");
    row("event:absence", "recoverWithin", "0h", "must be longer than nothing");
    row("event:silence", "recoverWithin", "2h",
        "event is no class of exceptions: \"silence\"; there are transientExhausted, businessRule, "
        "validation, contract, unknownStatus, unknownOutcome, mismatch, absence, compensationIncomplete, "
        "internal");
}

void TestPolicyDraft::aProblemNamesRowAndField()
{
    QFETCH(QString, row);
    QFETCH(QString, field);
    QFETCH(QString, value);
    QFETCH(QString, said);

    const PolicyDraft draft = draftOf(
        twoRows, std::vector<PolicyEdit>{{row.toStdString(), field.toStdString(), value.toStdString()}});

    QCOMPARE(draft.problems.size(), std::size_t{1});
    QCOMPARE(QString::fromStdString(draft.problems.front().row), row);
    QCOMPARE(QString::fromStdString(draft.problems.front().field), field);
    QCOMPARE(QString::fromStdString(draft.problems.front().message), said);
    QVERIFY(differencesOf(*parsePolicies(twoRows), draft.policies).empty());
}

void TestPolicyDraft::eachWrongEditIsNamedAndTheRestIsKept()
{
    const PolicyDraft draft = draftOf(twoRows, std::vector<PolicyEdit>{{"normal", "maxTries", "0"},
                                                                       {"normal", "breakerFailures", "3"},
                                                                       {"critical", "deadline", "never"}});

    QCOMPARE(draft.problems.size(), std::size_t{2});
    QCOMPARE(draft.policies.find("normal").breakerFailures, 3);
    QCOMPARE(draft.policies.find("normal").maxTries, 8);
}

void TestPolicyDraft::fieldsThatHangTogetherAreJudgedTogether()
{
    const PolicyEdit longer{"normal", "baseDelay", "1h"};

    const PolicyDraft alone = draftOf(twoRows, std::vector<PolicyEdit>{longer});
    const PolicyDraft both = draftOf(twoRows, std::vector<PolicyEdit>{longer, {"normal", "maxDelay", "2h"}});

    QCOMPARE(alone.problems.size(), std::size_t{1});
    QCOMPARE(alone.problems.front().field, std::string("baseDelay"));
    QCOMPARE(alone.problems.front().message, std::string("maxDelay is shorter than baseDelay"));
    QVERIFY(both.problems.empty());
}

void TestPolicyDraft::anObjectiveIsMadeAndTakenOut()
{
    const PolicyDraft made =
        draftOf(twoRows, std::vector<PolicyEdit>{{"event:absence/post", "recoverWithin", "8h"},
                                                 {"event:absence/post", "owner", "transport"}});
    const PolicyDraft taken =
        draftOf(made.text, std::vector<PolicyEdit>{{"event:absence", "recoverWithin", ""}});

    QVERIFY(made.problems.empty() && taken.problems.empty());
    const auto due = [](const PolicySet& set, const char* step) {
        const Responsibility who =
            set.responsibility(ExceptionClass::Absence, step, set.find("critical"), "finance");
        return durationWord(who.recoverWithin) + " " + who.owner;
    };
    QCOMPARE(due(made.policies, "post"), std::string("8h transport"));
    QCOMPARE(due(made.policies, "release"), std::string("2h finance"));
    QCOMPARE(due(taken.policies, "release"), std::string("1h finance"));
    QCOMPARE(due(taken.policies, "post"), std::string("8h transport"));
}

void TestPolicyDraft::durationsAreWrittenShort()
{
    for (const char* text : {"1ms", "500ms", "90s", "60s", "15m", "36h", "2d", "0s"}) {
        const auto duration = readDuration(text);
        QVERIFY(duration);
        QCOMPARE(readDuration(durationWord(*duration)), duration);
    }
    QCOMPARE(durationWord(*readDuration("60s")), std::string("1m"));
    QCOMPARE(durationWord(*readDuration("90s")), std::string("90s"));
}

QTEST_GUILESS_MAIN(TestPolicyDraft)
#include "tst_policy_draft.moc"
