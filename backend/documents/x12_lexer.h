// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/documents/x12_separators.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace milepost {

/// One segment as it stands in the bytes.
struct X12Token {
    std::string text{};     ///< without terminator and line breaks
    std::size_t offset = 0; ///< of its tag
    std::size_t end = 0;    ///< behind its terminator
    int line = 1;           ///< of its tag, from 1
    bool isWrapped = false; ///< line breaks were taken out
    bool isUnended = false; ///< the line ended without terminator and a known segment followed
    bool isLast = false;    ///< the data ended without terminator
};

/// Cuts an interchange into segments. Work is linear in the size of the data. The bytes must outlive the
/// lexer.
class X12Lexer {
public:
    X12Lexer(std::string_view bytes, std::size_t offset);

    /// Goes on with other separators, from behind an ISA.
    void setSeparators(X12Separators separators);
    const X12Separators& separators() const { return m_separators; }

    /// Skips white space; false at the end of the data.
    bool skipSpace();
    std::size_t offset() const { return m_offset; }
    void setOffset(std::size_t offset);
    int line() const { return m_line; }

    /// The next segment. Precondition: skipSpace() has just returned true.
    X12Token next();

private:
    std::size_t findTerminator();
    std::size_t findUnendedLine(std::size_t end) const;
    std::string unwrapped(std::string_view text) const;

    std::string_view m_bytes;
    X12Separators m_separators{};
    std::size_t m_offset;
    std::size_t m_nextTerminator = 0;
    int m_line = 1;
    bool m_isRecordWrapped; ///< all lines are equally long
};

/// The parts of `text` between the separators; one part when the separator is empty.
std::vector<std::string> splitText(std::string_view text, std::string_view separator);

} // namespace milepost
