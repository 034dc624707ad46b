// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <iosfwd>
#include <string>
#include <string_view>
#include <vector>

namespace milepost {

enum class Tint { None, Good, Bad, Warn, Dim };

struct Cell {
    std::string text{};
    Tint tint = Tint::None;

    Cell(std::string words) // NOLINT: a cell is its words
        : text(std::move(words))
    {
    }
    Cell(const char* words)
        : text(words)
    {
    }
    Cell(std::string words, Tint colour)
        : text(std::move(words))
        , tint(colour)
    {
    }
};

struct Column {
    std::string title{};
    bool isNumber = false; ///< aligned to the right
};

/// Rows with aligned columns for people. Line breaks and control characters of the cells become blanks.
class Table {
public:
    explicit Table(std::vector<Column> columns);

    /// Missing cells are empty; more cells than columns are left out.
    void add(std::vector<Cell> cells);
    bool isEmpty() const { return m_rows.empty(); }
    void print(std::ostream& out, bool hasColour) const;

private:
    std::vector<std::size_t> widths() const;

    std::vector<Column> m_columns;
    std::vector<std::vector<Cell>> m_rows;
};

/// Columns that a terminal uses for UTF-8 text: 0 for combining marks, 2 for wide characters.
std::size_t displayWidth(std::string_view utf8);

/// The text in colour, or as it is.
std::string tinted(std::string_view text, Tint tint, bool hasColour);

} // namespace milepost
