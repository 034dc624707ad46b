// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/service/catalogue.h"
#include "backend/service/views.h"
#include "backend/store/reader.h"

#include <vector>

namespace milepost {

/// done, accepted, rejected, refused, unknown, notFound.
std::string_view outcomeWord(Outcome outcome);

/// All facts of an order as entries. Throws what evolve() throws when they cannot follow on each other.
LineageView lineageView(const std::vector<FactRow>& rows, const Catalogue& catalogue);

} // namespace milepost
