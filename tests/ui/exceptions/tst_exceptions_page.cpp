// SPDX-License-Identifier: GPL-3.0-or-later
#include <QDialog>
#include <QLabel>
#include <QPushButton>
#include <QSet>
#include <QTableView>
#include <QTest>

#include "models/roles.h"
#include "models/text.h"
#include "tests/ui/frame/frame_fixture.h"
#include "ui/exceptions/exceptions_page.h"
#include "ui/inspection/accessibility_findings.h"
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
