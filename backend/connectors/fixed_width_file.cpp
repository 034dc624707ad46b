// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/connectors/fixed_width_file.h"

#include "backend/connectors/message_mapping.h"
#include "backend/documents/fixed_width.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <iterator>
#include <limits>
#include <set>
#include <utility>

namespace milepost {
namespace {

using nlohmann::json;

std::string_view firstLine(std::string_view bytes)
{
    const auto begin = bytes.find_first_not_of(" \t\r\n");
    if (begin == std::string_view::npos) return {};
    bytes.remove_prefix(begin);
    return bytes.substr(0, bytes.find_first_of("\r\n"));
}

Result<FixedLayout> layoutOf(const FileLayout& file)
{
    const json text = json::parse(file.text, nullptr, false);
    if (text.is_discarded()) return Error{ErrorKind::Internal, "the layout is no JSON", file.name};
    return parseFixedLayout(text);
}

bool isMarked(const json& node, const char* key)
{
    const auto found = node.find(key);
    return found != node.end() && found->is_boolean() && found->get<bool>();
}

std::string lineText(const json& node, const char* key)
{
    const auto found = node.find(key);
    return found != node.end() && found->is_string() ? found->get<std::string>() : std::string();
}

int lineNumber(const json& node, const char* key)
{
    const auto found = node.find(key);
    return found != node.end() && found->is_number_integer() ? found->get<int>() : 0;
}

/// The lines of a record and of all records below it, in the order of the file.
void collectLines(const json& record, std::vector<std::pair<int, std::string>>& lines)
{
    if (record.contains("_raw")) lines.emplace_back(lineNumber(record, "_line"), lineText(record, "_raw"));
    for (const auto& [key, value] : record.items()) {
        if (!value.is_array()) continue;
        for (const json& child : value)
            if (child.is_object()) collectLines(child, lines);
    }
}

std::string joined(std::vector<std::pair<int, std::string>> lines, const std::string& lineBreak)
{
    std::ranges::sort(lines);
    std::string text;
    for (const auto& [number, line] : lines)
        text.append(line).append(lineBreak);
    return text;
}

/// One file in one layout, taken apart.
class FixedWidthFile {
public:
    FixedWidthFile(const FixedWidthMatch& match, std::string_view bytes, json tree)
        : m_match(match)
        , m_bytes(bytes)
        , m_tree(std::move(tree))
        , m_rejects(m_tree.value("rejects", json::array()))
    {
    }

    std::vector<IncomingMessage> messages()
    {
        std::vector<IncomingMessage> all;
        for (const json& message : fixedWidthMessages(m_match.layout, m_tree)) {
            auto read = message.contains("record") ? readRecord(message) : readWhole(message);
            std::ranges::move(read, std::back_inserter(all));
        }
        for (const json& reject : m_rejects)
            if (!m_rejectsOfRecords.contains(lineNumber(reject, "line"))) all.push_back(unreadLine(reject));
        if (all.empty()) all.push_back(nothingInside());
        for (const json& warning : m_tree.value("warnings", json::array()))
            all.front().warnings.push_back(warning.get<std::string>());
        return all;
    }

private:
    std::vector<IncomingMessage> readWhole(const json& message)
    {
        const std::string raw(m_bytes);
        return mapTree({m_match.pack}, message, raw, digestId(raw));
    }

    std::vector<IncomingMessage> readRecord(const json& message)
    {
        const json& record = message.at("record");
        std::vector<std::pair<int, std::string>> lines;
        collectLines(record, lines);
        if (isMarked(record, "incomplete")) return {unreadRecord(record, std::move(lines))};
        const std::string raw = joined(std::move(lines), m_match.layout.lineBreak);
        return mapTree({m_match.pack}, message, raw, digestId(raw));
    }

    /// What a record says without one of its lines is not what the partner has said.
    IncomingMessage unreadRecord(const json& record, std::vector<std::pair<int, std::string>> lines)
    {
        const int begin = lineNumber(record, "_line");
        const int end = nextRecord(begin);
        std::string reason = "a line of the record cannot be read";
        for (const json& reject : m_rejects) {
            const int line = lineNumber(reject, "line");
            if (line <= begin || line >= end) continue;
            m_rejectsOfRecords.insert(line);
            lines.emplace_back(line, lineText(reject, "raw"));
            reason = lineText(reject, "reason");
        }
        return unreadMessage(joined(std::move(lines), m_match.layout.lineBreak),
                             {ErrorKind::InvalidInput, reason, "line " + std::to_string(begin)});
    }

    /// The line of the first message record behind `line`.
    int nextRecord(int line) const
    {
        int next = std::numeric_limits<int>::max();
        for (const json& message : fixedWidthMessages(m_match.layout, m_tree)) {
            const int begin = message.contains("record") ? lineNumber(message.at("record"), "_line") : 0;
            if (begin > line) next = std::min(next, begin);
        }
        return next;
    }

    static IncomingMessage unreadLine(const json& reject)
    {
        return unreadMessage(lineText(reject, "raw"), {ErrorKind::InvalidInput, lineText(reject, "reason"),
                                                       "line " + std::to_string(lineNumber(reject, "line"))});
    }

    IncomingMessage nothingInside() const
    {
        IncomingMessage message = unreadMessage(std::string(m_bytes), {});
        message.format = m_match.layout.name;
        message.content = NothingToDo{"the file holds no records but its header and trailer"};
        return message;
    }

    const FixedWidthMatch& m_match;
    std::string_view m_bytes;
    json m_tree;
    json m_rejects;
    std::set<int> m_rejectsOfRecords; ///< lines
};

} // namespace

std::optional<FixedWidthMatch> matchFixedWidth(const Packs& packs, std::string_view bytes)
{
    const auto line = firstLine(bytes);
    for (const auto& pack : packs) {
        for (const FileLayout& file : pack->layouts()) {
            if (file.isOutgoing) continue;
            auto layout = layoutOf(file);
            if (layout && layout->findByLine(line) != nullptr)
                return FixedWidthMatch{pack, std::move(*layout)};
        }
    }
    return std::nullopt;
}

std::vector<IncomingMessage> readFixedWidthFile(const FixedWidthMatch& match, std::string_view bytes,
                                                bool isFragment)
{
    auto tree = readFixedWidth(match.layout, bytes);
    if (!tree) return {unreadMessage(std::string(bytes), tree.error())};
    if (!isFragment && isMarked(*tree, "isTruncated")) {
        const Error cutOff{ErrorKind::InvalidInput,
                           "the file is cut off: its trailer is missing or counts other records",
                           "line " + std::to_string(std::ranges::count(bytes, '\n'))};
        return {unreadMessage(std::string(bytes), cutOff)};
    }
    if (isFragment) tree->erase("warnings");
    return FixedWidthFile(match, bytes, std::move(*tree)).messages();
}

Result<std::string> writeFixedWidthFile(const Pack& pack, const json& tree)
{
    const std::string wanted = lineText(tree, "layout");
    for (const FileLayout& file : pack.layouts()) {
        if (!file.isOutgoing || (!wanted.empty() && file.name != wanted)) continue;
        const auto layout = layoutOf(file);
        if (!layout) return layout.error();
        return writeFixedWidth(*layout, tree);
    }
    return Error{ErrorKind::InvalidInput, "the pack has no outgoing layout of that name", wanted};
}

} // namespace milepost
