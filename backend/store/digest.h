// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace milepost {

/// SHA-256: 32 bytes. Any thread.
std::string sha256(std::string_view bytes);

/// HMAC-SHA256: 32 bytes. Any thread.
std::string hmacSha256(std::string_view key, std::string_view bytes);

/// Unguessable bytes of the system's generator. Throws std::runtime_error when there are none.
std::string randomBytes(std::size_t count);

} // namespace milepost
