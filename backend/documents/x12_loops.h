// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <span>
#include <string_view>

namespace milepost {

/// One loop of a set type: what may stand in it, in the order of the standard.
struct X12Loop {
    std::string_view family;  ///< set types of one structure: "850 855 860"
    std::string_view path;    ///< "" for the root, "PO1/PID"
    std::string_view members; ///< segment tags in order; `*` marks those that start a loop of their own
};

/// What a segment is to a loop.
enum class X12Membership { None, Segment, Loop };

/// The loops of one set type. Values live as long as the program.
class X12Structure {
public:
    /// The structure of that type; one without loops for types that the table does not know.
    static X12Structure of(std::string_view type);

    bool isKnown() const { return !m_family.empty(); }
    /// The root (path "") or the loop of that path; null when it has no row (a loop of its first segment
    /// only).
    const X12Loop* find(std::string_view path) const;

private:
    std::string_view m_family{};
};

/// Whether `tag` is a member of the loop (which may be null).
X12Membership membership(const X12Loop* loop, std::string_view tag);

/// Whether the text begins with a tag that some table row (or the envelope) knows, and the separator.
bool startsKnownSegment(std::string_view text, std::string_view elementSeparator);

/// Whether that element may have components (C001, C040, …); elsewhere the separator is text.
bool isComposite(std::string_view tag, int element);

/// The functional identifier (GS01) of a set type: "OW" for 940; empty when unknown.
std::string_view functionalId(std::string_view type);

} // namespace milepost
