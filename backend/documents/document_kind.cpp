// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/documents/document_kind.h"

#include "backend/documents/x12_separators.h"

namespace milepost {
namespace {

constexpr std::size_t maxForeignText = 4096;

std::string_view trimmedStart(std::string_view text)
{
    const std::size_t start = text.find_first_not_of(" \t\r\n\v\f");
    return start == std::string_view::npos ? std::string_view() : text.substr(start);
}

bool startsEdifact(std::string_view text)
{
    return text.starts_with("UNA") || text.starts_with("UNB+") || text.starts_with("UNB:") ||
           text.starts_with("UNH+");
}

bool hasEdifactInside(std::string_view head)
{
    return head.find("UNB+UNO") != std::string_view::npos;
}

} // namespace

std::string_view withoutByteOrderMark(std::string_view bytes)
{
    constexpr std::string_view mark = "\xEF\xBB\xBF";
    return bytes.starts_with(mark) ? bytes.substr(mark.size()) : bytes;
}

DocumentKind recognise(std::string_view bytes)
{
    const std::string_view text = trimmedStart(withoutByteOrderMark(bytes));
    if (text.starts_with('{') || text.starts_with('[')) return DocumentKind::Json;
    if (startsEdifact(text)) return DocumentKind::Edifact;
    if (text.starts_with("STX=")) return DocumentKind::Tradacoms;
    if (startsWithGroupOrSet(text)) return DocumentKind::X12;
    const std::string_view head = text.substr(0, maxForeignText);
    if (findIsa(head, 0) != std::string_view::npos) return DocumentKind::X12;
    if (hasEdifactInside(head)) return DocumentKind::Edifact;
    return DocumentKind::Unknown;
}

} // namespace milepost
