// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/contracts/source_path.h"

#include "backend/contracts/scalar_text.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <charconv>

namespace milepost {
namespace {

constexpr std::size_t maxSteps = 32;
constexpr std::size_t maxPathLength = 512;

Error badPath(std::string_view text, const std::string& why)
{
    return {ErrorKind::InvalidInput, "the path \"" + std::string(text) + "\" " + why, {}};
}

std::vector<std::string> splitAt(std::string_view text, char separator)
{
    std::vector<std::string> parts;
    while (true) {
        const auto end = text.find(separator);
        parts.emplace_back(text.substr(0, end));
        if (end == std::string_view::npos) return parts;
        text.remove_prefix(end + 1);
    }
}

/// JSON Pointer escapes: ~1 is a slash, ~0 a tilde; false for any other tilde.
bool unescape(std::string_view token, std::string& key)
{
    for (std::size_t i = 0; i < token.size(); ++i) {
        if (token[i] != '~') {
            key.push_back(token[i]);
            continue;
        }
        if (++i == token.size() || (token[i] != '0' && token[i] != '1')) return false;
        key.push_back(token[i] == '0' ? '~' : '/');
    }
    return true;
}

bool readPick(std::string_view inside, PathStep& step)
{
    const auto equals = inside.find('=');
    if (equals == std::string_view::npos || equals == 0) return false;
    step.kind = PathStep::Kind::Pick;
    step.pickPath = splitAt(inside.substr(0, equals), '/');
    step.pickValues = splitAt(inside.substr(equals + 1), ',');
    return true;
}

/// Where the token that begins at `rest` ends; a pick may hold slashes.
std::size_t tokenEnd(std::string_view rest)
{
    if (!rest.starts_with('[')) return std::min(rest.find('/'), rest.size());
    const auto close = rest.find(']');
    return close == std::string_view::npos ? rest.size() : close + 1;
}

bool readToken(std::string_view token, PathStep& step)
{
    if (token == "*") {
        step.kind = PathStep::Kind::Each;
        return true;
    }
    if (token.starts_with('['))
        return token.ends_with(']') && readPick(token.substr(1, token.size() - 2), step);
    return unescape(token, step.key);
}

const nlohmann::json* member(const nlohmann::json& node, const std::string& key)
{
    if (node.is_object()) {
        const auto at = node.find(key);
        return at == node.end() ? nullptr : &*at;
    }
    if (!node.is_array() || node.empty()) return nullptr;
    std::size_t index = 0;
    const bool isName = key.size() > 1 && key[0] == '0'; // "01" is an element of X12, no index
    const auto [end, failure] = std::from_chars(key.data(), key.data() + key.size(), index);
    if (!isName && failure == std::errc() && end == key.data() + key.size())
        return index < node.size() ? &node[index] : nullptr;
    return node[0].is_object() ? member(node[0], key) : nullptr;
}

bool isPicked(const nlohmann::json& element, const PathStep& step)
{
    const nlohmann::json* field = &element;
    for (const std::string& key : step.pickPath) {
        field = member(*field, key);
        if (field == nullptr) return false;
    }
    const auto text = scalarText(*field);
    return text && std::ranges::find(step.pickValues, *text) != step.pickValues.end();
}

const nlohmann::json* pick(const nlohmann::json& node, const PathStep& step)
{
    for (const nlohmann::json* element : elementsOf(&node)) {
        if (isPicked(*element, step)) return element;
    }
    return nullptr;
}

void appendEscaped(std::string& text, const std::string& key)
{
    for (const char c : key) {
        if (c == '~' || c == '/')
            text += c == '~' ? "~0" : "~1";
        else
            text.push_back(c);
    }
}

void appendPick(std::string& text, const PathStep& step)
{
    text.push_back('[');
    for (std::size_t i = 0; i < step.pickPath.size(); ++i)
        text += (i == 0 ? "" : "/") + step.pickPath[i];
    for (std::size_t i = 0; i < step.pickValues.size(); ++i)
        text += (i == 0 ? "=" : ",") + step.pickValues[i];
    text.push_back(']');
}

} // namespace

Result<SourcePath> parseSourcePath(std::string_view text)
{
    SourcePath path;
    if (text.empty()) return path;
    if (text.size() > maxPathLength) return badPath(text.substr(0, 40), "is too long");
    if (text.front() != '/') return badPath(text, "does not begin with a slash");
    std::string_view rest = text;
    while (!rest.empty()) {
        if (rest.front() != '/') return badPath(text, "goes on behind a ] without a slash");
        rest.remove_prefix(1);
        const std::size_t end = tokenEnd(rest);
        PathStep step;
        if (!readToken(rest.substr(0, end), step))
            return badPath(text, "has a part that cannot be read: " + std::string(rest.substr(0, end)));
        path.push_back(std::move(step));
        if (path.size() > maxSteps) return badPath(text, "has too many parts");
        rest.remove_prefix(end);
    }
    return path;
}

std::size_t starCount(std::span<const PathStep> path)
{
    const auto count = std::ranges::count(path, PathStep::Kind::Each, &PathStep::kind);
    return static_cast<std::size_t>(count);
}

const nlohmann::json* follow(const nlohmann::json& node, std::span<const PathStep> path)
{
    const nlohmann::json* at = &node;
    for (const PathStep& step : path) {
        at = step.kind == PathStep::Kind::Pick ? pick(*at, step) : member(*at, step.key);
        if (at == nullptr) return nullptr;
    }
    return at;
}

std::vector<const nlohmann::json*> elementsOf(const nlohmann::json* node)
{
    std::vector<const nlohmann::json*> elements;
    if (node == nullptr || node->is_null()) return elements;
    if (!node->is_array()) return {node};
    elements.reserve(node->size());
    for (const nlohmann::json& element : *node)
        elements.push_back(&element);
    return elements;
}

std::string pointerText(std::span<const PathStep> path, std::span<const std::size_t> indices)
{
    std::string text;
    std::size_t star = 0;
    for (const PathStep& step : path) {
        text.push_back('/');
        if (step.kind == PathStep::Kind::Member)
            appendEscaped(text, step.key);
        else if (step.kind == PathStep::Kind::Pick)
            appendPick(text, step);
        else if (star < indices.size())
            text += std::to_string(indices[star++]);
        else
            text.push_back('*');
    }
    return text;
}

} // namespace milepost
