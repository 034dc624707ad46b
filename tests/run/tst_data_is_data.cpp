// SPDX-License-Identifier: GPL-3.0-or-later
#include <QDateTime>
#include <QHash>
#include <QJsonArray>
#include <QTemporaryDir>
#include <QTest>

#include "tests/run/program_run.h"

using namespace milepost::test;

namespace {

QJsonObject readJson(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()).object() : QJsonObject();
}

/// A shipped definition, such as packs/tax.json.
QJsonObject shipped(const QString& name)
{
    return readJson(QStringLiteral(MILEPOST_SOURCE_DIR "/resources/") + name);
}

bool writeOverride(const QTemporaryDir& folder, const QString& name, const QJsonObject& document)
{
    QFile file(folder.filePath(name));
    return QDir(folder.path()).mkpath(QFileInfo(name).path()) && file.open(QIODevice::WriteOnly) &&
           file.write(QJsonDocument(document).toJson()) > 0;
}

/// `document` with `row` at the end of the array `list`.
QJsonObject withRow(QJsonObject document, const QString& list, const QJsonValue& row)
{
    QJsonArray rows = document.value(list).toArray();
    rows.append(row);
    document.insert(list, rows);
    return document;
}

/// The pack of the tax system with one more row in the request of its capability.
QJsonObject taxPackWith(const QJsonValue& row)
{
    const QString capability = QStringLiteral("tax.commit");
    const QString capabilities = QStringLiteral("capabilities");
    QJsonObject pack = shipped(QStringLiteral("packs/tax.json"));
    QJsonObject all = pack.value(capabilities).toObject();
    all.insert(capability, withRow(all.value(capability).toObject(), QStringLiteral("request"), row));
    pack.insert(capabilities, all);
    return pack;
}

QJsonObject step(const char* name, const char* capability, const char* booking)
{
    return {{QStringLiteral("name"), QLatin1String(name)},
            {QStringLiteral("capability"), QLatin1String(capability)},
            {QStringLiteral("booking"), QLatin1String(booking)},
            {QStringLiteral("unit"), QStringLiteral("order")},
            {QStringLiteral("when"), QJsonArray{QStringLiteral("accepted")}},
            {QStringLiteral("policy"), QStringLiteral("levy")}};
}

Ended ask(const QTemporaryDir& folder, const QStringList& words)
{
    return runProgram(QStringLiteral("milepostctl"),
                      QStringList{QStringLiteral("--store"), folder.filePath(QStringLiteral("store.db")),
                                  QStringLiteral("--json")} +
                          words);
}

} // namespace

/// What differs between partners is data: a row, a step and a policy act without a new program.
class TestDataIsData : public QObject {
    Q_OBJECT

private slots:
    void aRowAStepAndAPolicyActWithoutANewProgram()
    {
        const QTemporaryDir overrides;
        QVERIFY(writeOverrides(overrides));
        const QTemporaryDir folder;
        const Ended run =
            runHeadless(QStringLiteral("milepostctl"), folder.path(),
                        {QStringLiteral("--orders"), QStringLiteral("6"), QStringLiteral("--faults"),
                         QStringLiteral("none"), QStringLiteral("--packs"), overrides.path()});
        QVERIFY2(run.exitCode == 0, (run.err.right(2000) + run.out.left(2000)).constData());
        const QJsonArray orders =
            ask(folder, {QStringLiteral("orders")}).json().value(QLatin1String("orders")).toArray();
        QCOMPARE(orders.size(), 6);

        const QHash<QString, int> levies = leviesPerformed(folder);
        // the step: the network did it once for each order; and the row: it was in what was sent
        for (const QJsonValue& order : orders) {
            const QString orderNo = order.toObject().value(QLatin1String("orderNo")).toString();
            checkLevy(folder, orderNo);
            QCOMPARE(levies.value(orderNo + QStringLiteral(":levy")), 1);
        }
        checkPolicy(folder);
    }

    void aBrokenRowIsRefusedWithItsPlace()
    {
        const QTemporaryDir overrides;
        const QJsonObject row{{QStringLiteral("target"), QStringLiteral("/remark")},
                              {QStringLiteral("sorce"), QStringLiteral("=x")}};
        QVERIFY(writeOverride(overrides, QStringLiteral("packs/tax.json"), taxPackWith(row)));
        const QTemporaryDir folder;
        const Ended run = runHeadless(
            QStringLiteral("milepostctl"), folder.path(),
            {QStringLiteral("--orders"), QStringLiteral("1"), QStringLiteral("--packs"), overrides.path()});
        QCOMPARE(run.exitCode, 1);
        for (const char* said : {"tax", "row 12", "/capabilities/tax.commit/request", "sorce"})
            QVERIFY2(run.err.contains(said), run.err.constData());
    }

private:
    static bool writeOverrides(const QTemporaryDir& folder)
    {
        const QString steps = QStringLiteral("steps");
        const QString process = QStringLiteral("processes/order-to-cash.json");
        const QString policies = QStringLiteral("policies/default.json");
        QJsonObject changed = withRow(shipped(process), steps, step("levy", "tax.commit", "none"));
        changed =
            withRow(changed, steps, step("levy-register", "levy.register", "accept")); // nobody offers that
        const QJsonObject policy{{QStringLiteral("name"), QStringLiteral("levy")},
                                 {QStringLiteral("recoverWithin"), QStringLiteral("77m")}};
        return writeOverride(
                   folder, QStringLiteral("packs/tax.json"),
                   taxPackWith(QJsonArray{QStringLiteral("/remark"), QStringLiteral("=levied by data")})) &&
               writeOverride(folder, process, changed) &&
               writeOverride(folder, policies,
                             withRow(shipped(policies), QStringLiteral("policies"), policy));
    }

    /// How often the network did each levy, by its own books.
    static QHash<QString, int> leviesPerformed(const QTemporaryDir& folder)
    {
        const QString file = folder.filePath(QStringLiteral("network.json"));
        QFile::remove(file);
        QProcess network;
        network.start(program(QStringLiteral("milepost-network")),
                      {QStringLiteral("--dir"), folder.filePath(QStringLiteral("network")),
                       QStringLiteral("--config"), file});
        network.waitForStarted();
        for (int i = 0; i < 200 && !QFile::exists(file); ++i)
            QTest::qWait(50);
        const QString control = readJson(file).value(QLatin1String("control")).toString();
        const QJsonArray works =
            getJson(control + QStringLiteral("/truth")).value(QLatin1String("works")).toArray();
        network.terminate();
        network.waitForFinished();
        QHash<QString, int> performed;
        for (const QJsonValue& value : works) {
            const QJsonObject work = value.toObject();
            if (work.value(QLatin1String("capability")).toString() == QLatin1String("tax.commit"))
                performed.insert(work.value(QLatin1String("reference")).toString(),
                                 work.value(QLatin1String("performed")).toInt());
        }
        return performed;
    }

    static void checkLevy(const QTemporaryDir& folder, const QString& orderNo)
    {
        const QJsonArray entries = ask(folder, {QStringLiteral("lineage"), orderNo})
                                       .json()
                                       .value(QLatin1String("entries"))
                                       .toArray();
        QStringList payloads;
        for (const QJsonValue& value : entries) {
            const QJsonObject entry = value.toObject();
            const bool isLevy = entry.value(QLatin1String("step")).toString() == QLatin1String("levy");
            const QJsonValue payload = entry.value(QLatin1String("payloadId"));
            if (isLevy && payload.isDouble()) payloads.append(payload.toVariant().toString());
        }
        QCOMPARE(payloads.size(), 1);
        const QString body =
            ask(folder, {QStringLiteral("lineage"), QStringLiteral("--payload"), payloads.front()})
                .json()
                .value(QLatin1String("body"))
                .toString();
        QVERIFY2(body.contains(QStringLiteral("\"levied by data\"")), qPrintable(body));
        QVERIFY2(body.contains(orderNo + QStringLiteral(":levy")), qPrintable(body));
    }

    /// Each order has an exception of the step that nobody offers, due when the new policy says.
    static void checkPolicy(const QTemporaryDir& folder)
    {
        const QJsonArray exceptions =
            ask(folder, {QStringLiteral("exceptions")}).json().value(QLatin1String("exceptions")).toArray();
        int found = 0;
        for (const QJsonValue& value : exceptions) {
            const QJsonObject exception = value.toObject();
            if (exception.value(QLatin1String("step")).toString() != QLatin1String("levy-register")) continue;
            ++found;
            QCOMPARE(timeOf(exception, "openedAt").secsTo(timeOf(exception, "dueBy")), qint64{77 * 60});
        }
        QCOMPARE(found, 6);
    }

    static QDateTime timeOf(const QJsonObject& document, const char* name)
    {
        return QDateTime::fromString(document.value(QLatin1String(name)).toString(), Qt::ISODateWithMs);
    }
};

QTEST_GUILESS_MAIN(TestDataIsData)
#include "tst_data_is_data.moc"
