// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/connectors/request_text.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <string_view>

namespace milepost {
namespace {

bool isTokenLetter(char letter)
{
    constexpr std::string_view others = "!#$%&'*+-.^_`|~";
    return (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z') ||
           (letter >= '0' && letter <= '9') || others.find(letter) != std::string_view::npos;
}

bool isToken(std::string_view text)
{
    return !text.empty() && std::ranges::all_of(text, isTokenLetter);
}

bool isTarget(std::string_view text)
{
    const auto isFine = [](char letter) { return letter > ' ' && letter < '\x7f'; };
    return text.starts_with('/') && std::ranges::all_of(text, isFine);
}

bool isHeaderValue(std::string_view text)
{
    const auto breaksHead = [](char letter) {
        return (letter >= 0 && letter < ' ' && letter != '\t') || letter == '\x7f';
    };
    return std::ranges::none_of(text, breaksHead);
}

Error headError(std::string message, std::string_view place)
{
    return {ErrorKind::InvalidInput, std::move(message), std::string(place)};
}

void appendHeader(std::string& head, std::string_view name, std::string_view value)
{
    head.append(name).append(": ").append(value).append("\r\n");
}

void appendNumber(std::string& text, std::size_t number)
{
    std::array<char, 24> digits{};
    const auto [end, error] = std::to_chars(digits.data(), digits.data() + digits.size(), number);
    text.append(digits.data(), end);
}

bool isNamed(const WireRequest& wire, std::string_view name)
{
    const auto equalLetters = [](char a, char b) { return (a | 0x20) == (b | 0x20); };
    return std::ranges::any_of(wire.headers, [&](const auto& header) {
        return std::ranges::equal(header.first, name, equalLetters);
    });
}

std::uint64_t fnv(std::string_view text, std::uint64_t hash)
{
    for (const char letter : text)
        hash = (hash ^ static_cast<unsigned char>(letter)) * 1099511628211ULL;
    return hash ^ (hash >> 29);
}

void appendHex(std::string& text, std::uint64_t value)
{
    constexpr std::string_view digits = "0123456789abcdef";
    for (int shift = 60; shift >= 0; shift -= 4)
        text.push_back(digits[(value >> shift) & 15]);
}

/// The digits of a correlation id that is 128 bits in hex (a UUID with or without dashes), else a hash of it.
std::string traceId(std::string_view correlationId)
{
    std::string id;
    const auto isHex = [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); };
    std::ranges::copy_if(correlationId, std::back_inserter(id), [](char letter) { return letter != '-'; });
    if (id.size() == 32 && std::ranges::all_of(id, isHex) && id.find_first_not_of('0') != std::string::npos)
        return id;

    id.clear();
    appendHex(id, fnv(correlationId, 14695981039346656037ULL));
    appendHex(id, fnv(correlationId, 88172645463325252ULL) | 1);
    return id;
}

} // namespace

std::pair<std::string, std::string> credentialOf(const Endpoint& endpoint)
{
    if (endpoint.secret.empty()) return {};
    if (endpoint.credentialKind == "bearer") return {"Authorization", "Bearer " + endpoint.secret};
    if (endpoint.credentialKind == "apiKey" && !endpoint.credentialHeader.empty())
        return {endpoint.credentialHeader, endpoint.secret};
    return {};
}

HttpHeaders traceHeaders(const Call& call)
{
    const std::string& correlation = call.view.correlationId;
    if (correlation.empty()) return {};

    std::string parent = "00-" + traceId(correlation) + '-';
    const auto attempt =
        static_cast<std::uint64_t>(call.effect) * 1000003 + static_cast<std::uint64_t>(call.attempt);
    appendHex(parent, fnv(call.view.key, 14695981039346656037ULL ^ (attempt * 0x9e3779b97f4a7c15ULL)) | 1);
    parent += "-01";
    return {{"X-Correlation-Id", correlation}, {"traceparent", std::move(parent)}};
}

Status checkHead(const WireRequest& wire)
{
    if (!isToken(wire.method)) return headError("not an HTTP method", wire.method);
    if (!isTarget(wire.target)) return headError("the target is no path of plain letters", wire.target);
    for (const auto& [name, value] : wire.headers)
        if (!isToken(name) || !isHeaderValue(value))
            return headError("a header holds control characters", name);
    return Done{};
}

Result<RequestText> RequestText::make(const WireRequest& wire, const HttpHeaders& trace, const HttpUrl& url,
                                      const Endpoint& endpoint)
{
    if (auto checked = checkHead(wire); !checked) return checked.error();
    const auto [credentialName, credential] = credentialOf(endpoint);
    if (!isHeaderValue(credential))
        return headError("the credential holds control characters", endpoint.system);

    RequestText text;
    std::string& bytes = text.m_bytes;
    bytes.reserve(512 + wire.target.size() + wire.body.size());
    bytes.append(wire.method).append(" ").append(url.path).append(wire.target).append(" HTTP/1.1\r\n");
    for (const auto& [name, value] : wire.headers)
        appendHeader(bytes, name, value);
    for (const auto& [name, value] : trace)
        if (isHeaderValue(value)) appendHeader(bytes, name, value);
    if (!wire.body.empty() && !isNamed(wire, "Content-Type"))
        appendHeader(bytes, "Content-Type", "application/json");
    text.m_credentialBegin = bytes.size();
    if (!credentialName.empty()) appendHeader(bytes, credentialName, credential);
    text.m_credentialEnd = bytes.size();

    appendHeader(bytes, "Host", url.authority);
    bytes.append("User-Agent: milepost\r\nContent-Length: ");
    appendNumber(bytes, wire.body.size());
    bytes.append("\r\n\r\n").append(wire.body);
    return text;
}

std::string RequestText::withoutCredential() &&
{
    m_bytes.erase(m_credentialBegin, m_credentialEnd - m_credentialBegin);
    return std::move(m_bytes);
}

} // namespace milepost
