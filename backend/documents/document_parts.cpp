// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/documents/document_parts.h"

#include "backend/documents/document_kind.h"
#include "backend/documents/leniency.h"
#include "backend/documents/shopify_document.h"
#include "backend/documents/x12_reader.h"
#include "backend/documents/x12_tree.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace milepost {
namespace {

DocumentPart wholeFile(std::string format, std::string_view bytes,
                       std::variant<JsonTree, NothingInside, Error> content)
{
    DocumentPart part;
    part.format = std::move(format);
    part.raw = bytes;
    part.content = std::move(content);
    return part;
}

std::string formatOf(const X12Set& set)
{
    if (set.type.empty()) return "unknown";
    const std::string type = set.type.substr(0, 20);
    const bool isPlain =
        std::ranges::all_of(type, [](char c) { return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z'); });
    return isPlain ? "x12-" + type : "unknown";
}

std::variant<JsonTree, NothingInside, Error> contentOf(const X12Set& set, std::vector<std::string>& warnings)
{
    if (set.rejection) return *set.rejection;
    if (set.segments.empty()) return NothingInside{"the interchange only acknowledges another"};
    auto tree = std::make_shared<const nlohmann::json>(x12Tree(set));
    if (const Status checked = checkOrderSet(*tree, warnings); !checked) return checked.error();
    return tree;
}

DocumentPart partOf(const X12Set& set, std::string_view bytes, std::size_t number, bool isOnly)
{
    DocumentPart part;
    part.format = formatOf(set);
    part.raw = set.raw.empty() ? std::string(bytes) : set.raw;
    part.head = set.head;
    if (!isOnly) part.place = "set " + std::to_string(number) + " (line " + std::to_string(set.line) + ")";
    if (!set.segments.empty()) part.control = controlText(set.envelope);
    part.sender = set.envelope.sender;
    part.warnings = set.warnings;
    part.content = contentOf(set, part.warnings);
    return part;
}

std::vector<DocumentPart> readX12Parts(std::string_view bytes)
{
    const std::vector<X12Set> sets = readX12(bytes);
    std::vector<DocumentPart> parts;
    for (std::size_t i = 0; i < sets.size(); ++i)
        parts.push_back(partOf(sets[i], bytes, i + 1, sets.size() == 1));
    return parts;
}

/// The message type behind the first UNH, in lower case; empty when there is none.
std::string edifactType(std::string_view bytes)
{
    const std::size_t una = bytes.find("UNA");
    const bool hasAdvice = una != std::string_view::npos && una < 8 && bytes.size() > una + 9;
    const char component = hasAdvice ? bytes[una + 3] : ':';
    const char element = hasAdvice ? bytes[una + 4] : '+';
    const std::size_t head = bytes.find(std::string("UNH") + element);
    if (head == std::string_view::npos) return {};
    const std::size_t type = bytes.find(element, head + 4);
    if (type == std::string_view::npos) return {};
    std::string name(
        bytes.substr(type + 1, std::min<std::size_t>(bytes.find(component, type + 1) - type - 1, 10)));
    const bool isPlain =
        name.size() == 6 && std::ranges::all_of(name, [](char c) { return c >= 'A' && c <= 'Z'; });
    if (!isPlain) return {};
    std::ranges::transform(name, name.begin(), [](char c) { return static_cast<char>(c - 'A' + 'a'); });
    return name;
}

DocumentPart readForeign(std::string_view bytes, DocumentKind kind)
{
    if (kind == DocumentKind::Tradacoms)
        return wholeFile("tradacoms", bytes, leniencyRejection("edifact", "TRADACOMS is not read", "byte 0"));
    const std::string type = edifactType(bytes);
    return wholeFile(type.empty() ? "edifact" : "edifact-" + type, bytes,
                     leniencyRejection("edifact", "EDIFACT is not read", "byte 0"));
}

DocumentPart readUnknown(std::string_view bytes)
{
    const bool isEmpty =
        withoutByteOrderMark(bytes).find_first_not_of(" \t\r\n\v\f") == std::string_view::npos;
    return wholeFile("unknown", bytes,
                     isEmpty
                         ? leniencyRejection("empty-file", "there is nothing in it", "byte 0")
                         : leniencyRejection("unknown-kind", "neither X12 nor EDIFACT nor JSON", "byte 0"));
}

} // namespace

std::vector<DocumentPart> readDocuments(std::string_view bytes)
{
    const DocumentKind kind = recognise(bytes);
    switch (kind) {
    case DocumentKind::X12: return readX12Parts(bytes);
    case DocumentKind::Json: return readShopify(bytes);
    case DocumentKind::Edifact:
    case DocumentKind::Tradacoms: return {readForeign(bytes, kind)};
    case DocumentKind::Unknown: break;
    }
    return {readUnknown(bytes)};
}

} // namespace milepost
