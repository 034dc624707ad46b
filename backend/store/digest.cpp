// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/store/digest.h"

#include <openssl/evp.h>
#include <openssl/hmac.h>
#include <openssl/rand.h>

#include <array>
#include <memory>
#include <stdexcept>

namespace milepost {
namespace {

using DigestContext = std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)>;
using DigestMethod = std::unique_ptr<EVP_MD, decltype(&EVP_MD_free)>;

/// Fetched once: looking the method up costs more than hashing a small body.
const EVP_MD* method()
{
    static const DigestMethod sha(EVP_MD_fetch(nullptr, "SHA256", nullptr), &EVP_MD_free);
    return sha.get();
}

const unsigned char* data(std::string_view bytes)
{
    return reinterpret_cast<const unsigned char*>(bytes.data());
}

} // namespace

std::string sha256(std::string_view bytes)
{
    thread_local const DigestContext context(EVP_MD_CTX_new(), &EVP_MD_CTX_free);
    std::string digest(32, '\0');
    unsigned int size = 0;
    const bool done =
        EVP_DigestInit_ex2(context.get(), method(), nullptr) == 1 &&
        EVP_DigestUpdate(context.get(), bytes.data(), bytes.size()) == 1 &&
        EVP_DigestFinal_ex(context.get(), reinterpret_cast<unsigned char*>(digest.data()), &size) == 1;
    if (!done) throw std::runtime_error("SHA-256 is not available");
    return digest;
}

std::string hmacSha256(std::string_view key, std::string_view bytes)
{
    std::string mac(32, '\0');
    unsigned int size = 0;
    if (!HMAC(EVP_sha256(), key.data(), static_cast<int>(key.size()), data(bytes), bytes.size(),
              reinterpret_cast<unsigned char*>(mac.data()), &size))
        throw std::runtime_error("HMAC-SHA256 is not available");
    return mac;
}

std::string randomBytes(std::size_t count)
{
    std::string bytes(count, '\0');
    if (RAND_bytes(reinterpret_cast<unsigned char*>(bytes.data()), static_cast<int>(count)) != 1)
        throw std::runtime_error("the system gives no random bytes");
    return bytes;
}

} // namespace milepost
