// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/contracts/definition_reader.h"

#include "backend/contracts/duration_text.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace milepost {

using nlohmann::json;

namespace {

constexpr std::size_t maxDefinitionBytes = 1024 * 1024;
constexpr int maxDepth = 64;

/// How deep brackets nest, strings left out: a bound before anything recursive sees the text.
int depthOf(std::string_view text)
{
    int depth = 0;
    int deepest = 0;
    bool isInString = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (isInString && c == '\\') ++i;
        if (c == '"') isInString = !isInString;
        if (isInString) continue;
        if (c == '{' || c == '[') deepest = std::max(deepest, ++depth);
        if (c == '}' || c == ']') --depth;
    }
    return deepest;
}

} // namespace

json parseDefinition(std::string_view text)
{
    if (text.size() > maxDefinitionBytes) throw DefinitionError({}, "the definition is longer than 1 MiB");
    if (depthOf(text) > maxDepth) throw DefinitionError({}, "the definition nests too deep");
    try {
        return json::parse(text);
    } catch (const json::parse_error& error) {
        throw DefinitionError("byte " + std::to_string(error.byte), "the definition is no JSON");
    }
}

DefinitionReader::DefinitionReader(const json& node, std::string place,
                                   std::initializer_list<std::string_view> known)
    : m_node(node)
    , m_place(std::move(place))
{
    if (!node.is_object()) throw DefinitionError(m_place, "must be an object");
    for (const auto& [key, value] : node.items()) {
        if (std::ranges::find(known, std::string_view(key)) == known.end()) fail(key, "is not known here");
    }
}

bool DefinitionReader::has(std::string_view key) const
{
    return !member(key).is_null();
}

std::string DefinitionReader::placeOf(std::string_view key) const
{
    return m_place + "/" + std::string(key);
}

void DefinitionReader::fail(std::string_view key, const std::string& what) const
{
    throw DefinitionError(placeOf(key), what);
}

const json& DefinitionReader::member(std::string_view key) const
{
    static const json absent;
    const auto at = m_node.find(std::string(key));
    return at == m_node.end() ? absent : *at;
}

std::string DefinitionReader::text(std::string_view key) const
{
    std::string value = textOr(key, {});
    if (value.empty()) fail(key, "is missing");
    return value;
}

std::string DefinitionReader::textOr(std::string_view key, std::string_view fallback) const
{
    const json& value = member(key);
    if (value.is_null()) return std::string(fallback);
    if (!value.is_string()) fail(key, "must be a text");
    return value.get<std::string>();
}

bool DefinitionReader::flagOr(std::string_view key, bool fallback) const
{
    const json& value = member(key);
    if (value.is_null()) return fallback;
    if (!value.is_boolean()) fail(key, "must be true or false");
    return value.get<bool>();
}

int DefinitionReader::numberOr(std::string_view key, int fallback, int least, int most) const
{
    const json& value = member(key);
    if (value.is_null()) return fallback;
    const bool isWhole = value.is_number_integer();
    const auto number = isWhole ? value.get<std::int64_t>() : 0;
    if (!isWhole || number < least || number > most)
        fail(key, "must be a whole number from " + std::to_string(least) + " to " + std::to_string(most));
    return static_cast<int>(number);
}

Duration DefinitionReader::durationOr(std::string_view key, Duration fallback) const
{
    const std::string text = textOr(key, {});
    if (text.empty()) return fallback;
    const auto duration = readDuration(text);
    if (!duration) fail(key, "must be a duration such as 500ms, 60s, 5m, 24h or 2d");
    return *duration;
}

std::vector<std::string> DefinitionReader::texts(std::string_view key) const
{
    std::vector<std::string> values;
    const json& value = member(key);
    if (value.is_null()) return values;
    if (value.is_string()) return {value.get<std::string>()};
    if (!value.is_array()) fail(key, "must be a text or an array of texts");
    for (const json& element : value) {
        if (!element.is_string()) fail(key, "must be a text or an array of texts");
        values.push_back(element.get<std::string>());
    }
    return values;
}

std::vector<std::pair<std::string, std::string>> DefinitionReader::textPairs(std::string_view key) const
{
    std::vector<std::pair<std::string, std::string>> pairs;
    const json& value = member(key);
    if (value.is_null()) return pairs;
    if (!value.is_object()) fail(key, "must be an object");
    for (const auto& [name, text] : value.items()) {
        if (!text.is_string()) fail(key, "must have texts as members");
        pairs.emplace_back(name, text.get<std::string>());
    }
    return pairs;
}

std::vector<const json*> DefinitionReader::elements(std::string_view key) const
{
    std::vector<const json*> found;
    const json& value = member(key);
    if (value.is_null()) return found;
    if (!value.is_array()) fail(key, "must be an array");
    for (const json& element : value)
        found.push_back(&element);
    return found;
}

} // namespace milepost
