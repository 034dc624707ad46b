// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "backend/contracts/render_program.h"
#include "contract_samples.h"

#include <nlohmann/json.hpp>

using namespace milepost;
using nlohmann::json;

namespace {

RequestView sampleView()
{
    CanonicalOrder order{.number = "A/1", .service = "say \"hi\"\n\x01\xff"};
    order.currency = *parseCurrency("USD");
    order.totalMinor = 1230;
    order.isPaid = true;
    order.parties.push_back({.role = "shipTo", .name = "Zoë", .city = "Köln"});
    order.lines.push_back(
        {.lineNo = 1, .sku = "S", .quantity = Quantity::units(2), .unitPrice = UnitPrice{5'100'000}});
    order.lines.push_back({.lineNo = 2, .sku = "T", .quantity = Quantity{500'000}});
    order.lines[0].attributes.push_back({"grams", "920"});
    RequestView view = samples::viewOf(std::move(order), "order.accept");
    view.control = 17;
    view.references = {
        {"allocation", "AL-1", "w", 1}, {"allocation", "AL-2", "w", 2}, {"sale", "SO-1", "erp", 0}};
    return view;
}

Result<RenderProgram> programOf(const std::string& rows)
{
    const auto map = parseFieldMap(json::parse(rows));
    if (!map) return map.error();
    return RenderProgram::compile(*map, nullptr);
}

std::string rendered(const std::string& rows)
{
    const auto program = programOf(rows);
    if (!program) return program.error().message;
    const RequestView view = sampleView();
    RenderScope scope(view);
    std::string out;
    program->render(scope, out);
    return out;
}

} // namespace

class TestRenderProgram : public QObject {
    Q_OBJECT

private slots:
    void writesBodies_data();
    void writesBodies();
    void wrongMapsAreRefused_data();
    void wrongMapsAreRefused();
    void templatesAreEscaped();
    void theTraceparentIsWellFormedAndStable();
};

void TestRenderProgram::writesBodies_data()
{
    QTest::addColumn<QString>("rows");
    QTest::addColumn<QString>("body");
    const auto row = [](const char* name, const char* rows, const char* body) {
        QTest::newRow(name) << QString::fromUtf8(rows) << QString::fromUtf8(body);
    };
    row("no rows", "[]", "{}");
    row("members in the order of the rows", R"([["/b", "order.number"], ["/a", "=x"]])",
        R"({"b":"A/1","a":"x"})");
    row("nested objects",
        R"([["/to/name", "shipTo.name"], ["/n", "order.number"], ["/to/city", "shipTo.city"]])",
        R"({"to":{"name":"Zoë","city":"Köln"},"n":"A/1"})");
    row("lines",
        R"([["/l/*/s", "line.sku"], ["/l/*/q", "line.quantity"], ["/l/*/g", "line.attribute.grams", "integer"]])",
        R"({"l":[{"s":"S","q":2,"g":920},{"s":"T","q":0.5}]})");
    row("an array of plain values", R"([["/skus/*", "line.sku"]])", R"({"skus":["S","T"]})");
    row("a fixed array", R"([["/a/0/x", "=1"], ["/a/1/x", "=2"]])", R"({"a":[{"x":"1"},{"x":"2"}]})");
    row("elements of X12 are members", R"([["/W05/0/02", "order.number"], ["/W05/0/10", "=x"]])",
        R"({"W05":[{"02":"A/1","10":"x"}]})");
    row("absent values are left out", R"([["/a", "order.customerNo"], ["/b/c", "order.note"], ["/d", "=1"]])",
        R"({"d":"1"})");
    row("a required one is null",
        R"([["/l/*/s", "line.sku"], {"target": "/l/*/p", "source": "line.unitPrice", "required": true}])",
        R"({"l":[{"s":"S","p":"5.1"},{"s":"T","p":null}]})");
    row("a default", R"([{"target": "/a", "source": "order.note", "default": "none"}])", R"({"a":"none"})");
    row("the first that has a value", R"([["/a", "order.note|order.number|=z"]])", R"({"a":"A/1"})");
    row("joined by a blank", R"([["/a", "shipTo.name&shipTo.line2&shipTo.city"]])", R"({"a":"Zoë Köln"})");
    row("numbers, booleans and texts",
        R"([["/t", "order.total"], ["/n", "order.total", "number"], ["/p", "order.isPaid"], ["/y", "order.isPaid", "code:true=Y,false=N"], ["/q/*", "line.quantity", "string"], ["/c", "effect.control"]])",
        R"({"t":"12.30","n":12.3,"p":true,"y":"Y","q":["2","0.5"],"c":17})");
    row("a number that is none stays a text", R"([["/a", "order.number", "number"]])", R"({"a":"A/1"})");
    row("escapes and broken UTF-8", R"([["/a\"b", "order.service"]])",
        "{\"a\\\"b\":\"say \\\"hi\\\"\\n\\u0001\xef\xbf\xbd\"}");
    row("references of the fulfillment, else of the order",
        R"([["/a", "reference.allocation"], ["/s", "reference.sale"], ["/x", "reference.none"]])",
        R"({"a":"AL-1","s":"SO-1"})");
    row("dates", R"([["/d", "effect.decidedAt", "formatDate:YYYY-MM-DD"]])", R"({"d":"2026-11-23"})");
}

void TestRenderProgram::writesBodies()
{
    QFETCH(QString, rows);
    QFETCH(QString, body);

    QCOMPARE(QString::fromStdString(rendered(rows.toStdString())), body);
}

void TestRenderProgram::wrongMapsAreRefused_data()
{
    QTest::addColumn<QString>("rows");
    const auto row = [](const char* name, const char* rows) {
        QTest::newRow(name) << QString::fromUtf8(rows);
    };
    row("unknown field", R"([["/a", "order.nmber"]])");
    row("field that no request has", R"([["/a", "report.reference"]])");
    row("field of a line outside of lines", R"([["/a", "line.sku"]])");
    row("two repetitions", R"([["/a/*/b/*", "line.sku"]])");
    row("value and object", R"([["/a", "=1"], ["/a/b", "=1"]])");
    row("object and value", R"([["/a/b", "=1"], ["/a", "=1"]])");
    row("object and array", R"([["/a/b", "=1"], ["/a/0", "=1"]])");
    row("lines and members", R"([["/a/*/s", "line.sku"], ["/a/b", "=1"]])");
    row("empty target", R"([["", "=1"]])");
    row("target without slash", R"([["a", "=1"]])");
    row("unknown transform", R"([["/a", "=1", "shout"]])");
    row("too deep",
        R"([["/a/a/a/a/a/a/a/a/a/a/a/a/a/a/a/a/a/a/a/a/a/a/a/a/a/a/a/a/a/a/a/a/a/a/a/a", "=1"]])");
}

void TestRenderProgram::wrongMapsAreRefused()
{
    QFETCH(QString, rows);

    QVERIFY(!programOf(rows.toStdString()));
}

void TestRenderProgram::templatesAreEscaped()
{
    const RequestView view = sampleView();
    const RenderScope scope(view);
    const auto render = [&](const char* text, RequestTemplate::Escape escape) {
        return RequestTemplate::compile(text, escape, nullptr)->render(scope);
    };

    QCOMPARE(render("/sales?reference={effect.key}&x=1", RequestTemplate::Escape::Url),
             std::string("/sales?reference=A%2F1%3Astep&x=1"));
    QCOMPARE(render("{order.number}-{effect.control|padLeft:4,0}.txt", RequestTemplate::Escape::FileName),
             std::string("A_1-0017.txt"));
    QVERIFY(!RequestTemplate::compile("/a/{effect.key", RequestTemplate::Escape::Url, nullptr));
    QVERIFY(!RequestTemplate::compile("/a/{line.sku}", RequestTemplate::Escape::Url, nullptr));
    QVERIFY(!RequestTemplate::compile("/a/{}", RequestTemplate::Escape::Url, nullptr));
}

void TestRenderProgram::theTraceparentIsWellFormedAndStable()
{
    const std::string first = rendered(R"([["/t", "effect.traceparent"]])");

    QCOMPARE(first.size(), std::string("{\"t\":\"\"}").size() + 55);
    QCOMPARE(rendered(R"([["/t", "effect.traceparent"]])"), first);
}

QTEST_GUILESS_MAIN(TestRenderProgram)
#include "tst_render_program.moc"
