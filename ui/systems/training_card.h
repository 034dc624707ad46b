// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include "ui/console_context.h"

class QComboBox;

namespace milepost {

/// How faulty the demo network is, for training.
class TrainingCard final : public QWidget {
    Q_OBJECT

public:
    /// Precondition: context.training is there.
    explicit TrainingCard(const ConsoleContext& context, QWidget* parent = nullptr);
    void refresh();

signals:
    void notice(const QString& words);

private:
    template <typename Work>
    void run(Work work, const QString& done);

    ConsoleContext m_context;
    QComboBox* m_profile;
};

} // namespace milepost
