// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace milepost {

/// What partners and people wrote, without what a terminal would obey or show in another order: control
/// characters (C0, DEL, C1) and marks of direction become blanks. `keepsLines`: line breaks and tabs stay.
std::string harmless(std::string_view text, bool keepsLines = false);

} // namespace milepost
