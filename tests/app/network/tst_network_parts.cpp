// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "app/network/catalogue.h"
#include "app/network/customer_order.h"
#include "app/network/dice.h"
#include "app/network/faults.h"
#include "app/network/fixed_width.h"
#include "app/network/http_message.h"
#include "app/network/money_text.h"
#include "app/network/time_text.h"
#include "app/network/x12_document.h"

#include <map>
#include <set>

using namespace milepost::network;

class TestNetworkParts : public QObject {
    Q_OBJECT

private slots:
    void timesAreWrittenAndReadBack();
    void amountsRoundHalfEven_data();
    void amountsRoundHalfEven();
    void recordsKeepTheirColumns();
    void x12IsReadAsItWasWritten();
    void targetsAreDecoded();
    void ordersDependOnSeedAndPlaceOnly();
    void referencesAreUniqueOverAllChannels();
    void oneOfTheFirstTypedOrdersHasAPostalCodeThatIsNone();
    void storesSumToTheirLine();
    void faultsFollowTheirProfile();
    void atMostThreeFaultsInARow();
};

void TestNetworkParts::timesAreWrittenAndReadBack()
{
    const Millis at = 1'795'449'852'345;

    QCOMPARE(rfc3339(at), std::string("2026-11-23T16:04:12.345Z"));
    QCOMPARE(rfc3339Offset(at, -5), std::string("2026-11-23T11:04:12-05:00"));
    QCOMPARE(date8(at) + time6(at), std::string("20261123160412"));
    QCOMPARE(parseRfc3339(rfc3339(at)).value_or(0), at);
    QVERIFY(!parseRfc3339("yesterday"));
}

void TestNetworkParts::amountsRoundHalfEven_data()
{
    QTest::addColumn<int>("quantity");
    QTest::addColumn<QString>("price");
    QTest::addColumn<QString>("amount");
    QTest::newRow("exact") << 3 << "12.50"
                           << "37.50";
    QTest::newRow("half to even below") << 1 << "0.125"
                                        << "0.12";
    QTest::newRow("half to even above") << 1 << "0.135"
                                        << "0.14";
    QTest::newRow("more than half") << 1 << "0.1251"
                                    << "0.13";
}

void TestNetworkParts::amountsRoundHalfEven()
{
    QFETCH(int, quantity);
    QFETCH(QString, price);
    QFETCH(QString, amount);

    const auto millionths = parseMillionths(price.toStdString());

    QVERIFY(millionths);
    QCOMPARE(centsText(amountCents(quantity, *millionths)), amount.toStdString());
}

void TestNetworkParts::recordsKeepTheirColumns()
{
    const std::string line =
        FixedRecord("RL").number(3, 7, 12).text(8, 27, "Köln").quantity(28, 38, 3).line();

    const auto records = recordsOf(line);

    QCOMPARE(line.size(), std::size_t{40});
    QCOMPARE(records.size(), std::size_t{1});
    QCOMPARE(columns(records.front(), 8, 27), std::string("K?ln"));
    QCOMPARE(figureIn(records.front(), 28, 38).value_or(0), std::int64_t{3000});
    QVERIFY(!figureIn(records.front(), 8, 27));
}

void TestNetworkParts::x12IsReadAsItWasWritten()
{
    X12Writer writer({'|', ':', "~\r\n"}, {"BUILDCO", "MERCHANT", "PO", 17, 1'795'449'852'345});
    writer.beginSet("850");
    writer.segment({"PO1", "1", "12", "EA", "", "", "VN", "BRK-1001"});
    writer.segment({"N1", "ST", "", ""});
    writer.endSet();

    const auto read = readX12(writer.finished());

    QVERIFY(read);
    QCOMPARE(read->sender, std::string("BUILDCO"));
    QCOMPARE(read->control, std::string("000000017"));
    QCOMPARE(read->sets.size(), std::size_t{1});
    QCOMPARE(element(read->sets.front().segments.front(), 7), std::string("BRK-1001"));
    QCOMPARE(read->sets.front().segments.back().size(), std::size_t{2});
    QVERIFY(!readX12("no interchange"));
}

void TestNetworkParts::targetsAreDecoded()
{
    HttpRequest request;

    readTarget("/sales/SO%2D1?reference=a%20b%26c&limit=10&flag", request);

    QCOMPARE(request.path, std::string("/sales/SO-1"));
    QCOMPARE(request.parameter("reference"), std::string("a b&c"));
    QCOMPARE(request.parameter("limit"), std::string("10"));
    QCOMPARE(request.parameter("flag"), std::string());
}

void TestNetworkParts::ordersDependOnSeedAndPlaceOnly()
{
    const Dice dice(3);
    const Catalogue catalogue(dice);
    const CustomerOrder other = plannedOrder(dice, catalogue, 8);

    const CustomerOrder order = plannedOrder(dice, catalogue, 7);
    const CustomerOrder again = plannedOrder(Dice(3), Catalogue(Dice(3)), 7);

    QCOMPARE(again.ref, order.ref);
    QCOMPARE(again.lines.size(), order.lines.size());
    QCOMPARE(again.lines.front().sku, order.lines.front().sku);
    QVERIFY(other.ref != order.ref);
}

void TestNetworkParts::referencesAreUniqueOverAllChannels()
{
    const Dice dice(1);
    const Catalogue catalogue(dice);
    std::set<std::string> refs;
    std::map<std::string, int> channels;

    for (int i = 0; i < 2000; ++i) {
        const CustomerOrder order = plannedOrder(dice, catalogue, i);
        refs.insert(order.ref);
        ++channels[order.channel];
    }

    QCOMPARE(refs.size(), std::size_t{2000});
    QCOMPARE(channels.size(), std::size_t{4});
}

void TestNetworkParts::oneOfTheFirstTypedOrdersHasAPostalCodeThatIsNone()
{
    for (int seed = 1; seed <= 20; ++seed) {
        const Dice dice(seed);
        const Catalogue catalogue(dice);
        int mistyped = 0;
        for (int i = 0; i < 25; ++i) {
            const CustomerOrder order = plannedOrder(dice, catalogue, i);
            const std::string& code = order.addresses.front().postalCode;
            const auto isWhole = [&](const char* place) { return code == place; };
            const bool isRight = std::ranges::any_of(
                std::initializer_list<const char*>{"89501", "94607", "97201", "12207", "45402", "31401",
                                                   "83702", "78701", "50667", "69002", "4020", "211 20"},
                isWhole);
            mistyped += isRight ? 0 : 1;
            QVERIFY(isRight || order.channel != "edi");
        }
        QVERIFY(mistyped >= 1 && mistyped <= 3);
    }
}

void TestNetworkParts::storesSumToTheirLine()
{
    const Dice dice(1);
    const Catalogue catalogue(dice);
    int withStores = 0;

    for (int i = 0; i < 1000; ++i) {
        for (const CustomerLine& line : plannedOrder(dice, catalogue, i).lines) {
            std::int64_t sum = 0;
            for (const auto& [store, quantity] : line.stores)
                sum += quantity;
            withStores += line.stores.empty() ? 0 : 1;
            QVERIFY(line.stores.empty() || sum == line.quantity);
        }
    }
    QVERIFY(withStores > 10);
}

void TestNetworkParts::faultsFollowTheirProfile()
{
    Books books(":memory:");
    const Dice dice(1);
    Faults faults(books, dice);
    const std::vector<FaultKind> possible{FaultKind::Slow, FaultKind::TooMany};
    const auto faulted = [&](const std::string& system) {
        int count = 0;
        for (int i = 0; i < 1000; ++i)
            count += faults.next({system, "work", std::to_string(i)}, possible) == FaultKind::None ? 0 : 1;
        return count;
    };

    QCOMPARE(faulted("none"), 0);
    faults.setProfile(FaultProfile::Light);
    const int light = faulted("light");
    faults.setProfile(FaultProfile::Heavy);
    const int heavy = faulted("heavy");

    QVERIFY2(light > 15 && light < 50, qPrintable(QString::number(light)));
    QVERIFY2(heavy > 110 && heavy < 190, qPrintable(QString::number(heavy)));
}

void TestNetworkParts::atMostThreeFaultsInARow()
{
    Books books(":memory:");
    const Dice dice(1);
    Faults faults(books, dice);
    faults.setProfile(FaultProfile::Heavy);
    int inRow = 0;
    int most = 0;

    for (int i = 0; i < 20'000; ++i) {
        const FaultKind kind = faults.next({"erp", "accept", "always the same"}, {FaultKind::Slow});
        inRow = kind == FaultKind::None ? 0 : inRow + 1;
        most = std::max(most, inRow);
    }

    QCOMPARE(most, 3);
}

QTEST_GUILESS_MAIN(TestNetworkParts)
#include "tst_network_parts.moc"
