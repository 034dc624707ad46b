// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

#include "backend/core/clock.h"
#include "models/roles.h"
#include "ui/place.h"

class QLabel;
class QProgressBar;
class QTimer;
class QToolButton;

namespace milepost {

class EngineSwitch;
class WorkList;
struct EnginePicture;

/// The line at the bottom: engine, systems, orders, exceptions, long work and the business clock. Each opens
/// what it speaks of.
class StatusStrip final : public QFrame {
    Q_OBJECT

public:
    explicit StatusStrip(QWidget* parent = nullptr);

    void showPicture(const EnginePicture& picture, const EngineSwitch& engine);
    void showWorks(const WorkList& works);
    /// Business time, and how fast it runs.
    void showTime(Timestamp now, double speed);
    /// Gone after some seconds.
    void notice(const QString& words);

signals:
    void goTo(const milepost::Place& place);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void fit();
    QToolButton* addSegment(const char* name, const Place& place);
    static void set(QToolButton* segment, const QString& iconName, Tone tone, const QString& words,
                    const QString& tip);
    void showEngine(const EnginePicture& picture, const EngineSwitch& engine);
    void showSystems(const EnginePicture& picture);

    QToolButton* m_engine;
    QToolButton* m_systems;
    QToolButton* m_orders;
    QToolButton* m_exceptions;
    QToolButton* m_work;
    QProgressBar* m_progress;
    QLabel* m_notice;
    QLabel* m_clock;
    QTimer* m_patience;
    QString m_noticeWords{};
};

} // namespace milepost
