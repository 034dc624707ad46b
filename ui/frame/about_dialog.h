// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

namespace milepost {

/// What this program is, which version, and under which licence. Use open().
class AboutDialog final : public QDialog {
    Q_OBJECT

public:
    explicit AboutDialog(QWidget* parent);
};

} // namespace milepost
