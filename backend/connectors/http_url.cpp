// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/connectors/http_url.h"

#include <algorithm>
#include <charconv>
#include <optional>

namespace milepost {
namespace {

std::optional<std::uint16_t> parsePort(std::string_view text)
{
    std::uint16_t port = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), port);
    if (error != std::errc() || end != text.data() + text.size() || port == 0) return std::nullopt;
    return port;
}

/// "host", "host:80", "[::1]:80"; false: neither.
bool splitAuthority(std::string_view authority, HttpUrl& url)
{
    const std::size_t hostEnd = authority.starts_with('[') ? authority.find(']') : authority.find(':');
    if (authority.starts_with('[') && hostEnd == std::string_view::npos) return false;
    const std::size_t afterHost =
        authority.starts_with('[') ? hostEnd + 1 : std::min(hostEnd, authority.size());
    const auto rest = authority.substr(afterHost);

    url.host = authority.starts_with('[') ? authority.substr(1, hostEnd - 1) : authority.substr(0, afterHost);
    url.authority = authority;
    url.port = url.isTls ? 443 : 80;
    if (rest.empty()) return !url.host.empty();

    const auto port = rest.front() == ':' ? parsePort(rest.substr(1)) : std::nullopt;
    url.port = port.value_or(0);
    return port && !url.host.empty();
}

bool isPlain(char letter)
{
    return letter > ' ' && letter < '\x7f';
}

} // namespace

Result<HttpUrl> parseHttpUrl(std::string_view text)
{
    const Error error{ErrorKind::InvalidInput, "not an address of the form http://host:port/path",
                      std::string(text)};
    HttpUrl url;
    std::string_view rest = text;
    if (rest.starts_with("http://")) {
        rest.remove_prefix(7);
    } else if (rest.starts_with("https://")) {
        url.isTls = true;
        rest.remove_prefix(8);
    } else {
        return error;
    }
    if (!std::ranges::all_of(rest, isPlain) || rest.find_first_of("@?#") != std::string_view::npos)
        return error;

    const std::size_t slash = std::min(rest.find('/'), rest.size());
    url.path = rest.substr(slash);
    while (url.path.ends_with('/'))
        url.path.pop_back();
    if (!splitAuthority(rest.substr(0, slash), url)) return error;
    return url;
}

} // namespace milepost
