// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "models/body_text.h"
#include "models/field_words.h"

#include <algorithm>

using namespace milepost;

namespace {

const std::string isa =
    "ISA*00*          *00*          *ZZ*SENDER         *ZZ*RECEIVER       *261127*0800*U*00401*"
    "000000001*0*P*>~";

} // namespace

/// Messages are shown as people can read them.
class TestBodyText : public QObject {
    Q_OBJECT

private slots:
    void jsonIsIndented()
    {
        QCOMPARE(bodyText(R"({"a":{"b":1}})"),
                 QStringLiteral("{\n    \"a\": {\n        \"b\": 1\n    }\n}\n"));
        QCOMPARE(bodyText("{broken"), QStringLiteral("{broken"));
    }

    void anX12SegmentIsALineThatSaysWhatItIs()
    {
        const QString text = bodyText(isa + "ST*850*0001~N1*ST*ACME*92*17~REF*ZX*1~XYZ*1~");
        const QStringList lines = text.split(u'\n');
        QCOMPARE(lines.size(), 5);
        QVERIFY(lines[1].startsWith(QStringLiteral("ST*850*0001~")));
        QVERIFY(lines[1].endsWith(QStringLiteral("‹ Document begins: purchase order")));
        QVERIFY(lines[2].endsWith(QStringLiteral("‹ Name: ship to")));
        QVERIFY(lines[3].endsWith(QStringLiteral("‹ Reference"))); // an unknown qualifier says nothing more
        QCOMPARE(lines[4], QStringLiteral("XYZ*1~"));
    }

    void separatorsAreThoseOfTheEnvelope()
    {
        std::string other = isa;
        std::ranges::replace(other, '*', '|');
        other.back() = '\n';
        const QStringList lines = bodyText(other + "PO1|1|5|EA|9.99\nSE|3|0001\n").split(u'\n');
        QCOMPARE(lines.size(), 3);
        QVERIFY(lines[1].startsWith(QStringLiteral("PO1|1|5|EA|9.99 ")));
        QVERIFY(lines[1].endsWith(QStringLiteral("‹ Line ordered")));
    }

    void whatOnlyLooksLikeX12IsLeftAlone()
    {
        QCOMPARE(bodyText("ISA is short"), QStringLiteral("ISA is short"));
    }

    void fieldsAreCalledWhatPeopleCallThem()
    {
        QCOMPARE(FieldWords::path("/shipTo/postalCode"), QStringLiteral("Ship to: postal code"));
        QCOMPARE(FieldWords::path("/lines/2/quantity"), QStringLiteral("Line 2: quantity"));
        QCOMPARE(FieldWords::path("/note"), QStringLiteral("Note"));
        QCOMPARE(FieldWords::path("/attributes/gift_wrap"), QStringLiteral("Attribute: gift_wrap"));
    }
};

QTEST_APPLESS_MAIN(TestBodyText)
#include "tst_body_text.moc"
