// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/ctl/session.h"

namespace milepost {

/// Plays the one system of the pack "mock" for measurements: does at once whatever it is asked. Prints its
/// URL and serves until the process is ended.
int runBenchPeer(Session& session);

} // namespace milepost
