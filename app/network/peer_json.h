// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <nlohmann/json_fwd.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace milepost::network {

struct Credential;
struct BookObject;

/// A whole figure above zero, written as number or decimal text; nothing otherwise.
std::optional<std::int64_t> wholeQuantity(const nlohmann::json& value);
/// Whether name, street, city, postalCode and country are all there.
bool isCompleteAddress(const nlohmann::json& address);
/// The `webhookCredential` entry of the network file.
nlohmann::json credentialEntry(const Credential& credential);
/// `"<word>":[bodies…]`, to be put into braces.
std::string listText(const std::string& word, const std::vector<BookObject>& objects);

} // namespace milepost::network
