// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/domain/canonical_order.h"

#include <nlohmann/json_fwd.hpp>

namespace milepost {

/// Adds what the customer stated (dates, terms, addresses, allowances) to the document of an order and to its
/// "lines", which have their lineNo already. Lines that the customer did not state stay as they are.
void addContent(nlohmann::ordered_json& document, const CanonicalOrder& content);

} // namespace milepost
