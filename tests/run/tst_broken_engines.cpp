// SPDX-License-Identifier: GPL-3.0-or-later
#include <QJsonArray>
#include <QTemporaryDir>
#include <QTest>

#include "tests/run/program_run.h"

using namespace milepost::test;

/// The judge is judged: engines that are broken on purpose must fail.
class TestBrokenEngines : public QObject {
    Q_OBJECT

private slots:
    void aBrokenEngineFails_data()
    {
        QTest::addColumn<QString>("engine");
        QTest::newRow("sends each call twice") << QStringLiteral("milepostctl_sends_twice");
        QTest::newRow("drops answers and asks again") << QStringLiteral("milepostctl_drops_reply");
        QTest::newRow("forgets its key at the second attempt") << QStringLiteral("milepostctl_forgets_key");
    }

    void aBrokenEngineFails()
    {
        QFETCH(QString, engine);
        const QTemporaryDir folder;
        const Ended run =
            runHeadless(engine, folder.path(),
                        {QStringLiteral("--orders"), QStringLiteral("60"), QStringLiteral("--faults"),
                         QStringLiteral("heavy"), QStringLiteral("--seed"), QStringLiteral("2")});

        QCOMPARE(run.exitCode, 1);
        const QJsonObject result = run.json();
        const bool isSeen = figure(result, "agreement", "repeatedEffects") > 0 ||
                            figure(result, "agreement", "lostEffects") > 0 ||
                            !result.value(QLatin1String("agreement"))
                                 .toObject()
                                 .value(QLatin1String("differences"))
                                 .toArray()
                                 .isEmpty();
        QVERIFY2(isSeen, run.out.constData());
    }
};

QTEST_GUILESS_MAIN(TestBrokenEngines)
#include "tst_broken_engines.moc"
