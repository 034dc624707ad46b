// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>
#include <QtCore/qfloat16.h>

#include "backend/documents/json_document.h"
#include "quoted_text.h"

#include <nlohmann/json.hpp>

#include <filesystem>
#include <fstream>
#include <iterator>

using namespace milepost;
using milepost::sample::quoted;
using nlohmann::json;

namespace {

const std::filesystem::path suite =
    std::filesystem::path(MILEPOST_SOURCE_DIR).parent_path() / "shared" / "data" / "json-parsing";

std::string nested(std::size_t depth)
{
    return std::string(depth, '[') + std::string(depth, ']');
}

} // namespace

class TestJsonDocument : public QObject {
    Q_OBJECT

private slots:
    void keepsTheDigitsOfNumbers_data()
    {
        QTest::addColumn<QByteArray>("number");
        QTest::addColumn<QByteArray>("value");
        const auto row = [](const char* number, const char* value) {
            QTest::newRow(number) << QByteArray(number) << QByteArray(value);
        };
        row("12", "12");
        row("-7", "-7");
        row("9007199254740993", "9007199254740993");
        row("18446744073709551615", "18446744073709551615");
        row("-9223372036854775808", "-9223372036854775808");
        row("18446744073709551616", "\"18446744073709551616\"");
        row("12.30", "\"12.30\"");
        row("0.1000000000000000055511151231257827", "\"0.1000000000000000055511151231257827\"");
        row("1e3", "\"1e3\"");
    }

    void keepsTheDigitsOfNumbers()
    {
        QFETCH(QByteArray, number);
        QFETCH(QByteArray, value);

        const Result<JsonDocument> document = parseJsonDocument("{\"n\": " + number.toStdString() + "}");

        QVERIFY(document.has_value());
        QCOMPARE(QByteArray::fromStdString((*document->tree)["n"].dump()), value);
    }

    void buildsTheTree()
    {
        const std::string text = quoted("{'a': [1, {'b': null}, []], 'c': {'d': 'x', 'e': {}}, 'f': true}");

        const Result<JsonDocument> document = parseJsonDocument(text);

        QCOMPARE(*document->tree, json::parse(text));
        QVERIFY(document->warnings.empty());
    }

    void warnsAboutKeysThatOccurTwice()
    {
        const Result<JsonDocument> document = parseJsonDocument(quoted("{'a': {'k': 1, 'k': {'z': 2}}}"));

        QCOMPARE((*document->tree)["a"]["k"], json::parse(quoted("{'z': 2}")));
        QCOMPARE(document->warnings.size(), std::size_t{1});
        QVERIFY(document->warnings[0].starts_with("json-duplicate-key"));
    }

    void skipsAByteOrderMark()
    {
        const Result<JsonDocument> document = parseJsonDocument("\xEF\xBB\xBF{}");

        QVERIFY(document.has_value());
        QVERIFY(document->warnings[0].starts_with("json-bom"));
    }

    void rejectsWithTheByte_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QByteArray>("place");
        QTest::newRow("nothing") << QByteArray("") << QByteArray("byte 1");
        QTest::newRow("a comma too many") << QByteArray("[1,]") << QByteArray("byte 4");
        QTest::newRow("two values") << QByteArray("{} {}") << QByteArray("byte 4");
        QTest::newRow("not UTF-8") << QByteArray("[\"\xFF\"]") << QByteArray("byte 3");
        QTest::newRow("a comment") << QByteArray("[1] // no") << QByteArray("byte 5");
    }

    void rejectsWithTheByte()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QByteArray, place);

        const Result<JsonDocument> document = parseJsonDocument(bytes.toStdString());

        QVERIFY(!document.has_value());
        QVERIFY(document.error().message.starts_with("json-syntax: "));
        QCOMPARE(QByteArray::fromStdString(document.error().place), place);
    }

    void keepsToItsBounds()
    {
        JsonLimits few;
        few.maxValues = 3;
        JsonLimits small;
        small.maxBytes = 3;

        QVERIFY(parseJsonDocument(nested(64)).has_value());
        QVERIFY(!parseJsonDocument(nested(65)).has_value());
        QVERIFY(!parseJsonDocument(std::string(1'000'000, '[')).has_value());
        QVERIFY(parseJsonDocument("[1,2]", few).has_value());
        QVERIFY(!parseJsonDocument("[1,2,3]", few).has_value());
        QVERIFY(!parseJsonDocument("[12]", small).has_value());
    }

    void findsTheBytesOfElements()
    {
        const std::string text =
            " {\"x\": [\"]\"], \"list\" : [ {\"a\": \"\\\"}]\"} , 12.5,\"s\",[], null ], \"y\": 1}";

        const std::vector<std::string_view> elements = jsonElements(text, "list");

        QCOMPARE(elements,
                 (std::vector<std::string_view>{"{\"a\": \"\\\"}]\"}", "12.5", "\"s\"", "[]", "null"}));
        QVERIFY(jsonElements(text, "y").empty());
        QVERIFY(jsonElements(text, "none").empty());
        QCOMPARE(jsonElements("[1, [2, 3]]", "").size(), std::size_t{2});
    }

    void agreesWithTheSuiteOfHardCases()
    {
        if (!std::filesystem::is_directory(suite)) QSKIP("the suite of parsing cases is not here");

        for (const auto& entry : std::filesystem::directory_iterator(suite)) {
            std::ifstream stream(entry.path(), std::ios::binary);
            const std::string bytes{std::istreambuf_iterator<char>(stream), {}};
            const std::string name = entry.path().filename().string();
            const Result<JsonDocument> document = parseJsonDocument(bytes);
            if (name.starts_with("y_")) QVERIFY2(document.has_value(), name.c_str());
            if (name.starts_with("n_")) QVERIFY2(!document.has_value(), name.c_str());
        }
    }
};

QTEST_GUILESS_MAIN(TestJsonDocument)
#include "tst_json_document.moc"
