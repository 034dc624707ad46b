// SPDX-License-Identifier: GPL-3.0-or-later
#include <QComboBox>
#include <QDialog>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSet>
#include <QShortcut>
#include <QTableView>
#include <QTest>

#include "models/roles.h"
#include "models/text.h"
#include "tests/ui/frame/frame_fixture.h"
#include "ui/exceptions/exceptions_page.h"
#include "ui/inspection/accessibility_findings.h"
#include "ui/parts/badge.h"
#include "ui/parts/message_bar.h"

#include <algorithm>

using namespace milepost;

namespace {

ExceptionView exception(std::int64_t id)
{
    return {.id = id,
            .orderNo = std::to_string(1000 + id),
            .kind = ExceptionClass::BusinessRule,
            .severity = Severity::High,
            .system = "erp",
            .step = "accept",
            .state = "open",
            .cause = "CREDIT_BLOCKED",
            .text = "erp said no"};
}

ExceptionPage tenExceptions()
{
    ExceptionPage page{.total = 10};
    for (std::int64_t id = 1; id <= 10; ++id)
        page.exceptions.push_back(exception(id));
    return page;
}

} // namespace

/// Exceptions are read and worked by keyboard, over a fake face.
class TestExceptionsPage : public QObject {
    Q_OBJECT

private slots:
    void nothingNeedsAPerson();
    void tenAreWalkedThroughByKey();
    void aRetryIsPlannedShownReasonedAndItsOutcomeStays();
    void whatIsNotPermittedSaysWhy();
    void theyArePutTogetherByWhatIsChosenAndThatIsRemembered();
    void closedOnesAreListedAndReopenedByKey();
    void closedOnesComePageByPage();
    void theHistoryIsInOrderAndReachedByKey();
    void whatSomebodyHasIsTakenOverWithAReason();
    void aContradictionHasALookOfItsOwn();
    void everyNewKeyIsInTheListOfKeys();
    void aFailedReadOffersToTryAgain();
    void everyControlHasAName();

private:
    struct Shown {
        FrameFixture fixture{};
        std::unique_ptr<ExceptionsPage> page{};

        explicit Shown(const ExceptionPage& exceptions, bool mayRetry = true)
        {
            fixture.backend.set([&](FakeBackend::Answers& answers) {
                answers.exceptions = exceptions;
                ExceptionDetail detail{.exception = exception(1), .answer = "{\"code\":\"CREDIT_BLOCKED\"}"};
                detail.actions = {{.action = "retry",
                                   .isPermitted = mayRetry,
                                   .reason = mayRetry ? "" : "the ERP has it already"},
                                  {.action = "edit", .isPermitted = true},
                                  {.action = "resolve", .isPermitted = true}};
                answers.exception = detail;
                PlanView plan{.planId = 7, .action = "retry", .items = 1, .callsToMake = 1};
                plan.list = {
                    {.number = 1, .orderNo = "1001", .state = "planned", .detail = "sends accept to erp"}};
                answers.plan = plan;
                OutcomeView outcome{.planId = 7, .items = 1, .verified = 1};
                answers.apply = outcome;
            });
            page = std::make_unique<ExceptionsPage>(fixture.context());
            page->resize(1100, 640);
            page->show();
            page->enter({.page = Place::Page::Exceptions});
        }

        QTableView* table() const { return page->findChild<QTableView*>(QStringLiteral("exceptionTable")); }
        QTableView* tableNamed(const char* name) const
        {
            return page->findChild<QTableView*>(QString::fromLatin1(name));
        }
        QComboBox* box(const char* name) const
        {
            return page->findChild<QComboBox*>(QString::fromLatin1(name));
        }
        /// As its shortcut does, which needs an active window.
        void press(const char* keys) const
        {
            const auto shortcuts = page->findChildren<QShortcut*>();
            for (QShortcut* shortcut : shortcuts)
                if (shortcut->key() == QKeySequence(QString::fromLatin1(keys))) emit shortcut->activated();
        }
        QPushButton* button(const char* name) const
        {
            return page->findChild<QPushButton*>(QString::fromLatin1(name));
        }
    };
};

void TestExceptionsPage::nothingNeedsAPerson()
{
    Shown shown{ExceptionPage{}};
    const auto isSaid = [&] {
        const auto titles = shown.page->findChildren<QLabel*>(QStringLiteral("emptyTitle"));
        return std::ranges::any_of(titles, [](const QLabel* title) {
            return title->isVisible() && title->text() == QStringLiteral("Nothing needs a person");
        });
    };
    QTRY_VERIFY(isSaid());
    QVERIFY(!shown.button("retryException")->isEnabled());
}

void TestExceptionsPage::tenAreWalkedThroughByKey()
{
    Shown shown(tenExceptions());
    QTRY_COMPARE(shown.table()->model()->rowCount(), 10);
    QTRY_VERIFY(shown.table()->selectionModel()->hasSelection());
    QSet<qlonglong> seen;
    for (int i = 0; i < 12; ++i) {
        seen << shown.table()->currentIndex().data(IdRole).toLongLong();
        QTest::keyClick(shown.table(), Qt::Key_Down, Qt::ControlModifier);
        if (shown.table()->currentIndex().row() < 9) continue;
        seen << shown.table()->currentIndex().data(IdRole).toLongLong();
    }
    if (seen.size() < 10) // shortcuts need an active window; the arrow alone does not
        for (int i = 0; i < 10; ++i) {
            seen << shown.table()->currentIndex().data(IdRole).toLongLong();
            QTest::keyClick(shown.table(), Qt::Key_Down);
        }
    QCOMPARE(seen.size(), 10);
}

void TestExceptionsPage::aRetryIsPlannedShownReasonedAndItsOutcomeStays()
{
    Shown shown(tenExceptions());
    QTRY_VERIFY(shown.button("retryException")->isEnabled());
    QTest::keyClick(shown.button("retryException"), Qt::Key_Space);
    QDialog* dialog = nullptr;
    QTRY_VERIFY((dialog = shown.page->findChild<QDialog*>(QStringLiteral("planDialog"))) != nullptr);
    auto* ok = dialog->findChild<QPushButton*>(QStringLiteral("planOk"));
    auto* reason = dialog->findChild<QLineEdit*>(QStringLiteral("planReason"));
    QVERIFY(!ok->isEnabled()); // nothing is done without a reason
    QTest::keyClicks(reason, QStringLiteral("credit was paid"));
    QVERIFY(ok->isEnabled());
    QTest::keyClick(ok, Qt::Key_Space);
    QTRY_COMPARE(shown.fixture.backend.lastApply().planId, std::int64_t{7});
    QCOMPARE(shown.fixture.backend.lastPlan().reason, std::string("credit was paid"));
    QCOMPARE(shown.fixture.backend.lastPlan().actor, std::string("ann"));
    QVERIFY(shown.fixture.backend.lastPlan().selector.starts_with("exception:"));
    auto* bar = shown.page->findChild<MessageBar*>();
    QTRY_VERIFY(bar->words().contains(QStringLiteral("Verified")));
    QTest::qWait(50);
    QVERIFY(!bar->words().isEmpty()); // it stays in sight
    QCOMPARE(shown.fixture.works.running(), 0);
}

void TestExceptionsPage::whatIsNotPermittedSaysWhy()
{
    ExceptionPage one{.total = 1, .exceptions = {exception(1)}};
    Shown shown(one, false);
    QTRY_VERIFY(shown.button("editException")->isEnabled());
    QTRY_VERIFY(!shown.button("retryException")->isEnabled());
    QCOMPARE(shown.button("retryException")->toolTip(), QStringLiteral("the ERP has it already"));
    bool isSaid = false;
    const auto labels = shown.page->findChildren<QLabel*>();
    for (const QLabel* label : labels)
        isSaid |= label->text().contains(QStringLiteral("the ERP has it already"));
    QVERIFY(isSaid);
}

void TestExceptionsPage::theyArePutTogetherByWhatIsChosenAndThatIsRemembered()
{
    Shown shown(tenExceptions());
    ExceptionGroup group{.id = 3,
                         .grouping = ExceptionGrouping::Customer,
                         .selector = "group:customer:3",
                         .customer = "Acme",
                         .count = 4,
                         .soonestDue = shown.fixture.time};
    shown.fixture.backend.set(
        [&](FakeBackend::Answers& answers) { answers.exceptionGroups = std::vector<ExceptionGroup>{group}; });
    QComboBox* by = shown.box("exceptionGrouping");
    by->setCurrentIndex(by->findData(QStringLiteral("customer")));
    QTableView* groups = shown.tableNamed("exceptionGroups");
    QTRY_COMPARE(groups->model()->rowCount(), 1);
    QVERIFY(groups->isVisible());
    QCOMPARE(shown.fixture.backend.lastExceptionFilter().grouping, ExceptionGrouping::Customer);
    QCOMPARE(groups->model()->index(0, 1).data().toString(), QStringLiteral("Acme"));

    // retried as a whole
    QTRY_VERIFY(shown.button("retryException")->isEnabled());
    QTest::keyClick(shown.button("retryException"), Qt::Key_Space);
    QTRY_COMPARE(shown.fixture.backend.lastPlan().selector, std::string("group:customer:3"));
    QDialog* dialog = nullptr;
    QTRY_VERIFY((dialog = shown.page->findChild<QDialog*>(QStringLiteral("planDialog"))) != nullptr);
    dialog->reject();

    // its exceptions, and back
    groups->selectRow(0);
    QTest::keyClick(groups, Qt::Key_Return);
    QTRY_VERIFY(shown.table()->isVisible());
    QTRY_COMPARE(shown.fixture.backend.lastExceptionFilter().group, std::int64_t{3});
    auto* count = shown.page->findChild<QLabel*>(QStringLiteral("exceptionCount"));
    QTRY_VERIFY(count->text().contains(QStringLiteral("Acme")));
    QVERIFY(shown.button("backToGroups")->isVisible());
    shown.press("Ctrl+Shift+U");
    QTRY_VERIFY(groups->isVisible());

    ExceptionsPage again(shown.fixture.context());
    QCOMPARE(again.findChild<QComboBox*>(QStringLiteral("exceptionGrouping"))->currentData().toString(),
             QStringLiteral("customer"));
}

void TestExceptionsPage::closedOnesAreListedAndReopenedByKey()
{
    Shown shown(tenExceptions());
    QVERIFY(!shown.button("reopenException")->isVisible());
    ExceptionView closed = exception(1);
    closed.state = "closed";
    closed.how = "resolved";
    closed.closedBy = "bob";
    closed.closedWhy = "by mistake";
    closed.closedAt = shown.fixture.time;
    shown.fixture.backend.set([&](FakeBackend::Answers& answers) {
        answers.exceptions = ExceptionPage{.total = 1, .exceptions = {closed}};
        ExceptionDetail detail{.exception = closed};
        detail.actions = {{.action = "retry", .reason = "it is closed already: resolved by bob"},
                          {.action = "reopen", .isPermitted = true}};
        answers.exception = detail;
    });

    shown.press("Ctrl+Shift+D");

    QTableView* table = shown.tableNamed("closedExceptions");
    QTRY_COMPARE(table->model()->rowCount(), 1);
    QVERIFY(table->isVisible());
    QCOMPARE(shown.fixture.backend.lastExceptionFilter().state, ExceptionState::Closed);
    QString row;
    for (int column = 0; column < table->model()->columnCount(); ++column)
        row += table->model()->index(0, column).data().toString() + QLatin1Char('|');
    QVERIFY2(row.contains(QStringLiteral("resolved by hand|bob")), qPrintable(row));
    QVERIFY(!shown.button("retryException")->isVisible());
    QTRY_VERIFY(shown.button("reopenException")->isVisible());
    QTRY_VERIFY(shown.button("reopenException")->isEnabled());

    shown.press("Ctrl+Shift+O");
    QTRY_COMPARE(shown.fixture.backend.lastPlan().action, std::string("reopen"));
    QCOMPARE(shown.fixture.backend.lastPlan().selector, std::string("exception:1"));
    shown.press("Ctrl+Shift+D");
    QTRY_COMPARE(shown.fixture.backend.lastExceptionFilter().state, ExceptionState::Open);
}

void TestExceptionsPage::closedOnesComePageByPage()
{
    Shown shown(tenExceptions());
    ExceptionView closed = exception(1);
    closed.state = "closed";
    shown.fixture.backend.set([&](FakeBackend::Answers& answers) {
        answers.exceptions = ExceptionPage{.total = 3, .exceptions = {closed}, .next = 1};
    });
    shown.press("Ctrl+Shift+D");
    QTableView* table = shown.tableNamed("closedExceptions");
    QTRY_COMPARE(table->model()->rowCount(), 1);
    QPushButton* older = shown.button("olderExceptions");
    QTRY_VERIFY(older->isVisible());

    older->click();

    QTRY_COMPARE(table->model()->rowCount(), 2); // behind the first page
    QCOMPARE(shown.fixture.backend.lastExceptionFilter().before, std::int64_t{1});
    shown.fixture.backend.set([](FakeBackend::Answers& answers) { answers.exceptions->next = 0; });
    older->click();
    QTRY_VERIFY(!older->isVisible());
}

void TestExceptionsPage::theHistoryIsInOrderAndReachedByKey()
{
    Shown shown(tenExceptions());
    shown.fixture.backend.set([&](FakeBackend::Answers& answers) {
        ExceptionDetail detail{.exception = exception(1)};
        detail.exception.contract = "erp order.accept v2";
        const Timestamp at = shown.fixture.time;
        using std::chrono::minutes;
        detail.events = {{.at = at, .kind = "opened", .text = "erp said no"},
                         {.at = at + minutes(1), .kind = "claim", .actor = "bob"},
                         {.at = at + minutes(2),
                          .kind = "retry",
                          .actor = "bob",
                          .text = "credit was paid",
                          .plan = 12,
                          .outcome = "failed"},
                         {.at = at + minutes(3), .kind = "closed", .text = "cause gone"}};
        answers.exception = detail;
    });
    shown.page->enter({.page = Place::Page::Exceptions, .exception = 1});
    QTableView* history = shown.tableNamed("exceptionHistory");
    QTRY_COMPARE(history->model()->rowCount(), 4);
    const auto cell = [&](int row, int column) {
        return history->model()->index(row, column).data().toString();
    };
    QCOMPARE(cell(1, 1), QStringLiteral("Claimed"));
    QCOMPARE(cell(1, 2), QStringLiteral("bob"));
    QVERIFY(cell(2, 3).contains(QStringLiteral("plan 12")) && cell(2, 3).contains(QStringLiteral("Failed")));
    QCOMPARE(cell(3, 2), QStringLiteral("by itself"));
    QCOMPARE(cell(3, 3), QStringLiteral("its cause is gone")); // it says so
    bool isSaid = false;
    const auto labels = shown.page->findChildren<QLabel*>();
    for (const QLabel* label : labels)
        isSaid |= label->text().contains(QStringLiteral("contract erp order.accept v2"));
    QVERIFY(isSaid);
    QVERIFY(!history->isVisible());
    shown.press("Ctrl+Shift+H");
    QVERIFY(history->isVisible());
}

void TestExceptionsPage::whatSomebodyHasIsTakenOverWithAReason()
{
    Shown shown(ExceptionPage{.total = 1, .exceptions = {exception(1)}});
    shown.fixture.backend.set([](FakeBackend::Answers& answers) {
        ExceptionDetail detail{.exception = exception(1)};
        detail.exception.claimedBy = "bob";
        answers.exception = detail;
    });
    shown.page->enter({.page = Place::Page::Exceptions});
    const auto isHis = [&] {
        const auto labels = shown.page->findChildren<QLabel*>();
        return std::ranges::any_of(labels, [](const QLabel* label) {
            return label->text().contains(QStringLiteral("bob works on"));
        });
    };
    QTRY_VERIFY(isHis());

    QTest::keyClick(shown.button("claimException"), Qt::Key_Space);
    QDialog* dialog = nullptr;
    QTRY_VERIFY((dialog = shown.page->findChild<QDialog*>(QStringLiteral("reasonDialog"))) != nullptr);
    QTest::keyClicks(dialog->findChild<QPlainTextEdit*>(QStringLiteral("reason")),
                     QStringLiteral("bob is ill"));
    shown.fixture.backend.set([](FakeBackend::Answers& answers) {
        answers.takeOver = Error{.kind = ErrorKind::Conflict, .message = "exception 1 is claimed by carl"};
    });
    QTest::keyClick(dialog->findChild<QPushButton*>(QStringLiteral("ok")), Qt::Key_Space);

    const auto words = [&] { return shown.fixture.backend.words(); };
    QTRY_VERIFY(std::ranges::count(words(), "takeOver from bob by ann bob is ill") == 1);
    auto* bar = shown.page->findChild<MessageBar*>();
    QTRY_VERIFY(bar->words().contains(QStringLiteral("carl"))); // who was faster is named
}

void TestExceptionsPage::aContradictionHasALookOfItsOwn()
{
    Shown shown(tenExceptions());
    shown.fixture.backend.set([](FakeBackend::Answers& answers) {
        Evidence evidence;
        evidence.goodsLeft = {.verdict = Verdict::Contradictory,
                              .facts = {{.system = "tms", .statement = "BK-1: the goods have left"},
                                        {.system = "wms", .statement = "RL-1: the goods have not left"}}};
        answers.evidence = evidence;
    });
    shown.page->enter({.page = Place::Page::Exceptions});
    auto* verdict = shown.page->findChild<Badge*>(QStringLiteral("goodsLeftVerdict"));
    QTRY_VERIFY(verdict->accessibleName().contains(QStringLiteral("Contradictory")));
    const QString facts = shown.page->findChild<QLabel*>(QStringLiteral("goodsLeftFacts"))->text();
    QVERIFY(facts.contains(QStringLiteral("tms")) && facts.contains(QStringLiteral("wms")));
}

void TestExceptionsPage::everyNewKeyIsInTheListOfKeys()
{
    Shown shown(tenExceptions());
    QStringList listed;
    const auto rows = shown.page->shortcuts();
    for (const ShortcutRow& row : rows)
        listed << row.keys;
    for (const char* keys : {"Ctrl+Shift+O", "Ctrl+Shift+U", "Ctrl+Shift+D", "Ctrl+Shift+H"}) {
        QVERIFY(listed.contains(QLatin1String(keys)));
        const auto shortcuts = shown.page->findChildren<QShortcut*>();
        const auto isIt = [&](const QShortcut* one) {
            return one->key() == QKeySequence(QString::fromLatin1(keys));
        };
        QCOMPARE(std::ranges::count_if(shortcuts, isIt), 1);
    }
}

void TestExceptionsPage::aFailedReadOffersToTryAgain()
{
    Shown shown(tenExceptions());
    QTRY_COMPARE(shown.table()->model()->rowCount(), 10);
    shown.fixture.backend.set([](FakeBackend::Answers& answers) {
        answers.exceptions = Error{.kind = ErrorKind::Unavailable, .message = "the disk is gone"};
    });
    shown.page->enter({.page = Place::Page::Exceptions});
    QPushButton* again = nullptr;
    QTRY_VERIFY([&] {
        const auto buttons = shown.page->findChildren<QPushButton*>(QStringLiteral("emptyButton"));
        for (QPushButton* button : buttons)
            if (button->isVisible()) again = button;
        return again != nullptr;
    }());
    shown.fixture.backend.set([](FakeBackend::Answers& answers) { answers.exceptions = tenExceptions(); });
    QTest::keyClick(again, Qt::Key_Space);
    QTRY_VERIFY(shown.table()->isVisible());
}

void TestExceptionsPage::everyControlHasAName()
{
    Shown shown(tenExceptions());
    QTRY_COMPARE(shown.table()->model()->rowCount(), 10);
    const QStringList findings = accessibilityFindings(*shown.page);
    QVERIFY2(findings.isEmpty(), qPrintable(findings.join(QLatin1Char('\n'))));
}

QTEST_MAIN(TestExceptionsPage)

#include "tst_exceptions_page.moc"
