// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

class QWidget;

namespace milepost {

/// What is cut off or covered in a window as it is laid out now, one sentence each with the names of the
/// widgets: texts that do not fit their label, button, tab, header section or field, and controls that
/// overlap their siblings or stick out of what holds them. Texts that are elided on purpose (item views,
/// which show them whole as tooltips) do not count. Precondition: the window has been shown.
QStringList layoutFindings(const QWidget& window);

} // namespace milepost
