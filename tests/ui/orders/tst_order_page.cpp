// SPDX-License-Identifier: GPL-3.0-or-later
#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QDialog>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QSignalSpy>
#include <QTabWidget>
#include <QTableView>
#include <QTest>
#include <QTreeWidget>

#include "models/roles.h"
#include "tests/ui/frame/frame_fixture.h"
#include "ui/orders/order_detail.h"

using namespace milepost;

namespace {

OrderView order()
{
    OrderView view{.row = {.id = OrderId{7}, .orderNo = "1007", .channel = "shop", .customer = "C-1"}};
    CanonicalOrder content;
    content.orderNo = "1007";
    content.note = "leave at the gate";
    view.content = content;
    view.references = {{.kind = "tracking", .value = "1Z999", .system = "tms"}};
    Fulfillment fulfillment;
    fulfillment.number = 1;
    fulfillment.node = "EAST";
    view.fulfillments = {fulfillment};
    return view;
}

LineageView lineage()
{
    LineageEntry received{.seq = 1, .kind = "orderReceived", .system = "shop"};
    received.causationId = "message shop/9";
    received.payload = PayloadId{5};
    LineageEntry call{
        .seq = 2, .kind = "effectStarted", .system = "tax", .step = "tax", .effectId = 1, .attempt = 1};
    call.causationId = "message shop/9";
    LineageEntry answer{.seq = 3, .kind = "attemptEnded", .system = "tax"};
    answer.causationId = "reply 1.1";
    return {.orderNo = "1007", .entries = {received, call, answer}};
}

} // namespace

/// One order: what is understood of it, why things happened, its numbers; over a fake face.
class TestOrderPage : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        m_fixture = std::make_unique<FrameFixture>();
        m_fixture->backend.set([](FakeBackend::Answers& answers) {
            answers.order = order();
            answers.lineage = lineage();
            answers.payload = std::string(R"({"id":9,"gate":"gate code"})");
        });
        m_page = std::make_unique<OrderDetail>(m_fixture->context());
        m_page->resize(1200, 640);
        m_page->QWidget::show();
        m_page->show(QStringLiteral("1007"));
        QTRY_COMPARE(child<QLabel>("orderTitle")->text(), QStringLiteral("Order 1007"));
    }
    void cleanup()
    {
        m_page.reset();
        m_fixture.reset();
    }

    void anEntrySaysWhyAndWhatFollowed();
    void theMessageStandsBesideWhatWasUnderstood();
    void aNumberIsCopiedByItself();
    void itIsReplayedFromAMilestoneByKey();

private:
    template <typename Widget>
    Widget* child(const char* name) const
    {
        return m_page->findChild<Widget*>(QString::fromLatin1(name));
    }
    void openTimeline(int row) const
    {
        child<QTabWidget>("orderTabs")->setCurrentIndex(2);
        auto* timeline = child<QTableView>("timeline");
        timeline->setCurrentIndex(timeline->model()->index(row, 0));
    }

    std::unique_ptr<FrameFixture> m_fixture;
    std::unique_ptr<OrderDetail> m_page;
};

void TestOrderPage::anEntrySaysWhyAndWhatFollowed()
{
    openTimeline(2);
    QVERIFY(
        child<QLabel>("timelineCause")->text().startsWith(QStringLiteral("Because of the answer of tax")));
    const QAbstractItemModel* entries = child<QTableView>("timeline")->model();
    QVERIFY(entries->index(1, 2).data().toString().startsWith(QStringLiteral("▲")));
    openTimeline(0);
    QVERIFY(entries->index(1, 2).data().toString().startsWith(QStringLiteral("▼")));
    QVERIFY(!entries->index(2, 2).data().toString().contains(QStringLiteral("▲")));
}

void TestOrderPage::theMessageStandsBesideWhatWasUnderstood()
{
    openTimeline(0);
    auto* body = child<QPlainTextEdit>("timelineBody");
    auto* understood = child<QPlainTextEdit>("timelineCanonical");
    QTRY_VERIFY(body->toPlainText().contains(QStringLiteral("gate code")));
    QVERIFY(understood->isVisible());
    QVERIFY(understood->toPlainText().contains(QStringLiteral("Note = leave at the gate")));
    QTest::keyClicks(child<QLineEdit>("bodySearch"), QStringLiteral("gate"));
    const int first = body->textCursor().selectionStart();
    QCOMPARE(body->textCursor().selectedText(), QStringLiteral("gate"));
    QTest::keyClick(child<QLineEdit>("bodySearch"), Qt::Key_Return);
    QVERIFY(body->textCursor().selectionStart() != first);
    openTimeline(1);
    QVERIFY(!understood->isVisible()); // no order's message
}

void TestOrderPage::aNumberIsCopiedByItself()
{
    const QSignalSpy said(m_page.get(), &OrderDetail::notice);
    auto* references = child<QTableView>("orderReferences");
    references->setCurrentIndex(references->model()->index(0, 0));
    const auto actions = m_page->findChildren<QAction*>(QString(), Qt::FindDirectChildrenOnly);
    for (QAction* action : actions)
        if (action->text() == QStringLiteral("Copy the number")) action->trigger();
    QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("1Z999"));
    QCOMPARE(said.count(), 1);
    auto* tree = child<QTreeWidget>("orderTree");
    tree->setCurrentItem(tree->topLevelItem(0));
    QCOMPARE(tree->actions().size(), 1);
    tree->actions().front()->trigger();
    QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("1"));
}

void TestOrderPage::itIsReplayedFromAMilestoneByKey()
{
    QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
    QTest::keyClick(m_page.get(), Qt::Key_Y, Qt::ControlModifier | Qt::ShiftModifier);
    QDialog* dialog = nullptr;
    QTRY_VERIFY((dialog = child<QDialog>("replayDialog")) != nullptr);
    QTRY_COMPARE(QApplication::activeWindow(), dialog);
    auto* from = dialog->findChild<QComboBox*>(QStringLiteral("replayFrom"));
    QCOMPARE(from->currentData().toString(), QStringLiteral("received")); // an order has no one call
    while (from->currentData().toString() != QStringLiteral("allocated"))
        QTest::keyClick(from, Qt::Key_Down);
    QTest::keyClick(dialog->findChild<QComboBox*>(QStringLiteral("replayMap")), Qt::Key_Down);

    QTest::keyClick(dialog, Qt::Key_Return);

    QTRY_COMPARE(m_fixture->backend.lastPlan().action, std::string("replay"));
    const PlanOrder plan = m_fixture->backend.lastPlan();
    QCOMPARE(plan.selector, std::string("order:1007"));
    QCOMPARE(plan.detail.from, std::string("allocated"));
    QCOMPARE(plan.detail.map, std::string("then"));
}

QTEST_MAIN(TestOrderPage)

#include "tst_order_page.moc"
