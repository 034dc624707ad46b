// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/contracts/json_pack.h"

#include "backend/contracts/definition_reader.h"
#include "backend/contracts/field_access.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <stdexcept>

namespace milepost {
namespace {

using nlohmann::json;

constexpr int minutesOfDay = 24 * 60;

/// "16:00" as minutes after midnight; -1 for anything else.
int minuteOf(std::string_view text)
{
    const auto digit = [&](std::size_t i) { return text[i] >= '0' && text[i] <= '9' ? text[i] - '0' : 100; };
    if (text.size() != 5 || text[2] != ':') return -1;
    const int minute = (digit(0) * 10 + digit(1)) * 60 + digit(3) * 10 + digit(4);
    return digit(3) <= 5 && minute < minutesOfDay ? minute : -1;
}

Node readNode(const json& node, const std::string& place, const std::string& system)
{
    const DefinitionReader reader(node, place, {"name", "preference", "cutOff", "weekends"});
    Node read{.name = reader.text("name"), .system = system};
    read.preference = reader.numberOr("preference", 0, 0, 1'000);
    read.isWorkingOnWeekends = reader.flagOr("weekends", true);
    if (reader.has("cutOff")) {
        read.cutOffMinute = minuteOf(reader.text("cutOff"));
        if (read.cutOffMinute < 0) reader.fail("cutOff", "must be a time of day (UTC) such as 16:00");
    }
    return read;
}

std::shared_ptr<const LuaSandbox> readLua(const DefinitionReader& reader)
{
    std::string script;
    for (const std::string& line : reader.texts("lua"))
        script += line + "\n";
    return script.empty() ? nullptr : orThrow(LuaSandbox::compile(std::move(script)), "/lua");
}

TransportKind transportOf(const DefinitionReader& reader)
{
    const std::string word = reader.text("transport");
    if (word != "http" && word != "file") reader.fail("transport", "must be http or file");
    return word == "file" ? TransportKind::File : TransportKind::Http;
}

CountedBy countedByOf(const DefinitionReader& reader)
{
    const std::string word = reader.textOr("countedBy", {});
    if (!word.empty() && word != "placedAt" && word != "version")
        reader.fail("countedBy", "must be placedAt or version");
    return word.empty() ? CountedBy::Nothing : word == "version" ? CountedBy::Version : CountedBy::PlacedAt;
}

std::vector<FileLayout> readLayouts(const json& nodes)
{
    std::vector<FileLayout> layouts;
    if (nodes.is_null()) return layouts;
    if (!nodes.is_array()) throw DefinitionError("/layouts", "must be an array");
    for (std::size_t i = 0; i < nodes.size(); ++i) {
        const DefinitionReader reader(nodes[i], "/layouts/" + std::to_string(i), {"outgoing", "layout"});
        const json& layout = reader.member("layout");
        if (!layout.is_object() || !layout.contains("name") || !layout["name"].is_string())
            reader.fail("layout", "must be an object with a name");
        layouts.push_back(
            {layout["name"].get<std::string>(), reader.flagOr("outgoing", false), layout.dump()});
    }
    return layouts;
}

/// "3/2": units of the substitute per unit of the item; absent: one for one.
Ratio readRatio(const DefinitionReader& reader, std::string_view key)
{
    Ratio ratio;
    const char* wrong = access::assign(ratio, reader.textOr(key, "1/1"));
    if (wrong != nullptr) reader.fail(key, wrong);
    return ratio;
}

Substitute readSubstitute(const json& node, const std::string& place)
{
    const DefinitionReader reader(node, place, {"sku", "by", "per"});
    Substitute substitute{
        .sku = reader.text("sku"), .by = reader.text("by"), .per = readRatio(reader, "per")};
    if (substitute.sku == substitute.by) reader.fail("by", "must be another item");
    return substitute;
}

} // namespace

JsonPack::JsonPack(const json& node, int definition)
    : m_definition(definition)
{
    const DefinitionReader reader(node, "",
                                  {"name", "kind", "about", "transport", "document", "messageIdHeader",
                                   "maxInFlight", "nodes", "substitutes", "headers", "lua", "errors",
                                   "capabilities", "polls", "messages", "layouts", "countedBy"});
    m_name = reader.text("name");
    m_kind = reader.text("kind");
    m_transport = transportOf(reader);
    m_document = reader.textOr("document", "json");
    if (m_document != "json" && m_document != "x12" && m_document != "fixedWidth")
        reader.fail("document", "must be json, x12 or fixedWidth");
    m_messageIdHeader = reader.textOr("messageIdHeader", {});
    m_maxInFlight = reader.numberOr("maxInFlight", m_maxInFlight, 1, 1000);
    m_countedBy = countedByOf(reader);
    m_layouts = readLayouts(reader.member("layouts"));
    for (const json* place : reader.elements("nodes"))
        m_nodes.push_back(readNode(*place, "/nodes", m_name));
    std::size_t row = 0;
    for (const json* substitute : reader.elements("substitutes"))
        m_substitutes.push_back(readSubstitute(*substitute, "/substitutes/" + std::to_string(row++)));
    const auto lua = readLua(reader);
    const PackContext context{m_name,      definition,
                              m_transport, readHeaders(reader.member("headers"), "/headers", lua),
                              lua,         &reader.member("errors")};
    m_taxonomy = ReplyTaxonomy::read(reader.member("errors"), "/errors");
    if (const json& capabilities = reader.member("capabilities"); capabilities.is_object()) {
        for (const auto& [name, body] : capabilities.items())
            m_capabilities.emplace(name, Capability(name, body, "/capabilities/" + name, context));
    } else if (!capabilities.is_null()) {
        reader.fail("capabilities", "must be an object");
    }
    std::size_t index = 0;
    for (const json* poll : reader.elements("polls"))
        m_polls.emplace_back(*poll, "/polls/" + std::to_string(index++), m_document);
    m_messages = MessageTable(reader.member("messages"), "/messages", m_name, lua);
}

const Capability& JsonPack::capability(std::string_view name) const
{
    const auto at = m_capabilities.find(name);
    if (at == m_capabilities.end())
        throw std::logic_error("pack " + m_name + " has no capability " + std::string(name));
    return at->second;
}

const Poll* JsonPack::findPoll(std::string_view name) const
{
    const auto at = std::ranges::find(m_polls, name, [](const Poll& poll) { return poll.spec().name; });
    return at == m_polls.end() ? nullptr : &*at;
}

std::vector<Offer> JsonPack::offers() const
{
    std::vector<Offer> offers;
    for (const auto& [name, capability] : m_capabilities)
        offers.push_back(capability.offer());
    return offers;
}

std::vector<PollSpec> JsonPack::polls() const
{
    std::vector<PollSpec> specs;
    for (const Poll& poll : m_polls)
        specs.push_back(poll.spec());
    return specs;
}

WireRequest JsonPack::renderAttempt(const RequestView& view) const
{
    return capability(view.capability).renderAttempt(view);
}

WireRequest JsonPack::renderLookup(const RequestView& view) const
{
    return capability(view.capability).renderLookup(view);
}

WireRequest JsonPack::renderPoll(std::string_view poll, std::string_view cursor) const
{
    const Poll* found = findPoll(poll);
    if (found == nullptr) throw std::logic_error("pack " + m_name + " has no poll " + std::string(poll));
    return found->render(cursor);
}

Reply JsonPack::readReply(std::string_view name, int httpStatus, std::string_view body) const
{
    const auto at = m_capabilities.find(name);
    return at == m_capabilities.end() ? Reply{.code = "no such capability"}
                                      : at->second.readReply(httpStatus, body);
}

Reply JsonPack::readLookup(std::string_view name, int httpStatus, std::string_view body) const
{
    const auto at = m_capabilities.find(name);
    return at == m_capabilities.end() ? Reply{.code = "no such capability"}
                                      : at->second.readLookup(httpStatus, body);
}

Result<Pack::PollAnswer> JsonPack::readPoll(std::string_view poll, int httpStatus,
                                            std::string_view body) const
{
    const Poll* found = findPoll(poll);
    if (found == nullptr)
        return Error{ErrorKind::NotFound, "pack " + m_name + " has no poll " + std::string(poll), {}};
    auto answer = found->read(httpStatus, body, m_messages, m_taxonomy);
    if (!answer) return answer;
    for (IncomingMessage& message : answer->messages)
        message.source = m_name;
    return answer;
}

std::vector<IncomingMessage> JsonPack::readMessages(const json& tree, std::string raw,
                                                    std::string messageId) const
{
    return m_messages.read(tree, std::move(raw), std::move(messageId));
}

Result<std::shared_ptr<const Pack>> compilePack(std::string_view text, int definition)
{
    try {
        const json node = parseDefinition(text);
        return std::shared_ptr<const Pack>(std::make_shared<JsonPack>(node, definition));
    } catch (const DefinitionError& error) {
        return error.toError();
    }
}

} // namespace milepost
