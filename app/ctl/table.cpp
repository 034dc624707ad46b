// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/table.h"

#include "app/ctl/terminal_text.h"

#include <algorithm>
#include <array>
#include <ostream>

namespace milepost {
namespace {

struct Range {
    char32_t first;
    char32_t last;
};
constexpr std::array<Range, 8> zeroWidth{{{0x300, 0x36f},
                                          {0x483, 0x489},
                                          {0x591, 0x5bd},
                                          {0x200b, 0x200f},
                                          {0x20d0, 0x20ff},
                                          {0xfe00, 0xfe0f},
                                          {0xfe20, 0xfe2f},
                                          {0xfeff, 0xfeff}}};
constexpr std::array<Range, 9> doubleWidth{{{0x1100, 0x115f},
                                            {0x2e80, 0xa4cf},
                                            {0xac00, 0xd7a3},
                                            {0xf900, 0xfaff},
                                            {0xfe30, 0xfe6f},
                                            {0xff00, 0xff60},
                                            {0xffe0, 0xffe6},
                                            {0x1f300, 0x1faff},
                                            {0x20000, 0x3fffd}}};

template <std::size_t n>
bool isIn(const std::array<Range, n>& ranges, char32_t letter)
{
    return std::ranges::any_of(ranges, [&](const Range& r) { return letter >= r.first && letter <= r.last; });
}

std::size_t lengthOf(unsigned char lead)
{
    if (lead < 0x80 || lead >= 0xf8) return 1;
    if (lead >= 0xf0) return 4;
    if (lead >= 0xe0) return 3;
    return lead >= 0xc0 ? 2 : 1;
}

/// Takes one character off the front; a broken one counts as a single column.
char32_t takeLetter(std::string_view& rest)
{
    const auto lead = static_cast<unsigned char>(rest.front());
    const std::size_t wanted = std::min(lengthOf(lead), rest.size());
    char32_t letter = wanted == 1 ? lead : lead & (0x7fU >> wanted);
    std::size_t length = 1;
    while (length < wanted && (static_cast<unsigned char>(rest[length]) & 0xc0U) == 0x80)
        letter = (letter << 6) | (static_cast<unsigned char>(rest[length++]) & 0x3fU);
    rest.remove_prefix(length);
    return letter;
}

std::string_view codeOf(Tint tint)
{
    switch (tint) {
    case Tint::None: return "";
    case Tint::Good: return "\033[32m";
    case Tint::Bad: return "\033[31m";
    case Tint::Warn: return "\033[33m";
    case Tint::Dim: return "\033[2m";
    }
    return "";
}

void printCell(std::ostream& out, const Cell& cell, std::size_t width, bool isNumber, bool isLast,
               bool hasColour)
{
    const std::string padding(width - std::min(width, displayWidth(cell.text)), ' ');
    if (isNumber) out << padding;
    out << tinted(cell.text, cell.tint, hasColour);
    if (isLast) return;
    if (!isNumber) out << padding;
    out << "  ";
}

} // namespace

std::size_t displayWidth(std::string_view utf8)
{
    std::size_t width = 0;
    while (!utf8.empty()) {
        const char32_t letter = takeLetter(utf8);
        if (isIn(zeroWidth, letter)) continue;
        width += isIn(doubleWidth, letter) ? 2 : 1;
    }
    return width;
}

std::string tinted(std::string_view text, Tint tint, bool hasColour)
{
    if (!hasColour || tint == Tint::None || text.empty()) return std::string(text);
    return std::string(codeOf(tint)) + std::string(text) + "\033[0m";
}

Table::Table(std::vector<Column> columns)
    : m_columns(std::move(columns))
{
}

void Table::add(std::vector<Cell> cells)
{
    cells.resize(m_columns.size(), Cell(""));
    for (Cell& cell : cells)
        cell.text = harmless(cell.text);
    m_rows.push_back(std::move(cells));
}

std::vector<std::size_t> Table::widths() const
{
    std::vector<std::size_t> widest;
    for (std::size_t i = 0; i < m_columns.size(); ++i) {
        std::size_t width = displayWidth(m_columns[i].title);
        for (const auto& row : m_rows)
            width = std::max(width, displayWidth(row[i].text));
        widest.push_back(width);
    }
    return widest;
}

void Table::print(std::ostream& out, bool hasColour) const
{
    const std::vector<std::size_t> widest = widths();
    const auto printRow = [&](const auto& cellAt) {
        for (std::size_t i = 0; i < m_columns.size(); ++i)
            printCell(out, cellAt(i), widest[i], m_columns[i].isNumber, i + 1 == m_columns.size(), hasColour);
        out << '\n';
    };
    printRow([&](std::size_t i) { return Cell(m_columns[i].title, Tint::Dim); });
    for (const auto& row : m_rows)
        printRow([&](std::size_t i) { return row[i]; });
}

} // namespace milepost
