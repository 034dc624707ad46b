// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "backend/contracts/incoming_map.h"
#include "backend/contracts/json_slice.h"
#include "contract_samples.h"

#include <nlohmann/json.hpp>

using namespace milepost;
using nlohmann::json;

namespace {

/// The rows of tests/fixtures/contracts/order-map.json.
std::string orderRows()
{
    return samples::fileText("tests/fixtures/contracts/order-map.json");
}

IncomingMap mapOf(const std::string& rows, MapKind kind = MapKind::Order)
{
    auto map = parseFieldMap(json::parse(rows));
    if (!map) throw std::runtime_error(map.error().message);
    auto compiled = IncomingMap::compile(*map, kind, nullptr);
    if (!compiled) throw std::runtime_error(compiled.error().message);
    return *std::move(compiled);
}

Result<CanonicalOrder> readOrder(const std::string& document, const std::string& rows = orderRows())
{
    return mapOf(rows).readOrder(parseExactJson(document).value());
}

} // namespace

class TestIncomingMap : public QObject {
    Q_OBJECT

private slots:
    void readsAnOrder();
    void unitsBecomeBaseUnits();
    void numbersPassThroughNoDouble();
    void aRowMoreChangesTheResult();
    void errorsHaveTheirPlace_data();
    void errorsHaveTheirPlace();
    void wrongMapsAreRefused_data();
    void wrongMapsAreRefused();
    void partsMustSumToTheLine();
    void linesWithoutPartsGoToTheHeader();
    void doubleLineNumbersAreReplaced();
    void deepAndWideDocumentsAreBounded();
};

void TestIncomingMap::readsAnOrder()
{
    const auto order = readOrder(
        R"({"no": "A1", "cur": "EUR", "total": "12.30", "at": "2026-11-23T10:00:00+01:00", "wanted": "2026-11-30",
        "notes": [{"text": "left"}, {"text": "door"}], "ship": [{"kind": "X", "code": "no"}, {"kind": "GROUND", "code": "G"}],
        "to": {"first": "Ann", "last": "Lee"}, "extra": [{"k": "gift", "v": "yes"}], "off": [{"code": "TEN", "sum": "1.00"}],
        "items": [{"sku": "S", "qty": "2.5", "price": "0.333333", "colour": "red", "off": [{"sum": "0.10"}, {"sum": "0.20"}]}, {"sku": "T", "qty": 1, "price": null}]})");

    QVERIFY2(order, order ? "" : order.error().message.c_str());
    QCOMPARE(order->totalMinor.value(), std::int64_t(1230));
    QCOMPARE(toText(*order->placedAt), std::string("2026-11-23T09:00:00.000Z"));
    QCOMPARE(order->note, std::string("left door"));
    QCOMPARE(order->service, std::string("G"));
    QCOMPARE(order->parties.at(0).name, std::string("Ann Lee"));
    QCOMPARE(order->attributes.at(0), (Attribute{"gift", "yes"}));
    QCOMPARE(order->allowances.at(0), (Allowance{false, "TEN", "", 100}));
    QCOMPARE(order->lines.at(0).quantity.micro, std::int64_t(2'500'000));
    QCOMPARE(order->lines.at(0).unitPrice.value().micro, std::int64_t(333'333));
    QCOMPARE(order->lines.at(0).allowances.at(1).amountMinor, std::int64_t(20));
    QCOMPARE(order->lines.at(0).attributes.at(0), (Attribute{"colour", "red"}));
    QVERIFY(!order->lines.at(1).unitPrice.has_value());
    QCOMPARE(order->lines.at(1).lineNo, 2);
    QCOMPARE(toText(*order->lines.at(1).requestedAt), std::string("2026-11-30T00:00:00.000Z"));
}

void TestIncomingMap::unitsBecomeBaseUnits()
{
    const auto order =
        readOrder(R"({"no": "A1", "items": [{"sku": "S", "qty": "2", "uom": "CA", "price": "10.00"}]})");

    QCOMPARE(order->lines.at(0).quantity, Quantity::units(24));
    QCOMPARE(order->lines.at(0).unitPrice.value().micro, std::int64_t(833'333));
    QCOMPARE(order->lines.at(0).unit, std::string("CA"));
}

void TestIncomingMap::numbersPassThroughNoDouble()
{
    const auto order = readOrder(
        R"({"no": 18446744073709551615, "cur": "USD", "total": 90071992547409.93, "items": [{"sku": "S", "qty": 0.1}]})");

    QCOMPARE(order->number, std::string("18446744073709551615"));
    QCOMPARE(order->totalMinor.value(), std::int64_t(9007199254740993));
    QCOMPARE(order->lines.at(0).quantity.micro, std::int64_t(100'000));
}

void TestIncomingMap::aRowMoreChangesTheResult()
{
    const std::string document = R"({"no": "A1", "cust": "C7", "items": [{"sku": "S", "qty": "1"}]})";
    std::string more = orderRows();
    more.insert(more.rfind(']'), R"(, ["order.customerNo", "/cust", "prefix:X-"])");

    QCOMPARE(readOrder(document)->customerNo, std::string());
    QCOMPARE(readOrder(document, more)->customerNo, std::string("X-C7"));
}

void TestIncomingMap::errorsHaveTheirPlace_data()
{
    QTest::addColumn<QString>("document");
    QTest::addColumn<QString>("place");
    const auto row = [](const char* name, const char* document, const char* place) {
        QTest::newRow(name) << QString::fromUtf8(document) << QString::fromUtf8(place);
    };
    row("no number", R"({"items": []})", "/no");
    row("no lines at all", R"({"no": "1"})", "/items");
    row("an empty list of lines", R"({"no": "1", "items": []})", "/items");
    const std::string longName(101, 'x');
    row("a number without end",
        (R"({"no": ")" + longName + R"(", "items": [{"sku": "A", "qty": "1"}]})").c_str(), "/items");
    row("an item without end",
        (R"({"no": "1", "items": [{"sku": ")" + longName + R"(", "qty": "1"}]})").c_str(), "/items/0");
    row("a number that a terminal obeys", R"({"no": "1\u001b[31m", "items": [{"sku": "A", "qty": "1"}]})",
        "/items");
    row("more units than sums hold",
        R"({"no": "1", "items": [{"sku": "A", "qty": "999999999"}, {"sku": "B", "qty": "2"}]})", "/items");
    row("a line without item", R"({"no": "1", "items": [{"sku": "A", "qty": "1"}, {"qty": "1"}]})",
        "/items/1");
    row("a quantity that is no number",
        R"({"no": "1", "items": [{"sku": "A", "qty": "1"}, {"sku": "B", "qty": "many"}]})", "/items/1/qty");
    row("a quantity that is missing", R"({"no": "1", "items": [{"sku": "A"}]})", "/items/0/qty");
    row("a quantity of nothing", R"({"no": "1", "items": [{"sku": "A", "qty": "0"}]})", "/items/0");
    row("a price that is none", R"({"no": "1", "items": [{"sku": "A", "qty": "1", "price": "1,5"}]})",
        "/items/0/price");
    row("an amount without currency", R"({"no": "1", "total": "1.00", "items": []})", "/total");
    row("an amount with too many digits", R"({"no": "1", "cur": "JPY", "total": "1.50", "items": []})",
        "/total");
    row("a currency that does not exist", R"({"no": "1", "cur": "XXQ", "items": []})", "/cur");
    row("a day that does not exist", R"({"no": "1", "at": "2026-02-30", "items": []})", "/at");
    row("an object for a value", R"({"no": {"a": 1}, "items": []})", "/no");
    row("within a nested array",
        R"({"no": "1", "cur": "USD", "items": [{"sku": "A", "qty": 1, "off": [{"sum": "1"}, {"sum": "x"}]}]})",
        "/items/0/off/1/sum");
    row("with segment and line",
        R"({"no": "1", "items": [{"sku": "A", "qty": "x", "_at": 11, "_line": 13}]})",
        "/items/0/qty (segment 11, line 13)");
}

void TestIncomingMap::errorsHaveTheirPlace()
{
    QFETCH(QString, document);
    QFETCH(QString, place);

    const auto order = readOrder(document.toStdString());

    QVERIFY(!order);
    QCOMPARE(order.error().kind, ErrorKind::InvalidInput);
    QCOMPARE(QString::fromStdString(order.error().place), place);
}

void TestIncomingMap::wrongMapsAreRefused_data()
{
    QTest::addColumn<QString>("rows");
    QTest::addColumn<QString>("named");
    const auto row = [](const char* name, const char* rows, const char* named) {
        QTest::newRow(name) << QString::fromUtf8(rows) << QString::fromUtf8(named);
    };
    row("unknown field", R"([["order.nmber", "/a"]])", "row 1 (order.nmber)");
    row("field of a request", R"([["order.number", "/a"], ["effect.key", "/b"]])", "row 2 (effect.key)");
    row("field of a report", R"([["report.reference", "/a"]])", "row 1 (report.reference)");
    row("pointer without slash", R"([["order.number", "a"]])", "does not begin with a slash");
    row("bad escape", R"([["order.number", "/a~2"]])", "cannot be read");
    row("pick without end", R"([["order.number", "/a/[b=1"]])", "cannot be read");
    row("unknown transform", R"([["order.number", "/a", "shout"]])", "shout");
    row("empty source", R"([["order.number", ""]])", "source is empty");
    row("two arrays for one kind of item", R"([["line.sku", "/a/*/s"], ["line.quantity", "/b/*/q"]])",
        "row 2");
    row("inner rows without lines", R"([["line.part.destination", "/a/*/b/*/id"]])", "no line rows");
}

void TestIncomingMap::wrongMapsAreRefused()
{
    QFETCH(QString, rows);
    QFETCH(QString, named);

    const auto compiled =
        IncomingMap::compile(*parseFieldMap(json::parse(rows.toStdString())), MapKind::Order, nullptr);

    QVERIFY(!compiled);
    QVERIFY2(compiled.error().message.find(named.toStdString()) != std::string::npos,
             compiled.error().message.c_str());
}

void TestIncomingMap::partsMustSumToTheLine()
{
    const auto order = readOrder(
        R"({"no": "1", "items": [{"sku": "A", "qty": 3, "stores": [{"id": "7", "qty": 1}, {"id": "8", "qty": 1}]}]})");

    QVERIFY(!order);
    QCOMPARE(order.error().place, std::string("/items/0"));
}

void TestIncomingMap::linesWithoutPartsGoToTheHeader()
{
    const auto order = readOrder(
        R"({"no": "1", "to": {"first": "Head"}, "items": [{"sku": "A", "qty": 3, "stores": [{"id": "7"}]}, {"sku": "B", "qty": 1}]})");

    QVERIFY(order);
    QCOMPARE(order->destinations.size(), std::size_t(2));
    QCOMPARE(shipTo(*order, 0)->name, std::string("Head"));
    QCOMPARE(order->lines.at(0).parts.at(0), (DestinationPart{1, Quantity::units(3)}));
    QVERIFY(order->lines.at(1).parts.empty());
}

void TestIncomingMap::doubleLineNumbersAreReplaced()
{
    const std::string rows =
        R"([["order.number", "/no"], ["line.lineNo", "/l/*/n"], ["line.sku", "/l/*/s"], ["line.quantity", "/l/*/q"]])";

    const auto kept =
        readOrder(R"({"no": "1", "l": [{"n": 20, "s": "A", "q": 1}, {"n": 10, "s": "B", "q": 1}]})", rows);
    const auto replaced =
        readOrder(R"({"no": "1", "l": [{"n": 20, "s": "A", "q": 1}, {"n": 20, "s": "B", "q": 1}]})", rows);

    QCOMPARE(kept->lines.at(1).lineNo, 10);
    QCOMPARE(replaced->lines.at(0).lineNo, 1);
    QCOMPARE(replaced->lines.at(1).lineNo, 2);
}

void TestIncomingMap::deepAndWideDocumentsAreBounded()
{
    json wide = {{"no", "1"}, {"items", json::array()}};
    for (int i = 0; i < 60'000; ++i)
        wide["items"].push_back({{"sku", "A"}, {"qty", 1}});

    QVERIFY(!mapOf(orderRows()).readOrder(wide));
    QVERIFY(!parseExactJson(std::string(100'000, '[')));
    QVERIFY(!parseExactJson(std::string(100, '[') + std::string(100, ']')));
}

QTEST_GUILESS_MAIN(TestIncomingMap)
#include "tst_incoming_map.moc"
