// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "backend/contracts/transform.h"

using namespace milepost;

class TestTransform : public QObject {
    Q_OBJECT

private slots:
    void changesTheValue_data();
    void changesTheValue();
    void refusesTheValue_data();
    void refusesTheValue();
    void isRefusedWhenCompiled_data();
    void isRefusedWhenCompiled();
    void defaultFillsAnAbsentValue();
    void absentTakesAValueAway();
};

void TestTransform::changesTheValue_data()
{
    QTest::addColumn<QString>("chain");
    QTest::addColumn<QString>("value");
    QTest::addColumn<QString>("changed");
    const auto row = [](const char* name, const char* chain, const char* value, const char* changed) {
        QTest::newRow(name) << QString::fromUtf8(chain) << QString::fromUtf8(value)
                            << QString::fromUtf8(changed);
    };
    row("no transform leaves it", "", " a ", " a ");
    row("trim cuts blanks at both ends", "trim", " \ta b\r\n", "a b");
    row("trim of blanks only", "trim", "   ", "");
    row("upper", "upper", "köln 1a", "KöLN 1A");
    row("lower", "lower", "ABC-Ö", "abc-Ö");
    row("digits", "digits", "REL-0017.rel", "0017");
    row("stripZeros", "stripZeros", "000170", "170");
    row("stripZeros of zero", "stripZeros", "000", "0");
    row("stripPrefix", "stripPrefix:#", "#1001", "1001");
    row("stripPrefix that is not there", "stripPrefix:#", "1001", "1001");
    row("stripSuffix", "stripSuffix:.rel", "a.rel", "a");
    row("prefix and suffix", "prefix:<|suffix:>", "a", "<a>");
    row("code", "code:ST=shipTo,BT=billTo", "BT", "billTo");
    row("code for the rest", "code:ST=shipTo,*=other", "XX", "other");
    row("code that keeps the rest", "code:ST=shipTo,*=*", "XX", "XX");
    row("ratio of a unit", "ratio:CA=12/1", "CA", "12/1");
    row("ratio of another unit", "ratio:CA=12/1", "EA", "1/1");
    row("x12 date of eight", "parseDate:x12", "20261123", "2026-11-23T00:00:00.000Z");
    row("x12 date of six", "parseDate:x12", "040317", "2004-03-17T00:00:00.000Z");
    row("x12 date of six in the last century", "parseDate:x12", "990317", "1999-03-17T00:00:00.000Z");
    row("x12 date and time", "parseDate:x12", "20261123 160412", "2026-11-23T16:04:12.000Z");
    row("date by a pattern", "parseDate:DD.MM.YYYY hh:mm", "23.11.2026 16:04", "2026-11-23T16:04:00.000Z");
    row("iso date with an offset", "parseDate:iso", "2026-11-23T11:04:12-05:00", "2026-11-23T16:04:12.000Z");
    row("formatDate", "formatDate:YYYYMMDD", "2026-11-23T16:04:12.000Z", "20261123");
    row("formatDate with a time", "formatDate:YYMMDDhhmm", "2026-11-23T16:04:12.000Z", "2611231604");
    row("implied decimals", "implied:2", "4119", "41.19");
    row("implied decimals below one", "implied:2", "5", "0.05");
    row("minor units", "minor:2", "41.19", "4119");
    row("decimals are filled up", "decimals:2", "12.5", "12.50");
    row("decimals of a whole number", "decimals:2", "12", "12.00");
    row("no decimals", "decimals:0", "12.000", "12");
    row("percent", "percent", "2.5%", "2.5");
    row("substring", "substring:1,2", "abcd", "bc");
    row("substring to the end", "substring:2", "abcd", "cd");
    row("substring beyond the end", "substring:9,2", "abcd", "");
    row("truncate", "truncate:3", "abcd", "abc");
    row("truncate never cuts a character", "truncate:2", "aö", "a");
    row("padLeft", "padLeft:8,0", "17", "00000017");
    row("padRight", "padRight:4", "ab", "ab  ");
    row("split", "split:/,1", "17/4/1", "4");
    row("replace", "replace:-=", "a-b-c", "abc");
    row("a bar within an argument", "replace:\\|=/", "a|b", "a/b");
    row("a chain", "trim|stripPrefix:#|padLeft:6,0", " #17 ", "000017");
}

void TestTransform::changesTheValue()
{
    QFETCH(QString, chain);
    QFETCH(QString, value);
    QFETCH(QString, changed);
    const auto transform = Transform::compile(chain.toStdString(), nullptr);
    QVERIFY2(transform, transform ? "" : transform.error().message.c_str());

    TransformValue result = value.toStdString();
    const std::string problem = transform->apply(result);

    QCOMPARE(problem, std::string());
    QCOMPARE(QString::fromStdString(result.value()), changed);
}

void TestTransform::refusesTheValue_data()
{
    QTest::addColumn<QString>("chain");
    QTest::addColumn<QString>("value");
    QTest::newRow("code that is not in the table") << QStringLiteral("code:A=b") << QStringLiteral("C");
    QTest::newRow("day that does not exist") << QStringLiteral("parseDate:x12") << QStringLiteral("20260230");
    QTest::newRow("date that is too short") << QStringLiteral("parseDate:x12") << QStringLiteral("2026");
    QTest::newRow("text behind the pattern") << QStringLiteral("parseDate:YYYY") << QStringLiteral("2026x");
    QTest::newRow("implied decimals of a decimal") << QStringLiteral("implied:2") << QStringLiteral("4.1");
    QTest::newRow("decimals that would be lost") << QStringLiteral("decimals:2") << QStringLiteral("1.005");
    QTest::newRow("formatDate of no time") << QStringLiteral("formatDate:YYYY") << QStringLiteral("soon");
}

void TestTransform::refusesTheValue()
{
    QFETCH(QString, chain);
    QFETCH(QString, value);
    const auto transform = Transform::compile(chain.toStdString(), nullptr);
    QVERIFY(transform);

    TransformValue result = value.toStdString();

    QVERIFY(!transform->apply(result).empty());
}

void TestTransform::isRefusedWhenCompiled_data()
{
    QTest::addColumn<QString>("chain");
    for (const char* chain : {"shout", "trim:x", "padLeft", "padLeft:x", "padLeft:3,ab", "code:", "code:A",
                              "substring:-1", "ratio:CA=12", "ratio:CA=0/1", "implied:7", "split:,1",
                              "replace:=x", "parseDate:", "lua:f", "trim||upper", "padLeft:99999999"})
        QTest::newRow(chain) << QString::fromUtf8(chain);
}

void TestTransform::isRefusedWhenCompiled()
{
    QFETCH(QString, chain);

    QVERIFY(!Transform::compile(chain.toStdString(), nullptr));
}

void TestTransform::defaultFillsAnAbsentValue()
{
    const auto transform = Transform::compile("trim|default:EA", nullptr);
    TransformValue value;

    QCOMPARE(transform->apply(value), std::string());
    QCOMPARE(value.value(), std::string("EA"));
}

void TestTransform::absentTakesAValueAway()
{
    const auto transform = Transform::compile("absent:0,0.00", nullptr);
    TransformValue value = "0.00";

    QCOMPARE(transform->apply(value), std::string());
    QVERIFY(!value.has_value());
}

QTEST_GUILESS_MAIN(TestTransform)
#include "tst_transform.moc"
