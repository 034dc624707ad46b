// SPDX-License-Identifier: GPL-3.0-or-later
#include <QElapsedTimer>
#include <QTest>

#include "backend/documents/x12_reader.h"
#include "sample_x12.h"

#include <algorithm>

using namespace milepost;
using namespace milepost::sample;

namespace {

/// The interchange with other separators.
std::string translated(const std::string& element, const std::string& component, const std::string& end)
{
    std::string text;
    for (const char c : interchange(joined(orderSegments(), "~"), "~")) {
        if (c == '*')
            text += element;
        else if (c == '>')
            text += component;
        else if (c == '~')
            text += end;
        else
            text += c;
    }
    return text;
}

std::string wrappedAt(const std::string& text, std::size_t width)
{
    std::string result;
    for (std::size_t at = 0; at < text.size(); at += width)
        result += text.substr(at, width) + "\n";
    return result;
}

} // namespace

class TestX12Reader : public QObject {
    Q_OBJECT

private slots:
    void readsOneSetWithWhateverSeparators_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        const auto row = [](const char* name, const std::string& text) {
            QTest::newRow(name) << QByteArray::fromStdString(text);
        };
        row("one line", interchange(joined(orderSegments(), "~"), "~"));
        row("a line each", interchange(joined(orderSegments())));
        row("CRLF behind the terminator", interchange(joined(orderSegments(), "~\r\n"), "~\r\n"));
        row("LF ends segments", translated("*", ">", "\n"));
        row("CR ends segments", translated("*", ">", "\r"));
        row("CRLF ends segments", translated("*", ">", "\r\n"));
        row("bars and colons", translated("|", ":", "~"));
        row("tilde between elements", translated("~", ":", "}"));
        row("star ends segments", translated("~", ":", "*"));
        row("an ellipsis ends segments", translated("*", ">", "\u2026"));
        row("a letter with two bytes ends segments", translated("*", ">", "\u00D6"));
        row("a section sign between elements", translated("\u00A7", ">", "~"));
        row("control characters separate", translated("\x1D", "\x1F", "\x1C"));
        row("a byte order mark first", "\xEF\xBB\xBF" + interchange(joined(orderSegments())));
        row("empty lines first", "\r\n\n  " + interchange(joined(orderSegments())));
        row("indented segments", interchange(joined(orderSegments(), "~\n\t  "), "~\n    "));
        row("records of 80 characters", wrappedAt(interchange(joined(orderSegments(), "~"), "~"), 80));
        row("records of 35 characters", wrappedAt(interchange(joined(orderSegments(), "~"), "~"), 35));
        row("two terminators", interchange(joined(orderSegments(), "~~")));
    }

    void readsOneSetWithWhateverSeparators()
    {
        QFETCH(QByteArray, bytes);

        const std::vector<X12Set> sets = readX12(bytes.toStdString());

        QCOMPARE(sets.size(), std::size_t{1});
        const X12Set& set = sets.front();
        QVERIFY2(!set.rejection, set.rejection ? set.rejection->message.c_str() : "");
        QCOMPARE(set.type, std::string("850"));
        QCOMPARE(set.segments.size(), std::size_t{9});
        QCOMPARE(std::string(set.segments[4].element(4)), std::string("US"));
        QCOMPARE(std::string(set.segments[5].element(7)), std::string("HNG-20"));
        QCOMPARE(set.envelope.sender, std::string("OAKFIELD"));
        QCOMPARE(controlText(set.envelope), std::string("000000041/41/0001"));
        for (const std::string& warning : set.warnings)
            QVERIFY2(warning.starts_with("wrapped") || warning.starts_with("isa-padding"), warning.c_str());
    }

    void toleratesWithAWarning_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QByteArray>("rule");
        const auto row = [](const char* name, const std::string& text, const char* rule) {
            QTest::newRow(name) << QByteArray::fromStdString(text) << QByteArray(rule);
        };
        row("text before ISA", "Subject: orders\n\n" + orderWith("", ""), "text-before-isa");
        row("text behind IEA", orderWith("", "") + "-- sent by mail\n", "text-outside");
        row("ISA not padded", orderWith("OAKFIELD       ", "OAKFIELD"), "isa-padding");
        row("ISA of 105 characters", orderWith("*P*>~", "*P*~"), "isa-component");
        row("ISA of 105 in one line",
            isa("000000041", '~', "") + interchange(joined(orderSegments(), "~"), "~").substr(106),
            "isa-component");
        row("no GS", orderWith("GS*PO*OAKFIELD*MERCHANT*20261120*0915*41*X*004010~\n", ""), "gs-missing");
        row("no GE", orderWith("GE*1*41~\n", ""), "ge-missing");
        row("no IEA", orderWith("IEA*1*000000041~\n", ""), "iea-missing");
        row("no SE before GE", orderWith("SE*9*0001~\n", ""), "se-missing");
        row("no trailers, but all lines counted", orderWith("SE*9*0001~\nGE*1*41~\nIEA*1*000000041~\n", ""),
            "se-missing");
        row("SE01 wrong", orderWith("SE*9*", "SE*12*"), "se-count");
        row("SE01 no number", orderWith("SE*9*", "SE*nine*"), "se-count");
        row("SE02 wrong", orderWith("SE*9*0001", "SE*9*0002"), "se-control");
        row("GE01 wrong", orderWith("GE*1*", "GE*2*"), "ge-count");
        row("GE02 wrong", orderWith("GE*1*41", "GE*1*42"), "ge-control");
        row("IEA01 wrong", orderWith("IEA*1*", "IEA*3*"), "iea-count");
        row("IEA02 wrong", orderWith("IEA*1*000000041", "IEA*1*000000014"), "iea-control");
        row("CTT01 wrong", orderWith("CTT*2", "CTT*3"), "ctt-count");
        row("wrapped text", orderWith("4 Mill Lane", "4 Mill\n   Lane"), "wrapped");
        row("wrapped at a separator", orderWith("*VN*HNG-20", "\n*VN*HNG-20"), "wrapped");
        row("a line without terminator", orderWith("4 Mill Lane~", "4 Mill Lane"), "terminator-missing");
        row("Latin-1", orderWith("Mill Lane", "M\xFChle"), "encoding");
    }

    void toleratesWithAWarning()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QByteArray, rule);

        const std::vector<X12Set> sets = readX12(bytes.toStdString());

        QCOMPARE(sets.size(), std::size_t{1});
        QVERIFY2(!sets[0].rejection, sets[0].rejection ? sets[0].rejection->message.c_str() : "");
        const auto isOfRule = [&](const std::string& w) { return w.starts_with(rule.toStdString() + ": "); };
        QCOMPARE(std::ranges::count_if(sets[0].warnings, isOfRule), 1);
        const std::size_t trailer = sets[0].segments.back().tag() == "SE" ? 1 : 0;
        QCOMPARE(sets[0].segments.size(), 8 + trailer);
        QCOMPARE(std::string(sets[0].segments[5].element(7)), std::string("HNG-20"));
    }

    void comparesCountsAndControlsAsNumbers()
    {
        const std::string text = orderWith("SE*9*0001", "SE*0000000009*1");

        const std::vector<X12Set> sets = readX12(text);

        QVERIFY(sets[0].warnings.empty());
    }

    void rejectsWithThePlace_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QByteArray>("rule");
        QTest::addColumn<QByteArray>("place");
        const auto row = [](const char* name, const std::string& text, const char* rule, const char* place) {
            QTest::newRow(name) << QByteArray::fromStdString(text) << QByteArray(rule) << QByteArray(place);
        };
        row("no ISA", interchange(joined(orderSegments())).substr(107), "isa-missing",
            "segment 1 ST (line 2)");
        row("only a set", joined(orderSegments(), "\n"), "isa-missing", "segment 1 ST (line 1)");
        row("ISA with few elements", "ISA*00*x*00*y*ZZ~\n", "isa-separators", "byte 0");
        row("a letter as terminator", orderWith("*P*>~", "*P*>X"), "isa-separators", "byte 105");
        row("nothing behind ISA", isa().substr(0, 105), "isa-separators", "byte 105");
        row("no set", isa() + "GS*PO*A*B*20261120*0915*1*X*004010~GE*0*1~IEA*1*000000041~", "st-missing",
            "byte 0");
        row("a set of no type", orderWith("ST*850*", "ST*8X0*"), "st-type", "segment 1 ST (line 3)");
        row("cut in the middle", orderWith("", "").substr(0, orderWith("", "").find("EA***")), "set-cut",
            "segment 7 PO1 (line 9)");
        row("a damaged tag", orderWith("N3*4", "#3*4"), "segment-tag", "segment 4 (line 6)");
        row("no X12 at all", "hello", "unknown-kind", "byte 0");
    }

    void rejectsWithThePlace()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QByteArray, rule);
        QFETCH(QByteArray, place);

        const std::vector<X12Set> sets = readX12(bytes.toStdString());

        QCOMPARE(sets.size(), std::size_t{1});
        QVERIFY(sets[0].rejection.has_value());
        QVERIFY2(sets[0].rejection->message.starts_with(rule.toStdString() + ": "),
                 sets[0].rejection->message.c_str());
        QCOMPARE(QByteArray::fromStdString(sets[0].rejection->place), place);
    }

    void keepsTheExactBytesOfEachSet()
    {
        const std::string first = joined(orderSegments());
        std::string second = first;
        second.replace(second.find("ST*850*0001"), 11, "ST*850*0002");
        second.replace(second.find("SE*9*0001"), 9, "SE*9*0002");

        const std::vector<X12Set> sets = readX12(interchange(first + second, "~\n", 2));

        QCOMPARE(sets.size(), std::size_t{2});
        QCOMPARE(sets[0].raw + "\n", first);
        QCOMPARE(sets[1].raw + "\n", second);
        QCOMPARE(sets[1].line, 12);
        QVERIFY(sets[1].warnings.empty());
    }

    void readsSeveralInterchangesWithSeparatorsOfTheirOwn()
    {
        const std::string text = interchange(joined(orderSegments())) + translated("|", ":", "\n") + "\n" +
                                 orderWith("77120", "77121");

        const std::vector<X12Set> sets = readX12(text);

        QCOMPARE(sets.size(), std::size_t{3});
        QCOMPARE(std::string(sets[1].segments[1].element(3)), std::string("77120"));
        QCOMPARE(std::string(sets[2].segments[1].element(3)), std::string("77121"));
        QVERIFY(sets[1].warnings.front().starts_with("control-repeated"));
    }

    void goesOnBehindABrokenSetOrInterchange()
    {
        const std::string text =
            orderWith("N3*4", "#3*4") + "ISA*short~\n" + orderWith("000000041", "000000042");

        const std::vector<X12Set> sets = readX12(text);

        QCOMPARE(sets.size(), std::size_t{3});
        QVERIFY(sets[0].rejection.has_value());
        QVERIFY(sets[1].type.empty());
        QVERIFY(sets[1].rejection.has_value());
        QVERIFY(!sets[2].rejection.has_value());
    }

    void namesAnInterchangeThatOnlyAcknowledges()
    {
        const std::string text = isa() + "TA1*000000040*261120*0915*A*000~IEA*0*000000041~";

        const std::vector<X12Set> sets = readX12(text);

        QCOMPARE(sets.size(), std::size_t{1});
        QCOMPARE(sets[0].type, std::string("TA1"));
        QVERIFY(!sets[0].rejection.has_value());
    }

    /// Else many of them would be kept with a copy of the whole file each.
    void keepsOfAnEmptyInterchangeItsOwnBytesOnly()
    {
        const std::string empty = isa() + "IEA*0*000000041~\n";
        std::string text;
        for (int i = 0; i < 3; ++i)
            text += empty;

        const std::vector<X12Set> sets = readX12(text);

        QCOMPARE(sets.size(), std::size_t{3});
        for (const X12Set& set : sets) {
            QVERIFY(set.rejection.has_value());
            QVERIFY(set.raw.starts_with("ISA"));
            QVERIFY(set.raw.size() <= empty.size());
        }
    }

    /// Each is kept once, and nothing twice.
    void keepsOfABrokenInterchangeItsOwnBytesOnly()
    {
        const std::string good = isa() + "TA1*000000040*261120*0915*A*000~IEA*0*000000041~\n";
        std::string text;
        for (int i = 0; i < 3; ++i)
            text += good + "ISA*broken~\n";

        const std::vector<X12Set> sets = readX12(text);

        QCOMPARE(sets.size(), std::size_t{6});
        std::string all;
        for (const X12Set& set : sets)
            all += set.raw;
        QCOMPARE(all, text);
    }

    void passesOverServiceSegments()
    {
        const std::string text = orderWith("GS*PO", "ISB*AB*KEY~\nGS*PO");

        const std::vector<X12Set> sets = readX12(text);

        QCOMPARE(sets.size(), std::size_t{1});
        QVERIFY(sets[0].warnings.empty());
    }

    void readsRepetitionAndTestMarkOfTheIsa()
    {
        std::string text = orderWith("*U*00401*", "*^*00501*");
        text.replace(text.find("*0*P*"), 5, "*0*T*");

        const std::vector<X12Set> sets = readX12(text);

        QCOMPARE(sets[0].envelope.separators.repetition, std::string("^"));
        QVERIFY(sets[0].envelope.isTest);
    }

    void keepsToItsBounds_data()
    {
        QTest::addColumn<QByteArray>("part");
        QTest::newRow("bytes") << QByteArray("bytes");
        QTest::newRow("segments") << QByteArray("segments");
        QTest::newRow("elements of a segment") << QByteArray("elements");
        QTest::newRow("elements of a file") << QByteArray("file");
        QTest::newRow("length of an element") << QByteArray("length");
        QTest::newRow("length of a GS") << QByteArray("group");
    }

    void keepsToItsBounds()
    {
        QFETCH(QByteArray, part);
        X12Limits limits;
        if (part == "bytes") limits.maxFileBytes = 100;
        if (part == "segments") limits.maxSegmentsPerSet = 4;
        if (part == "elements") limits.maxElementsPerSegment = 7;
        if (part == "file") limits.maxElementsPerFile = 20;
        if (part == "length") limits.maxElementBytes = 11;
        if (part == "group") limits.maxGroupHeaderBytes = 11;

        const std::vector<X12Set> sets = readX12(interchange(joined(orderSegments())), limits);

        QCOMPARE(sets.size(), std::size_t{1});
        QVERIFY(sets[0].rejection.has_value());
        QVERIFY2(sets[0].rejection->message.starts_with("too-large"), sets[0].rejection->message.c_str());
    }

    void takesTimeInProportionToTheSize_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        const auto row = [](const char* name, const std::string& text) {
            QTest::newRow(name) << QByteArray::fromStdString(text);
        };
        std::string lines;
        std::string tags;
        std::string isas;
        for (int i = 0; i < 100'000; ++i) {
            lines += "\nfoo bar";
            tags += "\nPO1*1*2";
            isas += "ISA*";
        }
        row("line breaks without end", orderWith("Mill", lines));
        row("segments without terminator", isa() + tags);
        row("many ISA", isas);
        row("many terminators", isa() + std::string(500'000, '~'));
        row("many elements", isa() + "ST" + std::string(500'000, '*'));
    }

    void takesTimeInProportionToTheSize()
    {
        QFETCH(QByteArray, bytes);
        const std::string text = bytes.toStdString();
        QElapsedTimer timer;
        timer.start();

        const std::vector<X12Set> sets = readX12(text);

        QVERIFY(!sets.empty());
        QVERIFY2(timer.elapsed() < 5000, "quadratic work takes minutes here");
    }
};

QTEST_GUILESS_MAIN(TestX12Reader)
#include "tst_x12_reader.moc"
