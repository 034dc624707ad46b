// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/connectors/reader.h"

#include <nlohmann/json_fwd.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace milepost {

/// The id of a message of a file: SHA-256 of its bytes in hex.
std::string digestId(std::string_view raw);

/// A message of format "unknown" that could not be read.
IncomingMessage unreadMessage(std::string raw, Error error);

/// What the first pack that knows it reads from a tree. A pack that throws has not read it. Never empty.
std::vector<IncomingMessage> mapTree(const Packs& packs, const nlohmann::json& tree, const std::string& raw,
                                     const std::string& messageId);

} // namespace milepost
