// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace milepost {

/// What kind of document some bytes are, judged by their content alone. Fixed width has no mark of its own:
/// who reads such files names their layout.
enum class DocumentKind { X12, Edifact, Tradacoms, Json, Unknown };

/// Looks behind a byte order mark, white space and (for X12 and EDIFACT) up to 4 KiB of foreign text.
DocumentKind recognise(std::string_view bytes);

/// The bytes without a UTF-8 byte order mark.
std::string_view withoutByteOrderMark(std::string_view bytes);

} // namespace milepost
