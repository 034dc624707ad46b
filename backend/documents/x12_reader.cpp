// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/documents/x12_reader.h"

#include "backend/documents/document_kind.h"
#include "backend/documents/leniency.h"
#include "backend/documents/x12_assembly.h"
#include "backend/documents/x12_lexer.h"

#include <algorithm>

namespace milepost {
namespace {

constexpr std::size_t npos = std::string_view::npos;

std::vector<X12Set> onlyRejection(Error error)
{
    X12Set none;
    none.rejection = std::move(error);
    std::vector<X12Set> sets;
    sets.push_back(std::move(none));
    return sets;
}

/// Walks through a file and hands its segments to the assembly.
class X12FileReader {
public:
    X12FileReader(std::string_view bytes, const X12Limits& limits)
        : m_bytes(bytes)
        , m_lexer(bytes, 0)
        , m_assembly(bytes, limits)
    {
    }

    std::vector<X12Set> read()
    {
        const std::size_t start = firstOffset();
        m_lexer.setOffset(start);
        while (m_lexer.skipSpace() && !m_assembly.isFull()) {
            const std::size_t offset = m_lexer.offset();
            const bool isOutside = !m_assembly.isInsideInterchange();
            if (isIsaAt(m_bytes, offset) || (isOutside && startsWithIsa(offset)))
                readInterchangeHeader();
            else if (m_assembly.isInsideInterchange())
                m_assembly.add(m_lexer.next(), m_lexer.separators());
            else
                skipToIsa();
        }
        return m_assembly.finish();
    }

private:
    /// Also an ISA too broken to be one.
    bool startsWithIsa(std::size_t offset) const
    {
        return findIsa(m_bytes.substr(0, offset + 8), offset) == offset;
    }

    std::size_t firstOffset()
    {
        const std::string_view bom = withoutByteOrderMark(m_bytes);
        const std::size_t start = m_bytes.find_first_not_of(" \t\r\n\v\f", m_bytes.size() - bom.size());
        if (start == npos) return m_bytes.size();
        const std::size_t isa = findIsa(m_bytes, start);
        if (startsWithGroupOrSet(m_bytes.substr(start)) && isa != start) return readWithoutIsa(start);
        if (isa == npos) return m_bytes.size();
        if (isa != start) m_assembly.warnAhead(leniencyWarning("text-before-isa", "skipped", "byte 0"));
        return isa;
    }

    std::size_t readWithoutIsa(std::size_t start)
    {
        Result<X12Separators> separators = guessSeparators(m_bytes, start);
        if (!separators) {
            m_assembly.reject(separators.error(), 0);
            return m_bytes.size();
        }
        m_lexer.setSeparators(std::move(*separators));
        m_assembly.openWithoutIsa();
        return start;
    }

    void readInterchangeHeader()
    {
        const std::size_t offset = m_lexer.offset();
        const Result<IsaHeader> header = readIsa(m_bytes, offset);
        if (!header) {
            m_assembly.closeInterchange();
            m_assembly.reject(header.error(), offset);
            m_lexer.setOffset(std::min(findIsa(m_bytes, offset + 3), m_bytes.size()));
            return;
        }
        m_lexer.setSeparators(header->separators);
        m_lexer.setOffset(header->end);
        m_assembly.openInterchange(*header, offset, m_lexer.line());
    }

    void skipToIsa()
    {
        const std::size_t isa = findIsa(m_bytes, m_lexer.offset());
        m_assembly.warnBehind(leniencyWarning("text-outside", "skipped text behind an interchange",
                                              "byte " + std::to_string(m_lexer.offset())));
        m_lexer.setOffset(std::min(isa, m_bytes.size()));
    }

    std::string_view m_bytes;
    X12Lexer m_lexer;
    X12Assembly m_assembly;
};

} // namespace

std::string_view X12Segment::element(std::size_t index) const
{
    return index < elements.size() ? std::string_view(elements[index]) : std::string_view();
}

std::string X12Segment::place() const
{
    return "segment " + std::to_string(position) + " " + tag() + " (line " + std::to_string(line) + ")";
}

std::string controlText(const X12Envelope& envelope)
{
    return envelope.interchangeControl + "/" + envelope.groupControl + "/" + envelope.setControl;
}

std::vector<X12Set> readX12(std::string_view bytes, const X12Limits& limits)
{
    if (bytes.size() > limits.maxFileBytes)
        return onlyRejection(leniencyRejection("too-large",
                                               "the file has " + std::to_string(bytes.size()) +
                                                   " bytes, more than " + std::to_string(limits.maxFileBytes),
                                               "byte " + std::to_string(limits.maxFileBytes)));
    return X12FileReader(bytes, limits).read();
}

} // namespace milepost
