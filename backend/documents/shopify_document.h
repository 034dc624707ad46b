// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/documents/document_parts.h"

#include <string_view>
#include <vector>

namespace milepost {

/// Cuts a JSON document of a shop into its orders, or names what else it is (shopify-draft, shopify-product,
/// …). What is no shop document has the format "unknown" and is rejected. Never empty.
std::vector<DocumentPart> readShopify(std::string_view bytes);

} // namespace milepost
