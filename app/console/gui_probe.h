// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/frame/main_window.h"

#include <chrono>
#include <functional>
#include <vector>

class QLineEdit;
class QTableView;

namespace milepost {

class OrderListModel;

/// An operator with a stopwatch: does one thing in the window and says how many milliseconds it took until it
/// was painted.
class GuiProbe {
public:
    explicit GuiProbe(MainWindow& window);

    /// Until `isDone`, with the event loop running; false when it took longer than `patience`.
    static bool wait(const std::function<bool()>& isDone, std::chrono::milliseconds patience);
    static void rest(std::chrono::milliseconds time);

    /// Rows on screen are there, none of them a placeholder.
    bool isListFilled() const;
    bool waitForList() const;

    double switchTo(const Place& place);            ///< until the page is painted
    std::vector<double> type(const QString& words); ///< each keystroke, until its orders are shown
    double jumpTo(double share);                    ///< to a place of the list, until its rows are shown
    double turnWheel(int steps);                    ///< one frame
    double pressPageDown();                         ///< one frame

private:
    double frame(const std::function<void()>& act);

    MainWindow& m_window;
    QTableView* m_table;
    QLineEdit* m_search;
    OrderListModel* m_model;
};

} // namespace milepost
