// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <cstddef>
#include <string_view>

namespace milepost {

/// A number, a name or words that stand on one line: at most so many bytes, and no control character.
inline bool isOneLine(std::string_view text, std::size_t mostBytes)
{
    return text.size() <= mostBytes && std::ranges::none_of(text, [](char c) {
               return static_cast<unsigned char>(c) < 0x20 || c == 0x7f;
           });
}

/// Of numbers and names that others know something by.
inline constexpr std::size_t longestNumber = 100;

} // namespace milepost
