// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/documents/x12_lexer.h"
#include "backend/documents/x12_reader.h"

#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

namespace milepost {

/// Puts segments together to sets and checks the envelope around them. Used by readX12 only.
class X12Assembly {
public:
    X12Assembly(std::string_view bytes, const X12Limits& limits);

    bool isInsideInterchange() const { return m_isInside; }
    bool isFull() const { return m_isFull; } ///< a bound of the whole file is reached

    void openInterchange(const IsaHeader& header, std::size_t offset, int line);
    void openWithoutIsa();
    void closeInterchange();
    void add(X12Token token, const X12Separators& separators);

    /// A piece of the file that holds no set, for this reason.
    /// `offset`: where it begins.
    void reject(Error error, std::size_t offset);
    void warnAhead(std::string warning) { m_warningsAhead.push_back(std::move(warning)); }
    void warnBehind(const std::string& warning);

    std::vector<X12Set> finish();

private:
    void keepWhatIsNoSet();
    X12Segment toSegment(X12Token& token, const X12Separators& separators);
    void openGroup(const X12Segment& segment);
    void closeGroup(const X12Segment* trailer);
    void closeInterchange(const X12Segment* trailer);
    void addEmptyInterchange();
    void checkInterchangeTrailer(const X12Segment* trailer);
    void openSet(X12Segment segment);
    void addToSet(X12Segment segment);
    void closeSet(const X12Segment* trailer, bool isCut);
    void checkSet(X12Set& set, const X12Segment* trailer, bool isCut);
    void warnSince(std::size_t first, const std::string& warning);
    void rejectSet(const char* rule, const std::string& detail, std::string place);

    std::string_view m_bytes;
    X12Limits m_limits;
    std::vector<X12Set> m_sets{};
    std::vector<std::string> m_warningsAhead{}; ///< for the next set
    std::unordered_set<std::string> m_controls{};
    X12Envelope m_envelope{};
    std::string m_isaDate{};
    std::string m_isaTime{};
    std::size_t m_setEnd = 0; ///< behind the last segment of the open set
    std::size_t m_elements = 0;
    std::size_t m_interchangeStart = 0; ///< index of its first set
    std::size_t m_groupStart = 0;
    std::size_t m_isaOffset = 0;
    std::string_view m_isa{}; ///< its bytes, and those of the group's GS
    std::string_view m_gs{};
    int m_isaLine = 1;
    int m_groups = 0;
    bool m_isInside = false;
    bool m_hasIsa = false;
    bool m_isGroupOpen = false;
    bool m_isSetOpen = false;
    bool m_hasAcknowledgement = false; ///< a TA1
    bool m_isFull = false;
};

} // namespace milepost
