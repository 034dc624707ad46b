// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/contracts/poll.h"

#include "backend/contracts/definition_reader.h"
#include "backend/contracts/json_slice.h"
#include "backend/contracts/scalar_text.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <chrono>
#include <utility>

namespace milepost {
namespace {

using nlohmann::json;

constexpr std::string_view cursorMark = "{cursor}";
constexpr std::string_view fromMark = "{from}";
constexpr std::string_view toMark = "{to}";
constexpr int maxItems = 10'000;

Error unusable(const std::string& what)
{
    return {ErrorKind::Unavailable, what, {}};
}

} // namespace

Poll::Poll(const json& node, const std::string& place, const std::string& document)
{
    const DefinitionReader reader(node, place,
                                  {"name", "path", "every", "document", "watermark", "items", "next", "more",
                                   "asOf", "limit", "id", "window"});
    m_spec.name = reader.text("name");
    m_spec.every = reader.durationOr("every", m_spec.every);
    if (m_spec.every <= Duration(0)) reader.fail("every", "must be longer than nothing");
    m_spec.document = reader.textOr("document", document);
    m_spec.isWatermark = reader.flagOr("watermark", false);
    m_path = reader.textOr("path", {});
    m_spec.window = reader.durationOr("window", {});
    if (m_spec.window % std::chrono::hours(1) != Duration(0)) reader.fail("window", "must be whole hours");
    const bool namesWindow =
        m_path.find(fromMark) != std::string::npos && m_path.find(toMark) != std::string::npos;
    if (m_spec.window > Duration(0) && !namesWindow)
        reader.fail("path", "must have {from} and {to} for the window");
    const auto path = [&](std::string_view key) -> std::optional<SourcePath> {
        if (!reader.has(key)) return std::nullopt;
        SourcePath read = orThrow(parseSourcePath(reader.textOr(key, {})), reader.placeOf(key));
        for (const PathStep& step : read) {
            if (step.kind != PathStep::Kind::Member) reader.fail(key, "must be a plain JSON Pointer");
        }
        return read;
    };
    m_items = path("items").value_or(SourcePath{});
    m_next = path("next");
    m_more = path("more");
    m_asOf = path("asOf");
    m_limit = reader.numberOr("limit", 0, 1, maxItems);
    if (reader.has("id")) m_idText = orThrow(TreeText::compile(reader.text("id")), reader.placeOf("id"));
}

WireRequest Poll::render(std::string_view cursor) const
{
    WireRequest request{.method = m_path.empty() ? "" : "GET"};
    if (m_spec.window > Duration(0)) {
        request.target = m_path;
        replaceWindow(request.target, cursor);
        return request;
    }
    const auto mark = m_path.find(cursorMark);
    request.target = m_path.substr(0, mark);
    if (mark == std::string::npos) return request;
    appendUrlEscaped(request.target, cursor);
    request.target += m_path.substr(mark + cursorMark.size());
    return request;
}

void Poll::replaceWindow(std::string& target, std::string_view window) const
{
    const auto slash = std::min(window.find('/'), window.size());
    const std::string_view to = slash < window.size() ? window.substr(slash + 1) : std::string_view();
    for (const auto& [mark, value] : {std::pair(fromMark, window.substr(0, slash)), std::pair(toMark, to)}) {
        std::string escaped;
        appendUrlEscaped(escaped, value);
        target.replace(target.find(mark), mark.size(), escaped);
    }
}

std::string Poll::textAt(std::string_view body, const SourcePath& path) const
{
    const auto slice = sliceAt(body, path);
    const auto value = slice ? parseExactJson(*slice) : std::nullopt;
    return value ? scalarText(*value).value_or("") : std::string();
}

void Poll::readItem(std::string_view item, std::string_view fallbackId, const MessageTable& messages,
                    Pack::PollAnswer& answer) const
{
    const auto tree = parseExactJson(item);
    if (!tree) {
        IncomingMessage broken{.source = {}, .messageId = std::string(fallbackId), .format = "unknown"};
        broken.raw = item;
        broken.content =
            Error{ErrorKind::InvalidInput, "an entry of poll " + m_spec.name + " is no JSON", {}};
        answer.messages.push_back(std::move(broken));
        return;
    }
    std::string id = m_idText.read(*tree);
    id = id.empty() ? std::string(fallbackId) : m_spec.name + "/" + id;
    for (IncomingMessage& message : messages.read(*tree, std::string(item), std::move(id)))
        answer.messages.push_back(std::move(message));
}

Result<Pack::PollAnswer> Poll::read(int httpStatus, std::string_view body, const MessageTable& messages,
                                    const ReplyTaxonomy& taxonomy) const
{
    if (taxonomy.outcomeOfStatus(httpStatus) != Outcome::Done)
        return unusable("poll " + m_spec.name + " was answered with HTTP " + std::to_string(httpStatus));
    const auto array = sliceAt(body, m_items);
    const auto items = !array            ? std::nullopt
                       : m_items.empty() ? std::optional(std::vector{*array})
                                         : elementSlices(*array);
    if (!items && m_spec.window > Duration(0)) {
        Pack::PollAnswer refused;
        readItem(body, m_spec.name, messages, refused);
        return refused;
    }
    if (!items) return unusable("the answer to poll " + m_spec.name + " cannot be read");
    Pack::PollAnswer answer;
    if (m_next) answer.nextCursor = textAt(body, *m_next);
    answer.hasMore = (m_more && textAt(body, *m_more) == "true") ||
                     (m_limit > 0 && items->size() >= static_cast<std::size_t>(m_limit));
    if (m_asOf && !answer.hasMore) answer.asOf = parseTimestamp(textAt(body, *m_asOf));
    for (std::size_t i = 0; i < items->size(); ++i) {
        const std::string fallback = m_spec.name + "/" + answer.nextCursor + "/" + std::to_string(i);
        readItem((*items)[i], fallback, messages, answer);
    }
    return answer;
}

} // namespace milepost
