// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include "ui/console_context.h"

class QWidget;

namespace milepost {

/// Work on the whole store: a copy of it, and the proof that it is sound. Both go on in the background
/// when the window is gone.
class StoreWork final : public QObject {
    Q_OBJECT

public:
    StoreWork(const ConsoleContext& context, QWidget* window);

    /// Asks for a file, then writes the copy.
    void askAndBackUp();
    void backUp(const QString& file);
    void verify();

private:
    ConsoleContext m_context;
    QWidget* m_window;
};

} // namespace milepost
