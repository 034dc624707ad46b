// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/core/result.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace milepost {

/// The parts of a base address such as "http://127.0.0.1:7700/api".
struct HttpUrl {
    bool isTls = false;
    std::string host{}; ///< without the brackets of an IPv6 address
    std::uint16_t port = 0;
    std::string authority{}; ///< as the Host header has it
    std::string path{};      ///< in front of each target; no slash at the end

    friend bool operator==(const HttpUrl&, const HttpUrl&) = default;
};

/// InvalidInput, naming the address: not http or https, no host, a bad port, user data, a query or control
/// characters.
Result<HttpUrl> parseHttpUrl(std::string_view text);

} // namespace milepost
