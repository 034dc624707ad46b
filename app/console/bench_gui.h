// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/console/console_options.h"

namespace milepost {

/// Makes the store that is to be measured, and starts a peer that does at once what it is asked and the
/// process that measures itself. Needs a QCoreApplication. Exit status.
int runBenchGui(const ConsoleOptions& options);

/// Plays an operator in the real window, with its engine at work, and prints how long things took:
/// {orders, engineOrdersPerSecond, firstListMs, pageSwitchMs, searchMs, frameP95Ms, dataMs, pssMB}; times
/// are 95th percentiles in real milliseconds. Needs a QApplication. Exit status.
int measureGui(const ConsoleOptions& options);

} // namespace milepost
