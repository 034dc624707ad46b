// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/contracts/incoming_group.h"
#include "backend/contracts/scalar_text.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace milepost {
namespace {

using nlohmann::json;

constexpr std::size_t maxElements = 50'000;
constexpr std::size_t maxJoinedBytes = 64 * 1024;

std::span<const PathStep> rest(const IncomingPath& path)
{
    return std::span<const PathStep>(path.full).subspan(path.skip);
}

void appendJoined(std::string& joined, const std::string& text)
{
    if (text.empty()) return;
    if (!joined.empty()) joined.push_back(' ');
    joined += text;
}

} // namespace

void IncomingRun::apply(const IncomingGroup& group, void* parent, std::size_t depth)
{
    if (group.isRoot)
        fill(group, parent);
    else if (group.isEach)
        applyElements(group, parent, depth);
    else
        applyOne(group, parent, depth);
}

void IncomingRun::applyElements(const IncomingGroup& group, void* parent, std::size_t depth)
{
    std::span<const PathStep> toArray(group.prefix);
    if (depth == 1) { // from the element of the outer array on
        const auto star = std::ranges::find(group.prefix, PathStep::Kind::Each, &PathStep::kind);
        toArray = toArray.subspan(static_cast<std::size_t>(star - group.prefix.begin()) + 1);
    }
    const json* array = follow(*m_bases[depth], toArray.first(toArray.size() - 1));
    const auto elements = elementsOf(array);
    for (std::size_t i = 0; i < elements.size(); ++i) {
        if (++m_elements > maxElements)
            throw IncomingFailure{nullptr, {}, "the document has too many elements"};
        m_bases[depth + 1] = elements[i];
        m_indices[depth] = i;
        applyOne(group, parent, depth + 1);
    }
}

void IncomingRun::applyOne(const IncomingGroup& group, void* parent, std::size_t depth)
{
    void* item = addItem(group.scope, group.name, parent);
    const bool hasValue = fill(group, item);
    const bool isKept = hasValue || (group.scope == FieldScope::Line && group.isEach);
    if (!isKept) {
        removeLastItem(group.scope, parent);
        return;
    }
    for (const IncomingGroup& inner : group.inner)
        apply(inner, item, depth);
}

bool IncomingRun::fill(const IncomingGroup& group, void* item)
{
    bool hasValue = false;
    for (const IncomingRow& row : group.rows)
        hasValue = applyRow(row, item) || hasValue;
    return hasValue;
}

bool IncomingRun::applyRow(const IncomingRow& row, void* item)
{
    bool isOwn = false;
    TransformValue value = valueOf(row, isOwn);
    if (std::string problem = row.transform.apply(value); !problem.empty()) fail(row, problem);
    const std::string text = value && !value->empty() ? std::move(*value) : row.fallback;
    if (text.empty()) {
        if (row.isRequired) fail(row, "is missing, but " + std::string(row.target.field->name) + " needs it");
        return false;
    }
    if (const char* problem = row.target.field->set(item, text, m_currency))
        fail(row, "\"" + text.substr(0, 60) + "\" " + problem);
    return isOwn;
}

TransformValue IncomingRun::valueOf(const IncomingRow& row, bool& isOwn)
{
    for (const IncomingTerm& term : row.terms) {
        if (term.isConstant) return term.constant;
        std::string joined;
        for (const IncomingPath& part : term.parts) {
            if (const auto text = textOf(part)) appendJoined(joined, *text);
        }
        if (joined.empty()) continue;
        isOwn = true;
        return joined;
    }
    return std::nullopt;
}

TransformValue IncomingRun::textOf(const IncomingPath& path)
{
    const json* base = m_bases[path.base];
    if (path.isMany) {
        std::string joined;
        collect(*base, rest(path), path, joined);
        return joined;
    }
    const json* node = follow(*base, rest(path));
    if (node == nullptr || node->is_null()) return std::nullopt;
    auto text = scalarText(*node);
    if (!text)
        throw IncomingFailure{&path, m_indices, "is no single value, or a number too large to be exact"};
    return text;
}

void IncomingRun::collect(const json& node, std::span<const PathStep> path, const IncomingPath& whole,
                          std::string& joined)
{
    const auto star = std::ranges::find(path, PathStep::Kind::Each, &PathStep::kind);
    const auto before = static_cast<std::size_t>(star - path.begin());
    const json* at = follow(node, path.first(before));
    if (at == nullptr || at->is_null()) return;
    if (star != path.end()) {
        for (const json* element : elementsOf(at)) {
            if (++m_elements > maxElements || joined.size() > maxJoinedBytes)
                throw IncomingFailure{&whole, m_indices, "holds too much to be joined"};
            collect(*element, path.subspan(before + 1), whole, joined);
        }
        return;
    }
    if (const auto text = scalarText(*at)) appendJoined(joined, *text);
}

void IncomingRun::fail(const IncomingRow& row, const std::string& what) const
{
    for (const IncomingTerm& term : row.terms) {
        if (!term.parts.empty()) throw IncomingFailure{&term.parts.front(), m_indices, what};
    }
    throw IncomingFailure{nullptr, m_indices, what};
}

} // namespace milepost
