// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/documents/x12_lexer.h"

#include "backend/documents/x12_loops.h"

#include <algorithm>

namespace milepost {
namespace {

constexpr std::size_t npos = std::string_view::npos;
constexpr std::string_view whiteSpace{" \t\r\n\v\f\0\x1A", 8};

/// Records of a fixed length: at least two full lines of the same length, and none longer. Pretty-printed
/// files, whose lines are segments, practically never are.
bool isRecordWrapped(std::string_view bytes)
{
    std::size_t width = 0;
    std::size_t lines = 0;
    for (std::size_t start = 0; start < bytes.size() && lines < 1000; ++lines) {
        const std::size_t end = bytes.find('\n', start);
        if (end == npos) return lines >= 2 && bytes.size() - start <= width;
        const std::size_t length = end - start;
        const bool isLastLine = bytes.find_first_not_of("\r\n ", end) == npos;
        if (isLastLine) return lines >= 2 && length <= width;
        if (lines > 0 && length != width) return false;
        width = length;
        start = end + 1;
    }
    return lines >= 2;
}

std::string_view trimmedEnd(std::string_view text)
{
    const std::size_t last = text.find_last_not_of(" \t");
    return last == npos ? std::string_view() : text.substr(0, last + 1);
}

bool endsWith(std::string_view text, std::string_view separator)
{
    return !separator.empty() && text.ends_with(separator);
}

} // namespace

std::vector<std::string> splitText(std::string_view text, std::string_view separator)
{
    std::vector<std::string> parts;
    if (separator.empty()) return {std::string(text)};
    std::size_t start = 0;
    for (std::size_t at = text.find(separator); at != npos; at = text.find(separator, start)) {
        parts.emplace_back(text.substr(start, at - start));
        start = at + separator.size();
    }
    parts.emplace_back(text.substr(start));
    return parts;
}

X12Lexer::X12Lexer(std::string_view bytes, std::size_t offset)
    : m_bytes(bytes)
    , m_offset(0)
    , m_isRecordWrapped(isRecordWrapped(bytes))
{
    setOffset(offset);
}

void X12Lexer::setSeparators(X12Separators separators)
{
    m_separators = std::move(separators);
    m_nextTerminator = 0;
}

void X12Lexer::setOffset(std::size_t offset)
{
    const std::string_view passed = m_bytes.substr(m_offset, offset - m_offset);
    m_line += static_cast<int>(std::ranges::count(passed, '\n'));
    m_offset = offset;
}

bool X12Lexer::skipSpace()
{
    const std::size_t next = m_bytes.find_first_not_of(whiteSpace, m_offset);
    setOffset(next == npos ? m_bytes.size() : next);
    return next != npos;
}

std::size_t X12Lexer::findTerminator()
{
    if (m_nextTerminator < m_offset || m_nextTerminator == 0) {
        m_nextTerminator = m_separators.endsWithLine ? m_bytes.find_first_of("\r\n", m_offset)
                                                     : m_bytes.find(m_separators.terminator, m_offset);
        if (m_nextTerminator == npos) m_nextTerminator = m_bytes.size();
    }
    return m_nextTerminator;
}

/// The first line break before `end` behind which a known segment starts; npos when there is none.
std::size_t X12Lexer::findUnendedLine(std::size_t end) const
{
    if (m_isRecordWrapped) return npos;
    const std::string_view segment = m_bytes.substr(0, end); // nothing may look beyond: work stays linear
    for (std::size_t at = segment.find_first_of("\r\n", m_offset); at != npos;) {
        const std::size_t next = segment.find_first_not_of(whiteSpace, at);
        if (next == npos) return npos;
        if (startsKnownSegment(segment.substr(next), m_separators.element)) return at;
        at = segment.find_first_of("\r\n", next);
    }
    return npos;
}

/// Takes line breaks out. An indented continuation of text keeps one blank, one at a separator none.
std::string X12Lexer::unwrapped(std::string_view text) const
{
    std::string whole;
    for (std::size_t start = 0; start < text.size();) {
        const std::size_t end = std::min(text.find_first_of("\r\n", start), text.size());
        std::string_view line = text.substr(start, end - start);
        start = std::min(text.find_first_not_of("\r\n", end), text.size());
        if (!m_isRecordWrapped && !whole.empty()) {
            const std::size_t indent = std::min(line.find_first_not_of(" \t"), line.size());
            line.remove_prefix(indent);
            whole.resize(trimmedEnd(whole).size());
            const bool isAtSeparator = endsWith(whole, m_separators.element) || line.empty() ||
                                       line.starts_with(m_separators.element);
            if (indent > 0 && !isAtSeparator) whole += ' ';
        }
        whole += line;
    }
    return whole;
}

X12Token X12Lexer::next()
{
    X12Token token;
    token.offset = m_offset;
    token.line = m_line;
    std::size_t end = findTerminator();
    token.isLast = end == m_bytes.size();
    token.end = token.isLast ? end : end + (m_separators.endsWithLine ? 1 : m_separators.terminator.size());
    if (!m_separators.endsWithLine) {
        const std::size_t unended = findUnendedLine(end);
        if (unended != npos) {
            token.isUnended = true;
            token.isLast = false;
            token.end = end = unended;
        }
    }
    const std::string_view text = trimmedEnd(m_bytes.substr(m_offset, end - m_offset));
    token.isWrapped = text.find_first_of("\r\n") != npos;
    token.text = token.isWrapped ? unwrapped(text) : std::string(text);
    setOffset(token.end);
    return token;
}

} // namespace milepost
