// SPDX-License-Identifier: GPL-3.0-or-later
#include <QAction>
#include <QComboBox>
#include <QDialog>
#include <QFile>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>

#include "tests/ui/frame/frame_fixture.h"
#include "ui/orders/order_export.h"
#include "ui/orders/order_list.h"

#include <algorithm>

using namespace milepost;

namespace {

std::vector<OrderId> idsFrom(std::int64_t count)
{
    std::vector<OrderId> ids;
    for (std::int64_t id = count; id > 0; --id)
        ids.push_back(OrderId{id});
    return ids;
}

std::vector<OrderRow> rowsFrom(std::int64_t count)
{
    std::vector<OrderRow> rows;
    for (std::int64_t id = 1; id <= count; ++id)
        rows.push_back(
            {.id = OrderId{id}, .orderNo = "N" + std::to_string(id), .channel = "shop", .customer = "C;1"});
    return rows;
}

} // namespace

/// The list of orders: filters, selection, export; over a fake face.
class TestOrderList : public QObject {
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void whatIsChosenIsAskedFor();
    void clearingShowsAllAgain();
    void allThatMatchAreHeldAlsoThoseNeverSeen();
    void tooManyAreRefusedInWords();
    void aSearchShowsSomeAtOnceAndThenAll();
    void theExportHoldsEveryOrder();
    void anEmptyListSaysWhatToDo();
    void theSortIsRemembered();

private:
    void answer(std::int64_t count);
    void chooseHold() const;
    template <typename Widget>
    Widget* child(const char* name) const
    {
        return m_list->findChild<Widget*>(QString::fromLatin1(name));
    }
    QTableView* table() const { return child<QTableView>("orderTable"); }

    std::unique_ptr<FrameFixture> m_fixture;
    std::unique_ptr<OrderList> m_list;
};

void TestOrderList::init()
{
    m_fixture = std::make_unique<FrameFixture>();
    answer(600);
    m_list = std::make_unique<OrderList>(m_fixture->context());
    m_list->resize(1200, 600);
    m_list->QWidget::show();
    m_list->show({});
    QTRY_COMPARE(table()->model()->rowCount(), 600);
}

void TestOrderList::cleanup()
{
    m_list.reset();
    m_fixture.reset();
}

void TestOrderList::answer(std::int64_t count)
{
    m_fixture->backend.set([count](FakeBackend::Answers& answers) {
        answers.orderIds = idsFrom(count);
        answers.ordersById = rowsFrom(count);
        answers.channels = std::vector<std::string>{"edi", "shop"};
    });
}

void TestOrderList::chooseHold() const
{
    const auto actions = m_list->findChildren<QAction*>();
    const auto hold = std::ranges::find(actions, QStringLiteral("&Hold…"), &QAction::text);
    QVERIFY(hold != actions.end());
    (*hold)->trigger();
}

void TestOrderList::whatIsChosenIsAskedFor()
{
    auto* channel = child<QComboBox>("orderChannel");
    QTRY_COMPARE(channel->count(), 3);
    QTest::keyClick(channel, Qt::Key_Down);
    QTRY_COMPARE(m_fixture->backend.lastOrderFilter().channel, std::string("edi"));
    auto* milestone = child<QComboBox>("orderMilestone");
    milestone->setCurrentIndex(milestone->findData(-static_cast<int>(Milestone::Shipped)));
    QTRY_VERIFY(m_fixture->backend.lastOrderFilter().notYet == Milestone::Shipped);
    auto* age = child<QComboBox>("orderAge");
    age->setCurrentIndex(age->findData(-72));
    QTRY_VERIFY(m_fixture->backend.lastOrderFilter().receivedBefore.has_value());
    child<QComboBox>("orderState")->setCurrentIndex(1);
    QTRY_VERIFY(m_fixture->backend.lastOrderFilter().isOpen == true);
}

void TestOrderList::clearingShowsAllAgain()
{
    auto* clear = child<QPushButton>("clearFilters");
    QVERIFY(!clear->isEnabled());
    QTest::keyClicks(m_list->searchField(), QStringLiteral("N1"));
    QTRY_COMPARE(m_fixture->backend.lastOrderFilter().search, std::string("N1"));
    QVERIFY(clear->isEnabled());
    QTest::keyClick(clear, Qt::Key_Space);
    QTRY_VERIFY(m_fixture->backend.lastOrderFilter().search.empty());
    QVERIFY(!clear->isEnabled());
}

void TestOrderList::allThatMatchAreHeldAlsoThoseNeverSeen()
{
    table()->setFocus();
    QTest::keyClick(table(), Qt::Key_A, Qt::ControlModifier);
    QTRY_VERIFY(child<QLabel>("orderCount")->text().contains(QStringLiteral("600 selected")));
    chooseHold();
    QDialog* dialog = nullptr;
    QTRY_VERIFY((dialog = child<QDialog>("reasonDialog")) != nullptr);
    QVERIFY(dialog->windowTitle().contains(QStringLiteral("600")));
    QTest::keyClicks(dialog->findChild<QPlainTextEdit*>(), QStringLiteral("recall of the item"));
    QTest::keyClick(dialog->findChild<QPushButton*>(QStringLiteral("ok")), Qt::Key_Space);
    QTRY_COMPARE(m_fixture->backend.lastPlan().action, std::string("hold"));
    const std::string selector = m_fixture->backend.lastPlan().selector;
    QCOMPARE(std::ranges::count(selector, ','), 599);
    QVERIFY(selector.ends_with(",N1"));
}

void TestOrderList::tooManyAreRefusedInWords()
{
    answer(2'001);
    m_list->show({});
    QTRY_COMPARE(table()->model()->rowCount(), 2'001);
    const QSignalSpy said(m_list.get(), &OrderList::notice);
    table()->selectAll();
    chooseHold();
    QCOMPARE(said.count(), 1);
    QVERIFY(said.front().front().toString().contains(QStringLiteral("at most")));
}

void TestOrderList::aSearchShowsSomeAtOnceAndThenAll()
{
    QTest::keyClicks(m_list->searchField(), QStringLiteral("N"));
    QTRY_VERIFY(m_fixture->backend.lastOrderFilter().atMost > 0);
    QTRY_VERIFY(child<QLabel>("orderCount")->text().contains(QStringLiteral("looking for more")));
    QTRY_COMPARE(m_fixture->backend.lastOrderFilter().atMost, std::size_t{0});
    QTRY_COMPARE(child<QLabel>("orderCount")->text(), QStringLiteral("600 orders"));
}

void TestOrderList::theExportHoldsEveryOrder()
{
    const QTemporaryDir folder;
    const QString file = folder.filePath(QStringLiteral("orders.csv"));
    exportOrders(m_fixture->context(), idsFrom(600), file);
    QTRY_VERIFY(QFile::exists(file));
    QFile written(file);
    QVERIFY(written.open(QIODevice::ReadOnly));
    const QList<QByteArray> lines = written.readAll().trimmed().split('\n');
    QCOMPARE(lines.size(), 601);
    QVERIFY(lines[1].contains("N600") && lines[600].contains("N1"));
}

void TestOrderList::anEmptyListSaysWhatToDo()
{
    answer(0);
    m_list->show({});
    const auto says = [&](const char* words) {
        const auto titles = m_list->findChildren<QLabel*>(QStringLiteral("emptyTitle"));
        return std::ranges::any_of(titles, [&](const QLabel* title) {
            return title->isVisible() && title->text() == QString::fromLatin1(words);
        });
    };
    QTRY_VERIFY(says("No orders yet"));
    QTest::keyClicks(m_list->searchField(), QStringLiteral("zzz"));
    QTRY_VERIFY(says("No order matches"));
}

void TestOrderList::theSortIsRemembered()
{
    QVERIFY(m_fixture->backend.lastOrderFilter().sort == OrderSort::Received);
    QVERIFY(m_fixture->backend.lastOrderFilter().isDescending);
    table()->sortByColumn(static_cast<int>(OrderColumn::Customer), Qt::AscendingOrder);
    QTRY_VERIFY(m_fixture->backend.lastOrderFilter().sort == OrderSort::Customer);
    table()->setColumnWidth(1, 123);
    QTRY_VERIFY(!m_fixture->context().settings.layout(QStringLiteral("orderTable")).isEmpty());
    QTest::qWait(200);
    m_list.reset();
    m_list = std::make_unique<OrderList>(m_fixture->context());
    m_list->QWidget::show();
    m_list->show({});
    QTRY_COMPARE(table()->model()->rowCount(), 600);
    QVERIFY(m_fixture->backend.lastOrderFilter().sort == OrderSort::Customer);
    QVERIFY(!m_fixture->backend.lastOrderFilter().isDescending);
    QCOMPARE(table()->columnWidth(1), 123);
}

QTEST_MAIN(TestOrderList)

#include "tst_order_list.moc"
