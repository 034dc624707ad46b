// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "models/field_text.h"

using namespace milepost;

class TestFieldText : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { qputenv("TZ", "Europe/Berlin"); }
    void momentsAreLocal();
    void truthsAndRulesAreWords();
    void whatCannotBeReadStaysAsItWasTyped();
};

void TestFieldText::momentsAreLocal()
{
    const QString shown = FieldText::shown("/requestedAt", "2026-12-05T16:30:00.000Z");

    QCOMPARE(shown, QStringLiteral("2026-12-05 17:30"));
    QCOMPARE(FieldText::value("/requestedAt", shown), std::string("2026-12-05T16:30:00.000Z"));
    QCOMPARE(FieldText::value("/lines/2/requestedAt", QStringLiteral("2026-12-05")),
             std::string("2026-12-04T23:00:00.000Z"));
    QCOMPARE(FieldText::shown("/promisedAt", ""), QString());
    QCOMPARE(FieldText::value("/promisedAt", QString()), std::string());
}

void TestFieldText::truthsAndRulesAreWords()
{
    QCOMPARE(FieldText::shown("/rules/shipComplete", "false"), QStringLiteral("no"));
    QCOMPARE(FieldText::value("/rules/shipComplete", QStringLiteral("Yes ")), std::string("true"));
    QCOMPARE(FieldText::value("/lines/1/substitution", QStringLiteral("ask first")), std::string("askFirst"));
}

void TestFieldText::whatCannotBeReadStaysAsItWasTyped()
{
    QCOMPARE(FieldText::value("/promisedAt", QStringLiteral("soon")), std::string("soon"));
    QCOMPARE(FieldText::value("/note", QStringLiteral(" ring twice")), std::string(" ring twice"));
}

QTEST_GUILESS_MAIN(TestFieldText)
#include "tst_field_text.moc"
