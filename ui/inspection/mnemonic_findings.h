// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

class QWidget;

namespace milepost {

/// Letters (Alt+…) that two things on screen lay claim to: pressing one does nothing then. One line each.
QStringList mnemonicFindings(const QWidget& window);

} // namespace milepost
