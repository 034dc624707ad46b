// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace milepost {

/// Lets what a long list took go back to the system when it is freed. Call once, before any thread is
/// started.
void returnLargeBlocks();

} // namespace milepost
