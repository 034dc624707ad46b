// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>
#include <QtCore/qfloat16.h>

#include "backend/documents/x12_reader.h"
#include "backend/documents/x12_tree.h"
#include "quoted_text.h"
#include "sample_x12.h"

#include <nlohmann/json.hpp>

using namespace milepost;
using namespace milepost::sample;
using nlohmann::json;

namespace {

json treeOf(const std::string& bytes)
{
    return x12Tree(readX12(bytes).front());
}

std::string textAt(const json& tree, const std::string& pointer)
{
    const json::json_pointer at(pointer);
    if (!tree.contains(at)) return "absent";
    const json& value = tree.at(at);
    return value.is_string() ? value.get<std::string>() : value.dump();
}

/// A set of that type with these segments, in an interchange.
json setTree(const std::string& type, const std::vector<std::string>& segments)
{
    std::string text = "ST*" + type + "*0001~" + joined(segments, "~");
    text += "SE*" + std::to_string(segments.size() + 2) + "*0001~";
    return treeOf(interchange(text, "~"));
}

} // namespace

class TestX12Tree : public QObject {
    Q_OBJECT

private slots:
    void holdsAnOrderWithEverything_data()
    {
        QTest::addColumn<QString>("pointer");
        QTest::addColumn<QString>("value");
        const auto row = [](const char* pointer, const char* value) {
            QTest::newRow(pointer) << QString::fromLatin1(pointer) << QString::fromUtf8(value);
        };
        row("/format", "x12-850");
        row("/envelope/sender", "OAKFIELD");
        row("/envelope/control", "000000088/88/880001");
        row("/envelope/moment", "2026-11-20T09:15:00Z");
        row("/envelope/isTest", "false");
        row("/BEG/0/03", "PO-55017");
        row("/BEG/0/04", "3");
        row("/moments/BEG05", "2026-11-20");
        row("/moments/002", "2026-12-04T12:00:00-08:00");
        row("/dates/001", "20261218");
        row("/moments/001", "2026-12-18");
        row("/refs/DP", "017");
        row("/refs/IA", "VENDOR 9");
        row("/refs/L1", "HANDLING");
        row("/PER/0/04", "5035550142");
        row("/ITD/0/03", "2.5");
        row("/ITD/0/07", "30");
        row("/ITD/0/12", "2.5% 15 NET 30");
        row("/TD5/0/05", "GROUND SERVICE");
        row("/note", "Ring at door 4, then wait for the porter\nNo deliveries on Friday");
        row("/allowances/0/isCharge", "false");
        row("/allowances/0/amount", "12.50");
        row("/allowances/0/text", "SPRING OFFER");
        row("/allowances/1/isCharge", "true");
        row("/allowances/1/code", "D240");
        row("/allowances/1/amount", "9.95");
        row("/N1/1/role", "shipTo");
        row("/N1/1/name2", "Receiving Dept");
        row("/N1/1/address2", "Rear Dock");
        row("/N1/1/phone", "5415550112");
        row("/N1/1/PER/0/02", "Lee Park");
        row("/parties/ST/id", "0012");
        row("/parties/BY/name", "Oakfield Stores Inc");
        row("/allParties/2/city", "Astoria");
        row("/destinations", "[\"0012\",\"0031\"]");
        row("/PO1/0/lineNo", "1");
        row("/PO1/0/_line", "29");
        row("/PO1/0/quantity", "24");
        row("/PO1/0/unit", "EA");
        row("/PO1/0/price", "7.125");
        row("/PO1/0/priceBasis", "PE");
        row("/PO1/0/sku", "HNG-20");
        row("/PO1/0/partnerSku", "OAK-771");
        row("/PO1/0/ids/UP", "012345678905");
        row("/PO1/0/description", "Hinge, brass 20 mm");
        row("/PO1/0/allowances/0/amount", "3.00");
        row("/PO1/0/stores/1/id", "0031");
        row("/PO1/0/stores/1/quantity", "6");
        row("/PO1/1/price", "absent");
        row("/PO1/1/stores/0/quantity", "4");
        row("/PO1/1/stores/1/id", "0031");
        row("/PO1/2/lineNo", "10");
        row("/PO1/2/sku", "PNT-RED 1");
        row("/PO1/2/moments/002", "2026-12-10");
        row("/PO1/2/note", "Mix well");
        row("/CTT/0/AMT/0/02", "174.5");
    }

    void holdsAnOrderWithEverything()
    {
        QFETCH(QString, pointer);
        QFETCH(QString, value);

        const json tree = treeOf(fixture("order_with_everything.x12"));

        QCOMPARE(QString::fromStdString(textAt(tree, pointer.toStdString())), value);
    }

    void findsTheOrderWithEverythingInOrder()
    {
        const X12Set set = readX12(fixture("order_with_everything.x12")).front();
        std::vector<std::string> warnings;

        const Status checked = checkOrderSet(x12Tree(set), warnings);

        QVERIFY2(checked.has_value(), checked ? "" : checked.error().message.c_str());
        QVERIFY(warnings.empty());
        QCOMPARE(set.warnings.size(), std::size_t{1});
        QVERIFY(set.warnings[0].starts_with("wrapped"));
    }

    void takesALinesOwnShipToForItsStore()
    {
        std::vector<std::string> segments = orderSegments();
        segments.insert(segments.begin() + 6, {"N1*ST*Site Two", "N3*9 Elm St", "N4*Ojai*CA*93023*US"});

        const json tree = treeOf(interchange(joined(segments)));

        QCOMPARE(tree["PO1"][0]["stores"][0]["id"], json("line:1"));
        QCOMPARE(tree["PO1"][0]["stores"][0]["quantity"], json("6"));
        QCOMPARE(textAt(tree, "/PO1/1/stores"), std::string("absent"));
        QCOMPARE(tree["destinations"], json::parse(quoted("['line:1']")));
        QCOMPARE(tree["allParties"][1]["city"], json("Ojai"));
    }

    void numbersLinesOnceEach()
    {
        const json tree = setTree("850", {"BEG*00*SA*1**20261120", "PO1**1*EA***VN*A", "PO1*1*1*EA***VN*B",
                                          "PO1*x*1*EA***VN*C", "PO1*000100007*1*EA***VN*D"});

        std::vector<int> numbers;
        for (const json& line : tree["PO1"])
            numbers.push_back(line["lineNo"].get<int>());

        QCOMPARE(numbers, (std::vector<int>{1, 2, 3, 100007}));
    }

    void passesOverDescriptionsInPlaceOfItemNumbers()
    {
        const json tree =
            setTree("850", {"BEG*00*SA*1**20261120", "PO1*1*1*EA***VN*A LONG DESCRIPTION*BP*B-1"});

        QCOMPARE(tree["PO1"][0]["sku"], json("B-1"));
        QCOMPARE(tree["PO1"][0]["ids"]["VN"], json("A LONG DESCRIPTION"));
    }

    void keepsAnUnknownSegmentWhereItStands()
    {
        const json tree =
            setTree("850", {"BEG*00*SA*1**20261120", "PO1*1*1*EA***VN*A", "ZZZ*own", "PID*F****Text"});

        QCOMPARE(tree["PO1"][0]["ZZZ"][0]["01"], json("own"));
        QCOMPARE(tree["PO1"][0]["description"], json("Text"));
    }

    void splitsComponentsOnlyWhereTheStandardHasThem()
    {
        const json tree =
            setTree("850", {"BEG*00*SA*1**20261120", "PO1*1*1*EA***VN*A>B", "MEA*PD*WD*61.5*IN>2"});

        QCOMPARE(tree["PO1"][0]["sku"], json("A>B"));
        QCOMPARE(tree["PO1"][0]["MEA"][0]["04"], json::parse(quoted("{'1': 'IN', '2': '2'}")));
    }

    void holdsAShipmentConfirmation()
    {
        const json tree =
            setTree("945", {"W06*F*REL-9*20261123*S77**PO-1", "N1*WH*Dock*92*NORTH", "N9*DO*D-9",
                            "N9*CN*TRK55", "G62*11*20261123*W*160412", "W27*M*NPEX", "LX*2",
                            "W12*CC*3*3*0*EA**VN*HNG-20", "LX*1", "W12*CP*4*1*3*EA*0123", "W03*4"});

        QCOMPARE(textAt(tree, "/moments/11"), std::string("2026-11-23T16:04:12Z"));
        QCOMPARE(textAt(tree, "/refs/CN"), std::string("TRK55"));
        QCOMPARE(textAt(tree, "/LX/0/lineNo"), std::string("2"));
        QCOMPARE(textAt(tree, "/LX/0/W12/0/sku"), std::string("HNG-20"));
        QCOMPARE(textAt(tree, "/LX/1/W12/0/ids/UP"), std::string("0123"));
        QCOMPARE(textAt(tree, "/LX/1/W12/0/04"), std::string("3"));
        QCOMPARE(textAt(tree, "/W03/0/01"), std::string("4"));
    }

    void holdsStockAndAcknowledgement()
    {
        const json stock = setTree("846", {"BIA*00*SI*77*20261123*160412", "LIN*1*VN*HNG-20", "QTY*17*120*EA",
                                           "QTY*33*115*EA", "LIN*2*VN*SCR-05", "QTY*17*0*EA", "CTT*2"});
        const json taken = setTree("997", {"AK1*OW*17", "AK2*940*0001", "AK3*N1*4", "AK4*2**1", "AK5*R*5",
                                           "AK2*940*0002", "AK5*A", "AK9*P*2*2*1"});

        QCOMPARE(textAt(stock, "/moments/BIA04"), std::string("2026-11-23T16:04:12Z"));
        QCOMPARE(textAt(stock, "/LIN/0/quantities/33"), std::string("115"));
        QCOMPARE(textAt(stock, "/LIN/1/sku"), std::string("SCR-05"));
        QCOMPARE(textAt(taken, "/AK2/0/AK3/0/AK4/0/01"), std::string("2"));
        QCOMPARE(textAt(taken, "/AK2/1/AK5/0/01"), std::string("A"));
        QCOMPARE(textAt(taken, "/AK9/0/01"), std::string("P"));
    }

    void rejectsOrdersWithThePlace_data()
    {
        QTest::addColumn<QString>("from");
        QTest::addColumn<QString>("to");
        QTest::addColumn<QString>("rule");
        QTest::addColumn<QString>("place");
        const auto row = [](const char* name, const char* from, const char* to, const char* rule,
                            const char* place) {
            QTest::newRow(name) << QString::fromUtf8(from) << QString::fromUtf8(to) << QString::fromUtf8(rule)
                                << QString::fromUtf8(place);
        };
        const char* line = "PO1*1*6*EA*3.25**VN*HNG-20";
        const char* place = "segment 6 PO1 (line 8)";
        row("no BEG", "BEG*00*SA*77120**20261120~\n", "", "beg-missing", "segment 1 ST, set 0001 (line 3)");
        row("no number", "*77120*", "**", "number-missing", "segment 2 BEG (line 4)");
        row("no PO1", "PO1*1*6*EA*3.25**VN*HNG-20~\nPO1*2*1*EA***VN*HNG-30~\n", "", "po1-missing",
            "segment 7 SE (line 9)");
        row("no quantity", line, "PO1*1**EA*3.25**VN*HNG-20", "quantity", place);
        row("quantity zero", line, "PO1*1*0*EA*3.25**VN*HNG-20", "quantity", place);
        row("quantity below zero", line, "PO1*1*-6*EA*3.25**VN*HNG-20", "quantity", place);
        row("quantity with letters", line, "PO1*1*6x*EA*3.25**VN*HNG-20", "quantity", place);
        row("quantity too large", line, "PO1*1*99999999999999999999*EA*3.25**VN*HNG-20", "quantity", place);
        row("quantity with an exponent", line, "PO1*1*1E2*EA*3.25**VN*HNG-20", "quantity", place);
        row("price no number", line, "PO1*1*6*EA*3,25**VN*HNG-20", "price", place);
        row("price below zero", line, "PO1*1*6*EA*-3.25**VN*HNG-20", "price", place);
        row("no item", line, "PO1*1*6*EA*3.25", "item-missing", place);
        row("parts too few", line, "PO1*1*6*EA*3.25**VN*HNG-20~\nSDQ*EA*92*0012*5", "split", place);
        row("a part without place", line, "PO1*1*6*EA*3.25**VN*HNG-20~\nSDQ*EA*92**6", "split", place);
        row("a part that is no number", line, "PO1*1*6*EA*3.25**VN*HNG-20~\nSDQ*EA*92*0012*six", "split",
            place);
        row("parts in another unit", line, "PO1*1*6*EA*3.25**VN*HNG-20~\nSDQ*CA*92*0012*6", "split", place);
    }

    void rejectsOrdersWithThePlace()
    {
        QFETCH(QString, from);
        QFETCH(QString, to);
        QFETCH(QString, rule);
        QFETCH(QString, place);
        std::vector<std::string> warnings;

        const Status checked =
            checkOrderSet(treeOf(orderWith(from.toStdString(), to.toStdString())), warnings);

        QVERIFY(!checked.has_value());
        QVERIFY2(checked.error().message.starts_with(rule.toStdString() + ": "),
                 checked.error().message.c_str());
        QCOMPARE(QString::fromStdString(checked.error().place), place);
    }

    void toleratesInOrders_data()
    {
        QTest::addColumn<QString>("from");
        QTest::addColumn<QString>("to");
        QTest::addColumn<QString>("rule");
        QTest::newRow("a missing price has no warning") << QString() << QString() << QString();
        QTest::newRow("no unit") << QStringLiteral("PO1*1*6*EA*") << QStringLiteral("PO1*1*6**")
                                 << QStringLiteral("unit-missing");
        QTest::newRow("two ship-to without a split")
            << QStringLiteral("PO1*1*") << QStringLiteral("N1*ST*B*92*D2~\nPO1*1*")
            << QStringLiteral("ship-to-unused");
    }

    void toleratesInOrders()
    {
        QFETCH(QString, from);
        QFETCH(QString, to);
        QFETCH(QString, rule);
        std::vector<std::string> warnings;

        const Status checked =
            checkOrderSet(treeOf(orderWith(from.toStdString(), to.toStdString())), warnings);

        QVERIFY(checked.has_value());
        QCOMPARE(warnings.size(), rule.isEmpty() ? std::size_t{0} : std::size_t{1});
        if (!warnings.empty()) QVERIFY(warnings[0].starts_with(rule.toStdString() + ": "));
    }
};

QTEST_GUILESS_MAIN(TestX12Tree)
#include "tst_x12_tree.moc"
