// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/network/time_text.h"

#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace milepost::network {

struct X12Separators {
    char element = '*';
    char component = '>';
    /// After each segment: the terminator, then line breaks if the partner writes any.
    std::string terminator = "~";
};

/// Who writes to whom, with which number.
struct X12Envelope {
    std::string sender;
    std::string receiver;
    /// PO, SW, IB, FA…
    std::string group;
    std::int64_t control = 0;
    Millis at = 0;
};

/// Writes one interchange with one group.
class X12Writer {
public:
    X12Writer(X12Separators separators, const X12Envelope& envelope);

    void beginSet(std::string_view kind);
    /// Elements that are empty at the end are left out.
    void segment(std::initializer_list<std::string_view> elements);
    void endSet();
    /// Closes group and interchange and gives the text.
    std::string finished();

private:
    X12Separators m_separators;
    std::string m_control;
    std::string m_text;
    int m_sets = 0;
    int m_segments = 0;
};

using X12Segment = std::vector<std::string>;

/// "" when the segment has no such element (0 is its name).
std::string element(const X12Segment& segment, std::size_t position);

struct X12Set {
    std::string kind;
    std::string control;
    std::vector<X12Segment> segments;
};

struct X12Interchange {
    std::string sender;
    std::string control;
    std::string groupCode;
    std::string groupControl;
    std::vector<X12Set> sets;
};

/// Reads one interchange with any separators; nothing when the text is none.
std::optional<X12Interchange> readX12(const std::string& text);

/// "000000017"
std::string nineDigits(std::int64_t number);

} // namespace milepost::network
