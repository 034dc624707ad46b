// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/network/json_feed.h"

namespace milepost::network {

std::string feedPageText(const FeedPage& page, const std::string& entriesWord, const std::string& cursorWord)
{
    std::string text = "{\"" + entriesWord + "\":[";
    for (std::size_t i = 0; i < page.entries.size(); ++i)
        text += (i > 0 ? "," : "") + page.entries[i];
    const auto dot = cursorWord.find('.');
    const std::string cursor =
        '"' + cursorWord.substr(dot == std::string::npos ? 0 : dot + 1) + "\":\"" + page.next + '"';
    text += "],";
    text += dot == std::string::npos ? cursor : '"' + cursorWord.substr(0, dot) + "\":{" + cursor + '}';
    return text + ",\"asOf\":\"" + rfc3339(page.asOf) + "\"}";
}

} // namespace milepost::network
