// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/network/seal.h"

#include <openssl/evp.h>
#include <openssl/hmac.h>
#include <openssl/rand.h>

#include <array>
#include <stdexcept>

namespace milepost::network {

namespace {

std::string hexText(const unsigned char* bytes, std::size_t size)
{
    constexpr std::string_view digits = "0123456789abcdef";
    std::string text;
    for (std::size_t i = 0; i < size; ++i) {
        text += digits[bytes[i] >> 4U];
        text += digits[bytes[i] & 15U];
    }
    return text;
}

std::string base64Text(const unsigned char* bytes, std::size_t size)
{
    std::string text(4 * ((size + 2) / 3) + 1, '\0');
    const int length =
        EVP_EncodeBlock(reinterpret_cast<unsigned char*>(text.data()), bytes, static_cast<int>(size));
    text.resize(static_cast<std::size_t>(length));
    return text;
}

std::string signature(const std::string& secret, const std::string& body, const std::string& encoding)
{
    std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
    unsigned int size = 0;
    HMAC(EVP_sha256(), secret.data(), static_cast<int>(secret.size()),
         reinterpret_cast<const unsigned char*>(body.data()), body.size(), digest.data(), &size);
    return encoding == "hex" ? hexText(digest.data(), size) : base64Text(digest.data(), size);
}

} // namespace

std::pair<std::string, std::string> Credential::headerFor(const std::string& body) const
{
    if (kind == "bearer") return {"Authorization", "Bearer " + key};
    if (kind == "hmac") return {header, prefix + signature(key, body, encoding)};
    return {header, key};
}

std::string randomSecret()
{
    std::array<unsigned char, 16> bytes{};
    if (RAND_bytes(bytes.data(), static_cast<int>(bytes.size())) != 1)
        throw std::runtime_error("no random bytes for a credential");
    return hexText(bytes.data(), bytes.size());
}

} // namespace milepost::network
