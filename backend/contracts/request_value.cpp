// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/contracts/request_value.h"

#include "backend/contracts/scalar_text.h"
#include "backend/contracts/source_terms.h"

#include <algorithm>

namespace milepost {
namespace {

bool isLineScope(FieldScope scope)
{
    return scope == FieldScope::Line || scope == FieldScope::LineAttribute;
}

/// Cuts a JSON type off the end of a chain of transforms.
std::optional<JsonType> takeType(std::string_view& chain)
{
    const auto bar = chain.rfind('|');
    const std::string_view last = bar == std::string_view::npos ? chain : chain.substr(bar + 1);
    const std::optional<JsonType> type = last == "string"    ? std::optional(JsonType::Text)
                                         : last == "number"  ? std::optional(JsonType::Number)
                                         : last == "integer" ? std::optional(JsonType::Integer)
                                         : last == "boolean" ? std::optional(JsonType::Boolean)
                                                             : std::nullopt;
    if (type) chain = bar == std::string_view::npos ? std::string_view() : chain.substr(0, bar);
    return type;
}

void appendFileName(std::string& out, std::string_view text)
{
    for (const char c : text) {
        const bool isKept = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                            c == '-' || c == '_' || c == '.';
        out.push_back(isKept ? c : '_');
    }
}

} // namespace

std::optional<Error> RequestValue::addTerm(bool isConstant, const std::string& constant,
                                           const std::vector<std::string>& names)
{
    Term term{isConstant, constant, {}};
    for (const std::string& name : names) {
        auto field = findField(name);
        if (!field) return field.error();
        if (field->field->get == nullptr)
            return Error{ErrorKind::InvalidInput, "\"" + name + "\" is not known of a request", {}};
        m_isOfLine = m_isOfLine || isLineScope(field->field->scope);
        term.fields.push_back(*std::move(field));
    }
    m_terms.push_back(std::move(term));
    return std::nullopt;
}

Result<RequestValue> RequestValue::compile(std::string_view source, std::string_view transform,
                                           const std::shared_ptr<const LuaSandbox>& lua)
{
    RequestValue value;
    const auto terms = parseSourceTerms(source);
    if (!terms) return terms.error();
    for (const SourceTerm& term : *terms) {
        if (const auto problem = value.addTerm(term.isConstant, term.constant, term.parts)) return *problem;
    }
    const auto type = takeType(transform);
    auto compiled = Transform::compile(transform, lua);
    if (!compiled) return compiled.error();
    value.m_transform = *std::move(compiled);
    const Term& first = value.m_terms.front();
    const bool isOneField = value.m_terms.size() == 1 && first.fields.size() == 1;
    value.m_isPlain = isOneField && value.m_transform.isEmpty() && !type;
    const JsonType natural = value.m_isPlain ? first.fields.front().field->type : JsonType::Text;
    value.m_type = type.value_or(natural);
    return value;
}

bool RequestValue::appendTerm(const Term& term, const RenderScope& scope, std::string& text) const
{
    if (term.isConstant) {
        text += term.constant;
        return true;
    }
    bool hasText = false;
    for (const FieldName& name : term.fields) {
        const std::size_t before = text.size();
        if (hasText) text.push_back(' ');
        if (name.field->get(scope, name.argument, text))
            hasText = true;
        else
            text.resize(before);
    }
    return hasText;
}

bool RequestValue::append(const RenderScope& scope, std::string& text) const
{
    const auto isFound = [&](const Term& term) { return appendTerm(term, scope, text); };
    if (m_transform.isEmpty()) return std::ranges::any_of(m_terms, isFound);
    std::string found;
    const bool hasText =
        std::ranges::any_of(m_terms, [&](const Term& t) { return appendTerm(t, scope, found); });
    TransformValue value;
    if (hasText) value.emplace(std::move(found));
    if (!m_transform.apply(value).empty() || !value || value->empty()) return false;
    text += *value;
    return true;
}

Result<RequestTemplate> RequestTemplate::compile(std::string_view text, Escape escape,
                                                 const std::shared_ptr<const LuaSandbox>& lua)
{
    RequestTemplate compiled;
    compiled.m_escape = escape;
    while (!text.empty()) {
        const auto open = std::min(text.find('{'), text.size());
        if (open > 0) compiled.m_parts.push_back({std::string(text.substr(0, open)), {}});
        text.remove_prefix(open);
        if (text.empty()) break;
        const auto close = text.find('}');
        if (close == std::string_view::npos) return Error{ErrorKind::InvalidInput, "a { has no }", {}};
        const std::string_view inside = text.substr(1, close - 1);
        const auto bar = std::min(inside.find('|'), inside.size());
        auto value = RequestValue::compile(inside.substr(0, bar),
                                           inside.substr(std::min(bar + 1, inside.size())), lua);
        if (!value) return value.error();
        if (value->isOfLine())
            return Error{ErrorKind::InvalidInput, "a template cannot name a field of a line", {}};
        compiled.m_parts.push_back({{}, *std::move(value)});
        text.remove_prefix(close + 1);
    }
    return compiled;
}

std::string RequestTemplate::render(const RenderScope& scope) const
{
    std::string out;
    for (const Part& part : m_parts) {
        out += part.text;
        if (!part.value) continue;
        std::string text;
        part.value->append(scope, text);
        if (m_escape == Escape::Url)
            appendUrlEscaped(out, text);
        else if (m_escape == Escape::FileName)
            appendFileName(out, text);
        else
            out += text;
    }
    return out;
}

} // namespace milepost
