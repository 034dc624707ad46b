// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/console/console_options.h"

namespace milepost {

/// Whether a window could be shown: there is a display, or the platform of Qt was chosen.
bool hasDisplay();

/// Says that there is no display, and becomes the command line that does the same without a window. Returns
/// the exit code only when that cannot be done.
int runWithoutDisplay(const ConsoleOptions& options);

} // namespace milepost
