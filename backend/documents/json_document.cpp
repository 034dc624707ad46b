// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/documents/json_document.h"

#include "backend/documents/document_kind.h"
#include "backend/documents/leniency.h"
#include "backend/documents/x12_text.h"

#include <nlohmann/json.hpp>

#include <optional>
#include <utility>

namespace milepost {
namespace {

using nlohmann::json;

constexpr std::size_t maxWarnings = 50;

/// Builds the tree; the names of the functions are those that nlohmann's parser calls.
class TreeHandler {
public:
    explicit TreeHandler(const JsonLimits& limits)
        : m_limits(limits)
    {
    }

    bool null() { return put(nullptr) != nullptr; }
    bool boolean(bool value) { return put(value) != nullptr; }
    bool number_integer(json::number_integer_t value) { return put(value) != nullptr; }
    bool number_unsigned(json::number_unsigned_t value) { return put(value) != nullptr; }
    bool number_float(json::number_float_t, const std::string& digits) { return put(digits) != nullptr; }
    bool string(std::string& value) { return put(std::move(value)) != nullptr; }
    bool binary(json::binary_t&) { return false; }
    bool start_object(std::size_t) { return open(json::object()); }
    bool start_array(std::size_t) { return open(json::array()); }
    bool end_object() { return close(); }
    bool end_array() { return close(); }

    bool key(std::string& name)
    {
        if (m_open.back()->contains(name) && m_warnings.size() < maxWarnings)
            m_warnings.push_back(leniencyWarning("json-duplicate-key", quotedStart(name, 80), ""));
        m_key = std::move(name);
        return true;
    }

    bool parse_error(std::size_t position, const std::string&, const json::exception& error)
    {
        const std::string what = error.what();
        const std::size_t start = what.find(": ");
        const std::string detail = start == std::string::npos ? what : what.substr(start + 2, 200);
        m_error = leniencyRejection("json-syntax", detail, "byte " + std::to_string(position));
        return false;
    }

    const std::optional<Error>& error() const { return m_error; }
    std::vector<std::string>& warnings() { return m_warnings; }
    json take() { return std::move(m_root); }

private:
    json* put(json value)
    {
        if (++m_values > m_limits.maxValues) {
            m_error = leniencyRejection("too-large", "the JSON has too many values",
                                        "value " + std::to_string(m_values));
            return nullptr;
        }
        if (m_open.empty()) return &(m_root = std::move(value));
        json& parent = *m_open.back();
        if (parent.is_object()) return &(parent[m_key] = std::move(value));
        parent.push_back(std::move(value));
        return &parent.back();
    }

    bool open(json value)
    {
        if (m_open.size() >= m_limits.maxDepth) {
            m_error = leniencyRejection("too-large", "the JSON is nested too deeply",
                                        "value " + std::to_string(m_values + 1));
            return false;
        }
        json* object = put(std::move(value));
        if (object) m_open.push_back(object);
        return object != nullptr;
    }

    bool close()
    {
        m_open.pop_back();
        return true;
    }

    JsonLimits m_limits;
    json m_root{};
    std::vector<json*> m_open{}; // stays valid: a container grows only after those within it are closed
    std::string m_key{};
    std::size_t m_values = 0;
    std::vector<std::string> m_warnings{};
    std::optional<Error> m_error{};
};

/// Walks over the text of a value that is known to be well-formed.
class JsonScanner {
public:
    explicit JsonScanner(std::string_view bytes)
        : m_bytes(bytes)
    {
    }

    char peek()
    {
        while (m_at < m_bytes.size() &&
               std::string_view(" \t\r\n").find(m_bytes[m_at]) != std::string_view::npos)
            ++m_at;
        return m_at < m_bytes.size() ? m_bytes[m_at] : '\0';
    }

    void skip() { ++m_at; }

    std::string_view value()
    {
        peek();
        const std::size_t start = m_at;
        std::size_t depth = 0;
        while (m_at < m_bytes.size()) {
            const char c = m_bytes[m_at];
            if (depth == 0 && m_at > start &&
                std::string_view(",:]} \t\r\n").find(c) != std::string_view::npos)
                break;
            if (c == '"')
                skipString();
            else
                ++m_at;
            if (c == '{' || c == '[') ++depth;
            if ((c == '}' || c == ']') && --depth == 0) break;
            if (c == '"' && depth == 0) break;
        }
        return m_bytes.substr(start, m_at - start);
    }

private:
    void skipString()
    {
        for (++m_at; m_at < m_bytes.size() && m_bytes[m_at] != '"'; ++m_at)
            if (m_bytes[m_at] == '\\') ++m_at;
        m_at = std::min(m_at + 1, m_bytes.size());
    }

    std::string_view m_bytes;
    std::size_t m_at = 0;
};

/// The text of the last value of that key in an object.
std::string_view memberText(std::string_view object, std::string_view key)
{
    JsonScanner scanner(object);
    std::string_view found;
    if (scanner.peek() != '{') return found;
    scanner.skip();
    while (scanner.peek() == '"') {
        const std::string_view name = scanner.value();
        if (scanner.peek() == ':') scanner.skip();
        const std::string_view value = scanner.value();
        if (name.substr(1, name.size() - 2) == key) found = value;
        if (scanner.peek() == ',') scanner.skip();
    }
    return found;
}

} // namespace

Result<JsonDocument> parseJsonDocument(std::string_view bytes, const JsonLimits& limits)
{
    if (bytes.size() > limits.maxBytes)
        return leniencyRejection("too-large", "the JSON has " + std::to_string(bytes.size()) + " bytes",
                                 "byte " + std::to_string(limits.maxBytes));
    const std::string_view text = withoutByteOrderMark(bytes);
    // The parser takes a NUL for the end of its input; nowhere in JSON may one stand.
    const std::size_t nul = text.find('\0');
    if (nul != std::string_view::npos)
        return leniencyRejection("json-syntax", "a NUL stands in the text",
                                 "byte " + std::to_string(nul + 1));
    TreeHandler handler(limits);
    const bool isRead = json::sax_parse(text.begin(), text.end(), &handler);
    if (!isRead)
        return handler.error().value_or(
            leniencyRejection("json-syntax", "the JSON cannot be read", "byte 0"));

    JsonDocument document;
    document.warnings = std::move(handler.warnings());
    if (text.size() != bytes.size())
        document.warnings.push_back(leniencyWarning("json-bom", "skipped", "byte 0"));
    document.tree = std::make_shared<const json>(handler.take());
    return document;
}

std::vector<std::string_view> jsonElements(std::string_view bytes, std::string_view key)
{
    const std::string_view text = withoutByteOrderMark(bytes);
    JsonScanner scanner(key.empty() ? text : memberText(text, key));
    std::vector<std::string_view> elements;
    if (scanner.peek() != '[') return elements;
    scanner.skip();
    while (scanner.peek() != ']' && scanner.peek() != '\0') {
        elements.push_back(scanner.value());
        if (scanner.peek() == ',') scanner.skip();
    }
    return elements;
}

} // namespace milepost
