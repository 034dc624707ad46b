// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/contracts/incoming_compiler.h"

#include "backend/contracts/definition_error.h"
#include "backend/contracts/source_terms.h"

#include <algorithm>
#include <optional>

namespace milepost {
namespace {

bool belongsTo(FieldScope scope, MapKind kind)
{
    switch (scope) {
    case FieldScope::Order:
    case FieldScope::Party:
    case FieldScope::Allowance:
    case FieldScope::Attribute:
    case FieldScope::Line:
    case FieldScope::LineAllowance:
    case FieldScope::LineAttribute:
    case FieldScope::LinePart: return kind == MapKind::Order;
    case FieldScope::Report:
    case FieldScope::ReportLine:
    case FieldScope::ReportStock: return kind == MapKind::Report;
    case FieldScope::Reply:
    case FieldScope::ReplyLine: return kind == MapKind::Reply;
    case FieldScope::Request: return false;
    }
    return false;
}

bool isRootScope(FieldScope scope)
{
    return scope == FieldScope::Order || scope == FieldScope::Report || scope == FieldScope::Reply;
}

bool isWithinLine(FieldScope scope)
{
    return scope == FieldScope::LineAllowance || scope == FieldScope::LineAttribute ||
           scope == FieldScope::LinePart;
}

/// Steps up to and with star number `count`; empty when there are fewer stars.
SourcePath upToStar(const SourcePath& path, std::size_t count)
{
    for (std::size_t i = 0; i < path.size(); ++i) {
        if (path[i].kind == PathStep::Kind::Each && --count == 0)
            return {path.begin(), path.begin() + static_cast<std::ptrdiff_t>(i) + 1};
    }
    return {};
}

bool startsWith(const SourcePath& path, const SourcePath& prefix)
{
    return !prefix.empty() && path.size() >= prefix.size() &&
           std::equal(prefix.begin(), prefix.end(), path.begin());
}

IncomingRow compileRow(const MapRow& row, std::size_t number, MapKind kind,
                       const std::shared_ptr<const LuaSandbox>& lua)
{
    const std::string place = "row " + std::to_string(number) + " (" + row.target + ")";
    IncomingRow compiled{.number = number, .target = orThrow(findField(row.target), place)};
    const CanonicalField& field = *compiled.target.field;
    if (field.set == nullptr || !belongsTo(field.scope, kind))
        throw DefinitionError(place, "\"" + row.target + "\" cannot be set by this map");
    for (SourceTerm& term : orThrow(parseSourceTerms(row.source), place)) {
        IncomingTerm read{term.isConstant, term.constant, {}};
        for (const std::string& part : term.parts)
            read.parts.push_back({.full = orThrow(parseSourcePath(part), place)});
        compiled.terms.push_back(std::move(read));
    }
    compiled.transform = orThrow(Transform::compile(row.transform, lua), place);
    compiled.fallback = row.fallback;
    compiled.isRequired = row.isRequired;
    return compiled;
}

template <typename Visit>
void forEachPath(IncomingGroup& group, Visit visit)
{
    for (IncomingRow& row : group.rows) {
        for (IncomingTerm& term : row.terms) {
            for (IncomingPath& path : term.parts)
                visit(row, path);
        }
    }
}

/// Finds the array that a group repeats over: the one common prefix of its paths with at least `stars` stars.
void findPrefix(IncomingGroup& group, std::size_t stars, const SourcePath& linePrefix)
{
    if (group.isRoot || !group.name.empty()) return;
    forEachPath(group, [&](const IncomingRow& row, const IncomingPath& path) {
        const SourcePath prefix = upToStar(path.full, stars);
        if (prefix.empty() || (stars == 2 && !startsWith(path.full, linePrefix))) return;
        if (group.isEach && prefix != group.prefix)
            throw DefinitionError("row " + std::to_string(row.number),
                                  "repeats over " + pointerText(prefix, {}) + ", but rows before it over " +
                                      pointerText(group.prefix, {}));
        group.isEach = true;
        group.prefix = prefix;
    });
}

/// Says for each path from which element it is followed.
void bindPaths(IncomingGroup& group, const SourcePath& linePrefix)
{
    forEachPath(group, [&](const IncomingRow&, IncomingPath& path) {
        const bool isInner = isWithinLine(group.scope);
        const SourcePath& outer = isInner ? linePrefix : group.prefix;
        if (isInner && group.isEach && startsWith(path.full, group.prefix)) {
            path.base = 2;
            path.skip = group.prefix.size();
        } else if ((isInner || group.isEach) && startsWith(path.full, outer)) {
            path.base = 1;
            path.skip = outer.size();
        }
        const std::span<const PathStep> rest(path.full);
        path.isMany = starCount(rest.subspan(path.skip)) > 0;
    });
}

class Grouping {
public:
    void add(IncomingRow row)
    {
        const FieldScope scope = row.target.field->scope;
        const std::string name = row.target.argument;
        std::vector<IncomingGroup>& groups = isWithinLine(scope) ? m_inner : m_groups;
        const auto isIt = [&](const IncomingGroup& g) { return g.scope == scope && g.name == name; };
        auto at = std::ranges::find_if(groups, isIt);
        if (at == groups.end()) {
            groups.push_back({.scope = scope, .name = name, .isRoot = isRootScope(scope)});
            at = std::prev(groups.end());
        }
        at->rows.push_back(std::move(row));
    }

    std::vector<IncomingGroup> finished()
    {
        for (IncomingGroup& group : m_groups)
            findPrefix(group, 1, {});
        const auto lines = std::ranges::find(m_groups, FieldScope::Line, &IncomingGroup::scope);
        if (!m_inner.empty() && lines == m_groups.end())
            throw DefinitionError({}, "the map has rows below lines, but no line rows");
        const SourcePath linePrefix = lines == m_groups.end() ? SourcePath{} : lines->prefix;
        for (IncomingGroup& group : m_inner)
            findPrefix(group, 2, linePrefix);
        for (IncomingGroup& group : m_groups)
            bindPaths(group, {});
        for (IncomingGroup& group : m_inner)
            bindPaths(group, linePrefix);
        if (lines != m_groups.end()) lines->inner = std::move(m_inner);
        std::ranges::stable_partition(m_groups, &IncomingGroup::isRoot);
        putCurrencyFirst();
        return std::move(m_groups);
    }

private:
    /// Amounts are read in it.
    void putCurrencyFirst()
    {
        if (m_groups.empty() || !m_groups.front().isRoot) return;
        std::ranges::stable_partition(m_groups.front().rows, [](const IncomingRow& row) {
            return row.target.field->name == "order.currency" || row.target.field->name == "reply.currency";
        });
    }

    std::vector<IncomingGroup> m_groups;
    std::vector<IncomingGroup> m_inner;
};

} // namespace

Result<std::vector<IncomingGroup>> compileIncoming(const FieldMap& map, MapKind kind,
                                                   const std::shared_ptr<const LuaSandbox>& lua)
{
    try {
        Grouping grouping;
        for (std::size_t i = 0; i < map.rows.size(); ++i)
            grouping.add(compileRow(map.rows[i], i + 1, kind, lua));
        return grouping.finished();
    } catch (const DefinitionError& error) {
        return Error{ErrorKind::InvalidInput, error.place() + ": " + error.what(), error.place()};
    }
}

} // namespace milepost
