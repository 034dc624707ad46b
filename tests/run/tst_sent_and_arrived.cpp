// SPDX-License-Identifier: GPL-3.0-or-later
#include <QJsonArray>
#include <QTemporaryDir>
#include <QTest>

#include "tests/run/program_run.h"

using namespace milepost::test;

namespace {

QJsonObject systemOf(const QJsonObject& status, const QString& name)
{
    for (const auto& system : status.value(QStringLiteral("systems")).toArray())
        if (system.toObject().value(QStringLiteral("name")) == name) return system.toObject();
    return {};
}

} // namespace

/// Orders that a channel sent and that did not come, in whole programs.
class TestSentAndArrived : public QObject {
    Q_OBJECT

private slots:
    void initTestCase()
    {
        m_network.start(program(QStringLiteral("milepost-network")),
                        {QStringLiteral("--dir"), m_folder.filePath(QStringLiteral("network")),
                         QStringLiteral("--config"), m_folder.filePath(QStringLiteral("network.json")),
                         QStringLiteral("--orders"), QStringLiteral("80"), QStringLiteral("--seed"),
                         QStringLiteral("4"), QStringLiteral("--faults"), QStringLiteral("none"),
                         QStringLiteral("--speed"), QStringLiteral("1800")});
        QTRY_VERIFY_WITH_TIMEOUT(!control().isEmpty(), 20'000);
    }

    void cleanupTestCase()
    {
        m_network.terminate();
        m_network.waitForFinished(10'000);
    }

    /// A part of each channel's orders is lost for good; each of them says that they were sent.
    void whatWasLostIsMissed()
    {
        QByteArray faults = R"({"faults": [)";
        for (const char* fault :
             {R"({"system": "portal", "reference": "PB-*")", R"({"system": "crm", "reference": "CRM-*")",
              R"({"system": "edi", "reference": "4*")"})
            faults += (faults.endsWith('[') ? QByteArray() : QByteArray(",")) + fault +
                      R"(, "operation": "news", "kind": "lost"})";
        QVERIFY(post(control() + QStringLiteral("/control/force"), faults + "]}"));
        QVERIFY(post(control() + QStringLiteral("/control/start")));

        const Ended run = runFor(16);

        QCOMPARE(run.exitCode, 0);
        for (const char* name : {"portal", "crm", "edi"}) {
            QVERIFY2(figure(systemOf(run.json(), QLatin1String(name)), "counts", "said") > 0, name);
            QCOMPARE(figure(systemOf(run.json(), QLatin1String(name)), "counts", "arrived"), 0);
            QCOMPARE(missed(QLatin1String(name)), 1);
        }
        const QJsonObject shop = systemOf(run.json(), QStringLiteral("shop"));
        QVERIFY(figure(shop, "counts", "said") >= 0);
        QCOMPARE(figure(shop, "counts", "arrived"), figure(shop, "counts", "said"));
        QCOMPARE(missed(QStringLiteral("shop")), 0);
    }

    void whenItHasComeNothingIsMissed()
    {
        QVERIFY(post(control() + QStringLiteral("/control/heal")));

        const Ended run = runFor(8);

        QCOMPARE(run.exitCode, 0);
        for (const char* name : {"portal", "crm", "edi", "shop"}) {
            const QJsonObject system = systemOf(run.json(), QLatin1String(name));
            QCOMPARE(figure(system, "counts", "arrived"), figure(system, "counts", "said"));
            QCOMPARE(missed(QLatin1String(name)), 0);
        }
        QCOMPARE(ask({QStringLiteral("status")}).value(QStringLiteral("orders")).toInt(), 80);
    }

private:
    QString control() const
    {
        QFile file(m_folder.filePath(QStringLiteral("network.json")));
        if (!file.open(QIODevice::ReadOnly)) return {};
        return QJsonDocument::fromJson(file.readAll()).object().value(QStringLiteral("control")).toString();
    }

    QStringList words(const QStringList& more) const
    {
        return QStringList{QStringLiteral("--store"), m_folder.filePath(QStringLiteral("store.db")),
                           QStringLiteral("--json")} +
               more;
    }

    Ended runFor(int seconds) const
    {
        return runProgram(QStringLiteral("milepostctl"),
                          words({QStringLiteral("run"), QStringLiteral("--network"),
                                 m_folder.filePath(QStringLiteral("network.json")), QStringLiteral("--until"),
                                 QString::number(seconds)}));
    }

    QJsonObject ask(const QStringList& more) const
    {
        return runProgram(QStringLiteral("milepostctl"), words(more)).json();
    }

    /// Open exceptions that say that orders of that system are missing.
    int missed(const QString& system) const
    {
        int count = 0;
        const QJsonObject queue =
            ask({QStringLiteral("exceptions"), QStringLiteral("--class"), QStringLiteral("absence")});
        for (const auto& entry : queue.value(QStringLiteral("exceptions")).toArray()) {
            const QJsonObject exception = entry.toObject();
            const bool isIt =
                exception.value(QStringLiteral("system")) == system &&
                exception.value(QStringLiteral("cause")) == QStringLiteral("orders are missing");
            count += isIt ? 1 : 0;
        }
        return count;
    }

    QTemporaryDir m_folder;
    QProcess m_network;
};

QTEST_GUILESS_MAIN(TestSentAndArrived)
#include "tst_sent_and_arrived.moc"
