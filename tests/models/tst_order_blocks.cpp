// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "models/order_blocks.h"

namespace milepost {
namespace {

std::vector<std::optional<ListedOrder>> rows(std::size_t block, std::size_t count = OrderBlocks::blockSize)
{
    std::vector<std::optional<ListedOrder>> rows;
    for (std::size_t i = 0; i < count; ++i)
        rows.push_back(
            ListedOrder{.row = {.id = {static_cast<std::int64_t>(block * OrderBlocks::blockSize + i + 1)}}});
    return rows;
}

} // namespace

class TestOrderBlocks : public QObject {
    Q_OBJECT

private slots:
    void theBlockUsedLongestAgoGoesFirst()
    {
        OrderBlocks blocks;
        for (std::size_t block = 0; block < OrderBlocks::maxBlocks; ++block)
            blocks.put(block, rows(block));
        QVERIFY(blocks.at(5) != nullptr); // block 0 is used again

        blocks.put(OrderBlocks::maxBlocks, rows(OrderBlocks::maxBlocks));

        QCOMPARE(blocks.size(), OrderBlocks::maxBlocks);
        QVERIFY(blocks.peek(5) != nullptr);
        QVERIFY(blocks.peek(OrderBlocks::blockSize) == nullptr);
    }

    void theNewestWishIsFetchedFirstAndWishesScrolledPastAreForgotten()
    {
        OrderBlocks blocks;
        for (std::size_t block = 0; block < 10; ++block)
            QVERIFY(blocks.at(block * OrderBlocks::blockSize) == nullptr);

        QCOMPARE(blocks.takeWish(), std::optional<std::size_t>(9));
        QCOMPARE(blocks.takeWish(), std::optional<std::size_t>(8));
        QCOMPARE(blocks.takeWish(), std::optional<std::size_t>(7));
        QCOMPARE(blocks.takeWish(), std::optional<std::size_t>(6));
        QCOMPARE(blocks.takeWish(), std::optional<std::size_t>());
    }

    void aBlockBeingFetchedIsNotWantedAgain()
    {
        OrderBlocks blocks;
        blocks.at(0);
        blocks.takeWish();

        blocks.at(1);

        QVERIFY(!blocks.hasWishes());
    }

    void rowsBeyondAPartialBlockAreWanted()
    {
        OrderBlocks blocks;
        blocks.put(0, rows(0, 3));

        QVERIFY(blocks.at(2) != nullptr);
        QVERIFY(!blocks.hasWishes());
        QVERIFY(blocks.at(3) == nullptr);
        QVERIFY(blocks.hasWishes());
    }
};

} // namespace milepost

QTEST_GUILESS_MAIN(milepost::TestOrderBlocks)
#include "tst_order_blocks.moc"
