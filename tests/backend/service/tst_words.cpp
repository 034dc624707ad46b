// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "backend/recovery/selector.h"
#include "backend/service/words.h"

using namespace milepost;

Q_DECLARE_METATYPE(milepost::Selector)

class TestWords : public QObject {
    Q_OBJECT
private slots:
    void selectorsAreRead_data();
    void selectorsAreRead();
    void otherSelectorsAreRefused_data();
    void otherSelectorsAreRefused();
    void actionsAreChecked();
};

void TestWords::selectorsAreRead_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<Selector>("selector");
    using Kind = Selector::Kind;
    QTest::newRow("all") << QByteArray("all") << Selector{};
    QTest::newRow("an order whose number has a colon")
        << QByteArray("order:A:1") << Selector{.kind = Kind::Order, .text = "A:1"};
    QTest::newRow("an exception") << QByteArray("exception:17")
                                  << Selector{.kind = Kind::Exception, .text = "17", .number = 17};
    QTest::newRow("several exceptions, each once")
        << QByteArray("exceptions:17,4,17")
        << Selector{.kind = Kind::Exceptions, .text = "17,4,17", .numbers = {17, 4}};
    QTest::newRow("several orders") << QByteArray("orders:A:1,B")
                                    << Selector{.kind = Kind::Orders, .text = "A:1,B", .texts = {"A:1", "B"}};
    QTest::newRow("a class") << QByteArray("class:businessRule")
                             << Selector{.kind = Kind::Class,
                                         .text = "businessRule",
                                         .exceptionClass = ExceptionClass::BusinessRule};
    QTest::newRow("a class as people write it") << QByteArray("class:unknown-outcome")
                                                << Selector{.kind = Kind::Class,
                                                            .text = "unknown-outcome",
                                                            .exceptionClass = ExceptionClass::UnknownOutcome};
    QTest::newRow("a system") << QByteArray("system:erp") << Selector{.kind = Kind::System, .text = "erp"};
    QTest::newRow("a group") << QByteArray("group:3")
                             << Selector{.kind = Kind::Group, .text = "3", .number = 3};
}

void TestWords::selectorsAreRead()
{
    QFETCH(QByteArray, text);
    QFETCH(Selector, selector);

    const auto parsed = parseSelector(text.toStdString());

    QVERIFY(parsed.has_value());
    QVERIFY(*parsed == selector);
}

void TestWords::otherSelectorsAreRefused_data()
{
    QTest::addColumn<QByteArray>("text");
    for (const char* text :
         {"", "everything", "order:", "exception:x", "exception:-1", "group:0", "class:nonsense", "sku:A",
          "orders:", "orders:A,", "exceptions:1,,2", "exceptions:1,x"})
        QTest::newRow(text) << QByteArray(text);
}

void TestWords::otherSelectorsAreRefused()
{
    QFETCH(QByteArray, text);

    const Status known = checkPlanWords("retry", text.toStdString());

    QVERIFY(!known.has_value());
    QCOMPARE(known.error().kind, ErrorKind::InvalidInput);
}

void TestWords::actionsAreChecked()
{
    QVERIFY(checkPlanWords("retry", "all").has_value());
    QVERIFY(checkPlanWords("resolve", "exception:1").has_value());
    QVERIFY(checkPlanWords("edit", "exceptions:1,2").has_value());
    QVERIFY(!checkPlanWords("destroy", "all").has_value());
}

QTEST_GUILESS_MAIN(TestWords)
#include "tst_words.moc"
