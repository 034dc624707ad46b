// SPDX-License-Identifier: GPL-3.0-or-later
#include <QApplication>
#include <QComboBox>
#include <QDialog>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSplitter>
#include <QTabWidget>
#include <QTableView>
#include <QTest>

#include "tests/ui/frame/frame_fixture.h"
#include "ui/inspection/accessibility_findings.h"
#include "ui/parts/message_bar.h"
#include "ui/policies/policies_page.h"

using namespace milepost;

namespace {

PoliciesView twoRows()
{
    const PolicyRow critical{"critical",
                             {{"criticality", "critical"},
                              {"maxTries", "12"},
                              {"maxUndoTries", "0"},
                              {"baseDelay", "2s"},
                              {"maxDelay", "5m"},
                              {"deadline", "10s"},
                              {"breakerFailures", "5"},
                              {"probeAfter", "30s"},
                              {"recoverWithin", "1h"},
                              {"unknown", "atMostOnce"},
                              {"owner", ""}}};
    const PolicyRow absence{"event:absence", {{"recoverWithin", "2h"}, {"owner", ""}}};
    return {.version = 4,
            .rows = {{.row = critical,
                      .places = {{"order-to-cash", "release", "fulfillment.release", "warehouse"}},
                      .openExceptions = 3},
                     {.row = absence}},
            .steps = {"release", "post"}};
}

} // namespace

/// Policies are read, changed and brought back by keyboard, over a fake face.
class TestPoliciesPage : public QObject {
    Q_OBJECT

private slots:
    void rowsSayWhereTheyAct();
    void aChangeIsProposedShownReasonedAndSaved();
    void whatCannotBeIsSaidBesideTheFieldAndNotSaved();
    void aConflictOffersTheNewest();
    void anObjectiveIsAddedAndRemoved();
    void anOlderVersionActsAgain();
    void whoDoesNotOwnTheStoreOnlyLooks();
    void nothingAndFailureAreSaid();
    void theLayoutIsRemembered();
    void everyControlHasAName();

private:
    struct Shown {
        FrameFixture fixture{};
        std::unique_ptr<PoliciesPage> page{};

        explicit Shown(const Result<PoliciesView>& view = twoRows())
        {
            fixture.backend.set([&](FakeBackend::Answers& answers) {
                answers.policies = view;
                answers.policyVersions =
                    std::vector<PolicyVersionView>{{.number = 4,
                                                    .actor = "ann",
                                                    .reason = "faster",
                                                    .isLive = true,
                                                    .differences = {{"critical", "maxTries", "8", "12"}}},
                                                   {.number = 1, .reason = "came with the program"}};
            });
            page = std::make_unique<PoliciesPage>(fixture.context());
            page->resize(1280, 800);
            page->show();
            page->enter({});
            QTest::qWait(20);
        }

        template <typename Widget>
        Widget* child(const char* name) const
        {
            return page->findChild<Widget*>(QLatin1String(name));
        }

        void propose(const PolicyProposal& proposal)
        {
            fixture.backend.set([&](FakeBackend::Answers& answers) { answers.proposePolicies = proposal; });
        }

        void type(const char* field, const QString& words) const
        {
            auto* line = child<QLineEdit>(field);
            line->setFocus();
            line->selectAll();
            QTest::keyClicks(line, words);
        }

        /// Gives a reason in the dialog that is open and accepts it by key.
        void giveReason() const
        {
            auto* dialog = child<QDialog>("reasonDialog");
            QVERIFY(dialog != nullptr);
            QTRY_COMPARE(QApplication::activeWindow(), dialog); // else its shortcuts do not work
            auto* reason = dialog->findChild<QPlainTextEdit*>(QStringLiteral("reason"));
            QVERIFY(!dialog->findChild<QPushButton*>(QStringLiteral("ok"))->isEnabled());
            QTest::keyClicks(reason, QStringLiteral("the partner asks"));
            auto* ok = dialog->findChild<QPushButton*>(QStringLiteral("ok"));
            QTRY_VERIFY(ok->isEnabled());
            QTest::keyClick(reason, Qt::Key_Return, Qt::ControlModifier);
        }
    };
};

void TestPoliciesPage::rowsSayWhereTheyAct()
{
    const Shown shown;
    auto* table = shown.child<QTableView>("policyTable");
    QTRY_COMPARE(table->model()->rowCount(), 2);
    QCOMPARE(table->model()->index(0, 4).data().toString(), QStringLiteral("3"));
    QVERIFY(table->model()->index(0, 5).data().toString().contains(QStringLiteral("elease")));
    QCOMPARE(table->model()->index(1, 5).data().toString(), QStringLiteral("any step"));
    QCOMPARE(shown.child<QLineEdit>("policy-maxTries")->text(), QStringLiteral("12"));
    QTest::keyClicks(shown.child<QLineEdit>("policySearch"), QStringLiteral("2h"));
    QTRY_COMPARE(table->model()->rowCount(), 1);
}

void TestPoliciesPage::aChangeIsProposedShownReasonedAndSaved()
{
    Shown shown;
    shown.propose({.version = 4, .differences = {{"critical", "maxTries", "12", "1"}}});
    auto* table = shown.child<QTableView>("policyTable");
    QTRY_COMPARE(table->model()->rowCount(), 2);
    QTest::keyClick(table, Qt::Key_Return);
    QTRY_VERIFY(shown.child<QLineEdit>("policy-maxTries")->hasFocus());

    shown.type("policy-maxTries", QStringLiteral("1"));

    auto* changes = shown.child<QTableView>("policyChanges");
    QTRY_COMPARE(changes->model()->rowCount(), 1);
    QCOMPARE(changes->model()->index(0, 2).data().toString(), QStringLiteral("12"));
    QCOMPARE(changes->model()->index(0, 3).data().toString(), QStringLiteral("1"));
    auto* save = shown.child<QPushButton>("savePolicies");
    QTRY_VERIFY(save->isEnabled());
    shown.fixture.backend.set(
        [](FakeBackend::Answers& answers) { answers.savePolicies = PolicyProposal{.version = 5}; });
    save->click();
    shown.giveReason();

    QTRY_COMPARE(shown.fixture.backend.calls("savePolicies"), 1);
    const PolicyOrder order = shown.fixture.backend.lastPolicies();
    QCOMPARE(order.edits.size(), std::size_t{1});
    QCOMPARE(order.edits.front().value, std::string("1"));
    QCOMPARE(order.base, std::int64_t{4});
    QCOMPARE(order.actor, std::string("ann"));
    QCOMPARE(order.reason, std::string("the partner asks"));
    QTRY_COMPARE(changes->model()->rowCount(), 0);
    QVERIFY(!save->isEnabled());
}

void TestPoliciesPage::whatCannotBeIsSaidBesideTheFieldAndNotSaved()
{
    Shown shown;
    shown.propose(
        {.version = 4, .problems = {{"critical", "maxTries", "must be a whole number from 1 to 1000"}}});
    QTRY_VERIFY(shown.child<QLineEdit>("policy-maxTries") != nullptr);

    shown.type("policy-maxTries", QStringLiteral("0"));

    auto* message = shown.child<QLabel>("problem-maxTries");
    QTRY_VERIFY(message->isVisible());
    QCOMPARE(message->text(), QStringLiteral("must be a whole number from 1 to 1000"));
    QVERIFY(!shown.child<QLabel>("problem-deadline")->isVisible());
    QVERIFY(!shown.child<QPushButton>("savePolicies")->isEnabled());
    shown.propose({.version = 4});
    shown.child<QPushButton>("discardPolicies")->click();
    QTRY_VERIFY(!message->isVisible());
    QCOMPARE(shown.child<QLineEdit>("policy-maxTries")->text(), QStringLiteral("12"));
}

void TestPoliciesPage::aConflictOffersTheNewest()
{
    Shown shown;
    shown.propose({.version = 4, .differences = {{"critical", "maxTries", "12", "1"}}});
    QTRY_VERIFY(shown.child<QLineEdit>("policy-maxTries") != nullptr);
    shown.type("policy-maxTries", QStringLiteral("1"));
    QTRY_VERIFY(shown.child<QPushButton>("savePolicies")->isEnabled());
    shown.fixture.backend.set([](FakeBackend::Answers& answers) {
        answers.savePolicies = Error{.kind = ErrorKind::Conflict, .message = "changed meanwhile by bob"};
        PoliciesView newer = twoRows();
        newer.version = 5;
        answers.policies = newer;
    });
    shown.child<QPushButton>("savePolicies")->click();
    shown.giveReason();

    auto* bar = shown.child<MessageBar>("policyMessage");
    QTRY_VERIFY(bar->words().contains(QStringLiteral("by bob")));
    bar->findChild<QPushButton*>()->click();
    QTRY_VERIFY(!bar->isVisible());
    QTRY_VERIFY(shown.child<QPushButton>("savePolicies")->isEnabled()); // what was typed is kept
    shown.child<QPushButton>("savePolicies")->click();
    shown.giveReason();
    QTRY_COMPARE(shown.fixture.backend.calls("savePolicies"), 2);
    QCOMPARE(shown.fixture.backend.lastPolicies().base, std::int64_t{5});
}

void TestPoliciesPage::anObjectiveIsAddedAndRemoved()
{
    Shown shown;
    auto* table = shown.child<QTableView>("policyTable");
    QTRY_COMPARE(table->model()->rowCount(), 2);
    shown.child<QPushButton>("newObjective")->click();
    auto* dialog = shown.child<QDialog>("objectiveDialog");
    auto* event = dialog->findChild<QComboBox*>(QStringLiteral("objectiveEvent"));
    event->setCurrentIndex(event->findData(QStringLiteral("mismatch")));
    auto* step = dialog->findChild<QComboBox*>(QStringLiteral("objectiveStep"));
    step->setCurrentIndex(step->findData(QStringLiteral("post")));
    dialog->findChild<QLineEdit*>(QStringLiteral("objectiveWithin"))->setText(QStringLiteral("30m"));
    dialog->accept();

    QTRY_COMPARE(table->model()->rowCount(), 3);
    QTRY_COMPARE(shown.fixture.backend.lastPolicies().edits.size(), std::size_t{1});
    QCOMPARE(shown.fixture.backend.lastPolicies().edits.front().row, std::string("event:mismatch/post"));
    QCOMPARE(shown.fixture.backend.lastPolicies().edits.front().value, std::string("30m"));
    shown.child<QPushButton>("removeObjective")->click(); // it is the one selected
    QTRY_COMPARE(table->model()->rowCount(), 2);
    table->selectRow(1);
    shown.child<QPushButton>("removeObjective")->click();
    QTRY_COMPARE(shown.fixture.backend.lastPolicies().edits.front().row, std::string("event:absence"));
    QVERIFY(shown.fixture.backend.lastPolicies().edits.front().value.empty());
}

void TestPoliciesPage::anOlderVersionActsAgain()
{
    Shown shown;
    shown.propose({.version = 4, .differences = {{"critical", "maxTries", "12", "8"}}});
    shown.child<QTabWidget>("policyTabs")->setCurrentIndex(1);
    auto* versions = shown.child<QTableView>("policyVersionTable");
    QTRY_COMPARE(versions->model()->rowCount(), 2);
    QCOMPARE(shown.child<QTableView>("policyVersionDifferences")->model()->rowCount(), 1);
    QVERIFY(!shown.child<QPushButton>("restorePolicies")->isEnabled()); // it acts already
    QTest::keyClick(versions, Qt::Key_Down);
    QTRY_VERIFY(shown.child<QPushButton>("restorePolicies")->isEnabled());

    shown.child<QPushButton>("restorePolicies")->click();
    QTRY_VERIFY(shown.child<QDialog>("reasonDialog") != nullptr);
    shown.giveReason();

    QTRY_COMPARE(shown.fixture.backend.calls("savePolicies"), 1);
    QCOMPARE(shown.fixture.backend.lastPolicies().restore, std::int64_t{1});
}

void TestPoliciesPage::whoDoesNotOwnTheStoreOnlyLooks()
{
    PoliciesView view = twoRows();
    view.ownedBy = "milepostctl (process 4711)";
    const Shown shown(view);

    auto* bar = shown.child<MessageBar>("policyMessage");
    QTRY_VERIFY(bar->isVisible());
    QVERIFY(bar->words().contains(QStringLiteral("4711")));
    QVERIFY(shown.child<QLineEdit>("policy-maxTries")->isReadOnly());
    QVERIFY(!shown.child<QComboBox>("policy-unknown")->isEnabled());
    for (const char* button : {"newObjective", "savePolicies", "restorePolicies"})
        QVERIFY2(!shown.child<QPushButton>(button)->isEnabled(), button);
}

void TestPoliciesPage::nothingAndFailureAreSaid()
{
    const auto says = [](const Shown& shown, const QString& words) {
        const auto labels = shown.page->findChildren<QLabel*>();
        return std::ranges::any_of(
            labels, [&](const QLabel* label) { return label->isVisible() && label->text().contains(words); });
    };
    const Shown empty(PoliciesView{});
    QTRY_VERIFY(says(empty, QStringLiteral("No policies yet")));
    const Shown failed(Error{.kind = ErrorKind::Internal, .message = "the disk is gone"});
    QTRY_VERIFY(says(failed, QStringLiteral("the disk is gone")));
}

void TestPoliciesPage::theLayoutIsRemembered()
{
    Shown shown;
    auto* splitter = shown.child<QSplitter>("policySplitter");
    splitter->setSizes({500, 700});
    emit splitter->splitterMoved(500, 1);
    shown.child<QTabWidget>("policyTabs")->setCurrentIndex(1);

    const PoliciesPage again(shown.fixture.context());

    QCOMPARE(again.findChild<QTabWidget*>(QStringLiteral("policyTabs"))->currentIndex(), 1);
    QCOMPARE(again.findChild<QSplitter*>(QStringLiteral("policySplitter"))->saveState(),
             splitter->saveState());
}

void TestPoliciesPage::everyControlHasAName()
{
    const Shown shown;
    QTRY_VERIFY(shown.child<QLineEdit>("policy-maxTries") != nullptr);
    const QStringList findings = accessibilityFindings(*shown.page);
    QVERIFY2(findings.isEmpty(), qPrintable(findings.join(QLatin1Char('\n'))));
}

QTEST_MAIN(TestPoliciesPage)
#include "tst_policies_page.moc"
