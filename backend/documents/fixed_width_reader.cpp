// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/core/quantity.h"
#include "backend/documents/fixed_width.h"
#include "backend/documents/x12_dates.h"
#include "backend/documents/x12_text.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <optional>

namespace milepost {
namespace {

using nlohmann::json;

constexpr std::size_t maxFileBytes = std::size_t{64} << 20;

std::string_view trimmedText(std::string_view text)
{
    const std::size_t start = text.find_first_not_of(' ');
    if (start == std::string_view::npos) return {};
    return text.substr(start, text.find_last_not_of(' ') - start + 1);
}

std::optional<std::string> decimalValue(std::string_view text, int decimals)
{
    const bool isNegative = text.starts_with('-');
    const auto number = parseCount(text.substr(isNegative ? 1 : 0));
    if (!number) return {};
    return decimalText(isNegative ? -*number : *number, decimals);
}

/// The value of a field as the tree has it; nothing when the columns hold no such value.
std::optional<std::string> valueOf(const FixedField& field, std::string_view text)
{
    switch (field.kind) {
    case FixedKind::Text:
    case FixedKind::CutText: return std::string(text);
    case FixedKind::Integer:
    case FixedKind::Count: return decimalValue(text, 0);
    case FixedKind::Decimal: return decimalValue(text, field.decimals);
    case FixedKind::Date: return momentText(text, "", "");
    case FixedKind::Moment: break;
    }
    if (text.size() < 8) return {};
    std::optional<std::string> moment = momentText(text.substr(0, 8), trimmedText(text.substr(8)), "");
    const bool lacksTime = text.size() > 8 && moment && moment->size() == 10;
    return lacksTime ? std::nullopt : moment;
}

/// Reads one file line by line.
class FixedWidthReader {
public:
    explicit FixedWidthReader(const FixedLayout& layout)
        : m_layout(layout)
    {
        m_tree["layout"] = layout.name;
        m_tree["rejects"] = json::array();
        m_tree["warnings"] = json::array();
    }

    void readLine(std::string_view line, int number)
    {
        if (trimmedText(line).empty()) return;
        ++m_count;
        const CleanedText cleaned = cleanedText(line);
        const FixedRecord* record = m_layout.findByLine(cleaned.text);
        if (!record)
            return reject(number, "the line begins with no known record type", cleaned.text, nullptr);
        json object = {{"type", record->type}, {"_line", number}, {"_raw", cleaned.text}};
        for (const FixedField& field : record->fields) {
            const std::string_view text = columns(cleaned.text, field);
            if (text.empty()) continue;
            const std::optional<std::string> value = valueOf(field, text);
            if (!value)
                return reject(number, field.name + " \"" + std::string(text) + "\" is no value of its kind",
                              cleaned.text, record);
            object[field.name] = *value;
        }
        place(std::move(object), *record, number);
    }

    Result<json> finish()
    {
        if (!m_hasRecord)
            return Error{ErrorKind::InvalidInput, "no line is a record of the layout " + m_layout.name,
                         "line 1"};
        checkTrailer();
        return std::move(m_tree);
    }

private:
    static std::string_view columns(std::string_view line, const FixedField& field)
    {
        if (field.start > line.size()) return {};
        return trimmedText(line.substr(field.start - 1, field.length));
    }

    void reject(int number, const std::string& reason, const std::string& raw, const FixedRecord* record)
    {
        m_tree["rejects"].push_back({{"line", number}, {"reason", reason}, {"raw", raw}});
        const bool isChild = !record || !record->parent.empty();
        if (isChild && m_lastParent) (*m_lastParent)["incomplete"] = true;
        if (!isChild && record->role == FixedRole::Body) m_lastParent = nullptr;
    }

    void place(json object, const FixedRecord& record, int number)
    {
        m_hasRecord = true;
        if (record.role == FixedRole::Header)
            m_tree["header"] = std::move(object);
        else if (record.role == FixedRole::Trailer)
            m_tree["trailer"] = std::move(object);
        else if (record.parent.empty()) {
            json& siblings = m_tree[record.type];
            siblings.push_back(std::move(object));
            m_lastParent = &siblings.back();
            m_lastParentType = record.type;
        } else if (m_lastParent && m_lastParentType == record.parent) {
            (*m_lastParent)[record.type].push_back(std::move(object));
        } else {
            reject(number, "there is no " + record.parent + " before it", object["_raw"], &record);
        }
    }

    void truncated(const std::string& why)
    {
        m_tree["isTruncated"] = true;
        m_tree["warnings"].push_back(why);
    }

    void checkTrailer()
    {
        const FixedRecord* trailer = m_layout.findByRole(FixedRole::Trailer);
        if (!trailer) return;
        if (!m_tree.contains("trailer")) return truncated("the file has no trailer");
        const auto field = std::ranges::find(trailer->fields, FixedKind::Count, &FixedField::kind);
        if (field == trailer->fields.end()) return;
        const std::string stated = m_tree["trailer"].value(field->name, "");
        if (stated != std::to_string(m_count))
            truncated("the trailer counts " + (stated.empty() ? "no" : stated) + " records, the file has " +
                      std::to_string(m_count));
    }

    const FixedLayout& m_layout;
    json m_tree = json::object();
    json* m_lastParent = nullptr; // stays valid until the next record of its level is added
    std::string m_lastParentType{};
    std::size_t m_count = 0;
    bool m_hasRecord = false;
};

} // namespace

Result<json> readFixedWidth(const FixedLayout& layout, std::string_view bytes)
{
    if (bytes.size() > maxFileBytes)
        return Error{ErrorKind::InvalidInput, "the file is larger than 64 MiB",
                     "byte " + std::to_string(maxFileBytes)};
    FixedWidthReader reader(layout);
    int number = 0;
    for (std::size_t start = 0; start < bytes.size();) {
        const std::size_t end = std::min(bytes.find('\n', start), bytes.size());
        std::string_view line = bytes.substr(start, end - start);
        if (line.ends_with('\r')) line.remove_suffix(1);
        reader.readLine(line, ++number);
        start = end + 1;
    }
    return reader.finish();
}

std::vector<json> fixedWidthMessages(const FixedLayout& layout, const json& tree)
{
    std::vector<json> messages;
    bool hasMessages = false;
    for (const FixedRecord& record : layout.records) {
        hasMessages = hasMessages || record.isMessage;
        const auto found = tree.find(record.type);
        if (!record.isMessage || found == tree.end()) continue;
        for (const json& each : *found)
            messages.push_back({{"layout", layout.name},
                                {"type", record.type},
                                {"header", tree.value("header", json::object())},
                                {"record", each}});
    }
    if (!hasMessages) messages.push_back(tree);
    return messages;
}

} // namespace milepost
