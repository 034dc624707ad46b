// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/ctl/commands.h"

namespace milepost {

/// Asks for the evidence of exceptions while a heavy run goes on, and holds each verdict against the
/// network's own books as they were before and after the question.
int runBenchVerdicts(Session& session, const BenchWords& words);

} // namespace milepost
