// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/contracts/render_program.h"

#include "backend/contracts/definition_error.h"
#include "backend/contracts/scalar_text.h"
#include "backend/contracts/source_path.h"
#include "backend/core/quantity.h"

#include <algorithm>

namespace milepost {
namespace {

constexpr int numberDigits = 6;

/// An index has no leading zero: "01" is a member (X12 elements are named so).
bool isIndex(std::string_view token)
{
    return !token.empty() && (token == "0" || token[0] != '0') &&
           std::ranges::all_of(token, [](char c) { return c >= '0' && c <= '9'; });
}

/// The tokens of a target pointer; `*` stays.
std::vector<std::string> tokensOf(const std::string& target)
{
    std::vector<std::string> tokens;
    for (const PathStep& step : orThrow(parseSourcePath(target), {})) {
        if (step.kind == PathStep::Kind::Pick) throw DefinitionError({}, "a target cannot pick elements");
        tokens.push_back(step.kind == PathStep::Kind::Each ? "*" : step.key);
    }
    if (tokens.empty()) throw DefinitionError({}, "the target is empty");
    if (std::ranges::count(tokens, "*") > 1) throw DefinitionError({}, "a target may repeat over lines once");
    return tokens;
}

/// Writes `text` as the given type; a text that is none of that type as a string.
void appendTyped(std::string& out, const std::string& text, JsonType type)
{
    if (type == JsonType::Boolean && (text == "true" || text == "false")) {
        out += text;
        return;
    }
    const bool isNumber = type == JsonType::Number || type == JsonType::Integer;
    const auto number =
        isNumber ? parseDecimal(text, type == JsonType::Number ? numberDigits : 0) : std::nullopt;
    if (number)
        out += decimalText(*number, type == JsonType::Number ? numberDigits : 0);
    else
        appendJsonString(out, text);
}

} // namespace

RenderProgram::Node& RenderProgram::child(Node& parent, const std::string& token)
{
    // an array begins with its element 0; "10" as the first member of something is a name
    const bool isElement = isIndex(token) && (token == "0" || parent.kind == NodeKind::Array);
    const NodeKind wanted = token == "*" ? NodeKind::Lines : isElement ? NodeKind::Array : NodeKind::Object;
    if (parent.kind == NodeKind::Leaf && !parent.hasValue) parent.kind = wanted;
    if (parent.kind != wanted)
        throw DefinitionError({}, "rows disagree whether this is an object, an array or a value");
    const auto at = std::ranges::find(parent.children, token, &Node::token);
    if (at != parent.children.end()) return *at;
    Node& added = parent.children.emplace_back();
    added.token = token;
    if (wanted != NodeKind::Object) return added;
    appendJsonString(added.key, token);
    added.key.push_back(':');
    return added;
}

void RenderProgram::addRow(Node& root, const MapRow& row, const std::shared_ptr<const LuaSandbox>& lua)
{
    const auto tokens = tokensOf(row.target);
    Node* node = &root;
    for (const std::string& token : tokens)
        node = &child(*node, token);
    if (node->kind != NodeKind::Leaf)
        throw DefinitionError({}, "rows disagree whether this is an object, an array or a value");
    const std::string fallback = row.fallback.empty() ? std::string() : "|=" + row.fallback;
    node->value = orThrow(RequestValue::compile(row.source + fallback, row.transform, lua), {});
    node->isRequired = row.isRequired;
    node->hasValue = true;
    if (node->value.isOfLine() && std::ranges::find(tokens, "*") == tokens.end())
        throw DefinitionError({}, "names a field of a line outside of a repeated array");
}

Result<RenderProgram> RenderProgram::compile(const FieldMap& map,
                                             const std::shared_ptr<const LuaSandbox>& lua)
{
    RenderProgram program;
    for (std::size_t i = 0; i < map.rows.size(); ++i) {
        try {
            addRow(program.m_root, map.rows[i], lua);
        } catch (const DefinitionError& error) {
            const std::string place = "row " + std::to_string(i + 1) + " (" + map.rows[i].target + ")";
            return Error{ErrorKind::InvalidInput, place + ": " + error.what(), place};
        }
    }
    return program;
}

void RenderProgram::render(RenderScope& scope, std::string& out) const
{
    if (!writeChildren(m_root, scope, out)) out += "{}";
}

bool RenderProgram::write(const Node& node, RenderScope& scope, std::string& out)
{
    switch (node.kind) {
    case NodeKind::Leaf: return writeLeaf(node, scope, out);
    case NodeKind::Lines: return writeLines(node, scope, out);
    case NodeKind::Object:
    case NodeKind::Array: return writeChildren(node, scope, out);
    }
    return false;
}

bool RenderProgram::writeChildren(const Node& node, RenderScope& scope, std::string& out)
{
    const bool isObject = node.kind == NodeKind::Object;
    const std::size_t begin = out.size();
    out.push_back(isObject ? '{' : '[');
    bool isEmpty = true;
    for (const Node& member : node.children) {
        const std::size_t before = out.size();
        if (!isEmpty) out.push_back(',');
        out += member.key;
        if (write(member, scope, out))
            isEmpty = false;
        else
            out.resize(before);
    }
    if (isEmpty) {
        out.resize(begin);
        return false;
    }
    out.push_back(isObject ? '}' : ']');
    return true;
}

bool RenderProgram::writeLines(const Node& node, RenderScope& scope, std::string& out)
{
    out.push_back('[');
    bool isFirst = true;
    for (std::size_t i = 0; i < scope.view().lines.size(); ++i) {
        scope.enterLine(i);
        const std::size_t before = out.size();
        if (!isFirst) out.push_back(',');
        if (write(node.children.front(), scope, out))
            isFirst = false;
        else
            out.resize(before);
    }
    scope.leaveLines();
    out.push_back(']');
    return true;
}

bool RenderProgram::writeLeaf(const Node& node, const RenderScope& scope, std::string& out)
{
    const RequestValue& value = node.value;
    const bool isBare = value.isPlain() && value.type() != JsonType::Text;
    if (isBare) { // quantities, integers and booleans write themselves as JSON
        const std::size_t before = out.size();
        if (value.append(scope, out)) return true;
        out.resize(before);
    } else {
        std::string text;
        if (value.append(scope, text)) {
            appendTyped(out, text, value.type());
            return true;
        }
    }
    if (!node.isRequired) return false;
    out += "null";
    return true;
}

} // namespace milepost
