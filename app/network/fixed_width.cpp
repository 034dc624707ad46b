// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/network/fixed_width.h"

#include <algorithm>

namespace milepost::network {

namespace {

std::string asciiText(std::string_view value)
{
    std::string text;
    for (const char c : value) {
        const auto byte = static_cast<unsigned char>(c);
        if ((byte & 0xc0U) == 0x80U) continue; // inside a UTF-8 character that already became one '?'
        text += byte < 32 || byte > 126 ? '?' : c;
    }
    return text;
}

} // namespace

FixedRecord& FixedRecord::text(std::size_t from, std::size_t to, std::string_view value)
{
    const std::size_t width = to - from + 1;
    std::string field = asciiText(value).substr(0, width);
    field.resize(width, ' ');
    if (m_line.size() < to) m_line.resize(to, ' ');
    m_line.replace(from - 1, width, field);
    return *this;
}

FixedRecord& FixedRecord::number(std::size_t from, std::size_t to, std::int64_t value)
{
    const std::size_t width = to - from + 1;
    std::string digits = std::to_string(value);
    if (digits.size() < width) digits.insert(0, width - digits.size(), '0');
    return text(from, to, digits);
}

std::vector<std::string> recordsOf(const std::string& content)
{
    std::vector<std::string> records;
    std::size_t from = 0;
    while (from < content.size()) {
        const std::size_t end = std::min(content.find('\n', from), content.size());
        std::string record = content.substr(from, end - from);
        if (record.ends_with('\r')) record.pop_back();
        if (!record.empty()) records.push_back(std::move(record));
        from = end + 1;
    }
    return records;
}

std::string columns(const std::string& record, std::size_t from, std::size_t to)
{
    if (record.size() < from) return {};
    std::string field = record.substr(from - 1, to - from + 1);
    field.erase(field.find_last_not_of(' ') + 1);
    return field;
}

std::optional<std::int64_t> figureIn(const std::string& record, std::size_t from, std::size_t to)
{
    const std::string field = columns(record, from, to);
    if (field.empty() || field.find_first_not_of("0123456789") != std::string::npos) return std::nullopt;
    return std::stoll(field);
}

} // namespace milepost::network
