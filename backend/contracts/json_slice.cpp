// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/contracts/json_slice.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <charconv>

namespace milepost {
namespace {

using nlohmann::json;

constexpr std::size_t maxDepth = 64;

/// Moves over a JSON text value by value, without making anything of it.
class Scanner {
public:
    explicit Scanner(std::string_view text)
        : m_text(text)
    {
    }

    void skipBlanks()
    {
        while (m_at < m_text.size() &&
               (m_text[m_at] == ' ' || m_text[m_at] == '\n' || m_text[m_at] == '\r' || m_text[m_at] == '\t'))
            ++m_at;
    }
    bool take(char c)
    {
        skipBlanks();
        if (m_at == m_text.size() || m_text[m_at] != c) return false;
        ++m_at;
        return true;
    }
    std::optional<std::string_view> value()
    {
        skipBlanks();
        const std::size_t begin = m_at;
        if (m_at == m_text.size()) return std::nullopt;
        const char first = m_text[m_at];
        const bool isRead = first == '"'                   ? skipString()
                            : first == '{' || first == '[' ? skipNested()
                                                           : skipWord();
        if (!isRead) return std::nullopt;
        return m_text.substr(begin, m_at - begin);
    }

private:
    bool skipString()
    {
        for (++m_at; m_at < m_text.size(); ++m_at) {
            if (m_text[m_at] == '\\')
                ++m_at;
            else if (m_text[m_at] == '"') {
                ++m_at;
                return true;
            }
        }
        m_at = m_text.size();
        return false;
    }
    bool skipNested()
    {
        std::size_t depth = 0;
        while (m_at < m_text.size()) {
            const char c = m_text[m_at];
            if (c == '"') {
                if (!skipString()) return false;
                continue;
            }
            ++m_at;
            if (c == '{' || c == '[') ++depth;
            if ((c == '}' || c == ']') && --depth == 0) return true;
        }
        return false;
    }
    bool skipWord()
    {
        const std::size_t begin = m_at;
        while (m_at < m_text.size() &&
               std::string_view(",]} \t\r\n").find(m_text[m_at]) == std::string_view::npos)
            ++m_at;
        return m_at > begin;
    }

    std::string_view m_text;
    std::size_t m_at = 0;
};

/// Whether a string literal, quotes included, says `key`.
bool says(std::string_view literal, const std::string& key)
{
    if (literal.size() < 2) return false;
    if (literal.find('\\') == std::string_view::npos) return literal.substr(1, literal.size() - 2) == key;
    const json read = json::parse(literal, nullptr, false);
    return read.is_string() && read.get_ref<const std::string&>() == key;
}

std::optional<std::string_view> memberSlice(std::string_view object, const std::string& key)
{
    Scanner scanner(object);
    std::optional<std::string_view> found;
    if (!scanner.take('{') || scanner.take('}')) return std::nullopt;
    do {
        const auto name = scanner.value();
        if (!name || !scanner.take(':')) return std::nullopt;
        const auto value = scanner.value();
        if (!value) return std::nullopt;
        if (says(*name, key)) found = value; // the last one counts, as in the DOM
    } while (scanner.take(','));
    return scanner.take('}') ? found : std::nullopt;
}

std::optional<std::string_view> indexSlice(std::string_view array, const std::string& key)
{
    std::size_t index = 0;
    const auto [end, failure] = std::from_chars(key.data(), key.data() + key.size(), index);
    if (failure != std::errc() || end != key.data() + key.size()) return std::nullopt;
    const auto elements = elementSlices(array);
    if (!elements || index >= elements->size()) return std::nullopt;
    return (*elements)[index];
}

std::size_t depthOf(std::string_view text)
{
    std::size_t depth = 0;
    std::size_t deepest = 0;
    bool isInString = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (isInString && c == '\\')
            ++i;
        else if (c == '"')
            isInString = !isInString;
        else if (!isInString && (c == '{' || c == '['))
            deepest = std::max(deepest, ++depth);
        else if (!isInString && (c == '}' || c == ']') && depth > 0)
            --depth;
    }
    return deepest;
}

/// Makes the DOM, but keeps what is no 64-bit integer as the sender wrote it.
class ExactDom final : public nlohmann::detail::json_sax_dom_parser<json> {
public:
    explicit ExactDom(json& document)
        : json_sax_dom_parser(document, false)
    {
    }
    bool number_float(double /*value*/, const std::string& digits)
    {
        std::string text = digits;
        return string(text);
    }
};

} // namespace

std::optional<std::string_view> sliceAt(std::string_view text, std::span<const PathStep> path)
{
    std::optional<std::string_view> at = Scanner(text).value();
    for (const PathStep& step : path) {
        if (!at || step.kind != PathStep::Kind::Member) return std::nullopt;
        at = at->starts_with('[') ? indexSlice(*at, step.key) : memberSlice(*at, step.key);
    }
    return at;
}

std::optional<std::vector<std::string_view>> elementSlices(std::string_view array)
{
    std::vector<std::string_view> elements;
    if (array == "null") return elements;
    Scanner scanner(array);
    if (!scanner.take('[')) return std::vector{array};
    if (scanner.take(']')) return elements;
    do {
        const auto element = scanner.value();
        if (!element) return std::nullopt;
        elements.push_back(*element);
    } while (scanner.take(','));
    if (!scanner.take(']')) return std::nullopt;
    return elements;
}

std::optional<json> parseExactJson(std::string_view text)
{
    if (depthOf(text) > maxDepth) return std::nullopt;
    json root;
    ExactDom dom(root);
    if (!json::sax_parse(text, &dom) || dom.is_errored()) return std::nullopt;
    return root;
}

} // namespace milepost
