// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

#include "backend/service/policy_views.h"

#include <string>
#include <vector>

class QComboBox;
class QLineEdit;

namespace milepost {

/// Asks for the recovery objective of one more event type. Use open() and accepted.
class ObjectiveDialog final : public QDialog {
    Q_OBJECT

public:
    /// `steps`: that an objective may name.
    explicit ObjectiveDialog(const std::vector<std::string>& steps, QWidget* parent = nullptr);

    /// The row's name and its recoverWithin.
    PolicyEdit edit() const;

private:
    QComboBox* m_event;
    QComboBox* m_step;
    QLineEdit* m_within;
};

} // namespace milepost
