// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "app/ctl/agreement.h"

#include <functional>

using namespace milepost;

namespace {

/// An order of the shop that was shipped, invoiced and told about, as the network's books have it.
Truth truth()
{
    TrueOrder order{.ref = "1001", .channel = "shop"};
    const std::int64_t three = Quantity::units(3).micro;
    order.figures = {{"ordered", {{"BRK-1", three}}},
                     {"shipped", {{"BRK-1", three}}},
                     {"delivered", {{"BRK-1", three}}},
                     {"cancelled", {{"BRK-1", 0}}},
                     {"returned", {{"BRK-1", 0}}}};
    order.shipments = {{.tracking = "T1", .number = "WS-1", .units = {{"BRK-1", three}}}};
    order.invoices = {{.number = "INV-1", .amount = "37.50", .units = {{"BRK-1", three}}}};
    order.notices = {{"shipped", 1}};
    return {.emitted = {{"shop", 1}},
            .orders = {order},
            .works = {{"erp", "invoice.create", "1001:invoice", 1},
                      {"wms-west", "fulfillment.release", "1001-F1", 1},
                      {"notify", "customer.notify", "1001|shipped|T1", 1}}};
}

EffectView effect(int number, const char* system, const char* capability, const char* key,
                  const char* reference)
{
    return {.number = number,
            .capability = capability,
            .system = system,
            .subject = 1,
            .state = "done",
            .key = key,
            .reference = reference};
}

/// The same order in our books.
OurBooks books()
{
    OrderView order{.row = {.orderNo = "1001", .channel = "shop", .currency = *parseCurrency("USD")},
                    .number = "1001"};
    const Quantity three = Quantity::units(3);
    order.lines = {
        {.lineNo = 1, .sku = "BRK-1", .figures = {.ordered = three, .shipped = three, .delivered = three}}};
    order.shipments = {
        {.number = 1, .document = "WS-1", .tracking = "T1", .lines = {{.lineNo = 1, .quantity = three}}}};
    order.invoices = {
        {.number = 1, .document = "INV-1", .amountMinor = 3750, .lines = {{.lineNo = 1, .quantity = three}}}};
    order.effects = {effect(1, "erp", "invoice.create", "1001:invoice", "1001-S1"),
                     effect(2, "wms-west", "fulfillment.release", "1001:release", "1001-F1"),
                     effect(3, "notify", "customer.notify", "1001:notify", "1001-S1")};
    return {.orders = {order}};
}

ExceptionView openFor(int effectNumber)
{
    return {.id = 1, .orderNo = "1001", .effect = effectNumber, .state = "open"};
}

using Change = std::function<void(Truth&, OurBooks&)>;

} // namespace

Q_DECLARE_METATYPE(Change)

class TestAgreement : public QObject {
    Q_OBJECT
private slots:
    void equalBooksAgree();
    void everyFlawIsFound_data();
    void everyFlawIsFound();
    void theBooksOfTheNetworkAreRead();
};

void TestAgreement::equalBooksAgree()
{
    const Agreement agreement = agreementOf(truth(), books());

    QVERIFY(agreement.isComplete());
    QCOMPARE(agreement.ordersEmitted, 1);
    QCOMPARE(agreement.ordersCompared, 1);
}

void TestAgreement::everyFlawIsFound_data()
{
    QTest::addColumn<Change>("change");
    QTest::addColumn<QByteArray>("path"); // of the first difference
    QTest::addColumn<int>("repeated");
    QTest::addColumn<int>("lost");
    const auto row = [](const char* name, const char* path, int repeated, int lost, Change change) {
        QTest::newRow(name) << change << QByteArray(path) << repeated << lost;
    };
    row("shipped quantity", "lines/BRK-1/shipped", 0, 0,
        [](Truth&, OurBooks& ours) { ours.orders[0].lines[0].figures.shipped = Quantity::units(2); });
    row("ordered quantity of a sku that they do not have", "lines/OTHER/ordered", 0, 0,
        [](Truth&, OurBooks& ours) {
            ours.orders[0].lines.push_back(
                {.lineNo = 2, .sku = "OTHER", .figures = {.ordered = Quantity::units(1)}});
        });
    row("a shipment that we do not know", "shipments/T2/BRK-1", 0, 0, [](Truth& theirs, OurBooks&) {
        theirs.orders[0].shipments.push_back({.tracking = "T2", .units = {{"BRK-1", 1'000'000}}});
    });
    row("a shipment that they do not know", "shipments/T1", 0, 0,
        [](Truth& theirs, OurBooks&) { theirs.orders[0].shipments.clear(); });
    row("amount of an invoice", "invoices/INV-1/amount", 0, 0,
        [](Truth& theirs, OurBooks&) { theirs.orders[0].invoices[0].amount = "37.51"; });
    row("an invoice that we do not know", "invoices/INV-2", 0, 0, [](Truth& theirs, OurBooks&) {
        theirs.orders[0].invoices.push_back({.number = "INV-2", .amount = "1.00"});
    });
    row("a second message to the customer", "notices", 0, 0,
        [](Truth& theirs, OurBooks&) { theirs.orders[0].notices["shipped"] = 2; });
    row("an order of ours that nobody sent", "order", 0, 0, [](Truth&, OurBooks& ours) {
        ours.orders.push_back({.row = {.orderNo = "1001-2", .channel = "shop"}, .number = "9999"});
    });
    row("work done twice", "", 1, 0, [](Truth& theirs, OurBooks&) { theirs.works[0].performed = 2; });
    row("an order that we never got", "", 0, 1, [](Truth& theirs, OurBooks&) {
        theirs.emitted["shop"] = 2;
        theirs.orders.push_back({.ref = "1002", .channel = "shop"});
    });
    row("work that no order of ours asked for", "", 0, 1, [](Truth& theirs, OurBooks&) {
        theirs.works.push_back({"erp", "invoice.create", "1001:invoice:7", 1});
    });
    row("work that we believe undone, with nobody to look at it", "", 0, 1,
        [](Truth&, OurBooks& ours) { ours.orders[0].effects[1].state = "rejected"; });
    row("the same with an open exception is honest", "", 0, 0, [](Truth&, OurBooks& ours) {
        ours.orders[0].effects[1].state = "unknown";
        ours.orders[0].exceptions = {openFor(2)};
    });
    row("a notice whose answer never came is honest when its exception is open", "", 0, 0,
        [](Truth&, OurBooks& ours) {
            ours.orders[0].effects[2].state = "unknown";
            ours.orders[0].exceptions = {openFor(3)};
        });
    row("a backorder on both sides is no difference", "", 0, 0, [](Truth& theirs, OurBooks& ours) {
        theirs.orders[0].figures["ordered"]["BRK-1"] += 1'000'000;
        ours.orders[0].lines[0].figures.ordered += Quantity::units(1);
        ours.orders[0].lines[0].figures.backordered = Quantity::units(1);
    });
}

void TestAgreement::everyFlawIsFound()
{
    QFETCH(Change, change);
    QFETCH(QByteArray, path);
    QFETCH(int, repeated);
    QFETCH(int, lost);
    Truth theirs = truth();
    OurBooks ours = books();
    change(theirs, ours);

    const Agreement agreement = agreementOf(theirs, ours);

    QCOMPARE(agreement.differences.empty() ? std::string() : agreement.differences[0].path,
             path.toStdString());
    QCOMPARE(int(agreement.repeated.size()), repeated);
    QCOMPARE(int(agreement.lost.size()), lost);
    QCOMPARE(agreement.isComplete(), path.isEmpty() && repeated == 0 && lost == 0);
}

void TestAgreement::theBooksOfTheNetworkAreRead()
{
    const auto read =
        parseTruth(R"({"seed": 1, "scheduled": 4, "faults": {}, "emitted": {"shop": 1}, "stock": [],
        "orders": [{"ref": "1001", "channel": "shop",
            "lines": [{"sku": "A", "ordered": 3, "shipped": 2, "delivered": 1, "cancelled": 0, "returned": 0}],
            "shipments": [{"node": "WEST", "shipmentNo": "W1", "tracking": "T1", "lines": [{"sku": "A", "quantity": 2}]}],
            "invoices": [{"number": "I1", "amount": "1.50", "lines": [{"sku": "A", "quantity": "2"}]}],
            "credits": [], "notices": [{"kind": "shipped", "count": 1}]}],
        "works": [{"system": "erp", "capability": "order.accept", "reference": "1001:accept", "key": "", "requests": 2, "performed": 1}]})");

    QVERIFY(read.has_value());
    QCOMPARE(read->scheduled, 4);
    QCOMPARE(read->orders[0].figures.at("shipped").at("A"), Quantity::units(2).micro);
    QCOMPARE(read->orders[0].invoices[0].units.at("A"), Quantity::units(2).micro);
    QCOMPARE(read->works[0].performed, 1);
    QVERIFY(!parseTruth("{\"orders\": 3}").has_value());
}

QTEST_GUILESS_MAIN(TestAgreement)
#include "tst_agreement.moc"
