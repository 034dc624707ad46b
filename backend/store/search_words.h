// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace milepost {

/// The FTS5 query for orders that carry each word of `text` as the beginning of a token; empty when it has no
/// word.
std::string searchQuery(std::string_view text);

} // namespace milepost
