// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "engine_scene.h"

#include <chrono>

using namespace milepost;
using namespace milepost::test;
using namespace std::chrono_literals;

namespace {

/// An order of edi, placed at that time after the beginning of the scene (08:00).
IncomingMessage orderAt(const EngineScene& scene, const std::string& id, Duration after)
{
    IncomingMessage message = orderMessage(id, "N" + id);
    message.source = "edi";
    contentOf(message).channel = "edi";
    contentOf(message).placedAt = scene.clock.now() + after;
    return message;
}

IncomingMessage countMessage(Timestamp from, Timestamp to, std::int64_t said)
{
    return {.source = "edi",
            .messageId = "totals " + std::to_string(said),
            .format = "edi-totals",
            .raw = "totals",
            .content = SentCount{.said = said, .from = from, .to = to}};
}

void listen(EngineScene& scene)
{
    scene.close();
    scene.isListening = true;
    scene.open();
}

std::vector<ExceptionRow> about(EngineScene& scene, const std::string& system)
{
    std::vector<ExceptionRow> rows = scene.exceptions();
    std::erase_if(rows, [&](const ExceptionRow& row) { return row.exception.system != system; });
    return rows;
}

} // namespace

/// What a source says it has sent, against what came.
class TestEngineCounts : public QObject {
    Q_OBJECT

private slots:
    void whatIsMissingIsOneExceptionUntilItComes()
    {
        EngineScene scene;
        listen(scene);
        const Timestamp eight = scene.clock.now();
        const IncomingMessage late = orderAt(scene, "3", 50min);
        scene.receive(orderAt(scene, "1", 1min));
        scene.receive(orderAt(scene, "2", 2min));
        scene.pass(1h);

        scene.receive(countMessage(eight, eight + 1h, 3));

        QCOMPARE(about(scene, "edi").size(), 1U);
        const ExceptionRow row = about(scene, "edi").front();
        QCOMPARE(row.exception.kind, ExceptionClass::Absence);
        QVERIFY2(row.exception.text.starts_with("edi says 3 orders between 08:00 and 09:00"),
                 row.exception.text.c_str());
        QVERIFY(row.exception.text.find("2 arrived") != std::string::npos);
        scene.receive(late);
        QVERIFY(about(scene, "edi").empty());
        QCOMPARE(scene.whatIsNotProven(), std::string());
    }

    void aLaterWindowChangesTheSameException()
    {
        EngineScene scene;
        listen(scene);
        const Timestamp eight = scene.clock.now();
        scene.pass(2h);
        scene.receive(countMessage(eight, eight + 1h, 3));
        const std::int64_t id = about(scene, "edi").front().id;

        scene.receive(countMessage(eight + 1h, eight + 2h, 4));

        QCOMPARE(about(scene, "edi").size(), 1U);
        QCOMPARE(about(scene, "edi").front().id, id);
        QVERIFY(about(scene, "edi").front().exception.text.find("7 are missing") != std::string::npos);
    }

    void aNewProcessKnowsWhatIsMissing()
    {
        EngineScene scene;
        listen(scene);
        const Timestamp eight = scene.clock.now();
        const IncomingMessage late = orderAt(scene, "2", 2min);
        scene.receive(orderAt(scene, "1", 1min));
        scene.pass(1h);
        scene.receive(countMessage(eight, eight + 1h, 2));
        scene.close();
        scene.open();
        QCOMPARE(about(scene, "edi").size(), 1U);

        scene.receive(late);

        QVERIFY(about(scene, "edi").empty());
    }

    void countsOfNoUseAreKeptAndRefused_data()
    {
        QTest::addColumn<int>("fromMinutes");
        QTest::addColumn<int>("toMinutes");
        QTest::addColumn<QString>("why");
        QTest::newRow("half an hour") << 0 << 30 << QStringLiteral("not of whole hours");
        QTest::newRow("next week") << 0 << 60 * 24 * 7 << QStringLiteral("in the future");
        QTest::newRow("last year") << -60 * 24 * 365 << -60 * 24 * 364 << QStringLiteral("too long ago");
    }

    void countsOfNoUseAreKeptAndRefused()
    {
        QFETCH(const int, fromMinutes);
        QFETCH(const int, toMinutes);
        QFETCH(const QString, why);
        EngineScene scene;
        listen(scene);
        const Timestamp eight = scene.clock.now();

        const Receipt receipt =
            scene.receive(countMessage(eight + fromMinutes * 1min, eight + toMinutes * 1min, 3));

        QCOMPARE(receipt.result, std::string("rejected"));
        QVERIFY2(receipt.reason.find(why.toStdString()) != std::string::npos, receipt.reason.c_str());
        QCOMPARE(about(scene, "edi").size(), 1U);
        QVERIFY(about(scene, "edi").front().payload.value != 0);
    }
};

QTEST_GUILESS_MAIN(TestEngineCounts)
#include "tst_engine_counts.moc"
