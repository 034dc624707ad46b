// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/contracts/incoming_map.h"

#include "backend/contracts/incoming_compiler.h"
#include "backend/contracts/scalar_text.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <charconv>

namespace milepost {
namespace {

using nlohmann::json;

/// "segment 11, line 13" of the innermost node on the path that knows its place; empty when none does.
std::string segmentOf(const json& tree, std::span<const PathStep> path, std::span<const std::size_t> indices)
{
    const json* node = &tree;
    std::string place;
    std::size_t star = 0;
    for (std::size_t i = 0; node != nullptr && !node->is_null(); ++i) {
        if (node->is_object() && (node->contains("_at") || node->contains("_line"))) {
            const bool knowsSegment = node->contains("_at");
            place = knowsSegment ? "segment " + scalarText((*node)["_at"]).value_or("") : "";
            if (node->contains("_line"))
                place += (knowsSegment ? ", line " : "line ") + scalarText((*node)["_line"]).value_or("");
        }
        if (i == path.size()) break;
        if (path[i].kind != PathStep::Kind::Each) {
            node = follow(*node, path.subspan(i, 1));
            continue;
        }
        const auto elements = elementsOf(node);
        const std::size_t index = star < indices.size() ? indices[star++] : elements.size();
        node = index < elements.size() ? elements[index] : nullptr;
    }
    return place;
}

std::string placeText(const json& tree, std::span<const PathStep> path, std::span<const std::size_t> indices)
{
    std::string place = pointerText(path, indices);
    const std::string segment = segmentOf(tree, path, indices);
    if (!segment.empty()) place += " (" + segment + ")";
    return place;
}

Error toError(const json& tree, const IncomingFailure& failure)
{
    if (failure.path == nullptr) return {ErrorKind::InvalidInput, failure.what, {}};
    const std::string place = placeText(tree, failure.path->full, failure.indices);
    return {ErrorKind::InvalidInput, pointerText(failure.path->full, failure.indices) + " " + failure.what,
            place};
}

} // namespace

Result<IncomingMap> IncomingMap::compile(const FieldMap& map, MapKind kind,
                                         std::shared_ptr<const LuaSandbox> lua)
{
    auto groups = compileIncoming(map, kind, std::move(lua));
    if (!groups) return groups.error();
    IncomingMap compiled;
    compiled.m_groups = *std::move(groups);
    return compiled;
}

Status IncomingMap::read(const json& tree, void* item, const Currency& currency) const
{
    try {
        IncomingRun run(tree, currency);
        for (const IncomingGroup& group : m_groups)
            run.apply(group, item, 0);
    } catch (const IncomingFailure& failure) {
        return toError(tree, failure);
    }
    return Done{};
}

Error IncomingMap::atLine(const json& tree, Error error) const
{
    const auto lines = std::ranges::find(m_groups, FieldScope::Line, &IncomingGroup::scope);
    if (lines == m_groups.end() || !lines->isEach) return error;
    std::size_t number = 0;
    const std::string_view place = error.place;
    if (place.starts_with("line ")) std::from_chars(place.data() + 5, place.data() + place.size(), number);
    const std::span<const PathStep> prefix(lines->prefix);
    const std::array<std::size_t, 1> index{number == 0 ? 0 : number - 1};
    error.place = placeText(tree, number == 0 ? prefix.first(prefix.size() - 1) : prefix, index);
    return error;
}

Result<CanonicalOrder> IncomingMap::readOrder(const json& tree) const
{
    OrderDraft draft;
    if (const Status status = read(tree, &draft, draft.order.currency); !status) return status.error();
    auto order = finishOrder(std::move(draft));
    if (!order) return atLine(tree, order.error());
    return order;
}

Status IncomingMap::readReport(const json& tree, Report& report) const
{
    return read(tree, &report, Currency{});
}

Status IncomingMap::readReply(const json& tree, Reply& reply) const
{
    ReplyDraft draft{.reply = reply};
    const Status status = read(tree, &draft, draft.currency);
    if (status) reply = std::move(draft.reply);
    return status;
}

} // namespace milepost
