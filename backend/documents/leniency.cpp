// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/documents/leniency.h"

#include "backend/documents/x12_text.h"

#include <algorithm>
#include <array>
#include <cassert>

namespace milepost {
namespace {

using enum Leniency;

constexpr std::array rules{
    LeniencyRule{"text-before-isa", Tolerated, "Foreign text before the first ISA is skipped."},
    LeniencyRule{"text-outside", Tolerated, "Text or segments outside any interchange are skipped."},
    LeniencyRule{"isa-padding", Tolerated,
                 "ISA elements not padded to their fixed width are read by separator."},
    LeniencyRule{"isa-component", Tolerated,
                 "ISA16 is missing (ISA of 105 characters); no element is split into components."},
    LeniencyRule{"gs-missing", Tolerated,
                 "A set without a GS before it is read; the sender is that of the ISA."},
    LeniencyRule{"ge-missing", Tolerated,
                 "A group without GE ends where the next one starts, or at IEA or the end."},
    LeniencyRule{"iea-missing", Tolerated, "An interchange without IEA ends at the next ISA or the end."},
    LeniencyRule{
        "se-missing", Tolerated,
        "A set without SE that is followed by ST, GS, GE or IEA ends there; at the end of the data only when "
        "its CTT counts the lines that are there."},
    LeniencyRule{"se-count", Tolerated, "SE01 is not the number of segments."},
    LeniencyRule{"se-control", Tolerated, "SE02 is not the control number of ST02."},
    LeniencyRule{"ge-count", Tolerated, "GE01 is not the number of sets."},
    LeniencyRule{"ge-control", Tolerated, "GE02 is not the control number of GS06."},
    LeniencyRule{"iea-count", Tolerated, "IEA01 is not the number of groups."},
    LeniencyRule{"iea-control", Tolerated, "IEA02 is not the control number of ISA13."},
    LeniencyRule{"ctt-count", Tolerated, "CTT01 is not the number of lines."},
    LeniencyRule{"control-repeated", Tolerated,
                 "The same ISA13/GS06/ST02 of one sender occurs twice in a file."},
    LeniencyRule{"wrapped", Tolerated, "Line breaks within a segment are taken out."},
    LeniencyRule{
        "terminator-missing", Tolerated,
        "A line ends without the segment terminator and the next begins with a known segment: cut there."},
    LeniencyRule{"encoding", Tolerated, "Bytes that are not UTF-8 are read as Windows-1252."},
    LeniencyRule{"control-character", Tolerated, "Control characters within an element become blanks."},
    LeniencyRule{"unit-missing", Tolerated, "A line without unit is counted in EA."},
    LeniencyRule{"price-missing", Tolerated, "A line without price is priced by the ERP (no warning)."},
    LeniencyRule{"ship-to-unused", Tolerated,
                 "Several ship-to without a split over them: the first one counts."},
    LeniencyRule{"json-bom", Tolerated, "A byte order mark before JSON is skipped."},
    LeniencyRule{"json-duplicate-key", Tolerated, "A key occurs twice in an object: the last one counts."},
    LeniencyRule{"unknown-kind", Rejected, "Nothing in the file tells what it is."},
    LeniencyRule{"empty-file", Rejected, "The file holds nothing but white space."},
    LeniencyRule{"too-large", Rejected, "A bound is exceeded: bytes, segments, elements, depth, values."},
    LeniencyRule{"isa-missing", Rejected,
                 "Groups or sets without an ISA: sender and separators are not stated."},
    LeniencyRule{"isa-separators", Rejected, "The separators cannot be read from the ISA."},
    LeniencyRule{"st-missing", Rejected, "An interchange without any transaction set."},
    LeniencyRule{"st-type", Rejected, "ST01 is not a set type of three digits."},
    LeniencyRule{"set-cut", Rejected, "The data ends in the middle of a set."},
    LeniencyRule{"segment-tag", Rejected,
                 "A segment whose tag is not two or three capitals or digits: damaged."},
    LeniencyRule{"beg-missing", Rejected, "An 850 without BEG, an 860 without BCH."},
    LeniencyRule{"number-missing", Rejected, "An order without purchase order number."},
    LeniencyRule{"po1-missing", Rejected, "An 850 without PO1."},
    LeniencyRule{"quantity", Rejected, "A line whose quantity is missing, no decimal, or not above zero."},
    LeniencyRule{"price", Rejected, "A line whose price is there but no decimal, or below zero."},
    LeniencyRule{"item-missing", Rejected, "A line that names no item."},
    LeniencyRule{"split", Rejected,
                 "The parts of a line per store do not sum to the line's quantity, or have another unit."},
    LeniencyRule{"edifact", Rejected, "EDIFACT and TRADACOMS are named, not read."},
    LeniencyRule{"json-syntax", Rejected, "The JSON is malformed, not UTF-8, or not one value."},
    LeniencyRule{"json-kind", Rejected, "The JSON is no document of a kind that we know."},
    LeniencyRule{"json-lines", Rejected, "A shop order without line items."},
};

[[maybe_unused]] bool isRule(std::string_view id, Leniency leniency)
{
    const auto found = std::ranges::find(rules, id, &LeniencyRule::id);
    return found != rules.end() && found->leniency == leniency;
}

} // namespace

std::span<const LeniencyRule> leniencyRules()
{
    return rules;
}

std::string leniencyWarning(std::string_view rule, std::string_view detail, std::string_view place)
{
    assert(isRule(rule, Tolerated));
    std::string text(rule);
    text.append(": ").append(cleanedText(detail).text);
    if (!place.empty()) text.append(" (").append(place).append(")");
    return text;
}

Error leniencyRejection(std::string_view rule, std::string_view detail, std::string place)
{
    assert(isRule(rule, Rejected));
    std::string text(rule);
    text.append(": ").append(cleanedText(detail).text);
    return {ErrorKind::InvalidInput, std::move(text), std::move(place)};
}

} // namespace milepost
