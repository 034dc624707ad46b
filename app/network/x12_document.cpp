// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/network/x12_document.h"

#include <algorithm>
#include <cstdio>

namespace milepost::network {

namespace {

std::string padded(std::string_view text, std::size_t width)
{
    std::string field{text.substr(0, width)};
    field.resize(width, ' ');
    return field;
}

std::string fourDigits(int number)
{
    char text[16];
    std::snprintf(text, sizeof text, "%04d", number);
    return text;
}

std::vector<X12Segment> splitSegments(const std::string& text, char elementMark, char terminator)
{
    std::vector<X12Segment> segments;
    std::size_t from = 0;
    while (from < text.size()) {
        const std::size_t end = std::min(text.find(terminator, from), text.size());
        const std::size_t first = text.find_first_not_of(" \t\r\n", from);
        if (first < end) {
            X12Segment segment(1);
            for (std::size_t i = first; i < end; ++i) {
                if (text[i] == elementMark)
                    segment.emplace_back();
                else if (text[i] != '\r' && text[i] != '\n')
                    segment.back() += text[i];
            }
            segments.push_back(std::move(segment));
        }
        from = end + 1;
    }
    return segments;
}

std::string trimmed(std::string text)
{
    text.erase(text.find_last_not_of(' ') + 1);
    return text;
}

} // namespace

std::string nineDigits(std::int64_t number)
{
    char text[24];
    std::snprintf(text, sizeof text, "%09lld", static_cast<long long>(number));
    return text;
}

X12Writer::X12Writer(X12Separators separators, const X12Envelope& envelope)
    : m_separators(std::move(separators))
    , m_control(nineDigits(envelope.control))
{
    const std::string date = date8(envelope.at);
    const std::string time = time6(envelope.at).substr(0, 4);
    const std::string group = std::to_string(envelope.control);
    const std::string component(1, m_separators.component);
    segment({"ISA", "00", padded("", 10), "00", padded("", 10), "ZZ", padded(envelope.sender, 15), "ZZ",
             padded(envelope.receiver, 15), date.substr(2), time, "U", "00401", m_control, "0", "P",
             component});
    segment({"GS", envelope.group, envelope.sender, envelope.receiver, date, time, group, "X", "004010"});
}

void X12Writer::segment(std::initializer_list<std::string_view> elements)
{
    std::string text;
    for (const std::string_view value : elements) {
        if (!text.empty()) text += m_separators.element;
        text += value;
    }
    while (text.ends_with(m_separators.element))
        text.pop_back();
    m_text += text + m_separators.terminator;
    ++m_segments;
}

void X12Writer::beginSet(std::string_view kind)
{
    m_segments = 0;
    ++m_sets;
    segment({"ST", kind, fourDigits(m_sets)});
}

void X12Writer::endSet()
{
    const std::string count = std::to_string(m_segments + 1);
    segment({"SE", count, fourDigits(m_sets)});
}

std::string X12Writer::finished()
{
    const std::string group = std::to_string(std::stoll(m_control));
    segment({"GE", std::to_string(m_sets), group});
    segment({"IEA", "1", m_control});
    return m_text;
}

std::string element(const X12Segment& segment, std::size_t position)
{
    return position < segment.size() ? segment[position] : std::string{};
}

std::optional<X12Interchange> readX12(const std::string& text)
{
    constexpr std::size_t headerLength = 106;
    const std::size_t start = text.find("ISA");
    if (start == std::string::npos || text.size() < start + headerLength) return std::nullopt;
    const char elementMark = text[start + 3];
    const char terminator = text[start + headerLength - 1];
    X12Interchange interchange;
    for (X12Segment& segment : splitSegments(text.substr(start), elementMark, terminator)) {
        const std::string& kind = segment.front();
        if (kind == "ISA") {
            interchange.sender = trimmed(element(segment, 6));
            interchange.control = element(segment, 13);
        } else if (kind == "GS") {
            interchange.groupCode = element(segment, 1);
            interchange.groupControl = element(segment, 6);
        } else if (kind == "ST") {
            interchange.sets.push_back({element(segment, 1), element(segment, 2), {}});
        } else if (!interchange.sets.empty() && kind != "SE" && kind != "GE" && kind != "IEA") {
            interchange.sets.back().segments.push_back(std::move(segment));
        }
    }
    if (interchange.control.empty()) return std::nullopt;
    return interchange;
}

} // namespace milepost::network
