// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "backend/engine/stock_book.h"
#include "tests/backend/domain/order_scenario.h"

using namespace milepost;
using namespace milepost::test;

namespace {

StockRow told(std::int64_t onHand, Timestamp at)
{
    return {.node = "east", .sku = "A", .onHand = units(onHand), .asOf = at};
}

StockBook bookOf(const StockRow& report, const Order& order)
{
    StockBook book;
    book.report(report);
    book.restore(order);
    return book;
}

} // namespace

/// What may be promised: what a node told, less what orders hold and what left since.
class TestStockBook : public QObject {
    Q_OBJECT

private slots:
    void whatIsHeldAndWhatLeftSinceIsNotPromisedAgain()
    {
        OrderScenario scenario(testContent({{"A", 4}}));
        scenario.stock.units = {{{"east", "A"}, 10}};
        const Timestamp before = scenario.now;
        scenario.released();

        const StockBook held = bookOf(told(10, before), scenario.order);
        QCOMPARE(held.reservedMicro("east", "A"), units(4).micro);
        QCOMPARE(held.shippedMicro("east", "A"), 0);
        QCOMPARE(held.availableMicro("east", "A"), units(6).micro);

        scenario.pass(std::chrono::hours(1));
        scenario.shipped(1, {line("A", 4)}, "S1");
        const StockBook left = bookOf(told(10, before), scenario.order);
        QCOMPARE(left.reservedMicro("east", "A"), 0);
        QCOMPARE(left.shippedMicro("east", "A"), units(4).micro);
        QCOMPARE(left.availableMicro("east", "A"), units(6).micro);

        const StockBook later = bookOf(told(6, scenario.now + Duration(1)), scenario.order);
        QCOMPARE(later.shippedMicro("east", "A"), 0); // the node has counted without it
        QCOMPARE(later.availableMicro("east", "A"), units(6).micro);
    }

    void nothingIsPromisedOfWhatNobodyToldOrWhatIsOverbooked()
    {
        OrderScenario scenario(testContent({{"A", 4}}));
        scenario.stock.units = {{{"east", "A"}, 10}};
        const Timestamp before = scenario.now;
        scenario.released();

        const StockBook book = bookOf(told(3, before), scenario.order);
        QCOMPARE(book.availableMicro("east", "A"), 0);
        QCOMPARE(book.availableMicro("east", "B"), 0);
        QCOMPARE(book.reservedMicro("east", "B"), 0);
        QVERIFY(!book.isKnown("west", "A"));
    }

    void anOlderReportIsNotTaken()
    {
        StockBook book;
        QVERIFY(book.report(told(8, Timestamp(Duration(20)))));
        QVERIFY(!book.report(told(9, Timestamp(Duration(10)))));
        QCOMPARE(book.availableMicro("east", "A"), units(8).micro);
        QCOMPARE(book.reportedAt("east", {}), Timestamp(Duration(20)));
    }
};

QTEST_GUILESS_MAIN(TestStockBook)
#include "tst_stock_book.moc"
