// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "backend/engine/sent_counts.h"

#include <chrono>

using namespace milepost;
using namespace std::chrono_literals;

namespace {

constexpr std::int64_t nineOClock = 494'289; ///< hours since 1970: 2026-05-22T09:00Z

Timestamp at(int hour)
{
    return Timestamp(std::chrono::hours(nineOClock - 9 + hour));
}

CountWindow window(int from, int to, std::int64_t said)
{
    return {.from = at(from), .to = at(to), .said = said};
}

SentCounts countsWith(std::int64_t atNine, std::int64_t atTen)
{
    SentCounts counts;
    counts.noteArrived("shop", nineOClock, atNine);
    counts.noteArrived("shop", nineOClock + 1, atTen);
    return counts;
}

std::optional<OpenException> exceptionOf(const SentCounts& counts)
{
    return countException("shop", *counts.stateOf("shop"));
}

} // namespace

class TestSentCounts : public QObject {
    Q_OBJECT

private slots:
    void saidIsHeldAgainstArrived_data()
    {
        QTest::addColumn<int>("said");
        QTest::addColumn<bool>("isOpen");
        QTest::addColumn<QString>("kind");
        QTest::newRow("as many arrived") << 39 << false << QString();
        QTest::newRow("fewer arrived: an absence") << 41 << true << QStringLiteral("absence");
        QTest::newRow("more arrived: a mismatch") << 30 << true << QStringLiteral("mismatch");
        QTest::newRow("nothing was sent, they say") << 0 << true << QStringLiteral("mismatch");
    }

    void saidIsHeldAgainstArrived()
    {
        QFETCH(const int, said);
        QFETCH(const bool, isOpen);
        QFETCH(const QString, kind);
        SentCounts counts = countsWith(39, 5);

        counts.compare("shop", window(9, 10, said));

        const auto exception = exceptionOf(counts);
        QCOMPARE(exception.has_value(), isOpen);
        if (exception) QCOMPARE(QString::fromStdString(std::string(toKey(exception->kind))), kind);
    }

    void theSentenceNamesBothFiguresAndTheWindow()
    {
        SentCounts counts = countsWith(39, 5);
        counts.compare("shop", window(9, 10, 41));

        QCOMPARE(
            exceptionOf(counts)->text,
            std::string("shop says 41 orders between 09:00 and 10:00 on 2026-05-22 (UTC), 39 arrived. Have "
                        "them sent again; this closes by itself when they have come."));
    }

    void severalWindowsAreOneException()
    {
        SentCounts counts = countsWith(39, 5);
        counts.compare("shop", window(9, 10, 41));
        counts.compare("shop", window(10, 11, 6));

        const auto exception = exceptionOf(counts);

        QVERIFY(exception->text.find("in all 2 windows that differ 3 are missing and 0 too many") !=
                std::string::npos);
    }

    void whatComesLateClosesItsWindow()
    {
        SentCounts counts = countsWith(39, 5);
        counts.compare("shop", window(9, 10, 41));
        counts.noteArrived("shop", nineOClock, 1);
        QVERIFY(counts.compareAgain("shop"));
        QVERIFY(counts.differs("shop"));
        counts.noteArrived("shop", nineOClock, 1);

        QVERIFY(counts.compareAgain("shop"));

        QVERIFY(!exceptionOf(counts));
        QVERIFY(!counts.compareAgain("shop"));
        QCOMPARE(counts.stateOf("shop")->last->arrived, 41);
    }

    void nothingIsAskedBeforeTheSourceHasToldEverything()
    {
        SentCounts counts;

        QVERIFY(!counts.nextToAsk("shop", 1h, std::nullopt, at(8) + 20min));
        QVERIFY(!counts.nextToAsk("shop", 1h, at(10) - 1ms, at(10)));
        const auto ask = counts.nextToAsk("shop", 1h, at(10), at(10));

        QVERIFY(ask.has_value());
        QCOMPARE(ask->from, at(9)); // the first whole hour since it was first asked
        QCOMPARE(ask->to, at(10));
    }

    void windowsFollowEachOtherAndTheOpenOneIsAskedAgain()
    {
        SentCounts counts = countsWith(2, 3);
        (void)counts.nextToAsk("shop", 1h, std::nullopt, at(9));
        counts.compare("shop", window(9, 10, 4));

        QCOMPARE(counts.nextToAsk("shop", 1h, at(11), at(11))->from, at(10));
        QCOMPARE(counts.nextToAsk("shop", 1h, at(10), at(11))->from, at(9));
        counts.compare("shop", window(9, 10, 2)); // one was taken back there
        QVERIFY(!counts.nextToAsk("shop", 1h, at(10), at(11)));
    }

    void aPersonMayLeaveItAsItIs()
    {
        SentCounts counts = countsWith(2, 3);
        counts.compare("shop", window(9, 10, 4));

        counts.accept("shop");

        QVERIFY(!exceptionOf(counts));
    }

    void noMoreWindowsAreKeptThanABound()
    {
        SentCounts counts;
        for (int hour = 0; hour < 500; ++hour)
            counts.compare("shop", window(hour, hour + 1, 1));

        QCOMPARE(counts.stateOf("shop")->open.size(), SentCounts::maxOpen);
    }

    void theStateSurvivesBeingWritten()
    {
        SentCounts counts = countsWith(39, 5);
        counts.compare("shop", window(9, 10, 41));
        counts.compare("shop", window(10, 11, 5));
        const CountState& state = *counts.stateOf("shop");

        QVERIFY(parseCountState(toText(state)) == state);
    }

    void whatIsNoStateIsNone_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("nothing") << QString();
        QTest::newRow("words") << QStringLiteral("next week");
        QTest::newRow("cut off") << QStringLiteral("12 34 5");
        QTest::newRow("a number too long") << QStringLiteral("99999999999999999999999 1 2 3 4");
    }

    void whatIsNoStateIsNone()
    {
        QFETCH(const QString, text);
        QVERIFY(parseCountState(text.toStdString()) == CountState{});
    }
};

QTEST_GUILESS_MAIN(TestSentCounts)
#include "tst_sent_counts.moc"
