// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/core/result.h"

#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace milepost {

/// The characters that structure an interchange; each may be several bytes of UTF-8. Empty: there is none.
struct X12Separators {
    std::string element{};
    std::string component{};
    std::string repetition{};
    std::string terminator{}; ///< empty when segments end with a line break
    bool endsWithLine = false;
};

/// An ISA segment, read with whatever separators it has.
struct IsaHeader {
    X12Separators separators{};
    std::array<std::string, 17> elements{}; ///< [1]…[16] trimmed; [0] is "ISA"
    std::size_t end = 0;                    ///< offset behind the terminator
    bool isPadded = true;
};

/// The offset of the first ISA at or behind `from` that a separator follows; npos when there is none.
std::size_t findIsa(std::string_view bytes, std::size_t from);

/// Whether an ISA starts at `offset`.
bool isIsaAt(std::string_view bytes, std::size_t offset);

/// Whether the text begins with GS or ST and a separator, as X12 does whose ISA got lost.
bool startsWithGroupOrSet(std::string_view text);

/// Reads the ISA at `offset`: padded or not, with or without ISA16. Rejects unreadable separators with their
/// byte.
Result<IsaHeader> readIsa(std::string_view bytes, std::size_t offset);

/// The separators of data whose ISA is missing, guessed from its first segment.
Result<X12Separators> guessSeparators(std::string_view bytes, std::size_t offset);

/// The character (UTF-8, else one byte) that starts at `offset`; empty at the end.
std::string_view characterAt(std::string_view bytes, std::size_t offset);

/// Without white space, line breaks and no-break spaces at both ends.
std::string_view trimmed(std::string_view text);

} // namespace milepost
