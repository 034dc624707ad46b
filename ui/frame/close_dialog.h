// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

namespace milepost {

/// Asks what should happen to the work that is under way when the window is closed. Use open().
class CloseDialog final : public QDialog {
    Q_OBJECT

public:
    /// `works`: long works of people; `calls`: of the engine, to partners.
    CloseDialog(int works, int calls, QWidget* parent);

signals:
    void waitChosen(); ///< close when it is done
    void stopChosen(); ///< close now
};

} // namespace milepost
