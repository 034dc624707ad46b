// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>
#include <QtCore/qfloat16.h>

#include "backend/documents/x12_reader.h"
#include "backend/documents/x12_tree.h"
#include "backend/documents/x12_writer.h"
#include "quoted_text.h"

#include <nlohmann/json.hpp>

using namespace milepost;
using milepost::sample::quoted;
using nlohmann::json;

namespace {

json releaseTree()
{
    return json::parse(
        quoted("{"
               "'interchange': {'sender': 'MERCHANT', 'receiver': 'NORTHDOCK', 'control': 17, 'moment': "
               "'2026-11-23T16:04:12.000Z'},"
               "'sets': [{'type': '940',"
               "'LX': [{'01': 1, 'W01': [{'01': '3', '02': 'EA', '04': 'VN', '05': 'HNG-20'}]},"
               "{'01': 2, 'W01': [{'01': '1.5', '02': 'KG', '04': 'VN', '05': 'PNT~1*2'}]}],"
               "'N1': [{'01': 'ST', '02': 'Harbor Supply', '03': null, '04': '',"
               "'N4': [{'01': 'Oakland', '02': 'CA', '03': '94607', '04': 'US'}], 'N3': [{'01': '9 Pier Rd', "
               "'02': ''}]}],"
               "'N9': [{'01': '', '02': ''}],"
               "'W05': [{'01': 'N', '02': 'REL-17', '03': 'PO-1'}]}]}"));
}

} // namespace

class TestX12Writer : public QObject {
    Q_OBJECT

private slots:
    void writesAReleaseInTheOrderOfTheStandard()
    {
        const Result<std::string> text = writeX12(releaseTree());

        QVERIFY2(text.has_value(), text ? "" : text.error().message.c_str());
        QCOMPARE(*text,
                 std::string("ISA*00*          *00*          *ZZ*MERCHANT       *ZZ*NORTHDOCK      "
                             "*261123*1604*U*00401*000000017*0*P*>~\n"
                             "GS*OW*MERCHANT*NORTHDOCK*20261123*1604*17*X*004010~\n"
                             "ST*940*0001~\nW05*N*REL-17*PO-1~\nN1*ST*Harbor Supply~\nN3*9 Pier Rd~\n"
                             "N4*Oakland*CA*94607*US~\nLX*1~\nW01*3*EA**VN*HNG-20~\nLX*2~\n"
                             "W01*1.5*KG**VN*PNT 1 2~\nW76*4.5~\nSE*11*0001~\nGE*1*17~\nIEA*1*000000017~\n"));
    }

    void readsBackWhatItWrote()
    {
        const std::string text = *writeX12(releaseTree());

        const std::vector<X12Set> sets = readX12(text);
        const json tree = x12Tree(sets.front());

        QVERIFY(sets.front().warnings.empty());
        QCOMPARE(tree["N1"][0]["city"], json("Oakland"));
        QCOMPARE(tree["LX"][1]["W01"][0]["sku"], json("PNT 1 2"));
    }

    void writesListedSegmentsAndSeveralSets()
    {
        json tree = json::parse(
            quoted("{"
                   "'interchange': {'sender': 'A', 'receiver': 'B', 'control': '5', 'groupControl': '77', "
                   "'isTest': true,"
                   "'moment': '2026-11-23T16:04:12Z', 'elementSeparator': '|', 'segmentTerminator': '!', "
                   "'lineBreak': ''},"
                   "'sets': [{'type': '997', 'segments': [['AK1', 'SW', '44'], ['AK9', 'A', 1, 1, 1, '']]},"
                   "{'type': '997', 'segments': [['AK1', 'IB', '45'], ['AK9', 'R', 1, 1, 0]]}]}"));

        const Result<std::string> text = writeX12(tree);
        const std::vector<X12Set> sets = readX12(*text);

        QCOMPARE(sets.size(), std::size_t{2});
        QVERIFY(sets[0].warnings.empty());
        QCOMPARE(controlText(sets[1].envelope), std::string("000000005/77/0002"));
        QVERIFY(sets[1].envelope.isTest);
        QVERIFY(text->find("AK9|A|1|1|1!SE|4|0001!") != std::string::npos);
    }

    void writesComponents()
    {
        json tree = releaseTree();
        tree["sets"][0] =
            json::parse(quoted("{'type': '850', 'BEG': [{'01': '00', '03': '1'}],"
                               "'PO1': [{'01': '1', 'MEA': [{'01': 'PD', '04': {'1': 'IN', '2': '2'}}]}]}"));

        const Result<std::string> text = writeX12(tree);

        QVERIFY(text->find("MEA*PD***IN>2~") != std::string::npos);
        QVERIFY(text->find("CTT*1~") != std::string::npos);
    }

    void refusesWhatItCannotWrite_data()
    {
        QTest::addColumn<QString>("pointer");
        QTest::addColumn<QString>("value");
        QTest::addColumn<QString>("place");
        const auto row = [](const char* name, const char* pointer, const char* value, const char* place) {
            QTest::newRow(name) << QString::fromLatin1(pointer) << QString::fromLatin1(value)
                                << QString::fromLatin1(place);
        };
        row("no sender", "/interchange/sender", "null", "/interchange/sender");
        row("a long receiver", "/interchange/receiver", "\"SIXTEEN-LETTERS-\"", "/interchange/receiver");
        row("no control number", "/interchange/control", "\"\"", "/interchange/control");
        row("a long control number", "/interchange/control", "\"1234567890\"", "/interchange/control");
        row("a group control that is no number", "/interchange/groupControl", "\"x\"",
            "/interchange/groupControl");
        row("no moment", "/interchange/moment", "null", "/interchange/moment");
        row("a strange version", "/interchange/version", "\"D96A\"", "/interchange/version");
        row("no sets", "/sets", "[]", "/sets");
        row("an unknown type", "/sets/0/type", "\"111\"", "/sets/0/type");
        row("a segment that is none", "/sets/0/segments", "[[\"AK1\", \"x\"], 5]", "/sets/0/segments/1");
    }

    void refusesWhatItCannotWrite()
    {
        QFETCH(QString, pointer);
        QFETCH(QString, value);
        QFETCH(QString, place);
        json tree = releaseTree();
        tree[json::json_pointer(pointer.toStdString())] = json::parse(value.toStdString());

        const Result<std::string> text = writeX12(tree);

        QVERIFY(!text.has_value());
        QCOMPARE(QString::fromStdString(text.error().place), place);
    }

    void refusesWhatIsNoTree()
    {
        QVERIFY(!writeX12(json::array()).has_value());
        QVERIFY(!writeX12(json::object()).has_value());
        QVERIFY(!writeX12(json::parse(quoted("{'interchange': [], 'sets': 5}"))).has_value());
    }
};

QTEST_GUILESS_MAIN(TestX12Writer)
#include "tst_x12_writer.moc"
