// SPDX-License-Identifier: GPL-3.0-or-later
#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

#include "models/order_list_model.h"
#include "tests/support/fake_backend.h"

#include <memory>

namespace milepost {
namespace {

std::vector<OrderId> newestFirst(int count)
{
    std::vector<OrderId> ids;
    for (int id = count; id >= 1; --id)
        ids.push_back({id});
    return ids;
}

OrderRow orderRow(int id, const std::string& customer)
{
    return {.id = {id}, .orderNo = "SHOP-" + std::to_string(id), .channel = "shop", .customer = customer};
}

std::vector<OrderRow> orderRows(int count, const std::string& customer = "Miller")
{
    std::vector<OrderRow> rows;
    for (int id = 1; id <= count; ++id)
        rows.push_back(orderRow(id, customer));
    return rows;
}

/// A list over a fake face that holds `count` orders.
struct ListFixture {
    explicit ListFixture(int count)
    {
        fill(count);
        bridge.listen();
        model = std::make_unique<OrderListModel>(bridge, [] { return Timestamp(Duration(1'000)); });
    }

    void fill(int count)
    {
        backend.set([count](FakeBackend::Answers& answers) {
            answers.orderIds = newestFirst(count);
            answers.ordersById = orderRows(count);
        });
    }

    QString cell(int row, OrderColumn column) const
    {
        return model->index(row, static_cast<int>(column)).data().toString();
    }
    bool isPending(int row) const { return model->index(row, 0).data(PendingRole).toBool(); }

    FakeBackend backend;
    BackendBridge bridge{backend};
    std::unique_ptr<OrderListModel> model;
};

} // namespace

class TestOrderListModel : public QObject {
    Q_OBJECT

private slots:
    void rowsAreFetchedOnlyWhenLookedAt()
    {
        ListFixture list(1000);
        list.model->setFilter({});
        QTRY_COMPARE(list.model->rowCount(), 1000);

        QVERIFY(list.isPending(0));

        QTRY_COMPARE(list.cell(0, OrderColumn::OrderNo), QStringLiteral("SHOP-1000"));
        QVERIFY(!list.isPending(0));
        QVERIFY(list.isPending(900));
    }

    void blocksScrolledPastAreNotFetched()
    {
        ListFixture list(128 * 40);
        list.model->setFilter({});
        QTRY_COMPARE(list.model->rowCount(), 128 * 40);
        list.backend.hold("ordersById");

        for (int row = 0; row < list.model->rowCount(); row += 128)
            QVERIFY(list.isPending(row));
        list.backend.release("ordersById");

        QTRY_COMPARE(list.cell(128 * 39, OrderColumn::OrderNo), QStringLiteral("SHOP-128"));
        QVERIFY(list.backend.calls("ordersById") <= 4);
    }

    void aStaleAnswerDoesNotFillTheNewList()
    {
        ListFixture list(10);
        list.model->setFilter({});
        QTRY_COMPARE(list.model->rowCount(), 10);
        list.backend.hold("ordersById");
        QVERIFY(list.isPending(0));
        QTRY_COMPARE(list.backend.waiting("ordersById"), 1);

        list.backend.set([](FakeBackend::Answers& answers) { answers.orderIds = newestFirst(3); });
        list.model->setFilter({.search = "miller"});
        QTRY_COMPARE(list.model->rowCount(), 3);
        list.backend.release("ordersById");

        QTRY_COMPARE(list.cell(0, OrderColumn::OrderNo), QStringLiteral("SHOP-3"));
        QCOMPARE(list.cell(2, OrderColumn::OrderNo), QStringLiteral("SHOP-1"));
    }

    void aSearchWhileTypingOnlyAsksTheNewest()
    {
        ListFixture list(10);
        list.backend.hold("orderIds");
        for (const char* search : {"1", "10", "104", "1042"})
            list.model->setFilter({.search = search});
        QSignalSpy loaded(list.model.get(), &OrderListModel::loaded);

        list.backend.release("orderIds");

        QTRY_COMPARE(loaded.size(), 1);
        QCOMPARE(list.backend.calls("orderIds"), 2); // the first was under way
        QCOMPARE(list.backend.lastOrderFilter().search, std::string("1042"));
    }

    void aFailureIsSaidAndTheRowsStay()
    {
        ListFixture list(10);
        list.model->setFilter({});
        QTRY_COMPARE(list.model->rowCount(), 10);
        QSignalSpy failed(list.model.get(), &OrderListModel::failed);
        list.backend.set([](FakeBackend::Answers& answers) {
            answers.orderIds = Error{.kind = ErrorKind::Unavailable, .message = "the disk is gone"};
        });

        list.model->setFilter({.channel = "edi"});

        QTRY_COMPARE(failed.size(), 1);
        QCOMPARE(list.model->rowCount(), 10);
        QVERIFY(!list.model->isLoading());
    }

    void rowsThatCannotBeFetchedAreAskedForAgain()
    {
        ListFixture list(10);
        list.model->setFilter({});
        QTRY_COMPARE(list.model->rowCount(), 10);
        connect(list.model.get(), &QAbstractItemModel::dataChanged, this, [&list] { list.isPending(0); });
        list.model->setShownRows(0, 9);
        list.backend.set([](FakeBackend::Answers& answers) {
            answers.ordersById = Error{.kind = ErrorKind::Unavailable, .message = "busy"};
        });
        QVERIFY(list.isPending(0));
        QTRY_COMPARE(list.backend.calls("ordersById"), 1);

        list.fill(10);

        QTRY_VERIFY(!list.isPending(0));
    }

    void anAnswerAfterTheModelIsGoneIsDropped()
    {
        ListFixture list(10);
        list.model->setFilter({});
        QTRY_COMPARE(list.model->rowCount(), 10);
        list.backend.hold("ordersById");
        QVERIFY(list.isPending(0));
        QTRY_COMPARE(list.backend.waiting("ordersById"), 1);

        list.model.reset();
        list.backend.release("ordersById");

        QTRY_COMPARE(list.backend.waiting("ordersById"), 0);
        QCoreApplication::processEvents();
    }

    void newOrdersAppearOnTopWithoutReset()
    {
        ListFixture list(300);
        QAbstractItemModelTester tester(list.model.get());
        list.model->setFilter({});
        QTRY_COMPARE(list.model->rowCount(), 300);
        QTRY_VERIFY(!list.isPending(0));
        QSignalSpy reset(list.model.get(), &QAbstractItemModel::modelReset);
        QSignalSpy inserted(list.model.get(), &QAbstractItemModel::rowsInserted);
        list.fill(302);

        list.backend.commit({.orders = {OrderId{301}}});
        list.backend.commit({.orders = {OrderId{302}, OrderId{17}}});

        QTRY_COMPARE(list.model->rowCount(), 302);
        QCOMPARE(inserted.size(), 1); // both at once
        QCOMPARE(reset.size(), 0);
        QTRY_COMPARE(list.cell(0, OrderColumn::OrderNo), QStringLiteral("SHOP-302"));
        QCOMPARE(list.cell(2, OrderColumn::OrderNo), QStringLiteral("SHOP-300"));
    }

    void shownRowsThatChangeAreReadAgain()
    {
        ListFixture list(300);
        list.model->setFilter({});
        QTRY_COMPARE(list.model->rowCount(), 300);
        QTRY_VERIFY(!list.isPending(1));
        list.model->setShownRows(0, 20);
        QSignalSpy reset(list.model.get(), &QAbstractItemModel::modelReset);
        list.backend.set(
            [](FakeBackend::Answers& answers) { answers.ordersById = orderRows(300, "Schmidt"); });

        list.backend.commit({.orders = {OrderId{299}}});

        QTRY_COMPARE(list.cell(1, OrderColumn::Customer), QStringLiteral("Schmidt"));
        QCOMPARE(list.cell(2, OrderColumn::Customer), QStringLiteral("Miller"));
        QCOMPARE(reset.size(), 0);
    }

    void aChangeWhileItsRowIsReadIsReadAgain()
    {
        ListFixture list(300);
        list.model->setFilter({});
        QTRY_COMPARE(list.model->rowCount(), 300);
        list.model->setShownRows(0, 20);
        list.backend.hold("ordersById");
        QVERIFY(list.isPending(0));
        QTRY_COMPARE(list.backend.waiting("ordersById"), 1);
        QSignalSpy heard(&list.bridge.changes(), &ChangeFeed::changed);
        list.backend.commit({.orders = {OrderId{300}}});
        QTRY_COMPARE(heard.size(), 1);

        list.backend.release("ordersById");

        QTRY_COMPARE(list.backend.calls("ordersById"), 2);
    }

    void aFilteredListReadsItselfAgainAfterQuiet()
    {
        ListFixture list(300);
        QAbstractItemModelTester tester(list.model.get());
        list.model->setFilter({.isOpen = true});
        QTRY_COMPARE(list.model->rowCount(), 300);
        QSignalSpy reset(list.model.get(), &QAbstractItemModel::modelReset);
        list.backend.set([](FakeBackend::Answers& answers) {
            std::vector<OrderId> ids = newestFirst(301);
            std::erase(*answers.orderIds, OrderId{150});
            std::erase(ids, OrderId{150});
            answers.orderIds = ids;
        });

        list.backend.commit({.orders = {OrderId{150}, OrderId{301}}});

        QTRY_COMPARE(list.model->changedSince(), 2);
        QTRY_COMPARE(list.model->idAt(0), OrderId{301});
        QCOMPARE(list.model->rowCount(), 300);
        QCOMPARE(list.model->changedSince(), 0);
        QVERIFY(!list.model->rowOf(OrderId{150}));
        QCOMPARE(reset.size(), 0);
    }

    void sortingAsksTheBackend()
    {
        ListFixture list(10);
        list.model->setFilter({});
        QTRY_COMPARE(list.model->rowCount(), 10);

        list.model->sort(static_cast<int>(OrderColumn::Customer), Qt::AscendingOrder);

        QTRY_COMPARE(list.backend.calls("orderIds"), 2);
        QTRY_VERIFY(list.backend.lastOrderFilter().sort == OrderSort::Customer);
        QVERIFY(!list.backend.lastOrderFilter().isDescending);
    }
};

} // namespace milepost

QTEST_GUILESS_MAIN(milepost::TestOrderListModel)
#include "tst_order_list_model.moc"
