// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "backend/contracts/lua_sandbox.h"

using namespace milepost;

namespace {

Result<std::optional<std::string>> run(const std::string& body, const std::string& text)
{
    const auto sandbox = LuaSandbox::compile("function f(text) " + body + " end");
    if (!sandbox) return sandbox.error();
    return (*sandbox)->call("f", text);
}

} // namespace

class TestLuaSandbox : public QObject {
    Q_OBJECT

private slots:
    void changesAText();
    void nilIsAbsent();
    void aNumberBecomesText();
    void keepsNothingFromCallToCall();
    void escapesAreClosed_data();
    void escapesAreClosed();
    void endlessWorkIsEnded_data();
    void endlessWorkIsEnded();
    void aScriptThatFailsIsRefused_data();
    void aScriptThatFailsIsRefused();
};

void TestLuaSandbox::changesAText()
{
    const auto result = run("return text:upper():replace('-', '') .. utf8.char(233)", "ab-c");

    QVERIFY2(result, result ? "" : result.error().message.c_str());
    QCOMPARE(result->value(), std::string("ABCé"));
}

void TestLuaSandbox::nilIsAbsent()
{
    const auto result = run("return nil", "x");

    QVERIFY(result);
    QVERIFY(!result->has_value());
}

void TestLuaSandbox::aNumberBecomesText()
{
    QCOMPARE(run("return 9007199254740993", "x")->value(), std::string("9007199254740993"));
    QVERIFY(!run("return 0.1", "x"));
}

void TestLuaSandbox::keepsNothingFromCallToCall()
{
    const auto sandbox = LuaSandbox::compile("local n = 0 function f(text) n = n + 1 return n end");

    QCOMPARE((*sandbox)->call("f", "")->value(), std::string("1"));
    QCOMPARE((*sandbox)->call("f", "")->value(), std::string("1"));
}

void TestLuaSandbox::escapesAreClosed_data()
{
    QTest::addColumn<QString>("expression");
    for (const char* name : {"io",
                             "os",
                             "require",
                             "load",
                             "loadfile",
                             "dofile",
                             "loadstring",
                             "debug",
                             "package",
                             "coroutine",
                             "string.dump",
                             "string.match",
                             "string.gsub",
                             "string.gmatch",
                             "collectgarbage",
                             "setmetatable",
                             "getmetatable",
                             "rawset",
                             "rawget",
                             "pcall",
                             "pairs",
                             "next",
                             "print",
                             "math.random",
                             "table.move",
                             "table.unpack",
                             "(''):rep(1).dump",
                             "('').gsub",
                             "_G.io",
                             "_ENV.os",
                             "string.pack"})
        QTest::newRow(name) << QString::fromUtf8(name);
}

void TestLuaSandbox::escapesAreClosed()
{
    QFETCH(QString, expression);

    const auto result =
        run("local ok = " + expression.toStdString() + " return ok == nil and 'closed' or 'open'", "");

    QVERIFY2(result, result ? "" : result.error().message.c_str());
    QCOMPARE(result->value(), std::string("closed"));
}

void TestLuaSandbox::endlessWorkIsEnded_data()
{
    QTest::addColumn<QString>("body");
    const auto row = [](const char* name, const char* body) {
        QTest::newRow(name) << QString::fromUtf8(body);
    };
    row("loop", "while true do end");
    row("recursion", "return f(text) .. 'x'");
    row("tail calls", "return f(text)");
    row("memory by a table", "local t = {} while true do t[#t + 1] = text .. #t end");
    row("memory by a text", "local s = 'x' while true do s = s .. s end");
    row("one huge text", "return string.rep('x', 1 << 40)");
    row("copies without end", "local s = string.rep('x', 100000) while true do s:upper() end");
    row("searches without end", "local s = string.rep('x', 100000) while true do s:find('y') end");
    row("goto", "::again:: goto again");
    row("concat of nothing", "return table.concat({}, 'x', 1, math.tointeger(1 << 62))");
}

void TestLuaSandbox::endlessWorkIsEnded()
{
    QFETCH(QString, body);
    QElapsedTimer timer;
    timer.start();

    const auto result = run(body.toStdString(), "text");

    QVERIFY(!result);
    QVERIFY2(timer.elapsed() < 2'000, qPrintable(QString::number(timer.elapsed())));
}

void TestLuaSandbox::aScriptThatFailsIsRefused_data()
{
    QTest::addColumn<QString>("script");
    QTest::newRow("no Lua") << QStringLiteral("function (");
    QTest::newRow("an error") << QStringLiteral("error('no')");
    QTest::newRow("endless") << QStringLiteral("while true do end");
    QTest::newRow("compiled code") << QString::fromLatin1("\x1bLua");
    QTest::newRow("too long") << QString(70'000, QLatin1Char(' '));
}

void TestLuaSandbox::aScriptThatFailsIsRefused()
{
    QFETCH(QString, script);

    QVERIFY(!LuaSandbox::compile(script.toStdString()));
}

QTEST_GUILESS_MAIN(TestLuaSandbox)
#include "tst_lua_sandbox.moc"
