// SPDX-License-Identifier: GPL-3.0-or-later
#include <QLabel>
#include <QTableView>
#include <QTest>

#include "frame_fixture.h"
#include "models/text.h"
#include "ui/inspection/accessibility_findings.h"
#include "ui/inspection/layout_findings.h"
#include "ui/inspection/mnemonic_findings.h"

using namespace milepost;

namespace {

OrderRow orderRow(std::int64_t id)
{
    return {.id = OrderId{id},
            .orderNo = std::to_string(1000 + id),
            .channel = "shop",
            .customer = "C-1",
            .waiting = {.kind = WaitKind::Shipment, .system = "wms-east"}};
}

void answer(FakeBackend& backend)
{
    backend.set([](FakeBackend::Answers& answers) {
        answers.orderIds = std::vector<OrderId>{OrderId{2}, OrderId{1}};
        answers.ordersById = std::vector<OrderRow>{orderRow(1), orderRow(2)};
        OrderView order{.row = orderRow(2)};
        order.references = {{.kind = "tracking", .value = "1Z999", .system = "tms"}};
        answers.order = order;
        OverviewView overview{.orders = 2, .openOrders = 2};
        for (int i = 0; i < milestoneCount; ++i)
            overview.milestones.push_back({.milestone = static_cast<Milestone>(i)});
        for (int i = 0; i < concernCount; ++i)
            overview.concerns.push_back({.concern = static_cast<Concern>(i), .orders = 1});
        answers.overview = overview;
        answers.systems = std::vector<SystemDetail>{{.name = "erp", .kind = "erp", .state = "up"}};
    });
}

} // namespace

/// The window with its real pages, over a fake face.
class TestPages : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        m_fixture = std::make_unique<FrameFixture>();
        answer(m_fixture->backend);
        m_window =
            std::make_unique<MainWindow>(m_fixture->context(true), m_fixture->watch(), m_fixture->engine);
        m_window->resize(1280, 720);
        m_window->show();
    }
    void cleanup()
    {
        m_window.reset();
        m_fixture.reset();
    }

    void eachPageIsNamedReachableAndUncut_data();
    void eachPageIsNamedReachableAndUncut();
    void aTileOpensExactlyItsOrders();
    void anOrderIsOpenedFromTheListByEnter();

private:
    template <typename Widget>
    Widget* child(const char* name) const
    {
        return m_window->findChild<Widget*>(QString::fromLatin1(name));
    }

    std::unique_ptr<FrameFixture> m_fixture;
    std::unique_ptr<MainWindow> m_window;
};

void TestPages::eachPageIsNamedReachableAndUncut_data()
{
    QTest::addColumn<int>("page");
    QTest::newRow("overview") << int(Place::Page::Overview);
    QTest::newRow("orders") << int(Place::Page::Orders);
    QTest::newRow("order") << int(Place::Page::Order);
    QTest::newRow("exceptions") << int(Place::Page::Exceptions);
    QTest::newRow("systems") << int(Place::Page::Systems);
    QTest::newRow("activity") << int(Place::Page::Activity);
    QTest::newRow("inventory") << int(Place::Page::Inventory);
    QTest::newRow("policies") << int(Place::Page::Policies);
}

void TestPages::eachPageIsNamedReachableAndUncut()
{
    QFETCH(int, page);
    m_window->goTo({.page = static_cast<Place::Page>(page), .orderNo = QStringLiteral("1002")});
    QTest::qWait(250);
    const QStringList findings =
        accessibilityFindings(*m_window) + layoutFindings(*m_window) + mnemonicFindings(*m_window);
    QVERIFY2(findings.isEmpty(), qPrintable(findings.join(QLatin1Char('\n'))));
}

void TestPages::aTileOpensExactlyItsOrders()
{
    m_window->goTo({.page = Place::Page::Overview});
    auto* tile = child<QWidget>("tile-shippedNotPosted");
    QVERIFY(tile != nullptr);
    QTRY_VERIFY(tile->isVisible());
    QTest::keyClick(tile, Qt::Key_Return);
    QTRY_VERIFY(m_fixture->backend.lastOrderFilter().concern == Concern::ShippedNotPosted);
    QCOMPARE(m_window->place().page, Place::Page::Orders);
}

void TestPages::anOrderIsOpenedFromTheListByEnter()
{
    m_window->goTo({.page = Place::Page::Orders});
    auto* table = child<QTableView>("orderTable");
    QTRY_COMPARE(table->model()->rowCount(), 2);
    QTRY_COMPARE(table->model()->index(0, 0).data().toString(), QStringLiteral("1002"));
    table->setCurrentIndex(table->model()->index(0, 0));
    QTest::keyClick(table, Qt::Key_Return);
    QTRY_COMPARE(m_window->place().page, Place::Page::Order);
    QTRY_COMPARE(child<QLabel>("orderTitle")->text(), QStringLiteral("Order 1002"));
    QCOMPARE(child<QLabel>("orderWaiting")->text(),
             QStringLiteral("Waits for wms-east to confirm the shipment"));
    auto* references = child<QTableView>("orderReferences");
    QCOMPARE(references->model()->index(0, 1).data().toString(), QStringLiteral("1Z999"));
}

QTEST_MAIN(TestPages)

#include "tst_pages.moc"
