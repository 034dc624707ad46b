// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTemporaryDir>
#include <QTest>

#include "tests/run/program_run.h"

#include <nlohmann/json.hpp>

using namespace milepost::test;
using nlohmann::json;

namespace {

json documentOf(const Ended& run)
{
    return json::parse(run.out.toStdString(), nullptr, false);
}

} // namespace

/// Recovery judged by the demo network's own books, in whole programs.
class TestRecoveryRuns : public QObject {
    Q_OBJECT

private slots:
    void aSampleOfTheMatrixBreaksNothing()
    {
        const QTemporaryDir dir;
        const Ended run =
            runProgram(QStringLiteral("milepostctl"),
                       {QStringLiteral("bench"), QStringLiteral("matrix"), QStringLiteral("--cells"),
                        QStringLiteral("54"), QStringLiteral("--dir"), dir.filePath(QStringLiteral("run")),
                        QStringLiteral("--json")},
                       800);
        const json document = documentOf(run);
        QVERIFY2(document.is_object(), run.err.constData());
        QVERIFY2(document["list"].empty(), document["list"].dump().c_str());
        QVERIFY2(document["predictions"].empty(), document["predictions"].dump().c_str());
        QVERIFY(document["cells"].get<int>() >= 30);
        QVERIFY(document["acted"].get<int>() >= 10);
        QVERIFY(document["effectsCompared"].get<int>() > 200);
        for (const char* system : {"wms-east", "3pl"}) // faults of files are among them
            QVERIFY2(document["actedBySystem"].value(system, 0) > 0, system);
        QCOMPARE(run.exitCode, 0);
    }

    void whatRandomPlansForeseeIsWhatTheNetworkSees()
    {
        const QTemporaryDir dir;
        const Ended run = runProgram(QStringLiteral("milepostctl"),
                                     {QStringLiteral("bench"), QStringLiteral("plans"),
                                      QStringLiteral("--plans"), QStringLiteral("24"),
                                      QStringLiteral("--seed"), QStringLiteral("3"), QStringLiteral("--dir"),
                                      dir.filePath(QStringLiteral("run")), QStringLiteral("--json")},
                                     800);
        const json document = documentOf(run);
        QVERIFY2(document.is_object(), run.err.constData());
        QVERIFY2(document["list"].empty(), document["list"].dump().c_str());
        QVERIFY(document["plans"].get<int>() >= 24);
        QVERIFY(document["callsSeen"].get<int>() > 0);
        QCOMPARE(document["callsPredicted"].get<int>(),
                 document["callsSeen"].get<int>() + document["callsExcused"].get<int>());
        QCOMPARE(run.exitCode, 0);
    }

    void whatIsRecommendedLeavesOnlyWhatPersonsKnow()
    {
        const QTemporaryDir dir;
        const Ended run =
            runHeadless(QStringLiteral("milepostctl"), dir.filePath(QStringLiteral("run")),
                        {QStringLiteral("--orders"), QStringLiteral("80"), QStringLiteral("--faults"),
                         QStringLiteral("heavy"), QStringLiteral("--seed"), QStringLiteral("2"),
                         QStringLiteral("--speed"), QStringLiteral("1200"), QStringLiteral("--follow"),
                         QStringLiteral("recommended")});
        const json document = documentOf(run);
        QVERIFY2(document.is_object(), run.err.constData());
        for (const char* flaw : {"differences", "repeated", "lost"})
            QVERIFY2(document["agreement"][flaw].empty(), document["agreement"][flaw].dump().c_str());
        QVERIFY(document["followed"]["seen"].get<int>() > 0);
        const double share = document["followed"]["personShare"];
        QVERIFY(share >= 0.0 && share <= 1.0);
        QCOMPARE(run.exitCode, 0);
    }
};

QTEST_GUILESS_MAIN(TestRecoveryRuns)
#include "tst_recovery_runs.moc"
