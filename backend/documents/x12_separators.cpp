// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/documents/x12_separators.h"

#include "backend/documents/leniency.h"

#include <algorithm>
#include <optional>

namespace milepost {
namespace {

constexpr std::size_t npos = std::string_view::npos;
constexpr std::size_t maxIsaBytes = 512;
constexpr std::array<std::size_t, 16> fixedPlaces{3,  6,  17, 20, 31, 34, 50,  53,
                                                  69, 76, 81, 83, 89, 99, 101, 103};
constexpr std::array<std::string_view, 6> tagsBehindIsa{"GS", "TA1", "ISB", "ISE", "IEA", "ST"};

bool isAlphanumeric(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

bool isLineBreak(std::string_view character)
{
    return character == "\n" || character == "\r";
}

bool canSeparate(std::string_view character)
{
    return !character.empty() && !isAlphanumeric(character.front()) && character != " " &&
           character != "\t" && !isLineBreak(character);
}

Error unreadable(std::string_view why, std::size_t offset)
{
    return leniencyRejection("isa-separators", why, "byte " + std::to_string(offset));
}

using Places = std::array<std::size_t, 16>; // offsets of the element separators

std::optional<Places> placesByWidth(std::string_view bytes, std::size_t offset, std::string_view element)
{
    Places places{};
    for (std::size_t i = 0; i < places.size(); ++i) {
        places[i] = offset + fixedPlaces[i];
        if (element.size() != 1 || bytes.substr(std::min(places[i], bytes.size()), 1) != element) return {};
    }
    return places;
}

std::optional<Places> placesByCount(std::string_view bytes, std::size_t offset, std::string_view element)
{
    const std::string_view head = bytes.substr(0, offset + maxIsaBytes);
    Places places{};
    std::size_t at = offset + 3;
    for (std::size_t& place : places) {
        place = head.find(element, at);
        if (place == npos) return {};
        at = place + element.size();
    }
    return places;
}

bool startsWithTag(std::string_view text, std::string_view element)
{
    return std::ranges::any_of(tagsBehindIsa, [&](std::string_view tag) {
        return text.starts_with(tag) && text.substr(tag.size()).starts_with(element);
    });
}

/// Whether `c`, which stands alone between ISA16 and a line break, ends the segments of the following line.
bool endsNextLine(std::string_view rest, std::string_view c, std::string_view element)
{
    const std::size_t start = rest.find_first_not_of("\r\n");
    if (start == npos) return true;
    rest = rest.substr(start);
    const std::string_view line = trimmed(rest.substr(0, rest.find_first_of("\r\n")));
    return line.ends_with(c) || line.find(std::string(c) + "ST" + std::string(element)) != npos;
}

/// What stands behind the last element separator of an ISA: component separator, terminator, and their end.
struct IsaTail {
    std::string component{};
    std::string terminator{};
    std::size_t end = 0;
};

IsaTail lineEnded(std::string_view bytes, std::string_view component, std::size_t at)
{
    const std::size_t end = bytes.find_first_not_of("\r\n", at);
    return {std::string(component), "", end == npos ? bytes.size() : end};
}

Result<IsaTail> readTail(std::string_view bytes, std::size_t at, std::string_view element)
{
    const std::string_view first = characterAt(bytes, at);
    if (isLineBreak(first)) return lineEnded(bytes, "", at);
    if (!canSeparate(first) || first == element) return unreadable("ISA16 is no separator", at);

    const std::size_t behind = at + first.size();
    if (startsWithTag(bytes.substr(behind), element)) return IsaTail{"", std::string(first), behind};

    const std::size_t next = bytes.find_first_not_of(" \t", behind);
    if (next == npos) return unreadable("the data ends before a segment terminator", bytes.size());
    const std::string_view second = characterAt(bytes, next);
    if (isLineBreak(second)) {
        // A record may end between ISA16 and the terminator.
        const std::size_t third = std::min(bytes.find_first_not_of("\r\n", next), bytes.size());
        const std::string_view end = characterAt(bytes, third);
        if (canSeparate(end) && startsWithTag(bytes.substr(third + end.size()), element))
            return IsaTail{std::string(first), std::string(end), third + end.size()};
        const bool isTerminator = endsNextLine(bytes.substr(next), first, element);
        return isTerminator ? IsaTail{"", std::string(first), behind} : lineEnded(bytes, first, next);
    }
    if (next != behind || !canSeparate(second) || second == element || second == first)
        return unreadable("no segment terminator behind ISA16", next);
    return IsaTail{std::string(first), std::string(second), behind + second.size()};
}

/// Since 00402 ISA11 is the repetition separator; before, it names the standards body ("U").
std::string repetitionSeparator(const IsaHeader& header)
{
    const std::string& candidate = header.elements[11];
    const bool isOne = header.elements[12] >= "00402" && canSeparate(candidate) &&
                       characterAt(candidate, 0).size() == candidate.size();
    return isOne ? candidate : std::string();
}

} // namespace

std::string_view characterAt(std::string_view bytes, std::size_t offset)
{
    if (offset >= bytes.size()) return {};
    const auto first = static_cast<unsigned char>(bytes[offset]);
    const std::size_t length = first < 0xC2 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : first < 0xF5 ? 4 : 1;
    const std::string_view character = bytes.substr(offset, length);
    const bool isWhole = character.size() == length && std::ranges::all_of(character.substr(1), [](char c) {
                             return (static_cast<unsigned char>(c) & 0xC0) == 0x80;
                         });
    return isWhole ? character : bytes.substr(offset, 1);
}

std::string_view trimmed(std::string_view text)
{
    constexpr std::string_view space = " \t\r\n\v\f";
    constexpr std::string_view noBreakSpace = "\xC2\xA0";
    while (!text.empty()) {
        if (space.find(text.front()) != npos)
            text.remove_prefix(1);
        else if (text.starts_with(noBreakSpace))
            text.remove_prefix(2);
        else if (space.find(text.back()) != npos)
            text.remove_suffix(1);
        else if (text.ends_with(noBreakSpace))
            text.remove_suffix(2);
        else
            break;
    }
    return text;
}

bool isIsaAt(std::string_view bytes, std::size_t offset)
{
    if (bytes.substr(std::min(offset, bytes.size()), 3) != "ISA") return false;
    const std::string_view element = characterAt(bytes, offset + 3);
    if (!canSeparate(element)) return false;
    return placesByWidth(bytes, offset, element) || placesByCount(bytes, offset, element);
}

std::size_t findIsa(std::string_view bytes, std::size_t from)
{
    for (std::size_t at = bytes.find("ISA", from); at != npos; at = bytes.find("ISA", at + 3))
        if ((at == 0 || !isAlphanumeric(bytes[at - 1])) && canSeparate(characterAt(bytes, at + 3))) return at;
    return npos;
}

bool startsWithGroupOrSet(std::string_view text)
{
    const std::string_view element = characterAt(text, 2);
    return (text.starts_with("GS") || text.starts_with("ST")) && canSeparate(element) && element != "=";
}

Result<IsaHeader> readIsa(std::string_view bytes, std::size_t offset)
{
    const std::string element(characterAt(bytes, offset + 3));
    if (!canSeparate(element)) return unreadable("no separator behind ISA", offset + 3);
    const std::optional<Places> byWidth = placesByWidth(bytes, offset, element);
    const std::optional<Places> places = byWidth ? byWidth : placesByCount(bytes, offset, element);
    if (!places) return unreadable("the ISA has fewer than 16 elements", offset);

    IsaHeader header;
    header.isPadded = byWidth.has_value();
    header.elements[0] = "ISA";
    for (std::size_t i = 0; i + 1 < places->size(); ++i) {
        const std::size_t start = (*places)[i] + element.size();
        header.elements[i + 1] = trimmed(bytes.substr(start, (*places)[i + 1] - start));
    }
    const Result<IsaTail> tail = readTail(bytes, places->back() + element.size(), element);
    if (!tail) return tail.error();
    header.elements[16] = tail->component;
    header.separators = {element, tail->component, repetitionSeparator(header), tail->terminator,
                         tail->terminator.empty()};
    header.end = tail->end;
    return header;
}

Result<X12Separators> guessSeparators(std::string_view bytes, std::size_t offset)
{
    X12Separators separators;
    separators.element = characterAt(bytes, offset + 2);
    const std::string nextTag = bytes.substr(offset).starts_with("GS") ? "ST" + separators.element : "";
    const std::string_view head = bytes.substr(0, offset + 4 * maxIsaBytes);
    const std::size_t next =
        nextTag.empty() ? head.find_first_of("\r\n~", offset) : head.find(nextTag, offset);
    if (next == npos) return unreadable("no ISA, and no second segment to guess the separators from", offset);
    std::size_t last = nextTag.empty() ? next : next - 1;
    while (last > offset && (static_cast<unsigned char>(head[last]) & 0xC0) == 0x80)
        --last;
    const std::string_view before = characterAt(head, last);
    if (!isLineBreak(before)) {
        separators.terminator = before;
        if (!canSeparate(before)) return unreadable("no ISA, and no terminator in its place", last);
        return separators;
    }
    const std::string_view line = trimmed(head.substr(offset, last - offset));
    const std::string_view end = line.substr(line.size() - 1);
    if (canSeparate(end) && end != separators.element) separators.terminator = end;
    separators.endsWithLine = separators.terminator.empty();
    return separators;
}

} // namespace milepost
