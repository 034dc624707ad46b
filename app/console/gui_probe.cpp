// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/gui_probe.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QKeyEvent>
#include <QLineEdit>
#include <QScrollBar>
#include <QTableView>
#include <QTimer>
#include <QWheelEvent>

#include "models/order_list_model.h"

namespace milepost {
namespace {

using namespace std::chrono_literals;

constexpr auto patience = 60s;
constexpr auto lookInterval = 1ms; ///< spinning would take a processor from those who answer
constexpr int nanosecondsInMillisecond = 1'000'000;
constexpr int wheelStep = 120; ///< of QWheelEvent: an eighth of a degree each

double milliseconds(const QElapsedTimer& timer)
{
    return static_cast<double>(timer.nsecsElapsed()) / nanosecondsInMillisecond;
}

void press(QWidget* widget, int key, const QString& letter = {})
{
    QKeyEvent down(QEvent::KeyPress, key, Qt::NoModifier, letter);
    QApplication::sendEvent(widget, &down);
    QKeyEvent up(QEvent::KeyRelease, key, Qt::NoModifier, letter);
    QApplication::sendEvent(widget, &up);
}

} // namespace

GuiProbe::GuiProbe(MainWindow& window)
    : m_window(window)
    , m_table(window.findChild<QTableView*>(QStringLiteral("orderTable")))
    , m_search(window.findChild<QLineEdit*>(QStringLiteral("orderSearch")))
    , m_model(qobject_cast<OrderListModel*>(m_table->model()))
{
}

bool GuiProbe::wait(const std::function<bool()>& isDone, std::chrono::milliseconds limit)
{
    if (isDone()) return true;
    QElapsedTimer elapsed;
    elapsed.start();
    QEventLoop loop;
    QTimer look;
    look.setTimerType(Qt::PreciseTimer);
    bool isInTime = false;
    QObject::connect(&look, &QTimer::timeout, &loop, [&] {
        isInTime = isDone();
        if (isInTime || elapsed.elapsed() > limit.count()) loop.quit();
    });
    look.start(lookInterval);
    loop.exec();
    return isInTime;
}

void GuiProbe::rest(std::chrono::milliseconds time)
{
    wait([] { return false; }, time);
}

bool GuiProbe::isListFilled() const
{
    if (m_model->isLoading() || m_model->rowCount() == 0 || !m_table->isVisible()) return false;
    const int last = m_table->rowAt(m_table->viewport()->height() - 1);
    for (int row = m_table->rowAt(0); row <= (last < 0 ? m_model->rowCount() - 1 : last); ++row)
        if (m_model->orderAt(row) == nullptr) return false;
    return true;
}

bool GuiProbe::waitForList() const
{
    if (!wait([this] { return isListFilled(); }, patience)) return false;
    m_table->viewport()->repaint();
    return true;
}

double GuiProbe::switchTo(const Place& place)
{
    QElapsedTimer timer;
    timer.start();
    m_window.goTo(place);
    QApplication::sendPostedEvents(); // layouts
    m_window.repaint();
    return milliseconds(timer);
}

std::vector<double> GuiProbe::type(const QString& words)
{
    std::vector<double> times;
    for (const QChar letter : words) {
        bool isAnswered = false;
        const auto connection =
            QObject::connect(m_model, &OrderListModel::loaded, m_model, [&isAnswered] { isAnswered = true; });
        QElapsedTimer timer;
        timer.start();
        press(m_search, 0, letter);
        wait([&] { return isAnswered && (m_model->rowCount() == 0 || isListFilled()); }, patience);
        m_table->viewport()->repaint();
        times.push_back(milliseconds(timer));
        QObject::disconnect(connection);
        rest(100ms); // a quick typist
    }
    return times;
}

double GuiProbe::jumpTo(double share)
{
    QScrollBar* bar = m_table->verticalScrollBar();
    QElapsedTimer timer;
    timer.start();
    bar->setValue(static_cast<int>(share * bar->maximum()));
    m_table->viewport()->repaint();
    waitForList();
    return milliseconds(timer);
}

/// What the window has to do at that moment anyway counts: it is part of what the hand feels.
double GuiProbe::frame(const std::function<void()>& act)
{
    QElapsedTimer timer;
    timer.start();
    act();
    QApplication::processEvents();
    m_table->viewport()->repaint();
    return milliseconds(timer);
}

double GuiProbe::turnWheel(int steps)
{
    return frame([this, steps] {
        const QPointF middle(m_table->viewport()->rect().center());
        QWheelEvent turn(middle, m_table->viewport()->mapToGlobal(middle.toPoint()), {},
                         QPoint(0, -steps * wheelStep), Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase,
                         false);
        QApplication::sendEvent(m_table->viewport(), &turn);
    });
}

double GuiProbe::pressPageDown()
{
    return frame([this] { press(m_table, Qt::Key_PageDown); });
}

} // namespace milepost
