// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/documents/x12_reader.h"

#include <nlohmann/json_fwd.hpp>

#include <string>
#include <string_view>

namespace milepost {

/// The "envelope" object of a tree.
nlohmann::json envelopeObject(const X12Envelope& envelope);

/// Adds the keys in lower case (docs/documents.md, section 2) to a tree of segments and loops, at every
/// level.
void addDerivedKeys(nlohmann::json& root, const std::string& type);

/// Adds the party keys (role, name, address1, …) to an N1 loop.
void addPartyKeys(nlohmann::json& party);

/// Adds parties of the lines and of the root to "allParties", and "destinations". The lines have their
/// stores.
void addOrderParties(nlohmann::json& root, std::string_view lineTag);

/// Text of element or derived key `key` of an object; empty when absent or no text.
std::string textOf(const nlohmann::json& object, std::string_view key);

} // namespace milepost
