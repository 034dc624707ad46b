// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/network/feeds.h"

#include <string>

namespace milepost::network {

/// The words of a system's feed page: {"<entries>": […], "<cursor>": "…", "asOf": "…"}; a cursor word "a.b"
/// is nested.
std::string feedPageText(const FeedPage& page, const std::string& entriesWord, const std::string& cursorWord);

} // namespace milepost::network
