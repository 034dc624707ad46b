// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "backend/connectors/reader.h"
#include "fake_pack.h"

#include <nlohmann/json.hpp>

namespace {

using namespace milepost;
using namespace milepost::test;

const std::string confLayout =
    "{\"name\": \"conf\", \"lineBreak\": \"\\n\", \"records\": ["
    "{\"type\": \"CH\", \"role\": \"header\", \"fields\": [[\"batch\", 3, 6]]},"
    "{\"type\": \"CS\", \"message\": true, \"fields\": [[\"no\", 3, 4]]},"
    "{\"type\": \"CL\", \"parent\": \"CS\", \"fields\": [[\"no\", 3, 4],"
    " [\"quantity\", 7, 5, \"decimal:3\"]]},"
    "{\"type\": \"CT\", \"role\": \"trailer\", \"fields\": [[\"count\", 3, 3, \"count\"]]}]}";
const std::string releaseLayout =
    "{\"name\": \"release\", \"lineBreak\": \"\\n\", \"records\": ["
    "{\"type\": \"RH\", \"role\": \"header\", \"fields\": [[\"reference\", 3, 6]]},"
    "{\"type\": \"RT\", \"role\": \"trailer\", \"fields\": [[\"count\", 3, 3, \"count\"]]}]}";

std::shared_ptr<FakePack> warehouse()
{
    auto pack = std::make_shared<FakePack>();
    pack->systemName = "wms-east";
    pack->documentKind = "fixedWidth";
    pack->fileLayouts = {{"release", true, releaseLayout}, {"conf", false, confLayout}};
    pack->fill = [](IncomingMessage& message, const nlohmann::json& tree) {
        message.format = "conf-" + tree.at("type").get<std::string>();
        message.control = tree.at("record").at("no").get<std::string>();
    };
    return pack;
}

/// A pack that knows no document but those whose tree has that key.
std::shared_ptr<FakePack> knowing(const std::string& key)
{
    auto pack = std::make_shared<FakePack>();
    pack->fill = [key](IncomingMessage& message, const nlohmann::json& tree) {
        message.format = tree.contains(key) ? "has-" + key : "unknown";
        if (!tree.contains(key)) message.content = Error{ErrorKind::InvalidInput, "not mine", {}};
    };
    return pack;
}

std::string interchange(const std::string& control, const std::string& sets)
{
    return "ISA*00*          *00*          *ZZ*GREENMART      *ZZ*MERCHANT       *261123*1604*U*00401*" +
           control + "*0*P*>~GS*PO*GREENMART*MERCHANT*20261123*1604*17*X*004010~" + sets + "GE*1*17~IEA*1*" +
           control + "~";
}

std::string set(const std::string& control, const std::string& number)
{
    return "ST*850*" + control + "~BEG*00*SA*" + number +
           "**20261123~PO1*1*2*EA*9.95**VN*BRK-1007~CTT*1~SE*5*" + control + "~";
}

} // namespace

class TestReader : public QObject {
    Q_OBJECT

private slots:
    void eachSetOfAnInterchangeIsAMessage();
    void equalSetsHaveEqualIdsInAnyFile();
    void controlNumbersUsedAgainAreAWarning();
    void theFirstPackThatKnowsADocumentReadsIt();
    void aDocumentThatNoPackKnowsIsAnError();
    void aBodyThatIsNoJsonIsAnError();
    void theIdOfAWebhookComesFromItsHeader();
    void aPackThatThrowsLeavesAnError();
    void fixedWidthRecordsAreMessages();
    void aCutOffFixedWidthFileIsOneError();
    void aBadLineSpoilsOnlyItsRecord();
    void aRecordCanBeReadAgainFromItsBytes();
    void aSetIsReadAgainWithTheSenderOfItsInterchange();
    void bytesOfNoKindAreOneMessage();
    void documentsAreWrittenInTheLayoutOfThePack();
};

void TestReader::eachSetOfAnInterchangeIsAMessage()
{
    const auto messages =
        readBytes({knowing("BEG")}, "file", "a.edi",
                  interchange("000000017", set("0001", "4500100017") + set("0002", "4500100018")));

    QCOMPARE(messages.size(), 2U);
    QCOMPARE(messages[0].format, std::string("x12-850"));
    QCOMPARE(messages[0].source, std::string("file"));
    QCOMPARE(messages[0].file, std::string("a.edi"));
    QCOMPARE(messages[1].control, std::string("000000017/17/0002"));
    QVERIFY(messages[1].raw.starts_with("ST*850*0002~"));
    QVERIFY(messages[0].messageId != messages[1].messageId);
}

void TestReader::equalSetsHaveEqualIdsInAnyFile()
{
    const auto first =
        readBytes({knowing("BEG")}, "file", "a", interchange("000000017", set("0001", "4500100017")));
    const auto second =
        readBytes({knowing("BEG")}, "file", "b", interchange("000000099", set("0001", "4500100017")));

    QCOMPARE(first[0].messageId, second[0].messageId);
}

void TestReader::controlNumbersUsedAgainAreAWarning()
{
    ControlNumbers seen;
    const auto once = interchange("000000017", set("0001", "4500100017"));

    QVERIFY(readBytes({knowing("BEG")}, "file", "a", once, seen)[0].warnings.empty());
    QVERIFY(readBytes({knowing("BEG")}, "file", "b", once, seen)[0].warnings.empty());
    const auto other =
        readBytes({knowing("BEG")}, "file", "c", interchange("000000017", set("0001", "4500100099")), seen);

    QCOMPARE(other[0].warnings.size(), 1U);
    QVERIFY(other[0].warnings[0].find("000000017/17/0001") != std::string::npos);
}

void TestReader::theFirstPackThatKnowsADocumentReadsIt()
{
    const auto messages = readBytes({knowing("a"), knowing("b")}, "file", "x.json", "{\"b\": 1}");

    QCOMPARE(messages.size(), 1U);
    QCOMPARE(messages[0].format, std::string("has-b"));
}

void TestReader::aDocumentThatNoPackKnowsIsAnError()
{
    const auto messages = readBytes({knowing("a"), knowing("b")}, "file", "x.json", "{\"c\": 1}");

    QCOMPARE(messages.size(), 1U);
    QVERIFY(std::holds_alternative<Error>(messages[0].content));
    QCOMPARE(messages[0].raw, std::string("{\"c\": 1}"));
}

void TestReader::aBodyThatIsNoJsonIsAnError()
{
    const auto messages = readWebhook({knowing("a")}, "portal", "{\"a\": ", "m-1");

    QCOMPARE(messages.size(), 1U);
    QCOMPARE(messages[0].messageId, std::string("m-1"));
    QCOMPARE(messages[0].source, std::string("portal"));
    QVERIFY(std::get<Error>(messages[0].content).place.starts_with("byte "));
}

void TestReader::theIdOfAWebhookComesFromItsHeader()
{
    QCOMPARE(readWebhook({knowing("a")}, "portal", "{\"a\": 1}", "m-1")[0].messageId, std::string("m-1"));
    QCOMPARE(readWebhook({knowing("a")}, "portal", "{\"a\": 1}", "")[0].messageId.size(), 64U);
}

void TestReader::aPackThatThrowsLeavesAnError()
{
    auto pack = std::make_shared<FakePack>();
    pack->fill = [](IncomingMessage&, const nlohmann::json&) { throw std::runtime_error("no such field"); };

    const auto messages = readWebhook({pack}, "portal", "{}", "m-1");

    QCOMPARE(std::get<Error>(messages.at(0).content).message, std::string("no such field"));
    QCOMPARE(messages[0].messageId, std::string("m-1"));
}

void TestReader::fixedWidthRecordsAreMessages()
{
    const auto messages =
        readBytes({warehouse()}, "wms-east", "CONF.txt", "CH000007\nCS0001\nCL000103000\nCS0002\nCT005\n");

    QCOMPARE(messages.size(), 2U);
    QCOMPARE(messages[0].format, std::string("conf-CS"));
    QCOMPARE(messages[0].raw, std::string("CS0001\nCL000103000\n"));
    QCOMPARE(messages[1].control, std::string("0002"));
}

void TestReader::aCutOffFixedWidthFileIsOneError()
{
    const std::string bytes = "CH000007\nCS0001\nCL000103000\n";

    const auto messages = readBytes({warehouse()}, "wms-east", "CONF.txt", bytes);

    QCOMPARE(messages.size(), 1U);
    QVERIFY(std::holds_alternative<Error>(messages[0].content));
    QCOMPARE(messages[0].raw, bytes);
}

void TestReader::aBadLineSpoilsOnlyItsRecord()
{
    const auto messages =
        readBytes({warehouse()}, "wms-east", "CONF.txt", "CH000007\nCS0001\nCL00010x000\nCS0002\nCT005\n");

    QCOMPARE(messages.size(), 2U);
    QVERIFY(std::holds_alternative<Error>(messages[0].content));
    QCOMPARE(messages[0].raw, std::string("CS0001\nCL00010x000\n"));
    QCOMPARE(messages[1].control, std::string("0002"));
}

void TestReader::aRecordCanBeReadAgainFromItsBytes()
{
    const auto first =
        readBytes({warehouse()}, "wms-east", "CONF.txt", "CH000007\nCS0001\nCL000103000\nCS0002\nCT005\n");

    const auto again = readAgain({warehouse()}, "wms-east", "CONF.txt", first[0].messageId, first[0].raw);

    QCOMPARE(again.size(), 1U);
    QCOMPARE(again[0].messageId, first[0].messageId);
    QCOMPARE(again[0].format, first[0].format);
    QCOMPARE(again[0].control, first[0].control);
}

void TestReader::aSetIsReadAgainWithTheSenderOfItsInterchange()
{
    std::vector<std::string> senders;
    auto pack = knowing("BEG");
    pack->fill = [&](IncomingMessage& message, const nlohmann::json& tree) {
        message.format = "order";
        senders.push_back(tree.at("envelope").at("sender"));
    };
    const std::string bytes = interchange("000000017", set("0001", "A") + set("0002", "B"));
    const auto first = readBytes({pack}, "edi", "order.edi", bytes);

    const auto again =
        readAgain({pack}, "edi", "order.edi", first[1].messageId, first[1].head + first[1].raw);

    QCOMPARE(again.size(), 1U);
    QCOMPARE(again[0].messageId, first[1].messageId);
    QCOMPARE(again[0].control, first[1].control);
    QVERIFY(std::ranges::count(senders, "GREENMART") == 3);
}

void TestReader::bytesOfNoKindAreOneMessage()
{
    for (const char* bytes : {"", "\n\n", "hello", "\x00\x01\x02"}) {
        const auto messages = readBytes({knowing("a"), warehouse()}, "file", "x", bytes);

        QCOMPARE(messages.size(), 1U);
        QVERIFY(std::holds_alternative<Error>(messages[0].content));
        QCOMPARE(messages[0].format, std::string("unknown"));
    }
}

void TestReader::documentsAreWrittenInTheLayoutOfThePack()
{
    const auto written = writeDocument(
        *warehouse(), "{\"layout\": \"release\", \"records\": [{\"type\": \"RH\", \"reference\": \"R-1\"}]}");

    QVERIFY(written);
    QCOMPARE(*written, std::string("RHR-1   \nRT002\n"));
}

QTEST_GUILESS_MAIN(TestReader)
#include "tst_reader.moc"
