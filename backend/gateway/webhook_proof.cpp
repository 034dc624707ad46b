// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/gateway/webhook_proof.h"

#include "backend/connectors/hex_text.h"
#include "backend/store/digest.h"

#include <openssl/crypto.h>
#include <openssl/evp.h>

#include <string>

namespace milepost {
namespace {

bool areEqual(std::string_view given, std::string_view expected)
{
    return given.size() == expected.size() &&
           CRYPTO_memcmp(given.data(), expected.data(), expected.size()) == 0;
}

std::string base64(std::string_view bytes)
{
    std::string text(4 * ((bytes.size() + 2) / 3) + 1, '\0');
    const int size =
        EVP_EncodeBlock(reinterpret_cast<unsigned char*>(text.data()),
                        reinterpret_cast<const unsigned char*>(bytes.data()), static_cast<int>(bytes.size()));
    text.resize(static_cast<std::size_t>(size));
    return text;
}

std::string lowerCase(std::string_view text)
{
    std::string lower(text);
    for (char& letter : lower)
        if (letter >= 'A' && letter <= 'Z') letter = static_cast<char>(letter | 0x20);
    return lower;
}

std::string_view without(std::string_view prefix, std::string_view text)
{
    return text.starts_with(prefix) ? text.substr(prefix.size()) : text;
}

} // namespace

bool takesWebhooks(const Endpoint& endpoint)
{
    return !endpoint.webhookKind.empty();
}

bool provesBody(const Endpoint& endpoint)
{
    return endpoint.webhookKind == "hmacHex" || endpoint.webhookKind == "hmacBase64";
}

std::string_view proofHeader(const Endpoint& endpoint)
{
    if (!endpoint.webhookHeader.empty()) return endpoint.webhookHeader;
    if (endpoint.webhookKind == "hmacHex") return "X-Signature";
    if (endpoint.webhookKind == "hmacBase64") return "X-Shopify-Hmac-Sha256";
    return endpoint.webhookKind == "bearer" ? "Authorization" : "X-Api-Key";
}

bool isProven(const Endpoint& endpoint, std::string_view proof, std::string_view body)
{
    const std::string& kind = endpoint.webhookKind;
    if (kind == "none") return true;
    if (endpoint.webhookSecret.empty()) return false;
    if (kind == "hmacHex")
        return areEqual(lowerCase(without("sha256=", proof)),
                        hexText(hmacSha256(endpoint.webhookSecret, body)));
    if (kind == "hmacBase64") return areEqual(proof, base64(hmacSha256(endpoint.webhookSecret, body)));
    if (kind == "apiKey" || kind == "bearer")
        return areEqual(without("Bearer ", proof), endpoint.webhookSecret);
    return false;
}

} // namespace milepost
