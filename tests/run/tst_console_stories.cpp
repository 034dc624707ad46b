// SPDX-License-Identifier: GPL-3.0-or-later
#include <QAbstractItemModel>
#include <QApplication>
#include <QDialog>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>
#include <QTreeWidget>

#include "app/console/console.h"
#include "app/demo/user.h"
#include "models/roles.h"
#include "models/stored_sentences.h"
#include "models/text.h"
#include "tests/run/window_play.h"

#include <algorithm>
#include <functional>

using namespace milepost;
using namespace milepost::test;

namespace {

QStringList textsOf(const QTreeWidgetItem* item)
{
    QStringList texts;
    for (int column = 0; column < item->columnCount(); ++column)
        texts << item->text(column);
    for (int child = 0; child < item->childCount(); ++child)
        texts << textsOf(item->child(child));
    return texts;
}

} // namespace

/// Stories of a working day, played by keyboard alone in the real program: engine, store and a demo network
/// in which heavy faults have left orders stuck. MILEPOST_STUCK is the folder of that run.
class TestConsoleStories : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void cleanupTestCase();
    void eachSentenceOfTheBackendCanBeTranslated();
    void aCallerAsksForHisParcelByTrackingNumber();
    void anOrderIsHeldAndReleased();
    void aWrongPostalCodeIsMendedAndTriedAgain();
    void aStuckShipmentIsFollowedToItsCause();
    void tenExceptionsAreWorked();

private:
    template <typename Question>
    auto ask(Question question)
    {
        auto answer = m_console->bridge().ask(question);
        if (!QTest::qWaitFor([&] { return answer.isFinished(); }, patience)) qFatal("no answer");
        return answer.result();
    }

    ExceptionPage exceptions()
    {
        return *ask([](Backend& backend) { return backend.exceptions({}); });
    }
    MainWindow* window() const { return m_console->window(); }
    QTableView* exceptionTable() const { return find<QTableView>(window(), "exceptionTable"); }
    void openException(const ExceptionView& exception);

    QTemporaryDir m_folder;
    QProcess m_network;
    std::unique_ptr<Console> m_console;
};

void TestConsoleStories::initTestCase()
{
    const std::filesystem::path dir = copyOfStuckOrders(m_folder.path());
    if (dir.empty()) QSKIP("MILEPOST_STUCK names no folder of a headless run");
    auto demo = DemoFolder::open({.dir = dir});
    QVERIFY2(demo, demo ? "" : demo.error().message.c_str());
    QVERIFY(startNetwork(m_network, *demo));
    m_console = std::make_unique<Console>(
        ConsoleOptions{.demo = dir, .settings = dir / "settings.ini", .language = "en"}, *std::move(demo));
    m_console->open();
    QVERIFY(QTest::qWaitForWindowExposed(window()));
    QVERIFY(giveKeyboardToTopmost());
    QTRY_VERIFY_WITH_TIMEOUT(m_console->isRunning(), patience);
    QVERIFY(m_console->training()->setFaultProfile("none"));
}

void TestConsoleStories::cleanupTestCase()
{
    m_console.reset();
    m_network.terminate();
    m_network.waitForFinished();
}

void TestConsoleStories::openException(const ExceptionView& exception)
{
    press(Qt::Key_3, Qt::AltModifier);
    press(Qt::Key_F, Qt::ControlModifier);
    QTRY_COMPARE(QApplication::focusWidget(), find<QLineEdit>(window(), "exceptionSearch"));
    press(Qt::Key_A, Qt::ControlModifier);
    type(text(exception.orderNo.empty() ? exception.cause : exception.orderNo));
    const QAbstractItemModel* model = exceptionTable()->model();
    const auto isListed = [&] {
        return !model->match(model->index(0, 0), IdRole, qlonglong(exception.id), 1, Qt::MatchExactly)
                    .isEmpty();
    };
    QTRY_VERIFY(exceptionTable()->isVisible() && isListed());
    QVERIFY(tabTo(exceptionTable()));
    const auto isSelected = [&] {
        return exceptionTable()->currentIndex().data(IdRole).toLongLong() == exception.id;
    };
    press(Qt::Key_Home, Qt::ControlModifier);
    QTRY_VERIFY(exceptionTable()->model()->rowCount() > 0 && exceptionTable()->currentIndex().isValid());
    for (int i = 0; i < 20 && !isSelected(); ++i) {
        press(Qt::Key_Down, Qt::ControlModifier); // the next one
        QTest::qWait(20);
    }
    QVERIFY(isSelected());
}

void TestConsoleStories::eachSentenceOfTheBackendCanBeTranslated()
{
    const ExceptionPage page = exceptions();
    QVERIFY(page.total > 0);
    for (const ExceptionView& one : page.exceptions)
        QVERIFY2(StoredSentences::isKnown(one.text), one.text.c_str());
}

void TestConsoleStories::aCallerAsksForHisParcelByTrackingNumber()
{
    const auto delivered =
        *ask([](Backend& backend) { return backend.orders({.milestone = Milestone::Delivered}); });
    QVERIFY(!delivered.orders.empty());
    const OrderRow row = delivered.orders.front();
    const auto order = *ask([number = row.orderNo](Backend& backend) { return backend.order(number); });
    const QString tracking = text(order.shipments.front().tracking);

    goToNumber(window(), tracking, text(row.orderNo));
    QTRY_VERIFY(find<QLabel>(window(), "orderAbout")->text().contains(text(row.customer)));
    press(Qt::Key_Right); // from the first tab to what was sent
    const auto* tree = find<QTreeWidget>(window(), "orderTree");
    QTRY_VERIFY(tree->isVisible());
    const QStringList told = textsOf(tree->invisibleRootItem());
    QVERIFY(told.contains(tracking));
    QVERIFY2(told.contains(QStringLiteral("delivered"), Qt::CaseInsensitive), qPrintable(told.join(u'|')));
}

void TestConsoleStories::anOrderIsHeldAndReleased()
{
    const ExceptionPage page = exceptions();
    const auto held = std::ranges::find_if(page.exceptions, [](const ExceptionView& one) {
        return !one.orderNo.empty() && one.kind == ExceptionClass::BusinessRule;
    });
    QVERIFY(held != page.exceptions.end());
    const auto holds = [&] {
        return ask([number = held->orderNo](Backend& backend) { return backend.order(number); })->holds;
    };
    goToNumber(window(), text(held->orderNo), text(held->orderNo));

    for (const auto& [key, isHeld] : {std::pair{Qt::Key_H, true}, std::pair{Qt::Key_L, false}}) {
        press(key, Qt::ControlModifier | Qt::ShiftModifier);
        QDialog* dialog = nullptr;
        QTRY_VERIFY((dialog = find<QDialog>(window(), "reasonDialog")) != nullptr);
        QTRY_VERIFY(QApplication::focusWidget() != nullptr &&
                    dialog->isAncestorOf(QApplication::focusWidget()));
        QVERIFY(tabTo(find<QWidget>(dialog, "reason")));
        type(QStringLiteral("the customer asks for another day"));
        press(Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE_WITH_TIMEOUT(!holds().empty(), isHeld, patience);
        const auto* about = find<QLabel>(window(), "orderAbout");
        QTRY_COMPARE_WITH_TIMEOUT(about->text().contains(QStringLiteral("another day")), isHeld, patience);
    }
}

void TestConsoleStories::aWrongPostalCodeIsMendedAndTriedAgain()
{
    const ExceptionPage page = exceptions();
    const auto wrong =
        std::ranges::find(page.exceptions, std::string("UNKNOWN_POSTAL_CODE"), &ExceptionView::cause);
    QVERIFY2(wrong != page.exceptions.end(), "the seed has no wrong postal code: choose another");
    const ExceptionView mended = *wrong;
    // "no place in DE has the postal code 5066; one there is 50667."
    const QString said = text(mended.text);
    const QString right = said.section(QStringLiteral("one there is "), 1).section(QLatin1Char('.'), 0, 0);
    openException(mended);
    QTRY_VERIFY(find<QPushButton>(window(), "editException")->isEnabled());
    press(Qt::Key_E, Qt::ControlModifier | Qt::ShiftModifier);
    QDialog* dialog = nullptr;
    QTRY_VERIFY((dialog = find<QDialog>(window(), "editDialog")) != nullptr);
    QTRY_VERIFY(QApplication::focusWidget() != nullptr && dialog->isAncestorOf(QApplication::focusWidget()));
    QTRY_COMPARE(QApplication::focusWidget(), find<QLineEdit>(dialog, "editFind"));
    type(QStringLiteral("ship to: postal code"));
    auto* field = find<QLineEdit>(dialog, "/shipTo/postalCode");
    QVERIFY(field != nullptr && !field->isReadOnly());
    press(Qt::Key_Tab);
    QCOMPARE(QApplication::focusWidget(), field);
    press(Qt::Key_A, Qt::ControlModifier);
    type(right);
    QVERIFY(find<QLabel>(dialog, "editDifference")->text().contains(right));
    press(Qt::Key_Return);
    confirmPlan(window(), QStringLiteral("the customer gave the right code"));

    QTRY_VERIFY_WITH_TIMEOUT(outcome(window()).contains(QStringLiteral("verified"), Qt::CaseInsensitive),
                             patience);
    const auto after = *ask([id = mended.id](Backend& backend) { return backend.exception(id); });
    QCOMPARE(after.exception.state, std::string("closed"));
    const auto order = *ask([number = mended.orderNo](Backend& backend) { return backend.order(number); });
    QVERIFY(order.exceptions.empty());
}

void TestConsoleStories::aStuckShipmentIsFollowedToItsCause()
{
    const ExceptionPage page = exceptions();
    // a parcel that was refused, else one of which the customer may not have been told
    auto stuck = std::ranges::find(page.exceptions, ExceptionClass::Mismatch, &ExceptionView::kind);
    if (stuck == page.exceptions.end())
        stuck = std::ranges::find(page.exceptions, ExceptionClass::UnknownOutcome, &ExceptionView::kind);
    QVERIFY2(stuck != page.exceptions.end(), "the seed leaves no shipment stuck: choose another");
    const ExceptionView refused = *stuck;
    press(Qt::Key_2, Qt::AltModifier);
    press(Qt::Key_F, Qt::ControlModifier);
    QTRY_COMPARE(QApplication::focusWidget(), find<QLineEdit>(window(), "orderSearch"));
    type(text(refused.orderNo));
    auto* orders = find<QTableView>(window(), "orderTable");
    QTRY_COMPARE(orders->model()->rowCount(), 1);
    QVERIFY(tabTo(orders));
    QTRY_VERIFY(!orders->model()->index(0, 0).data(PendingRole).toBool());
    press(Qt::Key_Return);
    QTRY_COMPARE(find<QLabel>(window(), "orderTitle")->text(),
                 QStringLiteral("Order %1").arg(text(refused.orderNo)));

    // its own exceptions are the last tab
    auto* own = find<QTableView>(window(), "orderExceptions");
    press(Qt::Key_X, Qt::AltModifier);
    QTRY_VERIFY(own->isVisible());
    QVERIFY(tabTo(own));
    const auto isIt = [&](int row) {
        return own->model()->index(row, 0).data(IdRole).toLongLong() == refused.id;
    };
    int row = 0;
    while (row < own->model()->rowCount() && !isIt(row))
        ++row;
    QVERIFY(row < own->model()->rowCount());
    press(Qt::Key_Home, Qt::ControlModifier);
    for (int i = 0; i < row; ++i)
        press(Qt::Key_Down);
    press(Qt::Key_Return);
    QTRY_VERIFY(exceptionTable()->isVisible());
    QTRY_COMPARE(exceptionTable()->currentIndex().data(IdRole).toLongLong(), qlonglong(refused.id));
    const auto isSaid = [&] {
        const auto labels = window()->findChildren<QLabel*>();
        return std::ranges::any_of(labels, [&](const QLabel* label) {
            return label->isVisible() && label->text().contains(text(refused.text));
        });
    };
    QTRY_VERIFY(isSaid());
}

void TestConsoleStories::tenExceptionsAreWorked()
{
    QVERIFY(m_console->training()->heal()); // somebody has raised the credit limit meanwhile
    int worked = 0;
    for (int i = 0; i < 10; ++i) {
        const ExceptionPage page = exceptions();
        if (page.exceptions.empty()) break;
        const ExceptionView one = page.exceptions.front();
        openException(one);
        const bool isDecidedElsewhere = one.orderNo.empty() || one.kind == ExceptionClass::UnknownOutcome ||
                                        one.kind == ExceptionClass::Mismatch;
        press(Qt::Key_C, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_COMPARE(
            ask([id = one.id](Backend& backend) { return backend.exception(id); })->exception.claimedBy,
            userName());
        auto* action =
            find<QPushButton>(window(), isDecidedElsewhere ? "resolveException" : "retryException");
        QTRY_VERIFY(action->isEnabled());
        press(isDecidedElsewhere ? Qt::Key_S : Qt::Key_R, Qt::ControlModifier | Qt::ShiftModifier);
        confirmPlan(window(), QStringLiteral("asked there, it is settled"));
        QTRY_VERIFY_WITH_TIMEOUT(outcome(window()).contains(QStringLiteral("verified"), Qt::CaseInsensitive),
                                 patience);
        QTRY_COMPARE(ask([id = one.id](Backend& backend) { return backend.exception(id); })->exception.state,
                     std::string("closed"));
        ++worked;
    }
    const ExceptionPage left = exceptions();
    QVERIFY2(worked == 10 || left.exceptions.empty(), qPrintable(QString::number(worked)));
}

QTEST_MAIN(TestConsoleStories)
#include "tst_console_stories.moc"
