// SPDX-License-Identifier: GPL-3.0-or-later
#include <QFileInfo>
#include <QJsonArray>
#include <QMap>
#include <QTemporaryDir>
#include <QTest>

#include "tests/run/program_run.h"

#include <algorithm>

using namespace milepost::test;

namespace {

QString sourcePath(const QString& path)
{
    return QStringLiteral(MILEPOST_SOURCE_DIR "/") + path;
}

QString asText(const QJsonValue& value)
{
    return QString::fromUtf8(QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact));
}

/// Where `actual` is not as stated, as "path: expected, found"; what is not stated may be anything.
/// An absent value is null.
QStringList differences(const QJsonValue& expected, const QJsonValue& actual, const QString& path)
{
    QStringList found;
    if (expected.isObject()) {
        const QJsonObject stated = expected.toObject();
        for (auto at = stated.begin(); at != stated.end(); ++at)
            found += differences(at.value(), actual.toObject().value(at.key()), path + u'/' + at.key());
        if (!actual.isObject()) found += path + QStringLiteral(": is absent");
        return found;
    }
    const QJsonArray list = expected.toArray();
    if (expected.isArray() && actual.toArray().size() == list.size()) {
        for (qsizetype i = 0; i < list.size(); ++i)
            found += differences(list.at(i), actual.toArray().at(i), path + u'/' + QString::number(i));
        return found;
    }
    const bool isSame = expected.isNull() ? actual.isNull() || actual.isUndefined() : expected == actual;
    if (!isSame)
        found += path + QStringLiteral(": ") + asText(expected) + QStringLiteral(", found ") + asText(actual);
    return found;
}

bool isWarned(const QJsonArray& warnings, const QString& rule)
{
    return std::any_of(warnings.begin(), warnings.end(),
                       [&](const QJsonValue& warning) { return warning.toString().startsWith(rule); });
}

/// How one document of `ingest` differs from what is expected of it.
QStringList documentDifferences(const QJsonObject& expected, const QJsonObject& actual)
{
    const QString file = expected.value(QLatin1String("file")).toString();
    QStringList found;
    if (QFileInfo(actual.value(QLatin1String("file")).toString()).fileName() != file)
        found += file + QStringLiteral(": found ") + asText(actual.value(QLatin1String("file")));
    for (const char* name : {"format", "result", "orderNo"})
        found += differences(expected.contains(QLatin1String(name)) ? expected.value(QLatin1String(name))
                                                                    : QJsonValue(),
                             actual.value(QLatin1String(name)), file + u'/' + QLatin1String(name));
    const QString said = actual.value(QLatin1String("reason")).toString() + u' ' +
                         actual.value(QLatin1String("place")).toString();
    if (!said.contains(expected.value(QLatin1String("says")).toString()))
        found += file + QStringLiteral(": says \"") + said + u'"';
    for (const QJsonValue& rule : expected.value(QLatin1String("warns")).toArray())
        if (!isWarned(actual.value(QLatin1String("warnings")).toArray(), rule.toString()))
            found += file + QStringLiteral(": does not warn of ") + rule.toString();
    return found;
}

} // namespace

/// Real and own documents, read by the program and by eye.
class TestIngest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase()
    {
        QFile file(sourcePath(QStringLiteral("tests/fixtures/ingest/expected.json")));
        QVERIFY(file.open(QIODevice::ReadOnly));
        m_expected = QJsonDocument::fromJson(file.readAll()).object();
        QVERIFY(!m_expected.isEmpty());
    }

    void ownDocumentsAreReadAsStated()
    {
        const QJsonObject expected = m_expected.value(QLatin1String("own")).toObject();
        QStringList paths;
        for (const QJsonValue& document : expected.value(QLatin1String("documents")).toArray())
            paths += sourcePath(QStringLiteral("tests/fixtures/ingest/")) +
                     document.toObject().value(QLatin1String("file")).toString();
        paths.removeDuplicates();
        compareRuns(expected, paths);
    }

    void sharedDocumentsAreReadAsByEye()
    {
        const QString folder = sourcePath(QStringLiteral("../shared/data/"));
        if (!QFileInfo::exists(folder + QStringLiteral("x12")) ||
            !QFileInfo::exists(folder + QStringLiteral("shopify")))
            QSKIP("there is no ../shared/data with x12 and shopify");
        compareRuns(m_expected.value(QLatin1String("shared")).toObject(),
                    {folder + QStringLiteral("x12"), folder + QStringLiteral("shopify")});
    }

private:
    static Ended ingest(const QString& store, const QStringList& paths)
    {
        return runProgram(QStringLiteral("milepostctl"),
                          QStringList{QStringLiteral("--store"), store, QStringLiteral("--json"),
                                      QStringLiteral("ingest")} +
                              paths);
    }

    static void compareRuns(const QJsonObject& expected, const QStringList& paths)
    {
        const QTemporaryDir folder;
        const QString store = folder.filePath(QStringLiteral("store.db"));
        const QJsonArray documents = expected.value(QLatin1String("documents")).toArray();
        const Ended first = ingest(store, paths);
        QVERIFY2(first.exitCode == 0, first.err.constData());
        compareDocuments(documents, first.json());
        if (QTest::currentTestFailed()) return;
        compareOrders(expected.value(QLatin1String("orders")).toArray(), store);
        if (QTest::currentTestFailed()) return;
        const Ended second = ingest(store, paths);
        QVERIFY2(second.exitCode == 0, second.err.constData());
        checkOnlyDuplicates(second.json(), documents.size());
    }

    static void compareDocuments(const QJsonArray& expected, const QJsonObject& run)
    {
        const QJsonArray found = run.value(QLatin1String("documents")).toArray();
        QMap<QString, int> counts;
        QStringList wrong;
        for (qsizetype i = 0; i < expected.size(); ++i) {
            const QJsonObject document = expected.at(i).toObject();
            ++counts[document.value(QLatin1String("result")).toString()];
            wrong += documentDifferences(document, found.at(i).toObject());
        }
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(u'\n')));
        QCOMPARE(found.size(), expected.size());
        for (const char* result : {"accepted", "duplicate", "rejected", "ignored"})
            QCOMPARE(run.value(QLatin1String(result)).toInt(-1), counts.value(QLatin1String(result)));
    }

    static void compareOrders(const QJsonArray& expected, const QString& store)
    {
        QStringList wrong;
        for (const QJsonValue& order : expected) {
            const QString number = order.toObject().value(QLatin1String("orderNo")).toString();
            const Ended shown = runProgram(
                QStringLiteral("milepostctl"),
                {QStringLiteral("--store"), store, QStringLiteral("--json"), QStringLiteral("show"), number});
            QVERIFY2(shown.exitCode == 0, shown.err.constData());
            wrong += differences(order, shown.json(), number);
        }
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(u'\n')));
    }

    static void checkOnlyDuplicates(const QJsonObject& run, qsizetype documents)
    {
        QCOMPARE(run.value(QLatin1String("duplicate")).toInt(-1), static_cast<int>(documents));
        for (const char* result : {"accepted", "rejected", "ignored"})
            QCOMPARE(run.value(QLatin1String(result)).toInt(-1), 0);
    }

    QJsonObject m_expected;
};

QTEST_GUILESS_MAIN(TestIngest)
#include "tst_ingest.moc"
