// SPDX-License-Identifier: GPL-3.0-or-later
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>
#include <QToolButton>
#include <QTreeWidget>

#include "frame_fixture.h"
#include "ui/frame/close_dialog.h"
#include "ui/frame/go_to_popup.h"
#include "ui/frame/navigation.h"
#include "ui/frame/shortcut_dialog.h"
#include "ui/frame/trouble_list.h"
#include "ui/parts/message_bar.h"

using namespace milepost;
using Phase = EngineSwitch::Phase;

namespace {

/// A window over a readable store and a running engine.
struct OpenWindow : FrameFixture {
    explicit OpenWindow(bool isDemo = false)
    {
        backend.set([this](FakeBackend::Answers& answers) {
            answers.engineStatus = {.isRunning = true, .now = time};
        });
        engine.set(Phase::Running);
        window = std::make_unique<MainWindow>(context(isDemo), watch(), engine, fakePages);
        window->show();
        (void)QTest::qWaitForWindowActive(window.get());
    }

    void look()
    {
        QSignalSpy looked(&watch(), &EngineWatch::changed);
        watch().look();
        QVERIFY(looked.wait());
    }
    template <typename Change>
    void setEngine(Change change)
    {
        backend.set([&](FakeBackend::Answers& answers) { change(answers.engineStatus); });
        look();
    }
    FakePage* page(Place::Page place) const { return dynamic_cast<FakePage*>(window->page(place)); }
    Place::Page current() const { return window->place().page; }
    QString troubleWords() const
    {
        const auto* bar = window->findChild<MessageBar*>(QStringLiteral("trouble1"));
        return bar->isVisible() ? bar->words() : QString();
    }
    template <typename Kind>
    Kind* find(const char* name) const
    {
        return window->findChild<Kind*>(QLatin1String(name));
    }

    std::unique_ptr<MainWindow> window{};
};

void press(QWidget& window, Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
{
    QTest::keyClick(&window, key, modifiers);
}

} // namespace

class TestMainWindow : public QObject {
    Q_OBJECT

private slots:
    void theFirstPageComesWhenTheStoreCanBeRead();
    void whileANewStoreIsMadeTheWindowSaysWhatIsStarted();
    void altAndANumberOpenAPage();
    void controlTabGoesRoundThePages();
    void backAndForwardGoWhereOneHasBeen();
    void anOrderIsShownByThePageOfOrders();
    void controlFGoesToTheSearchFieldOfThePage();
    void theNavigationCountsOpenExceptions();
    void whatCannotBeWrittenIsSaidAndGoesAwayByItself();
    void aStoreOwnedByAnotherIsReadOnlyAndOffersToTryAgain();
    void aNetworkThatIsGoneCanBeStartedAgain();
    void aClockThatWasSetBackIsSaidUntilItHasCaughtUp();
    void theShortcutListHoldsGlobalKeysAndThoseOfPages();
    void withNothingUnderWayItClosesAtOnce();
    void withCallsInFlightItAsksBeforeClosing();
    void waitingClosesWhenTheLastCallHasEnded();
    void itRemembersItsSize();
    void whatEndedIsSaidInTheStrip();
};

void TestMainWindow::theFirstPageComesWhenTheStoreCanBeRead()
{
    OpenWindow open;

    QTRY_COMPARE(open.page(Place::Page::Overview)->entered.size(), 1U);
    QVERIFY(open.window->windowTitle().startsWith(QStringLiteral("Overview")));
}

void TestMainWindow::whileANewStoreIsMadeTheWindowSaysWhatIsStarted()
{
    FrameFixture fixture;
    fixture.backend.set([](FakeBackend::Answers& answers) {
        answers.status = Error{.kind = ErrorKind::NotFound, .message = "no such store"};
    });
    fixture.engine.set(Phase::StartingNetwork);
    MainWindow window(fixture.context(), fixture.watch(), fixture.engine, fakePages);
    window.show();
    QSignalSpy looked(&fixture.watch(), &EngineWatch::changed);
    QVERIFY(looked.wait());

    QVERIFY(dynamic_cast<FakePage*>(window.page(Place::Page::Overview))->entered.empty());
    QVERIFY(window.findChild<QToolButton*>(QStringLiteral("stripEngine"))
                ->text()
                .contains(QStringLiteral("demo systems")));
    QVERIFY(!window.findChild<TroubleList*>()->isVisible());
}

void TestMainWindow::altAndANumberOpenAPage()
{
    OpenWindow open;

    press(*open.window, Qt::Key_3, Qt::AltModifier);

    QCOMPARE(open.current(), Place::Page::Exceptions);
}

void TestMainWindow::controlTabGoesRoundThePages()
{
    OpenWindow open;
    QTRY_COMPARE(open.page(Place::Page::Overview)->entered.size(), 1U);

    press(*open.window, Qt::Key_Tab, Qt::ControlModifier);
    QCOMPARE(open.current(), Place::Page::Orders);
    press(*open.window, Qt::Key_Backtab, Qt::ControlModifier | Qt::ShiftModifier);
    press(*open.window, Qt::Key_Backtab, Qt::ControlModifier | Qt::ShiftModifier);

    QCOMPARE(open.current(), Place::Page::Activity);
}

void TestMainWindow::backAndForwardGoWhereOneHasBeen()
{
    OpenWindow open;
    open.window->goTo({.page = Place::Page::Orders});
    open.window->goTo({.page = Place::Page::Systems, .system = QStringLiteral("erp")});

    press(*open.window, Qt::Key_Left, Qt::AltModifier);
    QCOMPARE(open.current(), Place::Page::Orders);
    press(*open.window, Qt::Key_Right, Qt::AltModifier);

    QCOMPARE(open.page(Place::Page::Systems)->entered.back().system, QStringLiteral("erp"));
}

void TestMainWindow::anOrderIsShownByThePageOfOrders()
{
    OpenWindow open;

    emit open.page(Place::Page::Overview)->goTo({.page = Place::Page::Order, .orderNo = QStringLiteral("7")});

    QCOMPARE(open.page(Place::Page::Orders)->entered.back().orderNo, QStringLiteral("7"));
    QCOMPARE(open.find<Navigation>("navigation")->currentRow(), 1);
}

void TestMainWindow::controlFGoesToTheSearchFieldOfThePage()
{
    OpenWindow open;
    open.window->goTo({.page = Place::Page::Orders});

    press(*open.window, Qt::Key_F, Qt::ControlModifier);

    QCOMPARE(QApplication::focusWidget(), open.page(Place::Page::Orders)->searchField());
}

void TestMainWindow::theNavigationCountsOpenExceptions()
{
    OpenWindow open;
    open.backend.set([](FakeBackend::Answers& answers) { answers.status = StatusView{.openExceptions = 4}; });

    open.look();

    const auto* entry = open.find<Navigation>("navigation")->item(2);
    QVERIFY(entry->data(Qt::AccessibleTextRole).toString().contains(QLatin1Char('4')));
    QVERIFY(open.find<QToolButton>("stripExceptions")->text().contains(QLatin1Char('4')));
}

void TestMainWindow::whatCannotBeWrittenIsSaidAndGoesAwayByItself()
{
    OpenWindow open;

    open.setEngine([](EngineView& engine) { engine.trouble = "disk full"; });
    QVERIFY(open.troubleWords().contains(QStringLiteral("disk full")));
    QVERIFY(open.find<QToolButton>("stripEngine")->text().startsWith(QStringLiteral("Cannot write")));
    open.setEngine([](EngineView& engine) { engine.trouble.clear(); });

    QCOMPARE(open.troubleWords(), QString());
}

void TestMainWindow::aStoreOwnedByAnotherIsReadOnlyAndOffersToTryAgain()
{
    OpenWindow open;

    open.engine.set(Phase::Failed, {.kind = ErrorKind::Conflict, .message = "owned by process 12"});
    QVERIFY(open.troubleWords().contains(QStringLiteral("process 12")));
    open.find<MessageBar>("trouble1")->findChild<QPushButton*>()->click();
    QCOMPARE(open.engine.starts, 1);
    open.engine.set(Phase::Running);

    QCOMPARE(open.troubleWords(), QString());
}

void TestMainWindow::aNetworkThatIsGoneCanBeStartedAgain()
{
    OpenWindow open;

    open.engine.loseNetwork(true);
    open.find<MessageBar>("trouble1")->findChild<QPushButton*>()->click();
    QCOMPARE(open.engine.starts, 1);
    open.engine.loseNetwork(false);

    QCOMPARE(open.troubleWords(), QString());
}

void TestMainWindow::aClockThatWasSetBackIsSaidUntilItHasCaughtUp()
{
    OpenWindow open;

    open.setEngine([&](EngineView& engine) { engine.now = open.time + std::chrono::hours(2); });
    QVERIFY(open.troubleWords().contains(QStringLiteral("set back")));
    open.setEngine([&](EngineView& engine) { engine.now = open.time; });

    QCOMPARE(open.troubleWords(), QString());
}

void TestMainWindow::theShortcutListHoldsGlobalKeysAndThoseOfPages()
{
    OpenWindow open;

    press(*open.window, Qt::Key_F1);

    auto* dialog = open.window->findChild<ShortcutDialog*>();
    QVERIFY(dialog != nullptr);
    auto* list = dialog->findChild<QTreeWidget*>();
    QCOMPARE(list->topLevelItemCount(), 6);
    QTest::keyClicks(dialog->findChild<QLineEdit*>(), QStringLiteral("jumps in orders"));
    QCOMPARE(list->findItems(QStringLiteral("Orders"), Qt::MatchExactly).first()->isHidden(), false);
    QVERIFY(list->topLevelItem(0)->isHidden());
}

void TestMainWindow::withNothingUnderWayItClosesAtOnce()
{
    OpenWindow open;
    QSignalSpy closed(open.window.get(), &MainWindow::closed);

    open.window->close();

    QCOMPARE(closed.count(), 1);
}

void TestMainWindow::withCallsInFlightItAsksBeforeClosing()
{
    OpenWindow open;
    open.setEngine([](EngineView& engine) { engine.inFlight = 2; });
    QSignalSpy closed(open.window.get(), &MainWindow::closed);

    open.window->close();
    auto* dialog = open.window->findChild<CloseDialog*>();
    QVERIFY(dialog != nullptr && open.window->isVisible());
    dialog->findChild<QPushButton*>(QStringLiteral("closeStop"))->click();

    QCOMPARE(closed.count(), 1);
}

void TestMainWindow::waitingClosesWhenTheLastCallHasEnded()
{
    OpenWindow open;
    open.setEngine([](EngineView& engine) { engine.inFlight = 2; });
    QSignalSpy closed(open.window.get(), &MainWindow::closed);
    open.window->close();

    open.window->findChild<CloseDialog*>()->findChild<QPushButton*>(QStringLiteral("closeWait"))->click();
    open.look();
    QCOMPARE(closed.count(), 0);
    open.setEngine([](EngineView& engine) { engine.inFlight = 0; });

    QCOMPARE(closed.count(), 1);
}

void TestMainWindow::itRemembersItsSize()
{
    OpenWindow open;
    open.window->resize(700, 500);
    const QSize left = open.window->size();
    open.window.reset();

    const MainWindow again(open.context(), open.watch(), open.engine, fakePages);

    QCOMPARE(again.size(), left);
}

void TestMainWindow::whatEndedIsSaidInTheStrip()
{
    OpenWindow open;
    const int work = open.works.begin(QStringLiteral("Export"));
    QVERIFY(open.find<QToolButton>("stripWork")->isVisible());

    open.works.end(work, WorkState::Done, QStringLiteral("12 rows written"));

    QVERIFY(!open.find<QToolButton>("stripWork")->isVisible());
    QCOMPARE(open.find<QLabel>("stripNotice")->text(), QStringLiteral("12 rows written"));
}

QTEST_MAIN(TestMainWindow)
#include "tst_main_window.moc"
