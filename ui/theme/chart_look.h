// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QChart>

namespace milepost {

/// Gives a chart the colours and fonts of the current theme, without animation. Again after a change of the
/// theme.
void dress(QChart& chart);

} // namespace milepost
