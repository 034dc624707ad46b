// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <iosfwd>

namespace milepost {

/// Reads the words, carries out the command, answers the exit code: 0 done, 1 refused or failed, 2 wrong
/// usage.
int runCommandLine(int argc, const char* const* argv, std::ostream& out, std::ostream& err);

} // namespace milepost
