// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/network/http_message.h"

#include <algorithm>

namespace milepost::network {

namespace {

int hexDigit(char c)
{
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    if (c >= 'A' && c <= 'F') return c - 'A' + 10;
    return -1;
}

std::string percentDecoded(const std::string& text, bool plusIsBlank)
{
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool coded =
            text[i] == '%' && i + 2 < text.size() && hexDigit(text[i + 1]) >= 0 && hexDigit(text[i + 2]) >= 0;
        if (coded) {
            out += static_cast<char>(hexDigit(text[i + 1]) * 16 + hexDigit(text[i + 2]));
            i += 2;
        } else {
            out += plusIsBlank && text[i] == '+' ? ' ' : text[i];
        }
    }
    return out;
}

std::string valueOf(const std::map<std::string, std::string>& values, const std::string& name)
{
    const auto found = values.find(name);
    return found == values.end() ? std::string{} : found->second;
}

} // namespace

std::string HttpRequest::header(const std::string& name) const
{
    return valueOf(headers, name);
}

std::string HttpRequest::parameter(const std::string& name) const
{
    return valueOf(query, name);
}

void readTarget(const std::string& target, HttpRequest& request)
{
    request.target = target;
    const auto mark = target.find('?');
    request.path = percentDecoded(target.substr(0, mark), false);
    if (mark == std::string::npos) return;
    std::size_t from = mark + 1;
    while (from < target.size()) {
        const auto end = std::min(target.find('&', from), target.size());
        const std::string pair = target.substr(from, end - from);
        const auto equals = pair.find('=');
        const std::string value = equals == std::string::npos ? std::string{} : pair.substr(equals + 1);
        request.query[percentDecoded(pair.substr(0, equals), true)] = percentDecoded(value, true);
        from = end + 1;
    }
}

} // namespace milepost::network
