// SPDX-License-Identifier: GPL-3.0-or-later
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

#include "frame_fixture.h"
#include "ui/frame/guide.h"
#include "ui/frame/guide_panel.h"

using namespace milepost;
using Step = Guide::Step;

namespace {

ExceptionView stuck(std::int64_t id, const char* order, ExceptionClass kind)
{
    return {.id = id, .orderNo = order, .kind = kind, .state = "open"};
}

/// A demo in which order 1001 is stuck and may be retried.
struct OpenGuide : FrameFixture {
    OpenGuide()
    {
        set(stuck(5, "1001", ExceptionClass::BusinessRule));
        guide = std::make_unique<Guide>(context(true), watch());
    }

    void set(const ExceptionView& exception, std::uint32_t milestones = 0, bool mayRetry = true)
    {
        backend.set([&](FakeBackend::Answers& answers) {
            answers.exceptions = ExceptionPage{.total = 1, .exceptions = {exception}};
            answers.exception = ExceptionDetail{.exception = exception,
                                                .actions = {{.action = "retry", .isPermitted = mayRetry}}};
            answers.order = OrderView{.row = {.orderNo = exception.orderNo, .milestones = milestones}};
        });
    }
    void close(bool isDelivered)
    {
        ExceptionView closed = stuck(5, "1001", ExceptionClass::BusinessRule);
        closed.state = "closed";
        set(closed, isDelivered ? 1U << static_cast<unsigned>(Milestone::Delivered) : 0U);
        watch().look();
    }
    bool reaches(Step step) const
    {
        return QTest::qWaitFor([&] { return guide->step() == step; });
    }

    std::unique_ptr<Guide> guide{};
};

} // namespace

class TestGuide : public QObject {
    Q_OBJECT

private slots:
    void itLeadsFromTheExceptionToTheDelivery();
    void nothingToRetryKeepsItWaiting();
    void aRetryByAnybodyEndsTheStep();
    void theRetryStepHealsThePartner();
    void itRetriesOnRequest();
    void closingItIsRemembered();
    void thePanelIsHiddenUntilItBegins();
};

void TestGuide::itLeadsFromTheExceptionToTheDelivery()
{
    OpenGuide open;
    open.guide->begin();

    QVERIFY(open.reaches(Step::OpenExceptions));
    QVERIFY(open.guide->words().contains(QStringLiteral("1001")));
    open.guide->entered({.page = Place::Page::Exceptions});
    QCOMPARE(open.guide->step(), Step::Read);
    open.guide->entered({.page = Place::Page::Exceptions, .exception = 5});
    QCOMPARE(open.guide->step(), Step::Retry);
    open.close(false);
    QVERIFY(open.reaches(Step::Follow));
    open.close(true);

    QVERIFY(open.reaches(Step::Done));
}

void TestGuide::nothingToRetryKeepsItWaiting()
{
    OpenGuide open;
    open.set(stuck(5, "1001", ExceptionClass::Validation), 0, false);

    open.guide->begin();

    QTRY_VERIFY(open.backend.calls("exception") > 0);
    QTest::qWait(30);
    QCOMPARE(open.guide->step(), Step::Waiting);
    QVERIFY(open.guide->button().isEmpty());
}

void TestGuide::aRetryByAnybodyEndsTheStep()
{
    OpenGuide open;
    open.guide->begin();
    QVERIFY(open.reaches(Step::OpenExceptions));

    open.close(false);

    QVERIFY(open.reaches(Step::Follow));
}

void TestGuide::theRetryStepHealsThePartner()
{
    OpenGuide open;
    open.guide->begin();
    QVERIFY(open.reaches(Step::OpenExceptions));

    open.guide->skip();
    open.guide->skip();

    QCOMPARE(open.guide->step(), Step::Retry);
    QTRY_COMPARE(open.training.heals.load(), 1);
}

void TestGuide::itRetriesOnRequest()
{
    OpenGuide open;
    open.guide->begin();
    QVERIFY(open.reaches(Step::OpenExceptions));
    open.guide->skip();
    open.guide->skip();

    open.guide->press();

    QTRY_COMPARE(open.backend.calls("apply"), 1);
    QCOMPARE(open.backend.lastPlan().selector, std::string("exception:5"));
    QTRY_COMPARE(open.works.running(), 0);
}

void TestGuide::closingItIsRemembered()
{
    OpenGuide open;
    open.guide->begin();

    open.guide->end();

    QVERIFY(open.settings.isGuideDone());
    QVERIFY(!open.guide->isActive());
}

void TestGuide::thePanelIsHiddenUntilItBegins()
{
    OpenGuide open;
    QWidget window;
    GuidePanel panel(*open.guide, &window);
    window.show();
    QVERIFY(!panel.isVisible());

    open.guide->begin();
    QVERIFY(open.reaches(Step::OpenExceptions));

    QVERIFY(panel.isVisible());
    QVERIFY(panel.findChild<QLabel*>(QStringLiteral("guideWords"))->text().contains(QStringLiteral("1001")));
    QSignalSpy gone(open.guide.get(), &Guide::goTo);
    panel.findChild<QPushButton*>(QStringLiteral("guideButton"))->click();
    QCOMPARE(gone.first().first().value<Place>().page, Place::Page::Exceptions);
}

QTEST_MAIN(TestGuide)
#include "tst_guide.moc"
