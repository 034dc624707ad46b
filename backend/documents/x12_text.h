// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace milepost {

/// What had to be done to bytes so that they are clean text.
struct CleanedText {
    std::string text{};
    bool wasRecoded = false;  ///< it was no UTF-8 and has been read as Windows-1252
    bool hadControls = false; ///< control characters have become blanks
};

/// Valid UTF-8 without control characters.
CleanedText cleanedText(std::string_view bytes);

/// The first characters of a text, for messages: at most `maxBytes` bytes, none cut in two, in quotes.
std::string quotedStart(std::string_view text, std::size_t maxBytes = 40);

bool isUtf8(std::string_view bytes);

/// The number that only digits spell, leading zeros allowed; nothing otherwise or when above 10^18.
std::optional<long long> parseCount(std::string_view digits);

/// Whether two control numbers are the same: equal as numbers where both are numbers, else as text.
bool isSameControl(std::string_view a, std::string_view b);

} // namespace milepost
