// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/core/result.h"
#include "backend/documents/x12_separators.h"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace milepost {

/// What a reader of X12 accepts at most; more is rejected by the rule "too-large".
struct X12Limits {
    std::size_t maxFileBytes = std::size_t{64} << 20;
    std::size_t maxSegmentsPerSet = 200'000;
    std::size_t maxElementsPerSegment = 1'000;
    std::size_t maxElementsPerFile = 4'000'000;
    std::size_t maxElementBytes = std::size_t{1} << 20;
    std::size_t maxGroupHeaderBytes = 1'000; ///< of a GS: each set is kept with a copy of it
};

struct X12Segment {
    int position = 0; ///< in its set; ST is 1
    int line = 0;     ///< in the file, from 1
    std::size_t offset = 0;
    std::vector<std::string> elements{}; ///< [0] is the tag; valid UTF-8 without trailing blanks

    const std::string& tag() const { return elements.front(); }
    /// Element `index` (1…), empty when absent.
    std::string_view element(std::size_t index) const;
    /// "segment 12 PO1 (line 12)"
    std::string place() const;
};

/// What ISA, GS and ST say about a set. Texts are trimmed; absent ones are empty.
struct X12Envelope {
    std::string senderQualifier{};
    std::string sender{}; ///< ISA06, else GS02
    std::string receiverQualifier{};
    std::string receiver{};
    std::string interchangeControl{}; ///< ISA13
    std::string interchangeVersion{}; ///< ISA12
    std::string functionalId{};       ///< GS01
    std::string groupSender{};
    std::string groupReceiver{};
    std::string groupControl{}; ///< GS06
    std::string version{};      ///< GS08
    std::string setControl{};   ///< ST02
    std::string date{};         ///< GS04, else ISA09, as written
    std::string time{};
    bool isTest = false; ///< ISA15 is T
    X12Separators separators{};
};

/// "ISA13/GS06/ST02".
std::string controlText(const X12Envelope& envelope);

/// One transaction set of a file, or the reason why a piece of the file holds none.
struct X12Set {
    std::string
        type{}; ///< ST01; "TA1" for an interchange that only acknowledges; empty when there is no set at all
    std::string raw{};  ///< the bytes from ST to the end of SE, as they are; of what holds no set, all of it
    std::string head{}; ///< the ISA and GS that it stands behind, as they are: who sent it, and when
    std::size_t offset = 0;
    int line = 1;
    X12Envelope envelope{};
    std::vector<X12Segment> segments{}; ///< ST first; SE last when it is there
    std::vector<std::string> warnings{};
    std::optional<Error> rejection{};
};

/// Reads every set of every interchange of a file, in order; never empty. Tolerates and rejects by the
/// leniency table (leniency.h). Work and memory are linear in the size of the bytes, up to the limits.
std::vector<X12Set> readX12(std::string_view bytes, const X12Limits& limits = {});

} // namespace milepost
