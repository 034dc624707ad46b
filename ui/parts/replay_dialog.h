// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

#include "backend/service/recovery_views.h"

class QComboBox;

namespace milepost {

/// Asks from where on, and with which map, calls are made anew. Use open() and accepted.
class ReplayDialog final : public QDialog {
    Q_OBJECT

public:
    /// `isOfCall`: one call may be meant alone; false: an order, from a milestone on.
    ReplayDialog(bool isOfCall, QWidget* parent);

    ActionDetail detail() const;

private:
    QComboBox* m_from;
    QComboBox* m_map;
};

} // namespace milepost
