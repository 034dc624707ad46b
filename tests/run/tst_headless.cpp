// SPDX-License-Identifier: GPL-3.0-or-later
#include <QJsonArray>
#include <QTemporaryDir>
#include <QTest>

#include "tests/run/program_run.h"

using namespace milepost::test;

/// Whole runs against the demo network, judged by its own books.
class TestHeadless : public QObject {
    Q_OBJECT

    static void copiesOfItsOrdersProveThemselves(const QString& folder)
    {
        const QString copies = folder + QStringLiteral("/copies.db");
        const Ended seed =
            runProgram(QStringLiteral("milepostctl"),
                       {QStringLiteral("--store"), copies, QStringLiteral("bench"), QStringLiteral("seed"),
                        QStringLiteral("--orders"), QStringLiteral("1000"), QStringLiteral("--sample"),
                        folder + QStringLiteral("/store.db")});
        QVERIFY2(seed.exitCode == 0, seed.err.constData());

        const Ended verify = runProgram(QStringLiteral("milepostctl"),
                                        {QStringLiteral("--store"), copies, QStringLiteral("verify")});
        const Ended status =
            runProgram(QStringLiteral("milepostctl"), {QStringLiteral("--store"), copies,
                                                       QStringLiteral("--json"), QStringLiteral("status")});

        QVERIFY2(verify.exitCode == 0, verify.out.constData());
        QCOMPARE(status.json().value(QLatin1String("orders")).toInt(), 1000);
    }

private slots:
    void everyOrderIsDeliveredOrHonestlyBackordered()
    {
        const QTemporaryDir folder;
        const Ended run =
            runHeadless(QStringLiteral("milepostctl"), folder.path(),
                        {QStringLiteral("--orders"), QStringLiteral("40"), QStringLiteral("--faults"),
                         QStringLiteral("none"), QStringLiteral("--seed"), QStringLiteral("1")});
        QVERIFY2(run.exitCode == 0, run.err.constData());

        const QJsonObject result = run.json();
        QCOMPARE(figure(result, "agreement", "ordersEmitted"), 40);
        QCOMPARE(figure(result, "agreement", "ordersCompared"), 40);
        QCOMPARE(figure(result, "agreement", "repeatedEffects"), 0);
        QCOMPARE(figure(result, "agreement", "lostEffects"), 0);
        QVERIFY(result.value(QLatin1String("agreement"))
                    .toObject()
                    .value(QLatin1String("differences"))
                    .toArray()
                    .isEmpty());
        QVERIFY(result.value(QLatin1String("verify")).toObject().value(QLatin1String("ok")).toBool());
        const QJsonObject status = result.value(QLatin1String("status")).toObject();
        const int delivered = figure(status, "milestones", "delivered");
        QVERIFY2(delivered >= 38, qPrintable(QString::number(delivered)));
        QCOMPARE(figure(status, "exceptions", "open"), 0);
        copiesOfItsOrdersProveThemselves(folder.path());
    }

    void whatIsHealedGoesThroughAfterRetry()
    {
        const QTemporaryDir folder;
        const QStringList heavy{QStringLiteral("--orders"), QStringLiteral("100"),
                                QStringLiteral("--faults"), QStringLiteral("heavy"),
                                QStringLiteral("--seed"),   QStringLiteral("4")};
        const Ended first = runHeadless(QStringLiteral("milepostctl"), folder.path(), heavy);
        QVERIFY2(first.exitCode == 0, first.err.constData());
        const int rejected =
            figure(first.json().value(QLatin1String("status")).toObject(), "effects", "rejected");
        QVERIFY2(rejected > 0, "the seed rejects nothing: choose another");

        QProcess network;
        network.start(program(QStringLiteral("milepost-network")),
                      {QStringLiteral("--dir"), folder.filePath(QStringLiteral("network"))});
        QVERIFY(network.waitForStarted());
        const Ended healed = healAndRetry(folder.path());
        network.terminate();
        network.waitForFinished();
        QVERIFY2(healed.exitCode == 0, healed.err.constData());

        const Ended second = runHeadless(QStringLiteral("milepostctl"), folder.path(), {});
        QVERIFY2(second.exitCode == 0, second.err.constData());
        QCOMPARE(figure(second.json().value(QLatin1String("status")).toObject(), "effects", "rejected"), 0);
    }

private:
    static Ended healAndRetry(const QString& folder)
    {
        QTest::qWait(2000); // the network writes its file once everything listens
        const QString store = folder + QStringLiteral("/store.db");
        const QString network = folder + QStringLiteral("/network.json");
        QFile file(network);
        if (!file.open(QIODevice::ReadOnly)) return {-1, {}, "no network file"};
        const QString control =
            QJsonDocument::fromJson(file.readAll()).object().value(QLatin1String("control")).toString();
        if (!post(control + QStringLiteral("/control/heal"))) return {-1, {}, "the network did not heal"};
        const Ended plan =
            runProgram(QStringLiteral("milepostctl"),
                       {QStringLiteral("--store"), store, QStringLiteral("--json"), QStringLiteral("plan"),
                        QStringLiteral("retry"), QStringLiteral("all")});
        if (plan.exitCode != 0) return plan;
        const QString id = plan.json().value(QLatin1String("planId")).toVariant().toString();
        return runProgram(QStringLiteral("milepostctl"),
                          {QStringLiteral("--store"), store, QStringLiteral("--json"),
                           QStringLiteral("apply"), id, QStringLiteral("--network"), network,
                           QStringLiteral("--wait"), QStringLiteral("60s")});
    }
};

QTEST_GUILESS_MAIN(TestHeadless)
#include "tst_headless.moc"
