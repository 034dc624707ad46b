// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/console/console_options.h"

class QApplication;

namespace milepost {

/// Pictures of every page, in both themes and languages and two sizes, of an empty store and of
/// `options.store` where it is named, into `options.screenshots`. Prints what is cut off or covered; 1 when
/// something is.
int takeScreenshots(QApplication& application, const ConsoleOptions& options);

} // namespace milepost
