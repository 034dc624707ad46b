// SPDX-License-Identifier: GPL-3.0-or-later
#include <QDir>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

#include "tests/run/program_run.h"

#include <filesystem>

using namespace milepost::test;

/// The measurement of the window, on a small store made from a run that was there.
class TestBenchGui : public QObject {
    Q_OBJECT

private slots:
    void everyFigureIsMeasuredWhileTheEngineKeepsItsPace()
    {
        const QByteArray stuck = qgetenv("MILEPOST_STUCK");
        if (stuck.isEmpty()) QSKIP("MILEPOST_STUCK names no folder of a headless run");
        const QTemporaryDir folder;
        std::filesystem::copy(stuck.toStdString(), folder.filePath(QStringLiteral("sample")).toStdString(),
                              std::filesystem::copy_options::recursive);
        const Ended run = runProgram(QStringLiteral("milepost"),
                                     {QStringLiteral("--bench"), QStringLiteral("gui"),
                                      QStringLiteral("--orders"), QStringLiteral("3000"),
                                      QStringLiteral("--dir"), folder.path(), QStringLiteral("--json")});
        QVERIFY2(run.exitCode == 0, run.err.constData());
        const QJsonObject figures = run.json();
        for (const char* name :
             {"firstListMs", "pageSwitchMs", "searchMs", "frameP95Ms", "dataMs", "pssMB"}) {
            const double value = figures.value(QLatin1String(name)).toDouble(-1);
            QVERIFY2(value > 0, name);
            QVERIFY2(value < 5000, name); // a busy machine is slow, but not like this
        }
        QVERIFY(figures.value(QLatin1String("engineOrdersPerSecond")).toDouble() > 100);
        QVERIFY(figures.value(QLatin1String("orders")).toInt() > 3000);
    }
};

QTEST_GUILESS_MAIN(TestBenchGui)
#include "tst_bench_gui.moc"
