// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "backend/domain/policy.h"
#include "backend/domain/process.h"

using namespace milepost;
using namespace std::chrono_literals;

/// Conditions as they are written in process tables, and the rows of policies.
class TestProcess : public QObject {
    Q_OBJECT

private slots:
    void aConditionIsReadWordByWord();
    void aPredicateMayBeNegated();
    void anUnknownWordIsNamed_data();
    void anUnknownWordIsNamed();
    void backOffGrowsToItsBound_data();
    void backOffGrowsToItsBound();
    void aPolicyIsFoundByNameElseNormalElseBuiltIn();
};

void TestProcess::aConditionIsReadWordByWord()
{
    const auto term = parseTerm("posted >= shipped");

    QVERIFY(term.has_value());
    QVERIFY(!term->isPredicate);
    QVERIFY(term->left == Figure::Posted);
    QVERIFY(term->comparison == Comparison::GreaterOrEqual);
    QVERIFY(term->right == Figure::Shipped);
}

void TestProcess::aPredicateMayBeNegated()
{
    const auto held = parseTerm("!held");
    const auto done = parseTerm("done tax");

    QVERIFY(held.has_value() && done.has_value());
    QVERIFY(held->negated);
    QCOMPARE(held->predicate, std::string("held"));
    QVERIFY(!done->negated);
    QCOMPARE(done->argument, std::string("tax"));
}

void TestProcess::anUnknownWordIsNamed_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("word");
    QTest::newRow("an unknown figure on the left") << "sent > 0"
                                                   << "\"sent\"";
    QTest::newRow("an unknown figure on the right") << "shipped > 1"
                                                    << "\"1\"";
    QTest::newRow("an unknown comparison") << "shipped ~ 0"
                                           << "\"~\"";
    QTest::newRow("an unknown predicate") << "blocked"
                                          << "\"blocked\"";
    QTest::newRow("a comparison cannot be negated") << "!shipped > 0"
                                                    << "\"shipped\"";
    QTest::newRow("nothing at all") << ""
                                    << "\"\"";
}

void TestProcess::anUnknownWordIsNamed()
{
    QFETCH(QString, text);
    QFETCH(QString, word);

    const auto term = parseTerm(text.toStdString());

    QVERIFY(!term.has_value());
    QVERIFY(term.error().kind == ErrorKind::InvalidInput);
    QVERIFY(QString::fromStdString(term.error().message).contains(word));
}

void TestProcess::backOffGrowsToItsBound_data()
{
    QTest::addColumn<int>("tries");
    QTest::addColumn<double>("jitter");
    QTest::addColumn<qint64>("millis");
    QTest::newRow("after the first try half of the base") << 1 << 0.5 << qint64(5'000);
    QTest::newRow("after the second it doubles") << 2 << 0.5 << qint64(10'000);
    QTest::newRow("it never passes the bound") << 50 << 1.0 << qint64(60'000);
    QTest::newRow("full jitter begins at nothing") << 9 << 0.0 << qint64(0);
}

void TestProcess::backOffGrowsToItsBound()
{
    QFETCH(int, tries);
    QFETCH(double, jitter);
    QFETCH(qint64, millis);
    const Policy policy{.baseDelay = 10s, .maxDelay = 60s};

    QCOMPARE(retryDelay(policy, tries, jitter).count(), millis);
}

void TestProcess::aPolicyIsFoundByNameElseNormalElseBuiltIn()
{
    const PolicySet policies(
        {Policy{.name = "normal", .maxTries = 3}, Policy{.name = "critical", .maxTries = 9}});

    QCOMPARE(policies.find("critical").maxTries, 9);
    QCOMPARE(policies.find("other").maxTries, 3);
    QCOMPARE(PolicySet().find("other"), Policy{});
}

QTEST_GUILESS_MAIN(TestProcess)
#include "tst_process.moc"
