// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>
#include <QtCore/qfloat16.h>

#include "backend/documents/fixed_width.h"
#include "quoted_text.h"

#include <nlohmann/json.hpp>

using namespace milepost;
using milepost::sample::quoted;
using nlohmann::json;

namespace {

FixedLayout sampleLayout()
{
    return *parseFixedLayout(json::parse(
        quoted("{'name': 'dispatch', 'records': ["
               "{'type': 'H', 'role': 'header', 'fields': [['at', 2, 14, 'moment'], ['node', 16, 6]]},"
               "{'type': 'S', 'message': true, 'fields': [['number', 2, 6, 'integer'], ['day', 8, 8, "
               "'date'], ['carrier', 16, 5, 'text:cut']]},"
               "{'type': 'SL', 'parent': 'S', 'fields': [['sku', 3, 8], ['quantity', 11, 7, 'decimal:3']]},"
               "{'type': 'T', 'role': 'trailer', 'fields': [['count', 2, 4, 'count']]}]}")));
}

const std::string file = "H20261123160412NORTH \r\n"
                         "S00000720261123NPEX \r\n"
                         "SLHNG-20  0003500\r\n"
                         "SLSCR-05  0001000\r\n"
                         "S00000820261124SLOW \r\n"
                         "SLPNT     -000250\r\n"
                         "T0007\r\n";

} // namespace

class TestFixedWidth : public QObject {
    Q_OBJECT

private slots:
    void readsRecordsWithTheirChildren()
    {
        const Result<json> tree = readFixedWidth(sampleLayout(), file);

        QVERIFY(tree.has_value());
        QCOMPARE((*tree)["header"]["at"], json("2026-11-23T16:04:12Z"));
        QCOMPARE((*tree)["header"]["node"], json("NORTH"));
        QCOMPARE((*tree)["S"][0]["number"], json("7"));
        QCOMPARE((*tree)["S"][0]["day"], json("2026-11-23"));
        QCOMPARE((*tree)["S"][0]["SL"].size(), std::size_t{2});
        QCOMPARE((*tree)["S"][0]["SL"][0]["quantity"], json("3.5"));
        QCOMPARE((*tree)["S"][0]["SL"][0]["_line"], json(3));
        QCOMPARE((*tree)["S"][1]["SL"][0]["quantity"], json("-0.25"));
        QVERIFY((*tree)["rejects"].empty());
        QVERIFY(!tree->contains("isTruncated"));
    }

    void readsLinesWithoutTrailingBlanksAndWithLf()
    {
        const Result<json> tree =
            readFixedWidth(sampleLayout(), "S00000720261123\nSLHNG-20  0003500\n\nT0003");

        QCOMPARE((*tree)["S"][0]["SL"][0]["sku"], json("HNG-20"));
        QVERIFY(!(*tree)["S"][0].contains("carrier"));
        QVERIFY(!tree->contains("isTruncated"));
    }

    void keepsABadRecordAndGoesOn()
    {
        std::string damaged = file;
        damaged.replace(damaged.find("0003500"), 7, "00x3500");

        const Result<json> tree = readFixedWidth(sampleLayout(), damaged);

        QCOMPARE((*tree)["rejects"].size(), std::size_t{1});
        QCOMPARE((*tree)["rejects"][0]["line"], json(3));
        QCOMPARE((*tree)["rejects"][0]["raw"], json("SLHNG-20  00x3500"));
        QCOMPARE((*tree)["S"][0]["incomplete"], json(true));
        QCOMPARE((*tree)["S"][0]["SL"].size(), std::size_t{1});
        QVERIFY(!(*tree)["S"][1].contains("incomplete"));
    }

    void keepsTheChildrenOfABadRecordAway()
    {
        std::string damaged = file;
        damaged.replace(damaged.find("20261124"), 8, "20261399");

        const Result<json> tree = readFixedWidth(sampleLayout(), damaged);

        QCOMPARE((*tree)["rejects"].size(), std::size_t{2});
        QCOMPARE((*tree)["S"].size(), std::size_t{1});
        QCOMPARE((*tree)["S"][0]["SL"].size(), std::size_t{2});
    }

    void noticesWhatIsMissingAtTheEnd_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        const std::size_t trailer = file.find("T0007");
        QTest::newRow("no trailer") << QByteArray::fromStdString(file.substr(0, trailer));
        QTest::newRow("a wrong count") << QByteArray::fromStdString(file.substr(0, trailer) + "T0008");
        QTest::newRow("no count") << QByteArray::fromStdString(file.substr(0, trailer) + "T");
        QTest::newRow("a count that is no number")
            << QByteArray::fromStdString(file.substr(0, trailer) + "T00x7");
    }

    void noticesWhatIsMissingAtTheEnd()
    {
        QFETCH(QByteArray, bytes);

        const Result<json> tree = readFixedWidth(sampleLayout(), bytes.toStdString());

        QCOMPARE((*tree)["isTruncated"], json(true));
        QCOMPARE((*tree)["warnings"].size(), std::size_t{1});
    }

    void refusesAFileOfAnotherLayout()
    {
        QVERIFY(!readFixedWidth(sampleLayout(), "hello\nworld\n").has_value());
        QVERIFY(!readFixedWidth(sampleLayout(), "").has_value());
    }

    void cutsATreeIntoItsMessages()
    {
        const FixedLayout layout = sampleLayout();
        const json tree = *readFixedWidth(layout, file);

        const std::vector<json> messages = fixedWidthMessages(layout, tree);

        QCOMPARE(messages.size(), std::size_t{2});
        QCOMPARE(messages[1]["type"], json("S"));
        QCOMPARE(messages[1]["record"]["number"], json("8"));
        QCOMPARE(messages[1]["header"]["node"], json("NORTH"));
    }

    void writesWhatItReads()
    {
        const FixedLayout layout = sampleLayout();
        const json tree = *readFixedWidth(layout, file);

        const Result<std::string> text = writeFixedWidth(layout, tree);

        QVERIFY2(text.has_value(), text ? "" : text.error().message.c_str());
        QCOMPARE(*text, file);
    }

    void writesListedRecordsAndMakesTheTrailer()
    {
        const json tree = json::parse("{\"records\": ["
                                      "{\"type\": \"S\", \"number\": 12, \"day\": "
                                      "\"2026-11-23T23:00:00.000Z\", \"carrier\": \"LONGNAME\"},"
                                      "{\"type\": \"SL\", \"sku\": \"Zo\\u00eb\", \"quantity\": \"2\"}]}");

        const Result<std::string> text = writeFixedWidth(sampleLayout(), tree);

        QCOMPARE(*text, std::string("S00001220261123LONGN\r\nSLZo?     0002000\r\nT0003\r\n"));
    }

    void refusesValuesThatDoNotFit_data()
    {
        QTest::addColumn<QByteArray>("record");
        QTest::addColumn<QByteArray>("place");
        QTest::newRow("text") << QByteArray::fromStdString(quoted("{'type': 'SL', 'sku': 'TOO-LONG-1'}"))
                              << QByteArray("/records/0/sku");
        QTest::newRow("number") << QByteArray::fromStdString(quoted("{'type': 'S', 'number': 1234567}"))
                                << QByteArray("/records/0/number");
        QTest::newRow("decimals") << QByteArray::fromStdString(quoted("{'type': 'SL', 'quantity': '0.0001'}"))
                                  << QByteArray("/records/0/quantity");
        QTest::newRow("date") << QByteArray::fromStdString(quoted("{'type': 'S', 'day': 'soon'}"))
                              << QByteArray("/records/0/day");
        QTest::newRow("type") << QByteArray::fromStdString(quoted("{'type': 'X'}"))
                              << QByteArray("/records/0");
    }

    void refusesValuesThatDoNotFit()
    {
        QFETCH(QByteArray, record);
        QFETCH(QByteArray, place);
        const json tree = {{"records", json::array({json::parse(record.toStdString())})}};

        const Result<std::string> text = writeFixedWidth(sampleLayout(), tree);

        QVERIFY(!text.has_value());
        QCOMPARE(QByteArray::fromStdString(text.error().place), place);
    }

    void refusesBadLayouts_data()
    {
        QTest::addColumn<QByteArray>("layout");
        QTest::addColumn<QByteArray>("place");
        const auto row = [](const char* name, const std::string& layout, const char* place) {
            QTest::newRow(name) << QByteArray::fromStdString(layout) << QByteArray(place);
        };
        row("no object", "[]", "");
        row("no records", "{}", "/records");
        row("no type", quoted("{'records': [{'fields': []}]}"), "/records/0/type");
        row("a field too short", quoted("{'records': [{'type': 'A', 'fields': [['x', 1]]}]}"),
            "/records/0/fields/0");
        row("column 0", quoted("{'records': [{'type': 'A', 'fields': [['x', 0, 3]]}]}"),
            "/records/0/fields/0");
        row("an unknown kind", quoted("{'records': [{'type': 'A', 'fields': [['x', 1, 3, 'float']]}]}"),
            "/records/0/fields/0");
        row("a date of six", quoted("{'records': [{'type': 'A', 'fields': [['x', 1, 6, 'date']]}]}"),
            "/records/0/fields/0");
        row("an unknown parent", quoted("{'records': [{'type': 'A', 'parent': 'B', 'fields': []}]}"),
            "/records/0/parent");
        row("a type twice", quoted("{'records': [{'type': 'A', 'fields': []}, {'type': 'A', 'fields': []}]}"),
            "/records/1");
        row("a strange line break", quoted("{'lineBreak': ';', 'records': []}"), "/lineBreak");
    }

    void refusesBadLayouts()
    {
        QFETCH(QByteArray, layout);
        QFETCH(QByteArray, place);

        const Result<FixedLayout> parsed = parseFixedLayout(json::parse(layout.toStdString()));

        QVERIFY(!parsed.has_value());
        QCOMPARE(QByteArray::fromStdString(parsed.error().place), place);
    }
};

QTEST_GUILESS_MAIN(TestFixedWidth)
#include "tst_fixed_width.moc"
