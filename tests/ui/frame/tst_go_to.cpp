// SPDX-License-Identifier: GPL-3.0-or-later
#include <QAbstractItemModelTester>
#include <QLabel>
#include <QLineEdit>
#include <QMainWindow>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>

#include "frame_fixture.h"
#include "ui/frame/go_to_popup.h"

using namespace milepost;

namespace {

FoundNumber found(const char* kind, const char* value, const char* order)
{
    return {.kind = kind, .value = value, .orderNo = order, .customer = "Hardware Ltd"};
}

struct OpenPopup : FrameFixture {
    OpenPopup()
    {
        window.resize(900, 600);
        window.show();
        popup = new GoToPopup(context(), &window);
        new QAbstractItemModelTester(hits()->model(), QAbstractItemModelTester::FailureReportingMode::QtTest,
                                     popup);
        popup->open();
    }

    void answer(std::vector<FoundNumber> numbers)
    {
        backend.set([&](FakeBackend::Answers& answers) { answers.find = std::move(numbers); });
    }
    QLineEdit* field() const { return popup->findChild<QLineEdit*>(); }
    QTableView* hits() const { return popup->findChild<QTableView*>(); }
    int count() const { return hits()->model()->rowCount(); }

    QMainWindow window{};
    GoToPopup* popup = nullptr;
};

} // namespace

class TestGoTo : public QObject {
    Q_OBJECT

private slots:
    void aTrackingNumberOpensItsOrderByKeyboardAlone();
    void onlyTheAnswerToTheLastKeystrokeIsShown();
    void whatLeadsToNoOrderSearchesTheList();
    void whatWasOpenedIsOfferedNextTime();
    void nothingFoundIsSaid();
    void aFailureIsSaid();
    void escapeCloses();
    void anAnswerAfterTheWindowIsGoneIsDropped();
};

void TestGoTo::aTrackingNumberOpensItsOrderByKeyboardAlone()
{
    OpenPopup open;
    open.answer({found("po", "1Z-1", "1001"), found("tracking", "1Z-2", "1002")});
    QSignalSpy gone(open.popup, &GoToPopup::goTo);

    QTest::keyClicks(open.field(), QStringLiteral("1Z"));
    QTRY_COMPARE(open.count(), 2);
    QTest::keyClick(open.field(), Qt::Key_Down);
    QTest::keyClick(open.field(), Qt::Key_Return);

    QCOMPARE(gone.count(), 1);
    QCOMPARE(gone.first().first().value<Place>().orderNo, QStringLiteral("1002"));
    QVERIFY(!open.popup->isVisible());
}

void TestGoTo::onlyTheAnswerToTheLastKeystrokeIsShown()
{
    OpenPopup open;
    open.answer({found("po", "1", "1001")});
    open.backend.hold("find");
    QTest::keyClicks(open.field(), QStringLiteral("1"));
    QTRY_COMPARE(open.backend.waiting("find"), 1);

    open.field()->clear();
    open.backend.releaseAll();

    QTest::qWait(50);
    QCOMPARE(open.count(), 0);
}

void TestGoTo::whatLeadsToNoOrderSearchesTheList()
{
    OpenPopup open;
    open.answer({found("sku", "BOLT-8", "")});
    QSignalSpy gone(open.popup, &GoToPopup::goTo);

    QTest::keyClicks(open.field(), QStringLiteral("BOLT"));
    QTRY_COMPARE(open.count(), 1);
    QTest::keyClick(open.field(), Qt::Key_Return);

    const auto place = gone.first().first().value<Place>();
    QCOMPARE(place.page, Place::Page::Orders);
    QCOMPARE(place.orders.search, std::string("BOLT-8"));
}

void TestGoTo::whatWasOpenedIsOfferedNextTime()
{
    OpenPopup open;
    open.answer({found("tracking", "1Z-2", "1002")});
    QTest::keyClicks(open.field(), QStringLiteral("1Z"));
    QTRY_COMPARE(open.count(), 1);
    QTest::keyClick(open.field(), Qt::Key_Return);

    open.popup->open();

    QCOMPARE(open.count(), 1);
    QCOMPARE(open.hits()->model()->index(0, FoundNumbersModel::Value).data().toString(),
             QStringLiteral("1Z-2"));
}

void TestGoTo::nothingFoundIsSaid()
{
    OpenPopup open;

    QTest::keyClicks(open.field(), QStringLiteral("zzz"));

    QTRY_VERIFY(
        open.popup->findChild<QLabel*>(QStringLiteral("goToHint"))->text().contains(QStringLiteral("zzz")));
}

void TestGoTo::aFailureIsSaid()
{
    OpenPopup open;
    open.backend.set([](FakeBackend::Answers& answers) {
        answers.find = Error{.kind = ErrorKind::Internal, .message = "the disk is gone"};
    });

    QTest::keyClicks(open.field(), QStringLiteral("1"));

    QTRY_VERIFY(open.popup->findChild<QLabel*>(QStringLiteral("goToHint"))
                    ->text()
                    .contains(QStringLiteral("the disk is gone")));
}

void TestGoTo::escapeCloses()
{
    OpenPopup open;

    QTest::keyClick(open.field(), Qt::Key_Escape);

    QVERIFY(!open.popup->isVisible());
}

void TestGoTo::anAnswerAfterTheWindowIsGoneIsDropped()
{
    OpenPopup open;
    open.backend.hold("find");
    QTest::keyClicks(open.field(), QStringLiteral("1"));
    QTRY_COMPARE(open.backend.waiting("find"), 1);

    delete open.popup;
    open.backend.releaseAll();

    QTest::qWait(20);
    QVERIFY(open.window.isVisible());
}

QTEST_MAIN(TestGoTo)
#include "tst_go_to.moc"
