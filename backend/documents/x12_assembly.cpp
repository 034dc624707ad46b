// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/documents/x12_assembly.h"

#include "backend/documents/leniency.h"
#include "backend/documents/x12_text.h"

#include <algorithm>
#include <ranges>

namespace milepost {
namespace {

constexpr std::size_t maxWarningsPerSet = 50;

void warn(X12Set& set, std::string warning)
{
    if (set.warnings.size() < maxWarningsPerSet) set.warnings.push_back(std::move(warning));
}

bool isTag(std::string_view tag)
{
    const auto isAllowed = [](char c) { return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'); };
    return tag.size() >= 2 && tag.size() <= 3 && tag[0] >= 'A' && std::ranges::all_of(tag, isAllowed);
}

bool isSetType(std::string_view type)
{
    return type.size() == 3 && parseCount(type).has_value();
}

/// How many lines the set has by its own kind of line segment, for the comparison with CTT01.
long long countLines(const X12Set& set)
{
    constexpr std::array<std::pair<std::string_view, std::string_view>, 7> lineTags{{{"850", "PO1"},
                                                                                     {"855", "PO1"},
                                                                                     {"860", "POC"},
                                                                                     {"810", "IT1"},
                                                                                     {"846", "LIN"},
                                                                                     {"832", "LIN"},
                                                                                     {"856", "HL"}}};
    const auto found =
        std::ranges::find(lineTags, set.type, &std::pair<std::string_view, std::string_view>::first);
    if (found == lineTags.end()) return -1;
    return std::ranges::count(set.segments, found->second,
                              [](const X12Segment& s) { return std::string_view(s.tag()); });
}

const X12Segment* findTotals(const X12Set& set)
{
    const auto found =
        std::ranges::find(set.segments, "CTT", [](const X12Segment& s) { return std::string_view(s.tag()); });
    return found == set.segments.end() ? nullptr : &*found;
}

bool isCompleteByTotals(const X12Set& set)
{
    const X12Segment* totals = findTotals(set);
    const auto count = totals ? parseCount(totals->element(1)) : std::nullopt;
    return count && *count > 0 && *count == countLines(set);
}

void checkTotals(X12Set& set)
{
    const X12Segment* totals = findTotals(set);
    const long long lines = countLines(set);
    if (!totals || lines < 0 || totals->element(1).empty()) return;
    if (parseCount(totals->element(1)) == lines) return;
    warn(set, leniencyWarning("ctt-count",
                              "CTT01 says " + quotedStart(totals->element(1)) + ", the set has " +
                                  std::to_string(lines) + " lines",
                              totals->place()));
}

void checkTrailer(X12Set& set, const X12Segment& trailer)
{
    if (parseCount(trailer.element(1)) != static_cast<long long>(set.segments.size()))
        warn(set, leniencyWarning("se-count",
                                  "SE01 says " + quotedStart(trailer.element(1)) + ", the set has " +
                                      std::to_string(set.segments.size()) + " segments",
                                  trailer.place()));
    if (!isSameControl(trailer.element(2), set.envelope.setControl))
        warn(set, leniencyWarning("se-control",
                                  "SE02 is " + quotedStart(trailer.element(2)) + ", ST02 " +
                                      quotedStart(set.envelope.setControl),
                                  trailer.place()));
}

/// Warnings about how the bytes of a segment were read.
void warnAboutToken(X12Set& set, const X12Token& token, const X12Segment& segment)
{
    if (token.isWrapped) warn(set, leniencyWarning("wrapped", "line breaks taken out", segment.place()));
    if (token.isUnended)
        warn(set, leniencyWarning("terminator-missing", "cut at the end of the line", segment.place()));
}

} // namespace

X12Assembly::X12Assembly(std::string_view bytes, const X12Limits& limits)
    : m_bytes(bytes)
    , m_limits(limits)
{
}

void X12Assembly::openInterchange(const IsaHeader& header, std::size_t offset, int line)
{
    closeInterchange(nullptr);
    const auto& isa = header.elements;
    m_envelope = {};
    m_envelope.senderQualifier = cleanedText(isa[5]).text;
    m_envelope.sender = cleanedText(isa[6]).text;
    m_envelope.receiverQualifier = cleanedText(isa[7]).text;
    m_envelope.receiver = cleanedText(isa[8]).text;
    m_envelope.interchangeVersion = cleanedText(isa[12]).text;
    m_envelope.interchangeControl = cleanedText(isa[13]).text;
    m_envelope.isTest = isa[15] == "T";
    m_envelope.separators = header.separators;
    m_isaDate = cleanedText(isa[9]).text;
    m_isaTime = cleanedText(isa[10]).text;
    m_isaOffset = offset;
    m_isa = m_bytes.substr(offset, header.end - offset);
    m_gs = {};
    m_isaLine = line;
    m_isInside = m_hasIsa = true;
    m_interchangeStart = m_groupStart = m_sets.size();
    const std::string place = "byte " + std::to_string(offset);
    if (!header.isPadded) warnAhead(leniencyWarning("isa-padding", "elements are not padded", place));
    if (header.separators.component.empty())
        warnAhead(leniencyWarning("isa-component", "ISA16 is missing", place));
}

void X12Assembly::openWithoutIsa()
{
    m_isInside = true;
    m_hasIsa = false;
    m_interchangeStart = m_groupStart = m_sets.size();
}

X12Segment X12Assembly::toSegment(X12Token& token, const X12Separators& separators)
{
    X12Segment segment;
    segment.line = token.line;
    segment.offset = token.offset;
    CleanedText cleaned = cleanedText(token.text);
    // Separators may themselves be control characters: only then is the text cut before it is cleaned.
    segment.elements = splitText(cleaned.hadControls ? token.text : cleaned.text, separators.element);
    for (std::string& element : segment.elements) {
        if (cleaned.hadControls) element = cleanedText(element).text;
        element.resize(element.find_last_not_of(' ') + 1);
    }
    m_elements += segment.elements.size();
    segment.position = m_isSetOpen ? static_cast<int>(m_sets.back().segments.size()) + 1 : 1;
    const std::string place = m_isSetOpen ? segment.place() : "byte " + std::to_string(token.offset);
    if (cleaned.wasRecoded && m_isSetOpen)
        warn(m_sets.back(), leniencyWarning("encoding", "read as Windows-1252", place));
    return segment;
}

void X12Assembly::add(X12Token token, const X12Separators& separators)
{
    if (token.text.empty()) return;
    X12Segment segment = toSegment(token, separators);
    const std::string tag = segment.tag();
    if (m_isSetOpen && m_elements > m_limits.maxElementsPerFile) {
        rejectSet("too-large", "the file has more elements than allowed", segment.place());
        m_isFull = true;
    }
    if (tag == "ST") {
        openSet(std::move(segment));
        m_setEnd = token.end;
        return;
    }
    if (m_isSetOpen && (tag == "GS" || tag == "GE" || tag == "IEA")) closeSet(nullptr, false);
    if (tag == "GS") {
        m_gs = m_bytes.substr(token.offset, token.end - token.offset);
        return openGroup(segment);
    }
    if (tag == "GE") return closeGroup(&segment);
    if (tag == "IEA") return closeInterchange(&segment);
    if (tag == "TA1") m_hasAcknowledgement = true;
    if (!m_isSetOpen) return;
    warnAboutToken(m_sets.back(), token, segment);
    m_setEnd = token.end;
    addToSet(std::move(segment));
}

void X12Assembly::openGroup(const X12Segment& segment)
{
    if (m_isGroupOpen) closeGroup(nullptr);
    m_isGroupOpen = true;
    ++m_groups;
    m_groupStart = m_sets.size();
    m_envelope.functionalId = segment.element(1);
    m_envelope.groupSender = segment.element(2);
    m_envelope.groupReceiver = segment.element(3);
    m_envelope.date = segment.element(4);
    m_envelope.time = segment.element(5);
    m_envelope.groupControl = segment.element(6);
    m_envelope.version = segment.element(8);
}

void X12Assembly::closeGroup(const X12Segment* trailer)
{
    if (!m_isGroupOpen) return;
    m_isGroupOpen = false;
    const auto sets = static_cast<long long>(m_sets.size() - m_groupStart);
    if (!trailer) {
        warnSince(m_groupStart, leniencyWarning("ge-missing", "the group has no GE", ""));
        return;
    }
    const std::string place = "GE (line " + std::to_string(trailer->line) + ")";
    if (parseCount(trailer->element(1)) != sets)
        warnSince(m_groupStart, leniencyWarning("ge-count",
                                                "GE01 says " + quotedStart(trailer->element(1)) +
                                                    ", the group has " + std::to_string(sets) + " sets",
                                                place));
    if (!isSameControl(trailer->element(2), m_envelope.groupControl))
        warnSince(m_groupStart, leniencyWarning("ge-control",
                                                "GE02 is " + quotedStart(trailer->element(2)) + ", GS06 " +
                                                    quotedStart(m_envelope.groupControl),
                                                place));
}

void X12Assembly::closeInterchange()
{
    closeInterchange(nullptr);
}

void X12Assembly::closeInterchange(const X12Segment* trailer)
{
    if (m_isSetOpen) closeSet(nullptr, true);
    if (m_isGroupOpen) closeGroup(nullptr);
    if (!m_isInside) return;
    m_isInside = false;
    if (m_sets.size() == m_interchangeStart) addEmptyInterchange();
    if (m_hasIsa) checkInterchangeTrailer(trailer);
    m_groups = 0;
    m_hasAcknowledgement = false;
}

void X12Assembly::addEmptyInterchange()
{
    X12Set none;
    none.type = m_hasAcknowledgement ? "TA1" : "";
    none.envelope = m_envelope;
    none.offset = m_isaOffset;
    none.line = m_isaLine;
    if (!m_hasAcknowledgement)
        none.rejection = leniencyRejection("st-missing", "the interchange holds no transaction set",
                                           "byte " + std::to_string(m_isaOffset));
    none.warnings = std::exchange(m_warningsAhead, {});
    m_sets.push_back(std::move(none));
}

void X12Assembly::checkInterchangeTrailer(const X12Segment* trailer)
{
    if (!trailer) {
        warnSince(m_interchangeStart, leniencyWarning("iea-missing", "the interchange has no IEA", ""));
        return;
    }
    const std::string place = "IEA (line " + std::to_string(trailer->line) + ")";
    if (parseCount(trailer->element(1)) != m_groups)
        warnSince(m_interchangeStart,
                  leniencyWarning("iea-count",
                                  "IEA01 says " + quotedStart(trailer->element(1)) +
                                      ", the interchange has " + std::to_string(m_groups) + " groups",
                                  place));
    if (!isSameControl(trailer->element(2), m_envelope.interchangeControl))
        warnSince(m_interchangeStart,
                  leniencyWarning("iea-control",
                                  "IEA02 is " + quotedStart(trailer->element(2)) + ", ISA13 " +
                                      quotedStart(m_envelope.interchangeControl),
                                  place));
}

void X12Assembly::openSet(X12Segment segment)
{
    if (m_isSetOpen) closeSet(nullptr, false);
    X12Set set;
    set.type = segment.element(1);
    set.offset = segment.offset;
    set.line = segment.line;
    set.envelope = m_envelope;
    set.envelope.setControl = segment.element(2);
    if (set.envelope.sender.empty()) set.envelope.sender = m_envelope.groupSender;
    if (set.envelope.date.empty()) {
        set.envelope.date = m_isaDate;
        set.envelope.time = m_isaTime;
    }
    set.warnings = std::exchange(m_warningsAhead, {});
    segment.position = 1;
    m_sets.push_back(std::move(set));
    m_isSetOpen = true;
    const std::string place = segment.place();
    if (!m_isGroupOpen && m_hasIsa)
        warn(m_sets.back(), leniencyWarning("gs-missing", "no GS before the set", place));
    if (!m_hasIsa) rejectSet("isa-missing", "the set stands in no interchange", place);
    if (!isSetType(m_sets.back().type))
        rejectSet("st-type", quotedStart(m_sets.back().type) + " is no set type", place);
    m_sets.back().segments.push_back(std::move(segment));
}

void X12Assembly::addToSet(X12Segment segment)
{
    X12Set& set = m_sets.back();
    if (!isTag(segment.tag()))
        rejectSet("segment-tag", quotedStart(segment.tag()) + " is no segment tag",
                  "segment " + std::to_string(segment.position) + " (line " + std::to_string(segment.line) +
                      ")");
    const bool isLong = std::ranges::any_of(segment.elements, [&](const std::string& element) {
        return element.size() > m_limits.maxElementBytes;
    });
    if (isLong || segment.elements.size() > m_limits.maxElementsPerSegment)
        rejectSet("too-large", "the segment has too many or too long elements", segment.place());
    if (set.segments.size() >= m_limits.maxSegmentsPerSet) {
        rejectSet("too-large", "the set has more segments than allowed", segment.place());
        if (segment.tag() != "SE") return;
    }
    const bool isTrailer = segment.tag() == "SE";
    set.segments.push_back(std::move(segment));
    if (isTrailer) closeSet(&set.segments.back(), false);
}

void X12Assembly::closeSet(const X12Segment* trailer, bool isCut)
{
    X12Set& set = m_sets.back();
    checkSet(set, trailer, isCut);
    m_isSetOpen = false;
    set.raw = m_bytes.substr(set.offset, m_setEnd - set.offset);
    if (m_gs.size() > m_limits.maxGroupHeaderBytes)
        rejectSet("too-large", "the GS before the set is longer than allowed", set.segments.front().place());
    else if (m_hasIsa)
        set.head.append(m_isa).append(m_gs);
}

void X12Assembly::checkSet(X12Set& set, const X12Segment* trailer, bool isCut)
{
    const std::string lastPlace = set.segments.back().place();
    if (trailer)
        checkTrailer(set, *trailer);
    else if (isCut && !isCompleteByTotals(set))
        rejectSet("set-cut", "the data ends in the middle of the set", lastPlace);
    else
        warn(set, leniencyWarning("se-missing", "the set has no SE", lastPlace));
    checkTotals(set);
    if (m_hasIsa && !m_controls.insert(set.envelope.sender + "/" + controlText(set.envelope)).second)
        warn(set, leniencyWarning("control-repeated", controlText(set.envelope) + " occurs twice in the file",
                                  set.segments.front().place()));
}

void X12Assembly::rejectSet(const char* rule, const std::string& detail, std::string place)
{
    X12Set& set = m_sets.back();
    if (!set.rejection) set.rejection = leniencyRejection(rule, detail, std::move(place));
}

void X12Assembly::reject(Error error, std::size_t offset)
{
    const bool isRepeated = !m_sets.empty() && m_sets.back().type.empty() && m_sets.back().segments.empty();
    if (isRepeated) return; // one piece of garbage is one document
    X12Set none;
    none.rejection = std::move(error);
    none.offset = offset;
    m_sets.push_back(std::move(none));
}

void X12Assembly::warnSince(std::size_t first, const std::string& warning)
{
    for (std::size_t i = first; i < m_sets.size(); ++i)
        warn(m_sets[i], warning);
}

void X12Assembly::warnBehind(const std::string& warning)
{
    if (!m_sets.empty()) warn(m_sets.back(), warning);
}

std::vector<X12Set> X12Assembly::finish()
{
    closeInterchange(nullptr);
    if (m_sets.empty())
        reject(leniencyRejection("unknown-kind", "there is no X12 interchange in it", "byte 0"), 0);
    keepWhatIsNoSet();
    return std::move(m_sets);
}

/// What holds no set, or is none, is kept from where it begins to where the next begins: never twice, however
/// many there are.
void X12Assembly::keepWhatIsNoSet()
{
    std::size_t end = m_bytes.size();
    for (X12Set& set : m_sets | std::views::reverse) {
        if (set.raw.empty()) set.raw = m_bytes.substr(set.offset, end - std::min(set.offset, end));
        end = set.offset;
    }
}

} // namespace milepost
