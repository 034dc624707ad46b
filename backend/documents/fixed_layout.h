// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/core/result.h"

#include <nlohmann/json_fwd.hpp>

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace milepost {

/// How the text of a column range is meant.
enum class FixedKind {
    Text,    ///< left-justified, blanks
    CutText, ///< the same; too long text is cut when written
    Integer, ///< right-justified, zeros
    Decimal, ///< right-justified, zeros, implied decimals
    Date,    ///< YYYYMMDD
    Moment,  ///< YYYYMMDDHHMMSS, UTC
    Count,   ///< number of all records of the file
};

struct FixedField {
    std::string name{};
    std::size_t start = 1; ///< first column, from 1
    std::size_t length = 0;
    FixedKind kind = FixedKind::Text;
    int decimals = 0;
};

enum class FixedRole { Body, Header, Trailer };

struct FixedRecord {
    std::string type{}; ///< what the line begins with
    FixedRole role = FixedRole::Body;
    std::string parent{};   ///< type of the record that it belongs to; empty: none
    bool isMessage = false; ///< a message of its own, with its children
    std::vector<FixedField> fields{};
};

/// The records of a fixed-width file: data of a pack, compiled once.
struct FixedLayout {
    std::string name{};
    std::string lineBreak{"\r\n"};
    std::size_t width = 0; ///< lines are padded to it when written; 0: to their last field
    std::vector<FixedRecord> records{};

    /// The record of that type, or null.
    const FixedRecord* find(std::string_view type) const;
    /// The record with the longest type that the line begins with, or null.
    const FixedRecord* findByLine(std::string_view line) const;
    const FixedRecord* findByRole(FixedRole role) const;
};

/// Reads a layout from its JSON form (docs/documents.md, section 4). InvalidInput with a JSON Pointer as
/// place.
Result<FixedLayout> parseFixedLayout(const nlohmann::json& layout);

} // namespace milepost
