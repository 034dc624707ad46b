// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <optional>
#include <string>

namespace milepost {

/// What a partner answered over HTTP.
struct HttpAnswer {
    int status = 0;
    std::string head{}; ///< status line and headers without cookies, ends with an empty line
    std::string body{};
    std::optional<std::chrono::seconds> retryAfter{}; ///< by the partner's clock
};

/// More than this of an answer is not read: the outcome is then unknown, as of one that makes no sense.
constexpr std::size_t maxAnswerBytes = 8u * 1024 * 1024;
constexpr std::size_t maxAnswerHeadBytes = 64u * 1024;

/// Reads a Retry-After header in seconds (at most a day); nothing for anything else.
std::optional<std::chrono::seconds> parseRetryAfter(std::string_view value);

} // namespace milepost
