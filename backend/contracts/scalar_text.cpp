// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/contracts/scalar_text.h"

#include <nlohmann/json.hpp>

#include <array>
#include <charconv>
#include <cmath>
#include <cstdint>

namespace milepost {
namespace {

constexpr double exactWholeLimit = 9007199254740992.0; // 2^53
constexpr std::string_view hexDigits = "0123456789abcdef";

std::optional<std::string> decimalOf(double value)
{
    if (!std::isfinite(value) || std::abs(value) >= exactWholeLimit) return std::nullopt;
    std::array<char, 400> buffer{};
    const auto [end, failure] =
        std::to_chars(buffer.data(), buffer.data() + buffer.size(), value, std::chars_format::fixed);
    if (failure != std::errc()) return std::nullopt;
    return std::string(buffer.data(), end);
}

/// Length of the well-formed UTF-8 sequence that `text` begins with; 0: none.
std::size_t sequenceLength(std::string_view text)
{
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
    const unsigned first = byte(0);
    const std::size_t length = first < 0x80 ? 1 : first < 0xc2 ? 0 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4;
    if (length == 0 || first > 0xf4 || text.size() < length) return 0;
    for (std::size_t i = 1; i < length; ++i) {
        if ((byte(i) & 0xc0) != 0x80) return 0;
    }
    if (length < 3) return length;
    const unsigned second = byte(1);
    const bool isOverlong = (first == 0xe0 && second < 0xa0) || (first == 0xf0 && second < 0x90);
    const bool isOutside = (first == 0xed && second > 0x9f) || (first == 0xf4 && second > 0x8f);
    return isOverlong || isOutside ? 0 : length;
}

void appendControl(std::string& out, unsigned char c)
{
    switch (c) {
    case '\n': out += "\\n"; return;
    case '\r': out += "\\r"; return;
    case '\t': out += "\\t"; return;
    case '\b': out += "\\b"; return;
    case '\f': out += "\\f"; return;
    default:
        out += "\\u00";
        out.push_back(hexDigits[c >> 4]);
        out.push_back(hexDigits[c & 15]);
    }
}

bool isPlain(unsigned char c)
{
    return c >= 0x20 && c < 0x80 && c != '"' && c != '\\';
}

} // namespace

std::optional<std::string> scalarText(const nlohmann::json& node)
{
    switch (node.type()) {
    case nlohmann::json::value_t::string: return node.get_ref<const std::string&>();
    case nlohmann::json::value_t::boolean: return node.get<bool>() ? "true" : "false";
    case nlohmann::json::value_t::number_integer: return std::to_string(node.get<std::int64_t>());
    case nlohmann::json::value_t::number_unsigned: return std::to_string(node.get<std::uint64_t>());
    case nlohmann::json::value_t::number_float: return decimalOf(node.get<double>());
    default: return std::nullopt; // null, containers, and what no parser makes
    }
}

void appendJsonString(std::string& out, std::string_view text)
{
    out.push_back('"');
    std::size_t i = 0;
    while (i < text.size()) {
        std::size_t end = i;
        while (end < text.size() && isPlain(static_cast<unsigned char>(text[end])))
            ++end;
        out.append(text.substr(i, end - i));
        i = end;
        if (i == text.size()) break;
        const auto c = static_cast<unsigned char>(text[i]);
        if (c < 0x20) {
            appendControl(out, c);
            ++i;
        } else if (c < 0x80) {
            out.push_back('\\');
            out.push_back(text[i++]);
        } else if (const std::size_t length = sequenceLength(text.substr(i)); length > 0) {
            out.append(text.substr(i, length));
            i += length;
        } else {
            out += "\xef\xbf\xbd";
            ++i;
        }
    }
    out.push_back('"');
}

void appendUrlEscaped(std::string& out, std::string_view text)
{
    constexpr std::string_view upperHex = "0123456789ABCDEF";
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        const bool isLetter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
        if (isLetter || c == '-' || c == '.' || c == '_' || c == '~') {
            out.push_back(c);
        } else {
            out.push_back('%');
            out.push_back(upperHex[byte >> 4]);
            out.push_back(upperHex[byte & 15]);
        }
    }
}

} // namespace milepost
