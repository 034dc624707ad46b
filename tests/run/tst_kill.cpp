// SPDX-License-Identifier: GPL-3.0-or-later
#include <QJsonArray>
#include <QTemporaryDir>
#include <QTest>

#include "tests/run/program_run.h"

#include <random>

using namespace milepost::test;

/// The engine is killed at random instants of a heavy run and goes on as if nothing had happened.
class TestKill : public QObject {
    Q_OBJECT

private slots:
    void ahundredKillsLoseNothingAndRepeatNothing()
    {
        constexpr int kills = 110;
        const QTemporaryDir folder;
        const QString networkFile = folder.filePath(QStringLiteral("network.json"));
        QProcess network;
        network.start(program(QStringLiteral("milepost-network")),
                      {QStringLiteral("--dir"), folder.filePath(QStringLiteral("network")),
                       QStringLiteral("--orders"), QStringLiteral("120"), QStringLiteral("--seed"),
                       QStringLiteral("7"), QStringLiteral("--faults"), QStringLiteral("heavy"),
                       QStringLiteral("--no-wait")});
        QVERIFY(network.waitForStarted());
        QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(networkFile), 20000);

        std::mt19937 random(20261123);
        std::uniform_int_distribution<int> lifetime(60, 900); // ms; the start takes some 30
        int killed = 0;
        while (killed < kills) {
            QProcess engine;
            engine.start(program(QStringLiteral("milepostctl")),
                         {QStringLiteral("--store"), folder.filePath(QStringLiteral("store.db")),
                          QStringLiteral("run"), QStringLiteral("--network"), networkFile,
                          QStringLiteral("--until"), QStringLiteral("600")});
            QVERIFY(engine.waitForStarted());
            const bool endedByItself = engine.waitForFinished(lifetime(random));
            QVERIFY2(!endedByItself, engine.readAllStandardError().constData());
            engine.kill(); // SIGKILL
            engine.waitForFinished();
            ++killed;
        }

        const Ended last = runHeadless(QStringLiteral("milepostctl"), folder.path(), {});
        network.kill();
        network.waitForFinished();
        QVERIFY2(last.exitCode == 0, (last.err.right(2000) + last.out.left(4000)).constData());
        const QJsonObject result = last.json();
        QCOMPARE(figure(result, "agreement", "ordersEmitted"), 120);
        QCOMPARE(figure(result, "agreement", "ordersCompared"), 120);
        QCOMPARE(figure(result, "agreement", "repeatedEffects"), 0);
        QCOMPARE(figure(result, "agreement", "lostEffects"), 0);
    }
};

QTEST_GUILESS_MAIN(TestKill)
#include "tst_kill.moc"
