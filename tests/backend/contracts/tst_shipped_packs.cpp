// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "backend/connectors/reader.h"
#include "backend/contracts/json_slice.h"
#include "backend/contracts/policy_file.h"
#include "backend/contracts/process_file.h"
#include "contract_samples.h"

#include <nlohmann/json.hpp>

#include <filesystem>

namespace {

using namespace milepost;
using nlohmann::json;

json treeOf(const std::string& text)
{
    return parseExactJson(text).value();
}

IncomingMessage read(const std::string& pack, const std::string& text)
{
    return samples::shippedPack(pack)->readMessage(treeOf(text), text, "message-1");
}

/// What the pack of EDI customers makes of a set as a partner sends it.
CanonicalOrder readSet(const std::string& text)
{
    const std::string bytes = "ISA*00*          *00*          *ZZ*OAKFIELD       *ZZ*MERCHANT       "
                              "*261121*0915*U*00401*000000042*0*P*>~"
                              "GS*PC*OAKFIELD*MERCHANT*20261121*0915*42*X*004010~" +
                              text + "GE*1*42~IEA*1*000000042~";
    const auto messages = readBytes({samples::shippedPack("edi")}, "edi", "change.edi", bytes);
    if (const auto* error = std::get_if<Error>(&messages.front().content))
        throw std::runtime_error(error->place + ": " + error->message);
    return std::get<CanonicalOrder>(messages.front().content);
}

CanonicalOrder benchOrder()
{
    const std::string text = samples::fileText("tests/fixtures/contracts/bench-order.json");
    return std::get<CanonicalOrder>(read("bench", text).content);
}

const Offer& offerOf(const std::vector<Offer>& offers, const std::string& capability)
{
    const auto at = std::ranges::find(offers, capability, &Offer::capability);
    if (at == offers.end()) throw std::runtime_error("no offer " + capability);
    return *at;
}

} // namespace

class TestShippedPacks : public QObject {
    Q_OBJECT

private slots:
    void everyShippedPackCompiles();
    void everyShippedProcessAndPolicyCompiles();
    void stepsReferToShippedPolicies();

    void benchBodiesAreThoseOfTheBench_data();
    void benchBodiesAreThoseOfTheBench();
    void benchSendsTheKeyAsHeader();

    void theErpIsAskedByReference();
    void theErpRefusesWithStatusTwoHundred();
    void aLookupOfTheErpFindsOrDoesNot();
    void theWarehouseSaysWhetherAnythingLeft_data();
    void theWarehouseSaysWhetherAnythingLeft();
    void theWarehouseGrantsPartOfAnAllocation();
    void statusesAreJudged_data();
    void statusesAreJudged();

    void aShopOrderKeepsItsLargeId();
    void aShopOrderThatWasCancelledSaysSo();
    void aPortalLineWithoutPriceHasNone();
    void anEdiOrderGoesToItsStores();
    void anEdiChangeStatesOnlyWhatChanges();
    void anEdiChangeOfTheHeadHasNoLines();
    void anEdiCancellationNeedsNoLines();
    void anEdiReplacementNamesAllLines();
    void aWestEventBecomesAReport();
    void anUnknownStatusWordIsKept();
    void aCarrierExceptionIsALoss();
    void aNineFortyFiveSaysWhatShippedAndWhatNeverWill();
    void aFeedIsSplitWithItsOwnBytes();
    void releaseFilesAreNamedByTheirControlNumber();
};

void TestShippedPacks::everyShippedPackCompiles()
{
    int count = 0;
    const std::filesystem::path folder = std::string(MILEPOST_SOURCE_DIR) + "/resources/packs";
    for (const auto& entry : std::filesystem::directory_iterator(folder)) {
        const auto pack =
            compilePack(samples::fileText("resources/packs/" + entry.path().filename().string()), 7);
        QVERIFY2(
            pack,
            pack ? ""
                 : (entry.path().string() + ": " + pack.error().place + ": " + pack.error().message).c_str());
        QCOMPARE((*pack)->definition(), 7);
        ++count;
    }
    QCOMPARE(count, 13);
}

void TestShippedPacks::everyShippedProcessAndPolicyCompiles()
{
    for (const char* name : {"order-to-cash", "bench"}) {
        const auto process =
            parseProcess(samples::fileText("resources/processes/" + std::string(name) + ".json"), 3);
        QVERIFY2(process, process ? "" : (process.error().place + ": " + process.error().message).c_str());
        QCOMPARE(process->name, std::string(name));
    }
    const auto policies = parsePolicies(samples::fileText("resources/policies/default.json"));
    QVERIFY2(policies, policies ? "" : policies.error().message.c_str());
    QCOMPARE(policies->find("critical").criticality, Criticality::Critical);
}

void TestShippedPacks::stepsReferToShippedPolicies()
{
    const auto policies = parsePolicies(samples::fileText("resources/policies/default.json"));
    for (const char* name : {"order-to-cash", "bench"}) {
        const auto process =
            parseProcess(samples::fileText("resources/processes/" + std::string(name) + ".json"), 3);
        for (const Step& step : process->steps)
            QCOMPARE(policies->find(step.policy).name, step.policy);
    }
}

void TestShippedPacks::benchBodiesAreThoseOfTheBench_data()
{
    QTest::addColumn<QString>("capability");
    QTest::addColumn<QString>("step");
    QTest::newRow("accept") << QStringLiteral("order.accept") << QStringLiteral("erp-accept");
    QTest::newRow("allocate") << QStringLiteral("inventory.allocate") << QStringLiteral("wms-allocate");
    QTest::newRow("pick") << QStringLiteral("fulfillment.release") << QStringLiteral("wms-pick");
    QTest::newRow("post") << QStringLiteral("shipment.post") << QStringLiteral("erp-postship");
    QTest::newRow("invoice") << QStringLiteral("invoice.create") << QStringLiteral("erp-invoice");
    QTest::newRow("notify") << QStringLiteral("customer.notify") << QStringLiteral("notify");
}

void TestShippedPacks::benchBodiesAreThoseOfTheBench()
{
    QFETCH(QString, capability);
    QFETCH(QString, step);
    const json bodies = json::parse(samples::fileText("tests/fixtures/contracts/bench-bodies.json"));
    std::string expected = bodies[step.toStdString()].get<std::string>();
    // the bench passes the shop's own text on; we keep the instant and write it in UTC
    const auto zone = expected.find("2025-01-15T10:00:00-05:00");
    if (zone != std::string::npos) expected.replace(zone, 25, "2025-01-15T15:00:00.000Z");

    const RequestView view = samples::viewOf(benchOrder(), capability.toStdString());
    const WireRequest request = samples::shippedPack("bench")->renderAttempt(view);

    QCOMPARE(request.body, expected);
}

void TestShippedPacks::benchSendsTheKeyAsHeader()
{
    const WireRequest request =
        samples::shippedPack("bench")->renderAttempt(samples::viewOf(benchOrder(), "order.accept"));

    QCOMPARE(request.method, std::string("POST"));
    QCOMPARE(request.target, std::string("/erp/accept"));
    QCOMPARE(request.headers.at(0), std::pair(std::string("Idempotency-Key"), std::string("T-000001:step")));
}

void TestShippedPacks::theErpIsAskedByReference()
{
    const auto pack = samples::shippedPack("erp");
    const RequestView view = samples::viewOf(benchOrder(), "order.accept");

    const std::vector<Offer> offers = pack->offers();
    const Offer& offer = offerOf(offers, "order.accept");
    QVERIFY(offer.lookup.exists);
    QVERIFY(!offer.idempotency.protects);
    QCOMPARE(offer.idempotency.carrier, KeyCarrier::Reference);
    QCOMPARE(pack->renderLookup(view).target, std::string("/sales?reference=T-000001%3Astep"));
}

void TestShippedPacks::theErpRefusesWithStatusTwoHundred()
{
    const Reply reply = samples::shippedPack("erp")->readReply(
        "order.accept", 200,
        R"({"ok": false, "error": {"code": "CREDIT_BLOCKED", "message": "over the limit"}})");

    QCOMPARE(reply.outcome, Outcome::Rejected);
    QCOMPARE(reply.code, std::string("CREDIT_BLOCKED"));
    QCOMPARE(reply.message, std::string("over the limit"));
}

void TestShippedPacks::aLookupOfTheErpFindsOrDoesNot()
{
    const auto pack = samples::shippedPack("erp");

    const Reply none = pack->readLookup("order.accept", 200, R"({"ok": true, "sales": []})");
    const Reply one = pack->readLookup(
        "order.accept", 200,
        R"({"ok": true, "sales": [{"saleNo": "SO-1", "currency": "USD", "total": "126.50", "lines": [{"lineNo": 2, "sku": "P", "quantity": "1", "unitPrice": "89.00"}]}]})");

    QCOMPARE(none.outcome, Outcome::NotFound);
    QCOMPARE(one.outcome, Outcome::Done);
    QCOMPARE(one.document, std::string("SO-1"));
    QCOMPARE(one.amountMinor.value(), std::int64_t(12650));
    QCOMPARE(one.lines.at(0).unitPrice.value().micro, std::int64_t(89'000'000));
    QCOMPARE(pack->readLookup("order.accept", 500, "").outcome, Outcome::Unknown);
    QCOMPARE(pack->readLookup("order.accept", 200, "{\"ok\": true, \"sal").outcome, Outcome::Unknown);
}

void TestShippedPacks::theWarehouseSaysWhetherAnythingLeft_data()
{
    QTest::addColumn<QString>("release");
    QTest::addColumn<QString>("state");
    const auto add = [](const char* name, const char* status, const char* lines, const char* state) {
        QTest::newRow(name) << QStringLiteral(R"({"releaseId": "RL-1", "status": "%1", "lines": [%2]})")
                                   .arg(QLatin1String(status), QLatin1String(lines))
                            << QString::fromLatin1(state);
    };
    add("waiting", "RECEIVED", R"({"shipped": 0})", "there");
    add("picked", "PICKED", R"({"shipped": 0})", "there");
    add("a part", "PARTIAL", R"({"shipped": 2}, {"shipped": 0})", "part");
    add("all", "SHIPPED", R"({"shipped": 2}, {"shipped": 1})", "left");
    add("some of it short", "SHIPPED", R"({"shipped": 0}, {"shipped": 1})", "left");
    add("all of it short", "SHIPPED", R"({"shipped": 0}, {"shipped": 0})", "there");
    add("no lines told", "SHIPPED", "", "left");
    add("taken back", "CANCELLED", R"({"shipped": 0})", "takenBack");
    add("a new word", "HELD", R"({"shipped": 0})", "unclear");
}

void TestShippedPacks::theWarehouseSaysWhetherAnythingLeft()
{
    QFETCH(QString, release);
    QFETCH(QString, state);

    const Reply reply =
        samples::shippedPack("wms-west")
            ->readLookup("fulfillment.release", 200, "{\"items\": [" + release.toStdString() + "]}");

    QCOMPARE(reply.outcome, Outcome::Done);
    QCOMPARE(QString::fromStdString(reply.state), state);
}

void TestShippedPacks::theWarehouseGrantsPartOfAnAllocation()
{
    const Reply reply =
        samples::shippedPack("wms-west")
            ->readReply(
                "inventory.allocate", 201,
                R"({"allocationId": "AL-1", "status": "PARTIAL", "lines": [{"lineNo": 1, "sku": "A", "requested": 3, "allocated": 2}, {"lineNo": 2, "sku": "B", "requested": 1, "allocated": 0}]})");

    QCOMPARE(reply.outcome, Outcome::Done);
    QCOMPARE(reply.lines.size(), std::size_t(2));
    QCOMPARE(reply.lines[0].quantity, Quantity::units(2));
    QCOMPARE(reply.lines[1].quantity, Quantity::units(0));
}

void TestShippedPacks::statusesAreJudged_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("body");
    QTest::addColumn<Outcome>("outcome");
    QTest::addColumn<QString>("code");
    const QString error = QString::fromUtf8("{\"code\": \"X\", \"message\": \"m\"}");
    QTest::newRow("created") << 201 << QString::fromUtf8("{\"allocationId\": \"A\"}") << Outcome::Done
                             << QString();
    QTest::newRow("created, cut off")
        << 201 << QString::fromUtf8("{\"allocat") << Outcome::Unknown << QStringLiteral("unreadable answer");
    QTest::newRow("created, without its number")
        << 201 << QStringLiteral("{}") << Outcome::Unknown << QStringLiteral("unreadable answer");
    QTest::newRow("a business rule") << 422 << error << Outcome::Rejected << QStringLiteral("X");
    QTest::newRow("too many") << 429 << error << Outcome::Refused << QStringLiteral("X");
    QTest::newRow("not authorised") << 401 << QString() << Outcome::Refused << QStringLiteral("http 401");
    QTest::newRow("unavailable") << 503 << QString() << Outcome::Refused << QStringLiteral("http 503");
    QTest::newRow("server error") << 500 << error << Outcome::Unknown << QStringLiteral("X");
    QTest::newRow("gateway timeout") << 504 << QString() << Outcome::Unknown << QStringLiteral("http 504");
}

void TestShippedPacks::statusesAreJudged()
{
    QFETCH(int, status);
    QFETCH(QString, body);
    QFETCH(Outcome, outcome);
    QFETCH(QString, code);

    const Reply reply =
        samples::shippedPack("wms-west")->readReply("inventory.allocate", status, body.toStdString());

    QCOMPARE(reply.outcome, outcome);
    QCOMPARE(reply.code, code.toStdString());
}

void TestShippedPacks::aShopOrderKeepsItsLargeId()
{
    const IncomingMessage message =
        read("shop", R"({"id": 9007199254741993, "name": "#1001", "created_at": "2026-11-23T11:04:12-05:00",
        "currency": "USD", "total_price": "42.45", "financial_status": "paid", "shipping_lines": [{"code": "GROUND", "title": "Ground", "price": "4.95"}],
        "shipping_address": {"name": "Zoë", "address1": "12 Dock St", "address2": null, "city": "Reno", "zip": "89501", "country_code": "US"},
        "line_items": [{"id": 13000000010011, "sku": "BRK-1007", "quantity": 3, "price": "12.50"}]})");

    const auto& order = std::get<CanonicalOrder>(message.content);
    QCOMPARE(order.number, std::string("1001"));
    QCOMPARE(order.channelOrderId, std::string("9007199254741993"));
    QCOMPARE(order.channel, std::string("shop"));
    QCOMPARE(order.totalMinor.value(), std::int64_t(4245));
    QVERIFY(order.isPaid);
    QVERIFY(order.purpose.empty());
    QCOMPARE(toText(*order.placedAt), std::string("2026-11-23T16:04:12.000Z"));
    QCOMPARE(order.allowances.at(0), (Allowance{true, "SHIPPING", "Ground", 495}));
    QCOMPARE(order.lines.at(0).unitPrice.value().micro, std::int64_t(12'500'000));
    QCOMPARE(findParty(order, "shipTo")->line1, std::string("12 Dock St"));
}

void TestShippedPacks::aShopOrderThatWasCancelledSaysSo()
{
    const IncomingMessage message =
        read("shop", R"({"id": 1, "name": "#1001", "created_at": "2026-11-23T11:04:12-05:00",
        "cancelled_at": "2026-11-23T12:00:00-05:00", "currency": "USD",
        "line_items": [{"id": 13, "sku": "BRK-1007", "quantity": 3, "price": "12.50"}]})");

    QCOMPARE(std::get<CanonicalOrder>(message.content).purpose, std::string("cancel"));
}

void TestShippedPacks::aPortalLineWithoutPriceHasNone()
{
    const IncomingMessage message = read(
        "portal",
        R"({"orderNumber": "PB-7", "placedAt": "2026-11-23T16:04:12.000Z", "changedAt": "2026-11-23T16:04:12.000Z",
        "customer": {"no": "C-3", "company": "Nordwerk", "email": "e@example.test", "rules": {"shipComplete": true}},
        "deliverTo": {"name": "Nordwerk", "street": "Lagerstr. 12", "zip": "50667", "city": "Köln", "state": "", "countryCode": "DE"}, "currency": "EUR",
        "positions": [{"line": 1, "article": "A", "amount": 3, "uom": "EA", "netPrice": "12.50"}, {"line": 2, "article": "B", "amount": 1, "uom": "EA", "netPrice": null}]})");

    const auto& order = std::get<CanonicalOrder>(message.content);
    QVERIFY(order.rules.shipComplete);
    QVERIFY(order.lines.at(0).unitPrice.has_value());
    QVERIFY(!order.lines.at(1).unitPrice.has_value());
}

void TestShippedPacks::anEdiOrderGoesToItsStores()
{
    const IncomingMessage message = read(
        "edi",
        R"({"type": "850", "envelope": {"sender": "GREENMART", "control": "17/17/1", "moment": "2026-11-23T16:04:00Z"},
        "BEG": [{"_at": 2, "01": "00", "03": "4500100017"}], "moments": {"BEG05": "2026-11-23", "002": "2026-11-27"},
        "ITD": [{"01": "01", "03": "2", "05": "10", "07": "30"}],
        "allParties": [{"role": "shipTo", "id": "0101", "name": "Store 101"}, {"role": "shipTo", "id": "0102", "name": "Store 102"}],
        "PO1": [{"_at": 11, "_line": 13, "01": "1", "lineNo": 1, "quantity": "12", "unit": "EA", "price": "9.95", "sku": "BRK-1007",
          "stores": [{"id": "0101", "quantity": "8"}, {"id": "0102", "quantity": "4"}]}]})");

    const auto& order = std::get<CanonicalOrder>(message.content);
    QCOMPARE(order.sender, std::string("GREENMART"));
    QCOMPARE(order.terms.netDays, 30);
    QCOMPARE(order.terms.discountMicro, std::int64_t(2'000'000));
    QCOMPARE(order.destinations, (std::vector<std::string>{"0101", "0102"}));
    QCOMPARE(order.lines.at(0).parts.at(1), (DestinationPart{1, Quantity::units(4)}));
    QCOMPARE(shipTo(order, 1)->name, std::string("Store 102"));
    QCOMPARE(message.control, std::string("17/17/1"));
}

void TestShippedPacks::anEdiChangeStatesOnlyWhatChanges()
{
    const CanonicalOrder change =
        readSet("ST*860*0001~BCH*04*SA*77120**1*20261120*****20261121~DTM*002*20261130~"
                "POC*1*QD*4**EA*****VN*HNG-20~POC*2*DI*0~POC*3*AI*2**EA*1.50****VN*HNG-40~POC*4*PC****9.95~"
                "CTT*4~SE*9*0001~");

    QCOMPARE(change.purpose, std::string("amend"));
    QCOMPARE(change.number, std::string("77120"));
    QCOMPARE(change.sender, std::string("OAKFIELD"));
    QCOMPARE(toText(*change.requestedAt).substr(0, 10), std::string("2026-11-30"));
    QCOMPARE(change.lines.size(), 4U);
    QCOMPARE(change.lines[0].quantity, Quantity::units(4));
    QVERIFY(change.lines[1].isDropped && !change.lines[0].isDropped);
    QCOMPARE(change.lines[2].sku, std::string("HNG-40"));
    QCOMPARE(change.lines[3].quantity, Quantity{});
    QCOMPARE(change.lines[3].unitPrice.value().micro, std::int64_t(9'950'000));
}

void TestShippedPacks::anEdiChangeOfTheHeadHasNoLines()
{
    const CanonicalOrder change =
        readSet("ST*860*0001~BCH*04*SA*77120**1*20261120*****20261121~DTM*002*20261130~SE*4*0001~");

    QCOMPARE(change.purpose, std::string("amend"));
    QVERIFY(change.lines.empty());
}

void TestShippedPacks::anEdiCancellationNeedsNoLines()
{
    const CanonicalOrder cancellation =
        readSet("ST*860*0001~BCH*01*SA*77120**1*20261120*****20261121~SE*3*0001~");

    QCOMPARE(cancellation.purpose, std::string("cancel"));
    QCOMPARE(cancellation.number, std::string("77120"));
}

void TestShippedPacks::anEdiReplacementNamesAllLines()
{
    const CanonicalOrder change = readSet("ST*860*0001~BCH*05*SA*77120**2*20261120*****20261121~CUR*BY*USD~"
                                          "POC*1*NC*6**EA*3.25****VN*HNG-20~CTT*1~SE*6*0001~");

    QCOMPARE(change.purpose, std::string("replace"));
    QCOMPARE(change.lines.size(), 1U);
    QCOMPARE(toText(*change.placedAt).substr(0, 10), std::string("2026-11-20"));
}

void TestShippedPacks::aWestEventBecomesAReport()
{
    const IncomingMessage message = read(
        "wms-west",
        R"({"id": "wev-17", "sequence": 17, "type": "shipment.confirmed", "occurredAt": "2026-11-23T16:04:12.000Z",
        "data": {"shipmentNo": "WS-8", "reference": "r", "deliveryNo": "1001-F1", "status": "SHIPPED", "carrier": "NPEX", "tracking": "NP1",
        "shippedAt": "2026-11-23T16:00:00.000Z", "lines": [{"lineNo": 1, "sku": "BRK-1007", "quantity": 3}]}})");

    const auto& report = std::get<Report>(message.content);
    QCOMPARE(message.messageId, std::string("wev-17"));
    QCOMPARE(report.kind, ReportKind::ShipmentConfirmed);
    QCOMPARE(report.reference, std::string("1001-F1"));
    QCOMPARE(report.lines.at(0), (ReportLine{1, "BRK-1007", Quantity::units(3), ""}));
}

void TestShippedPacks::anUnknownStatusWordIsKept()
{
    const IncomingMessage message =
        read("wms-west",
             R"({"id": "wev-18", "type": "shipment.confirmed", "occurredAt": "2026-11-23T16:04:12.000Z",
        "data": {"reference": "r", "deliveryNo": "1001-F1", "status": "FLUMMOXED", "lines": []}})");

    const auto& report = std::get<Report>(message.content);
    QCOMPARE(report.kind, ReportKind::Unknown);
    QCOMPARE(report.statusWord, std::string("FLUMMOXED"));
    QCOMPARE(report.reference, std::string("1001-F1"));
}

void TestShippedPacks::aCarrierExceptionIsALoss()
{
    const IncomingMessage message = read(
        "tms",
        R"({"eventId": "tev-7", "status": "EXCEPTION", "reason": "LOST", "at": "2026-11-23T16:04:12.000Z",
        "bookingNo": "BK-9", "reference": "r", "deliveryNo": "1001-F1", "trackingNo": "NP1"})");

    const auto& report = std::get<Report>(message.content);
    QCOMPARE(report.kind, ReportKind::CarrierStatus);
    QCOMPARE(report.parcel, ParcelStatus::Lost);
}

void TestShippedPacks::aNineFortyFiveSaysWhatShippedAndWhatNeverWill()
{
    const json tree = treeOf(
        R"({"type": "945", "envelope": {"control": "5"}, "W06": [{"01": "F", "02": "R", "04": "S1"}], "refs": {"DO": "1001-F1", "CN": "NP1"},
        "moments": {"11": "2026-11-23T16:04:12Z"}, "W27": [{"02": "NPEX"}],
        "LX": [{"lineNo": 1, "W12": [{"01": "CP", "03": "2", "04": "1", "sku": "A"}]}, {"lineNo": 2, "W12": [{"01": "CC", "03": "1", "04": "0", "sku": "B"}]}]})");

    const auto messages = samples::shippedPack("3pl")->readMessages(tree, "raw", "sha");

    QCOMPARE(messages.size(), std::size_t(2));
    const auto& shipped = std::get<Report>(messages[0].content);
    const auto& missing = std::get<Report>(messages[1].content);
    QCOMPARE(shipped.kind, ReportKind::ShipmentConfirmed);
    QCOMPARE(shipped.lines.size(), std::size_t(2));
    QCOMPARE(missing.kind, ReportKind::PickShort);
    QCOMPARE(missing.lines.at(0).quantity, Quantity::units(1));
    QCOMPARE(messages[1].messageId, std::string("sha#2"));
}

void TestShippedPacks::aFeedIsSplitWithItsOwnBytes()
{
    const std::string first =
        R"({"zeta": 1,  "eventId": "tev-1", "status": "PICKED_UP", "at": "2026-11-23T16:04:12.000Z", "deliveryNo": "1001-F1", "trackingNo": "NP1"})";
    const std::string body =
        "{\"items\": [" + first +
        R"(, {"eventId": "tev-2", "status": "DELIVERED", "at": "whenever", "deliveryNo": "x", "trackingNo": "y"}], "cursor": "7", "asOf": "2026-11-23T17:00:00.000Z"})";

    const auto answer = samples::shippedPack("tms")->readPoll("events", 200, body);

    QVERIFY(answer);
    QCOMPARE(answer->messages.size(), std::size_t(2));
    QCOMPARE(answer->messages[0].raw, first);
    QCOMPARE(answer->messages[0].source, std::string("tms"));
    QVERIFY(std::holds_alternative<Report>(answer->messages[0].content));
    QVERIFY(std::holds_alternative<Error>(answer->messages[1].content));
    QCOMPARE(answer->nextCursor, std::string("7"));
    QVERIFY(!answer->hasMore);
    QCOMPARE(toText(*answer->asOf), std::string("2026-11-23T17:00:00.000Z"));
    QVERIFY(!samples::shippedPack("tms")->readPoll("events", 503, ""));
    const std::string cutOff = body.substr(0, body.size() / 2);
    QVERIFY(!samples::shippedPack("tms")->readPoll("events", 200, cutOff));
}

void TestShippedPacks::releaseFilesAreNamedByTheirControlNumber()
{
    RequestView view = samples::viewOf(benchOrder(), "fulfillment.release");
    view.control = 17;

    const WireRequest east = samples::shippedPack("wms-east")->renderAttempt(view);
    const WireRequest third = samples::shippedPack("3pl")->renderAttempt(view);

    QCOMPARE(east.target, std::string("REL-00000017.rel"));
    QCOMPARE(east.method, std::string());
    QCOMPARE(third.target, std::string("940_000000017.x12"));
    const json tree = json::parse(third.body);
    QCOMPARE(tree["interchange"]["control"].get<std::string>(), std::string("17"));
    QCOMPARE(tree["sets"][0]["LX"][1]["W01"][0]["05"].get<std::string>(), std::string("SKU-6395"));
    QCOMPARE(json::parse(east.body)["RL"].size(), std::size_t(3));
}

QTEST_GUILESS_MAIN(TestShippedPacks)
#include "tst_shipped_packs.moc"
