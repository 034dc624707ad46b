// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/ctl/table.h"
#include "backend/service/backend.h"

#include <iosfwd>

namespace milepost {

void printMilestones(std::ostream& out, const StatusView& status, bool hasColour);

} // namespace milepost
