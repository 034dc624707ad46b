// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

class QSocketNotifier;

namespace milepost {

/// Turns the first SIGINT or SIGTERM into a Qt signal; a second one ends the process at once. One at a time.
class ExitSignals final : public QObject {
    Q_OBJECT

public:
    explicit ExitSignals(QObject* parent = nullptr);
    ~ExitSignals() override;

signals:
    void asked();

private:
    QSocketNotifier* m_notifier = nullptr;
};

} // namespace milepost
