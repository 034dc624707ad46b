// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/domain/canonical_order.h"

#include <string>
#include <string_view>

/// How a canonical order is stored: its content in a payload of kind "order", its parties (person data)
/// apart.
namespace milepost {

/// Everything but the parties.
std::string packedContent(const CanonicalOrder& order);

/// The parties alone: NewOrderRow::person.
std::string packedParties(const CanonicalOrder& order);

/// The order of both parts; without parties where these bytes are empty (erased). Throws PackedFormError.
CanonicalOrder unpackedContent(std::string_view content, std::string_view parties);

/// What tells two revisions of an order apart: SHA-256 over content and parties without version and orderNo.
std::string contentDigest(const CanonicalOrder& order);

} // namespace milepost
