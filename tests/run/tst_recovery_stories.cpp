// SPDX-License-Identifier: GPL-3.0-or-later
#include <QApplication>
#include <QComboBox>
#include <QDialog>
#include <QInputDialog>
#include <QLineEdit>
#include <QPushButton>
#include <QTabWidget>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>

#include "app/console/console.h"
#include "app/demo/control_client.h"
#include "models/roles.h"
#include "models/text.h"
#include "tests/run/window_play.h"
#include "ui/parts/badge.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <functional>
#include <set>

using namespace milepost;
using namespace milepost::test;

namespace {

constexpr int longPatience = 120'000; // milliseconds: goods have to be picked and sent

} // namespace

/// Stories of recovery, played by keyboard alone in the real program. The demo network lets chosen calls fail
/// in chosen ways; nothing else is different from a working day.
class TestRecoveryStories : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void cleanupTestCase();
    void aWrongAddressIsMendedAfterRelease();
    void aConfirmationThatNeverReachedTheErp();
    void aLostReplyOnAnInvoice();
    void takingBackStopsHalfWay();

private:
    template <typename Question>
    auto ask(Question question)
    {
        auto answer = m_console->bridge().ask(question);
        if (!QTest::qWaitFor([&] { return answer.isFinished(); }, patience)) qFatal("no answer");
        return answer.result();
    }
    OrderView order(const std::string& number)
    {
        return *ask([number](Backend& backend) { return backend.order(number); });
    }
    MainWindow* window() const { return m_console->window(); }
    std::vector<std::string> orderNumbers();
    /// The next order that no story has used, with a node that the test likes.
    std::string nextOrder(const std::function<bool(const OrderView&)>& isLiked);
    void force(const std::string& system, const std::string& operation, const std::string& reference,
               const char* fault, int attempts) const;
    const ExceptionView* exceptionOf(const std::string& orderNo, const char* step);
    void openException(std::int64_t id, const QString& orderNo);
    Badge* verdict(const char* question) const
    {
        return find<Badge>(window(), (std::string(question) + "Verdict").c_str());
    }

    QTemporaryDir m_folder;
    QProcess m_network;
    std::unique_ptr<Console> m_console;
    std::string m_control{};
    std::set<std::string> m_used{};
    ExceptionPage m_page{};
};

void TestRecoveryStories::initTestCase()
{
    const std::filesystem::path dir = std::filesystem::path(utf8(m_folder.path())) / "demo";
    auto demo = DemoFolder::open({.dir = dir, .orders = 40, .faults = "none", .seed = 11, .speed = 240});
    QVERIFY2(demo, demo ? "" : demo.error().message.c_str());
    QVERIFY(startNetwork(m_network, *demo));
    m_console = std::make_unique<Console>(
        ConsoleOptions{.demo = dir, .settings = dir / "settings.ini", .language = "en"}, *std::move(demo));
    m_console->open();
    QVERIFY(QTest::qWaitForWindowExposed(window()));
    QVERIFY(giveKeyboardToTopmost());
    QTRY_VERIFY_WITH_TIMEOUT(m_console->isRunning(), patience);
    QFile file(text((dir / "network.json").string()));
    QVERIFY(file.open(QIODevice::ReadOnly));
    m_control = nlohmann::json::parse(file.readAll().toStdString()).at("control");
}

void TestRecoveryStories::cleanupTestCase()
{
    m_console.reset();
    m_network.terminate();
    m_network.waitForFinished();
}

std::vector<std::string> TestRecoveryStories::orderNumbers()
{
    std::vector<std::string> numbers;
    const auto page = ask([](Backend& backend) { return backend.orders({.limit = 200}); });
    for (const OrderRow& row : page->orders)
        numbers.push_back(row.orderNo);
    return numbers; // the newest first: nobody has begun to pick it
}

std::string TestRecoveryStories::nextOrder(const std::function<bool(const OrderView&)>& isLiked)
{
    std::string found;
    const auto isThere = [&] {
        for (const std::string& number : orderNumbers()) {
            if (m_used.contains(number) || !isLiked(order(number))) continue;
            found = number;
            return true;
        }
        return false;
    };
    if (!QTest::qWaitFor(isThere, longPatience)) return {};
    m_used.insert(found);
    return found;
}

void TestRecoveryStories::force(const std::string& system, const std::string& operation,
                                const std::string& reference, const char* fault, int attempts) const
{
    const nlohmann::json body{{"faults",
                               {{{"system", system},
                                 {"operation", operation},
                                 {"reference", reference},
                                 {"kind", fault},
                                 {"attempts", attempts}}}}};
    const Status done = ControlClient(m_control).post("/control/force", body.dump());
    QVERIFY2(done, done ? "" : done.error().message.c_str());
}

const ExceptionView* TestRecoveryStories::exceptionOf(const std::string& orderNo, const char* step)
{
    m_page = *ask([](Backend& backend) { return backend.exceptions({}); });
    const auto at = std::ranges::find_if(m_page.exceptions, [&](const ExceptionView& one) {
        return one.orderNo == orderNo && one.step == step;
    });
    return at == m_page.exceptions.end() ? nullptr : &*at;
}

void TestRecoveryStories::openException(std::int64_t id, const QString& orderNo)
{
    press(Qt::Key_3, Qt::AltModifier);
    press(Qt::Key_F, Qt::ControlModifier);
    QTRY_COMPARE(QApplication::focusWidget(), find<QLineEdit>(window(), "exceptionSearch"));
    press(Qt::Key_A, Qt::ControlModifier);
    type(orderNo);
    auto* table = find<QTableView>(window(), "exceptionTable");
    QTRY_COMPARE(table->model()->rowCount(), 1);
    QTRY_COMPARE(table->model()->index(0, 0).data(IdRole).toLongLong(), qlonglong(id));
    QVERIFY(tabTo(table));
    press(Qt::Key_Home, Qt::ControlModifier);
    QTRY_VERIFY(table->currentIndex().isValid());
}

/// The warehouse has it, and gives it back; the address is mended, and the same goods go to the right town.
void TestRecoveryStories::aWrongAddressIsMendedAfterRelease()
{
    const std::string number = nextOrder([](const OrderView& one) {
        return one.fulfillments.size() == 1 && one.fulfillments.front().node == "WEST" &&
               one.shipments.empty() && std::ranges::any_of(one.effects, [](const EffectView& effect) {
                   return effect.step == "release" && effect.undoes == 0 && effect.state == "done";
               });
    });
    QVERIFY2(!number.empty(), "no order is with the warehouse");
    goToNumber(window(), text(number), text(number));
    press(Qt::Key_B, Qt::ControlModifier | Qt::ShiftModifier);
    QDialog* dialog = nullptr;
    QTRY_VERIFY((dialog = find<QDialog>(window(), "compensateDialog")) != nullptr);
    auto* steps = dialog->findChild<QComboBox*>();
    QVERIFY(steps != nullptr);
    QTRY_VERIFY(QApplication::focusWidget() != nullptr && dialog->isAncestorOf(QApplication::focusWidget()));
    for (int i = 0; i < steps->count() && steps->currentText() != QStringLiteral("Release to warehouse"); ++i)
        press(Qt::Key_Down);
    QCOMPARE(steps->currentText(), QStringLiteral("Release to warehouse"));
    press(Qt::Key_Return);
    confirmPlan(window(), QStringLiteral("the customer has moved"));
    QTRY_VERIFY_WITH_TIMEOUT(!order(number).holds.empty(), patience);
    QCOMPARE(order(number).holds.front().kind, std::string("compensation"));

    press(Qt::Key_E, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_VERIFY((dialog = find<QDialog>(window(), "editDialog")) != nullptr);
    QTRY_COMPARE(QApplication::focusWidget(), find<QLineEdit>(dialog, "editFind"));
    auto* street = find<QLineEdit>(dialog, "/shipTo/line1");
    QVERIFY(street != nullptr && !street->isReadOnly());
    QVERIFY(tabTo(street));
    press(Qt::Key_A, Qt::ControlModifier);
    type(QStringLiteral("77 New Harbour Road"));
    press(Qt::Key_Return);
    confirmPlan(window(), QStringLiteral("the customer has moved"));
    const auto streetNow = [&] { return shipTo(*order(number).content, 0)->line1; };
    QTRY_COMPARE_WITH_TIMEOUT(streetNow(), std::string("77 New Harbour Road"), patience);

    press(Qt::Key_L, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_VERIFY((dialog = find<QDialog>(window(), "reasonDialog")) != nullptr);
    QVERIFY(tabTo(find<QWidget>(dialog, "reason")));
    type(QStringLiteral("the address is right now"));
    press(Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERIFY_WITH_TIMEOUT(order(number).holds.empty(), patience);
    const auto releases = [&] {
        const OrderView now = order(number);
        return std::ranges::count_if(now.effects, [](const EffectView& effect) {
            return effect.step == "release" && effect.undoes == 0 && effect.state == "done";
        });
    };
    QTRY_COMPARE_WITH_TIMEOUT(releases(), 1, longPatience); // once more, under a key of its own
    QTRY_VERIFY_WITH_TIMEOUT(!order(number).shipments.empty(), longPatience);
    const OrderView shipped = order(number);
    QCOMPARE(shipped.shipments.size(), std::size_t(1));
    for (const LineView& line : shipped.lines)
        QVERIFY(line.figures.shipped <= line.figures.ordered);
    const auto* undone = find<QTableView>(window(), "orderUndone");
    QVERIFY(undone->model()->rowCount() > 0); // what was taken back stays to be seen
}

/// The goods left and the customer was told; the ERP was never told, so billing waits.
void TestRecoveryStories::aConfirmationThatNeverReachedTheErp()
{
    const std::string number = nextOrder([](const OrderView& one) {
        return !one.fulfillments.empty() && one.shipments.empty() && one.fulfillments.size() == 1;
    });
    QVERIFY(!number.empty());
    force("erp", "post", number + ":post", "lostRequest", 12);
    const ExceptionView* stuck = nullptr;
    QTRY_VERIFY_WITH_TIMEOUT((stuck = exceptionOf(number, "post")) != nullptr, longPatience);
    openException(stuck->id, text(number));
    QTRY_COMPARE_WITH_TIMEOUT(verdict("goodsLeft")->text(), QStringLiteral("Yes"), patience);
    QCOMPARE(verdict("customerTold")->text(), QStringLiteral("Yes"));
    QVERIFY(order(number).invoices.empty()); // billing waits
    auto* act = find<QPushButton>(window(), "doRecommended");
    QTRY_VERIFY(act->isVisible());
    QCOMPARE(act->text(), QStringLiteral("Retry…"));
    QVERIFY(tabTo(act));
    press(Qt::Key_Space);
    confirmPlan(window(), QStringLiteral("the ERP surely does not have it"));
    QTRY_VERIFY_WITH_TIMEOUT(outcome(window()).contains(QStringLiteral("verified"), Qt::CaseInsensitive),
                             patience);
    QTRY_COMPARE_WITH_TIMEOUT(order(number).invoices.size(), std::size_t(1), longPatience);
}

/// The ERP has the invoice, its answer was lost, and for a while it could not be asked.
void TestRecoveryStories::aLostReplyOnAnInvoice()
{
    const std::string number = nextOrder([](const OrderView& one) {
        return !one.fulfillments.empty() && one.shipments.empty() && one.fulfillments.size() == 1;
    });
    QVERIFY(!number.empty());
    force("erp", "invoice", number + ":invoice", "lostReply", 1);
    force("erp", "read /invoices", number + ":invoice", "429", 13); // one may be free: the ERP is just back
    const ExceptionView* stuck = nullptr;
    QTRY_VERIFY_WITH_TIMEOUT((stuck = exceptionOf(number, "invoice")) != nullptr, longPatience);
    QCOMPARE(stuck->kind, ExceptionClass::UnknownOutcome);
    auto* act = find<QPushButton>(window(), "doRecommended");
    const auto isTold = [&] { return act->isVisible() && act->text() == QStringLiteral("Adopt…"); };
    for (int i = 0; i < 3 && !isTold(); ++i) { // it may have to be asked once more
        openException(stuck->id, text(number));
        static_cast<void>(QTest::qWaitFor(isTold, 8'000));
    }
    QVERIFY(isTold());
    QVERIFY(!find<QPushButton>(window(), "retryException")->isEnabled()); // it says why
    QVERIFY(find<QPushButton>(window(), "retryException")->toolTip().contains(QStringLiteral("INV-")));
    QVERIFY(tabTo(act));
    press(Qt::Key_Space);
    confirmPlan(window(), QStringLiteral("the ERP has it"));
    QTRY_VERIFY_WITH_TIMEOUT(outcome(window()).contains(QStringLiteral("verified"), Qt::CaseInsensitive),
                             patience);
    QTRY_COMPARE_WITH_TIMEOUT(order(number).invoices.size(), std::size_t(1), patience);
    QVERIFY(text(order(number).invoices.front().document).startsWith(QStringLiteral("INV-")));
}

/// East offers no way to take a release back: a person asks there, and everything before it follows.
void TestRecoveryStories::takingBackStopsHalfWay()
{
    const std::string number = nextOrder([](const OrderView& one) {
        return one.fulfillments.size() == 1 && one.fulfillments.front().node != "WEST" &&
               one.shipments.empty() && std::ranges::any_of(one.effects, [](const EffectView& effect) {
                   return effect.step == "release" &&
                          (effect.state == "acknowledged" || effect.state == "done");
               });
    });
    QVERIFY2(!number.empty(), "no order is with a node that takes nothing back");
    goToNumber(window(), text(number), text(number));
    press(Qt::Key_X, Qt::ControlModifier | Qt::ShiftModifier);
    confirmPlan(window(), QStringLiteral("the customer does not want it any more"));
    const ExceptionView* stuck = nullptr;
    QTRY_VERIFY_WITH_TIMEOUT((stuck = exceptionOf(number, "release")) != nullptr, longPatience);
    QCOMPARE(stuck->kind, ExceptionClass::CompensationIncomplete);
    QTRY_VERIFY(order(number).compensation.has_value());
    const CompensationView half = *order(number).compensation;
    QVERIFY(std::ranges::any_of(half.steps, [](const UndoView& one) { return one.state == "stuck"; }));
    const auto* undone = find<QTableView>(window(), "orderUndone");
    QTRY_VERIFY_WITH_TIMEOUT(undone->model()->rowCount() >= static_cast<int>(half.steps.size()), patience);
    openException(stuck->id, text(number));
    QTRY_VERIFY_WITH_TIMEOUT(find<QPushButton>(window(), "adoptException")->isEnabled(), patience);
    press(Qt::Key_A, Qt::ControlModifier | Qt::ShiftModifier);
    QDialog* dialog = nullptr;
    QTRY_VERIFY((dialog = find<QDialog>(window(), "adoptDialog")) != nullptr);
    QTRY_VERIFY(QApplication::focusWidget() != nullptr && dialog->isAncestorOf(QApplication::focusWidget()));
    type(QStringLiteral("by telephone, Ms Lund"));
    press(Qt::Key_Return);
    confirmPlan(window(), QStringLiteral("they have stopped it"));
    QTRY_VERIFY_WITH_TIMEOUT(!order(number).compensation.has_value(), longPatience);
    const OrderView ended = order(number);
    for (const LineView& line : ended.lines)
        QCOMPARE(line.figures.cancelled + line.figures.shipped, line.figures.ordered);
}

QTEST_MAIN(TestRecoveryStories)
#include "tst_recovery_stories.moc"
