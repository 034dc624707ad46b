// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "backend/contracts/json_slice.h"
#include "contract_samples.h"

#include <nlohmann/json.hpp>

using namespace milepost;
using nlohmann::json;

namespace {

constexpr const char* smallPack = R"({"name": "s", "kind": "erp", "transport": "http",
    "lua": ["function twice(t) return t .. t end", "function broken(t) return nil .. t end"],
    "headers": [["Key", "effect.key"]],
    "errors": {"status": {"409": "done", "418": "refused", "4xx": "unknown"}, "code": "/e", "codes": {"SLOW": "refused"}},
    "capabilities": {"order.accept": {"path": "/o/{order.number}", "request": [["/n", "order.number", "lua:twice"]], "reply": [["reply.document", "/id"]],
        "idempotency": {"carrier": "header", "field": "Key", "ttl": "2h"}, "asynchronous": true}},
    "polls": [{"name": "p", "path": "/p?c={cursor}", "items": "/d/list", "next": "/c", "more": "/more", "asOf": "/t", "watermark": true}],
    "messages": [
      {"format": "good", "content": "report", "when": {"/kind": ["a", "b"]}, "status": "/w", "kinds": {"ok": "acknowledged"}, "rejectWhen": {"/torn": "true"}, "rows": [["report.reference", "/r", "lua:twice"]]},
      {"format": "odd", "content": "report", "when": {"/kind": "c"}, "kind": "acknowledged", "rows": [["report.reference", "/r", "lua:broken"]]},
      {"format": "idle", "content": "nothing", "why": "because", "when": {"/kind": ""}}]})";

std::shared_ptr<const Pack> packOf(const std::string& text)
{
    auto pack = compilePack(text, 5);
    if (!pack) throw std::runtime_error(pack.error().place + ": " + pack.error().message);
    return *pack;
}

IncomingMessage readSmall(const std::string& text)
{
    return packOf(smallPack)->readMessage(parseExactJson(text).value(), text, "id-1");
}

} // namespace

class TestPack : public QObject {
    Q_OBJECT

private slots:
    void statesWhatItOffers();
    void rendersWithLua();
    void ownStatusesComeFirst_data();
    void ownStatusesComeFirst();
    void messagesAreSorted_data();
    void messagesAreSorted();
    void aFailingScriptIsAnErrorOfTheMessage();
    void aPollKeepsBrokenEntriesApart();
    void aPollWithAWindowNamesIt();
    void countsAreReadWithinBounds_data();
    void countsAreReadWithinBounds();
    void anAnswerThatIsNoCountIsKept();
    void wrongPacksAreRefused_data();
    void wrongPacksAreRefused();
};

namespace {

constexpr const char* countingPack =
    R"({"name": "s", "kind": "channel", "transport": "http", "countedBy": "placedAt",
    "polls": [{"name": "counts", "path": "/count?a={from}&b={to}", "every": "15m", "window": "2h"}],
    "messages": [{"format": "count", "content": "count", "when": {"/n": "*"}, "said": "/n", "from": "/f", "to": "/t"}]})";

} // namespace

void TestPack::aPollWithAWindowNamesIt()
{
    const auto pack = packOf(countingPack);

    QCOMPARE(pack->countedBy(), CountedBy::PlacedAt);
    QCOMPARE(pack->polls().front().window, Duration(std::chrono::hours(2)));
    QCOMPARE(pack->renderPoll("counts", "2026-11-23T09:00:00.000Z/2026-11-23T11:00:00.000Z").target,
             std::string("/count?a=2026-11-23T09%3A00%3A00.000Z&b=2026-11-23T11%3A00%3A00.000Z"));
}

void TestPack::countsAreReadWithinBounds_data()
{
    QTest::addColumn<QString>("said");
    QTest::addColumn<QString>("from");
    QTest::addColumn<QString>("wrong");

    const QString nine = QStringLiteral("2026-11-23T09:00:00Z");
    QTest::newRow("a number") << "41" << nine << "";
    QTest::newRow("a text with zeros before") << "\"0041\"" << nine << "";
    QTest::newRow("less than nothing") << "-1" << nine << "is not between";
    QTest::newRow("more than anybody sells") << "10000001" << nine << "is not between";
    QTest::newRow("more than a number holds") << "99999999999999999999" << nine << "no whole number";
    QTest::newRow("a part of an order") << "4.5" << nine << "no whole number";
    QTest::newRow("words") << "\"many\"" << nine << "no whole number";
    QTest::newRow("no window") << "41"
                               << ""
                               << "no window";
    QTest::newRow("a window that ends before it begins") << "41"
                                                         << "2026-11-23T12:00:00Z"
                                                         << "no window";
}

void TestPack::countsAreReadWithinBounds()
{
    QFETCH(const QString, said);
    QFETCH(const QString, from);
    QFETCH(const QString, wrong);
    const std::string text = R"({"n": )" + said.toStdString() + R"(, "f": ")" + from.toStdString() +
                             R"(", "t": "2026-11-23T10:00:00Z"})";

    const IncomingMessage message =
        packOf(countingPack)->readMessage(parseExactJson(text).value(), text, "id-1");

    if (wrong.isEmpty()) {
        QCOMPARE(std::get<SentCount>(message.content).said, 41);
        QCOMPARE(std::get<SentCount>(message.content).from, parseTimestamp("2026-11-23T09:00:00Z"));
    } else {
        const std::string why = std::get<Error>(message.content).message;
        QVERIFY2(why.find(wrong.toStdString()) != std::string::npos, why.c_str());
    }
}

void TestPack::anAnswerThatIsNoCountIsKept()
{
    for (const char* body : {"<html>busy</html>", R"({"cuont": 41})", "[]"}) {
        const auto answer = packOf(countingPack)->readPoll("counts", 200, body);

        QVERIFY2(answer.has_value(), body);
        QCOMPARE(answer->messages.size(), 1U);
        QCOMPARE(answer->messages.front().raw, std::string(body));
        QVERIFY(std::holds_alternative<Error>(answer->messages.front().content));
    }
}

void TestPack::statesWhatItOffers()
{
    const Offer offer = packOf(smallPack)->offers().at(0);

    QCOMPARE(offer.definition, 5);
    QCOMPARE(offer.system, std::string("s"));
    QCOMPARE(offer.idempotency.ttl, Duration(std::chrono::hours(2)));
    QVERIFY(offer.idempotency.protects);
    QVERIFY(offer.isAsynchronous);
    QVERIFY(!offer.lookup.exists);
}

void TestPack::rendersWithLua()
{
    CanonicalOrder order{.number = "A1"};
    const WireRequest request =
        packOf(smallPack)->renderAttempt(samples::viewOf(std::move(order), "order.accept"));

    QCOMPARE(request.target, std::string("/o/A1"));
    QCOMPARE(request.body, std::string("{\"n\":\"A1A1\"}"));
}

void TestPack::ownStatusesComeFirst_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("body");
    QTest::addColumn<Outcome>("outcome");
    QTest::newRow("taken, the result comes later") << 202 << QStringLiteral("{}") << Outcome::Accepted;
    QTest::newRow("one status of its own") << 409 << QStringLiteral("{}") << Outcome::Accepted;
    QTest::newRow("one within a class of its own") << 418 << QString() << Outcome::Refused;
    QTest::newRow("a class of its own") << 422 << QString() << Outcome::Unknown;
    QTest::newRow("a code that says more")
        << 500 << QString::fromUtf8("{\"e\": \"SLOW\"}") << Outcome::Refused;
    QTest::newRow("no status at all") << 0 << QString() << Outcome::Unknown;
}

void TestPack::ownStatusesComeFirst()
{
    QFETCH(int, status);
    QFETCH(QString, body);
    QFETCH(Outcome, outcome);

    QCOMPARE(packOf(smallPack)->readReply("order.accept", status, body.toStdString()).outcome, outcome);
}

void TestPack::messagesAreSorted_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("content");
    QTest::addColumn<QString>("format");
    const auto row = [](const char* name, const char* text, int content, const char* format) {
        QTest::newRow(name) << QString::fromUtf8(text) << content << QString::fromUtf8(format);
    };
    row("a report", R"({"kind": "a", "w": "ok", "r": "x"})", 3, "good");
    row("the other word", R"({"kind": "b", "w": "ok"})", 3, "good");
    row("a torn one", R"({"kind": "a", "w": "ok", "torn": "true"})", 0, "good");
    row("nothing to do", R"({"x": 1})", 1, "idle");
    row("none that we know", R"({"kind": "z"})", 0, "unknown");
    row("no object", "[1, 2]", 1, "idle");
}

void TestPack::messagesAreSorted()
{
    QFETCH(QString, text);
    QFETCH(int, content);
    QFETCH(QString, format);

    const IncomingMessage message = readSmall(text.toStdString());

    QCOMPARE(static_cast<int>(message.content.index()), content);
    QCOMPARE(QString::fromStdString(message.format), format);
    QCOMPARE(QString::fromStdString(message.raw), text);
}

void TestPack::aFailingScriptIsAnErrorOfTheMessage()
{
    const IncomingMessage message = readSmall(R"({"kind": "c", "r": "x"})");

    QCOMPARE(std::get<Error>(message.content).place, std::string("/r"));
}

void TestPack::aPollKeepsBrokenEntriesApart()
{
    const std::string body =
        R"({"c": "n2", "more": true, "t": "2026-11-23T10:00:00Z", "d": {"list": [{"kind": "a", "w": "ok"}, {"kind": 01}, {"kind": "b", "w": "ok"}]}})";

    const auto answer = packOf(smallPack)->readPoll("p", 200, body);

    QVERIFY(answer);
    QCOMPARE(answer->messages.size(), std::size_t(3));
    QVERIFY(std::holds_alternative<Report>(answer->messages[0].content));
    QVERIFY(std::holds_alternative<Error>(answer->messages[1].content));
    QVERIFY(std::holds_alternative<Report>(answer->messages[2].content));
    QVERIFY(answer->hasMore);
    QVERIFY(!answer->asOf.has_value()); // not complete yet
    QCOMPARE(packOf(smallPack)->renderPoll("p", "a b").target, std::string("/p?c=a%20b"));
}

void TestPack::wrongPacksAreRefused_data()
{
    QTest::addColumn<QString>("change");
    QTest::addColumn<QString>("place");
    const auto row = [](const char* name, const char* change, const char* place) {
        QTest::newRow(name) << QString::fromUtf8(change) << QString::fromUtf8(place);
    };
    row("no name", R"([{"op": "remove", "path": "/name"}])", "/name");
    row("unknown member", R"([{"op": "add", "path": "/nmae", "value": 1}])", "/nmae");
    row("unknown transport", R"([{"op": "replace", "path": "/transport", "value": "pigeon"}])", "/transport");
    row("no name of a capability",
        R"([{"op": "add", "path": "/capabilities/orderEat", "value": {"path": "/"}}])",
        "/capabilities/orderEat");
    row("a window of half an hour", R"([{"op": "add", "path": "/polls/0/window", "value": "30m"}])",
        "/polls/0/window");
    row("a window that is not asked for", R"([{"op": "add", "path": "/polls/0/window", "value": "1h"}])",
        "/polls/0/path");
    row("counted by the weather", R"([{"op": "add", "path": "/countedBy", "value": "weather"}])",
        "/countedBy");
    row("a count that is nowhere", R"([{"op": "replace", "path": "/messages/2/content", "value": "count"}])",
        "/messages/2/said");
    row("broken Lua", R"([{"op": "replace", "path": "/lua", "value": "function ("}])", "/lua");
    row("endless Lua", R"([{"op": "replace", "path": "/lua", "value": "while true do end"}])", "/lua");
    row("a key that is not sent", R"([{"op": "replace", "path": "/headers", "value": []}])",
        "/capabilities/order.accept/idempotency/field");
    row("a header that is none", R"([{"op": "replace", "path": "/headers/0/0", "value": "Key: x\r\n"}])",
        "/headers");
    row("a bad outcome", R"([{"op": "replace", "path": "/errors/status/409", "value": "great"}])",
        "/errors/status");
    row("a bad status", R"([{"op": "add", "path": "/errors/status/999", "value": "done"}])",
        "/errors/status");
    row("a bad row",
        R"([{"op": "replace", "path": "/capabilities/order.accept/request/0/1", "value": "order.x"}])",
        "/capabilities/order.accept/request");
    row("a bad template",
        R"([{"op": "replace", "path": "/capabilities/order.accept/path", "value": "/{x}"}])",
        "/capabilities/order.accept/path");
    row("a bad duration",
        R"([{"op": "replace", "path": "/capabilities/order.accept/idempotency/ttl", "value": "2 hours"}])",
        "/capabilities/order.accept/idempotency/ttl");
    row("a poll with a star", R"([{"op": "replace", "path": "/polls/0/items", "value": "/d/*"}])",
        "/polls/0/items");
    row("a bad kind of report",
        R"([{"op": "replace", "path": "/messages/0/kinds/ok", "value": "carrierStatus:eaten"}])",
        "/messages/0/kinds");
    row("a bad message row",
        R"([{"op": "replace", "path": "/messages/0/rows/0/0", "value": "order.number"}])",
        "/messages/0/rows");
}

void TestPack::wrongPacksAreRefused()
{
    QFETCH(QString, change);
    QFETCH(QString, place);
    const json wrong = json::parse(smallPack).patch(json::parse(change.toStdString()));

    const auto pack = compilePack(wrong.dump(), 1);

    QVERIFY(!pack);
    QCOMPARE(QString::fromStdString(pack.error().place), place);
    QVERIFY(!pack.error().message.empty());
}

QTEST_GUILESS_MAIN(TestPack)
#include "tst_pack.moc"
