// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/network/peer_json.h"

#include "app/network/money_text.h"
#include "app/network/object_book.h"
#include "app/network/seal.h"

#include <nlohmann/json.hpp>

namespace milepost::network {

using Json = nlohmann::json;

std::optional<std::int64_t> wholeQuantity(const Json& value)
{
    constexpr std::int64_t most = 1'000'000;
    if (!value.is_string() && !value.is_number()) return std::nullopt;
    const auto millionths = parseMillionths(value.is_string() ? value.get<std::string>() : value.dump());
    if (!millionths || *millionths % 1'000'000 != 0) return std::nullopt;
    const std::int64_t whole = *millionths / 1'000'000;
    return whole >= 1 && whole <= most ? std::optional{whole} : std::nullopt;
}

bool isCompleteAddress(const Json& address)
{
    if (!address.is_object()) return false;
    for (const char* member : {"name", "street", "city", "postalCode", "country"}) {
        const auto found = address.find(member);
        if (found == address.end() || !found->is_string() || found->get_ref<const std::string&>().empty())
            return false;
    }
    return true;
}

Json credentialEntry(const Credential& credential)
{
    Json entry{{"kind", credential.kind}};
    if (credential.kind != "bearer") entry["header"] = credential.header;
    if (credential.kind == "hmac") {
        entry["secret"] = credential.key;
        entry["encoding"] = credential.encoding;
        entry["prefix"] = credential.prefix;
    } else {
        entry["key"] = credential.key;
    }
    return entry;
}

std::string listText(const std::string& word, const std::vector<BookObject>& objects)
{
    std::string text = '"' + word + "\":[";
    for (std::size_t i = 0; i < objects.size(); ++i)
        text += (i > 0 ? "," : "") + objects[i].body;
    return text + ']';
}

} // namespace milepost::network
