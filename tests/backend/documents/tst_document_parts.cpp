// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>
#include <QtCore/qfloat16.h>

#include "backend/documents/document_kind.h"
#include "backend/documents/document_parts.h"
#include "quoted_text.h"
#include "sample_x12.h"

#include <nlohmann/json.hpp>

using namespace milepost;
using namespace milepost::sample;
using nlohmann::json;

namespace {

std::string resultOf(const DocumentPart& part)
{
    if (std::holds_alternative<JsonTree>(part.content)) return "tree";
    if (std::holds_alternative<NothingInside>(part.content)) return "nothing";
    return std::get<Error>(part.content).message.substr(0, std::get<Error>(part.content).message.find(':'));
}

} // namespace

class TestDocumentParts : public QObject {
    Q_OBJECT

private slots:
    void recognisesByContent_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<int>("kind");
        const auto row = [](const char* name, const std::string& bytes, DocumentKind kind) {
            QTest::newRow(name) << QByteArray::fromStdString(bytes) << static_cast<int>(kind);
        };
        row("X12", isa(), DocumentKind::X12);
        row("X12 behind a mail header", "From: a@b.test\n\n" + isa(), DocumentKind::X12);
        row("X12 without ISA", "GS*PO*A*B~ST*850*1~", DocumentKind::X12);
        row("EDIFACT with UNA", "UNA:+.? 'UNB+UNOA:1+A+B'", DocumentKind::Edifact);
        row("EDIFACT with a byte order mark", "\xEF\xBB\xBFUNB+UNOC:3+A+B'", DocumentKind::Edifact);
        row("TRADACOMS", "STX=ANA:1+A+B'", DocumentKind::Tradacoms);
        row("JSON object", " \r\n{\"a\": 1}", DocumentKind::Json);
        row("JSON list", "[]", DocumentKind::Json);
        row("text", "VISA*card", DocumentKind::Unknown);
        row("nothing", "", DocumentKind::Unknown);
    }

    void recognisesByContent()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(int, kind);

        QCOMPARE(static_cast<int>(recognise(bytes.toStdString())), kind);
    }

    void namesEachDocument_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QByteArray>("format");
        QTest::addColumn<QByteArray>("result");
        const auto row = [](const char* name, const std::string& bytes, const char* format,
                            const char* result) {
            QTest::newRow(name) << QByteArray::fromStdString(bytes) << QByteArray(format)
                                << QByteArray(result);
        };
        const std::string order =
            quoted("{'id': 9007199254740993, 'name': '#5', 'line_items': [{'sku': 'A'}]}");
        row("an 850", orderWith("", ""), "x12-850", "tree");
        row("an 850 without lines", orderWith("PO1*1*6*EA*3.25**VN*HNG-20~\nPO1*2*1*EA***VN*HNG-30~\n", ""),
            "x12-850", "po1-missing");
        row("a set of letters", orderWith("ST*850*", "ST*ABC*"), "x12-ABC", "st-type");
        row("TA1", isa() + "TA1*1~IEA*0*000000041~", "x12-TA1", "nothing");
        row("X12 that cannot be read", "ISA*00*~", "unknown", "isa-separators");
        row("a wrapped order", quoted("{'order': ") + order + "}", "shopify-order", "tree");
        row("a bare order", order, "shopify-order", "tree");
        row("a list of orders", quoted("{'orders': [") + order + "]}", "shopify-order", "tree");
        row("a bare list of orders", "[" + order + "]", "shopify-order", "tree");
        row("an empty list of orders", quoted("{'orders': []}"), "shopify-order", "nothing");
        row("an order without lines", quoted("{'order': {'id': 1}}"), "shopify-order", "json-lines");
        row("an order whose lines are none", quoted("{'order': {'line_items': 7}}"), "shopify-order",
            "json-lines");
        row("an order that is none", quoted("{'orders': [7]}"), "shopify-order", "json-lines");
        row("a draft", quoted("{'draft_order': {'id': 1, 'line_items': [{}]}}"), "shopify-draft", "nothing");
        row("drafts", quoted("{'draft_orders': [{'id': 1}]}"), "shopify-draft", "nothing");
        row("a customer", quoted("{'customer': {'id': 1}}"), "shopify-customer", "nothing");
        row("products", quoted("{'products': [{'id': 1}]}"), "shopify-product", "nothing");
        row("a bare fulfillment",
            quoted("{'id': 1, 'line_items': [], 'tracking_number': '1', 'name': '#1.1'}"),
            "shopify-fulfillment", "nothing");
        row("a bare refund", quoted("{'id': 1, 'refund_line_items': []}"), "shopify-refund", "nothing");
        row("other JSON", quoted("{'hello': 'world'}"), "unknown", "json-kind");
        row("numbers", "[1, 2]", "unknown", "json-kind");
        row("broken JSON", quoted("{'order': {"), "unknown", "json-syntax");
        row("EDIFACT", "UNB+UNOA:1+A+B'UNH+1+ORDERS:D:96A:UN'", "edifact-orders", "edifact");
        row("EDIFACT with own separators", "UNA=*.? ~UNB*UNOA=1*A*B~UNH*1*INVOIC=D~", "edifact-invoic",
            "edifact");
        row("EDIFACT without message", "UNB+UNOA:1+A+B'", "edifact", "edifact");
        row("EDIFACT cut in UNH", "UNB+UNOA:1+A+B'UNH+1+OR", "edifact", "edifact");
        row("TRADACOMS", "STX=ANA:1+A'", "tradacoms", "edifact");
        row("text", "hello", "unknown", "unknown-kind");
        row("white space", " \r\n\t ", "unknown", "empty-file");
        row("nothing", "", "unknown", "empty-file");
        row("zeros", std::string(100, '\0'), "unknown", "unknown-kind");
    }

    void namesEachDocument()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QByteArray, format);
        QFETCH(QByteArray, result);

        const std::vector<DocumentPart> parts = readDocuments(bytes.toStdString());

        QCOMPARE(parts.size(), std::size_t{1});
        QCOMPARE(QByteArray::fromStdString(parts[0].format), format);
        QCOMPARE(QByteArray::fromStdString(resultOf(parts[0])), result);
    }

    void cutsAListOfOrdersIntoItsBytes()
    {
        const std::string first = quoted("{'id': 1, 'price': 12.30, 'line_items': [{}]}");
        const std::string second = quoted("{'id' : 2,  'line_items': [{'a': ']'}]}");

        const std::vector<DocumentPart> parts =
            readDocuments("{\"orders\": [" + first + ",\n " + second + "]}");

        QCOMPARE(parts.size(), std::size_t{2});
        QCOMPARE(parts[0].raw, first);
        QCOMPARE(parts[1].raw, second);
        QCOMPARE(parts[1].place, std::string("/orders/1"));
        QCOMPARE((*std::get<JsonTree>(parts[0].content))["price"], json("12.30"));
    }

    void givesASetItsBytesAndControl()
    {
        const std::string bytes = orderWith("", "");

        const std::vector<DocumentPart> parts = readDocuments(bytes);

        QVERIFY(parts[0].raw.starts_with("ST*850*0001~"));
        QVERIFY(parts[0].raw.ends_with("SE*9*0001~"));
        QCOMPARE(parts[0].control, std::string("000000041/41/0001"));
        QCOMPARE(parts[0].sender, std::string("OAKFIELD"));
    }
};

QTEST_GUILESS_MAIN(TestDocumentParts)
#include "tst_document_parts.moc"
