// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

class QWidget;

namespace milepost {

/// What keeps a screen reader or the keyboard from a window, one sentence each: controls without a name,
/// actions that the keyboard cannot reach, widgets without an objectName among those that take focus.
/// Precondition: the window has been shown; QAccessible is active or can be made so.
QStringList accessibilityFindings(QWidget& window);

/// The widgets that Tab visits from the first focus on, in that order, by objectName.
QStringList tabOrder(const QWidget& window);

} // namespace milepost
