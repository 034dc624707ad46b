// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QApplication>
#include <QDialog>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QProcess>
#include <QPushButton>
#include <QTableView>
#include <QTest>

#include "app/demo/demo_folder.h"
#include "models/text.h"
#include "tests/run/program_run.h"
#include "ui/parts/message_bar.h"

#include <filesystem>

/// The real window, played by its keyboard.
namespace milepost::test {

inline constexpr int patience = 60'000; // milliseconds: partners answer in their own time

template <typename T>
T* find(const QWidget* in, const char* name)
{
    return in->findChild<T*>(QString::fromLatin1(name));
}

/// Neither Xvfb nor the offscreen screen has a window manager, which gives the keyboard to the topmost
/// window.
inline bool giveKeyboardToTopmost()
{
    if (QApplication::activeWindow() != nullptr || QApplication::activePopupWidget() != nullptr) return true;
    QWidget* topmost = QApplication::activeModalWidget();
    const QWidgetList windows = QApplication::topLevelWidgets();
    for (QWidget* window : windows)
        if (topmost == nullptr && window->isVisible() && window->inherits("QMainWindow")) topmost = window;
    if (topmost == nullptr) return false;
    topmost->activateWindow();
    return QTest::qWaitForWindowActive(topmost);
}

/// Presses keys on whatever has the focus, as a person does who does not touch the mouse.
inline void press(Qt::Key key, Qt::KeyboardModifiers modifiers = {})
{
    QVERIFY2(giveKeyboardToTopmost(), "no window has the keyboard");
    QWidget* target = QApplication::focusWidget();
    QTest::keyClick(target == nullptr ? QApplication::activeWindow() : target, key, modifiers);
}

inline void type(const QString& words)
{
    QVERIFY(QApplication::focusWidget() != nullptr);
    QTest::keyClicks(QApplication::focusWidget(), words);
}

/// Tab until that widget has the focus.
inline bool tabTo(const QWidget* wanted)
{
    for (int i = 0; i < 80 && QApplication::focusWidget() != wanted; ++i)
        press(Qt::Key_Tab);
    return QApplication::focusWidget() == wanted;
}

/// By the shortcut from anywhere, until the order of that number is shown.
inline void goToNumber(const QWidget* window, const QString& number, const QString& orderNo)
{
    press(Qt::Key_K, Qt::ControlModifier);
    QTRY_COMPARE(QApplication::focusWidget(), find<QLineEdit>(window, "goToField"));
    type(number);
    const QAbstractItemModel* hits = find<QTableView>(window, "goToHits")->model();
    const auto isFound = [&] { // no longer the numbers that were looked at before
        for (int column = 0; column < hits->columnCount(); ++column)
            if (hits->index(0, column).data().toString() == number) return true;
        return false;
    };
    QTRY_VERIFY(isFound());
    press(Qt::Key_Return);
    QTRY_COMPARE(find<QLabel>(window, "orderTitle")->text(), QStringLiteral("Order %1").arg(orderNo));
}

/// Reads the plan, gives a reason, confirms.
inline void confirmPlan(const QWidget* window, const QString& reason)
{
    QDialog* dialog = nullptr;
    QTRY_VERIFY((dialog = find<QDialog>(window, "planDialog")) != nullptr);
    QTRY_COMPARE(QApplication::focusWidget(), find<QLineEdit>(dialog, "planReason"));
    type(reason);
    QVERIFY(find<QPushButton>(dialog, "planOk")->isEnabled());
    press(Qt::Key_Return);
    QTRY_VERIFY(find<QDialog>(window, "planDialog") == nullptr);
}

/// What the bars in sight say, one line each.
inline QString outcome(const QWidget* window)
{
    QStringList all;
    const auto bars = window->findChildren<MessageBar*>();
    for (const MessageBar* bar : bars)
        if (bar->isVisible()) all << bar->words();
    return all.join(QLatin1Char('\n'));
}

/// A copy of the run in which a heavy day has left orders stuck; empty: MILEPOST_STUCK names none.
inline std::filesystem::path copyOfStuckOrders(const QString& to)
{
    const QString stuck = QString::fromLocal8Bit(qgetenv("MILEPOST_STUCK"));
    if (stuck.isEmpty()) return {};
    const std::filesystem::path dir = std::filesystem::path(utf8(to)) / "demo";
    std::filesystem::copy(utf8(stuck), dir, std::filesystem::copy_options::recursive);
    return dir;
}

/// The network of that folder goes on with its books; its file names its ports once everything listens.
inline bool startNetwork(QProcess& network, const DemoFolder& demo)
{
    const QString file = text(demo.networkFile().string());
    QFile::remove(file);
    QStringList words;
    const std::vector<std::string> arguments = demo.networkArguments();
    for (const std::string& word : arguments)
        words << text(word);
    network.start(program(QStringLiteral("milepost-network")), words);
    return QTest::qWaitFor([&] { return QFile::exists(file); }, patience);
}

} // namespace milepost::test
