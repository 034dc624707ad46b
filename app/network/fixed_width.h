// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace milepost::network {

/// One record of a fixed-width file under construction. Columns are 1-based and inclusive.
class FixedRecord {
public:
    explicit FixedRecord(std::string_view type) { text(1, 2, type); }

    /// Left-justified; what is too long is cut, what is not ASCII becomes '?'.
    FixedRecord& text(std::size_t from, std::size_t to, std::string_view value);
    /// Right-justified with zeros.
    FixedRecord& number(std::size_t from, std::size_t to, std::int64_t value);
    /// A quantity: 11 digits, three of them decimals.
    FixedRecord& quantity(std::size_t from, std::size_t to, std::int64_t units)
    {
        return number(from, to, units * 1000);
    }

    /// The record with its line end.
    std::string line() const { return m_line + "\r\n"; }

private:
    std::string m_line;
};

/// The records of a file, without line ends; empty ones are left out.
std::vector<std::string> recordsOf(const std::string& content);
/// The columns without the blanks at their end; "" beyond the record.
std::string columns(const std::string& record, std::size_t from, std::size_t to);
/// A figure in zero-padded columns; nothing when it is none.
std::optional<std::int64_t> figureIn(const std::string& record, std::size_t from, std::size_t to);

} // namespace milepost::network
