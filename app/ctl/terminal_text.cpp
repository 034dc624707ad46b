// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/terminal_text.h"

#include <algorithm>

namespace milepost {
namespace {

/// How many bytes at the front are one mark that is not shown; 0: none is there.
std::size_t hiddenMark(std::string_view rest)
{
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(rest[i]); };
    if (rest.size() >= 2 && byte(0) == 0xc2 && byte(1) >= 0x80 && byte(1) <= 0x9f) return 2; // C1
    if (rest.size() < 3 || byte(0) != 0xe2) return 0;
    const bool isEmbedding = byte(1) == 0x80 && byte(2) >= 0xaa && byte(2) <= 0xae; // U+202A to U+202E
    const bool isIsolate = byte(1) == 0x81 && byte(2) >= 0xa6 && byte(2) <= 0xa9;   // U+2066 to U+2069
    return isEmbedding || isIsolate ? 3 : 0;
}

} // namespace

std::string harmless(std::string_view text, bool keepsLines)
{
    std::string shown;
    shown.reserve(text.size());
    while (!text.empty()) {
        const char c = text.front();
        const std::size_t mark = hiddenMark(text);
        const bool stays = keepsLines && (c == '\n' || c == '\t');
        const bool isControl = static_cast<unsigned char>(c) < 0x20 || c == 0x7f;
        shown += mark > 0 || (isControl && !stays) ? ' ' : c;
        text.remove_prefix(std::max<std::size_t>(mark, 1));
    }
    return shown;
}

} // namespace milepost
