// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include "ui/theme/theme.h"

namespace milepost {

/// The few rules that the palette does not reach: cards, headers, focus rings, the navigation. Widgets are
/// named by class or by the dynamic property "look".
QString styleSheet(const ThemeColors& colors);

} // namespace milepost
