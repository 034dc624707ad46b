// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <utility>

namespace milepost::network {

/// How one side proves itself to the other: a bearer key, a key in a header, or a signature of the body.
struct Credential {
    /// "bearer", "apiKey", "hmac", or "" for none
    std::string kind;
    std::string header;
    /// Key or secret.
    std::string key;
    /// Of hmac: "hex" or "base64", and what stands before it.
    std::string encoding;
    std::string prefix;

    /// The header line that a message with this body carries.
    std::pair<std::string, std::string> headerFor(const std::string& body) const;
};

/// 32 hexadecimal digits from the system's source of chance.
std::string randomSecret();

} // namespace milepost::network
