// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/contracts/capability.h"

#include "backend/contracts/definition_reader.h"
#include "backend/contracts/json_slice.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>

namespace milepost {
namespace {

using nlohmann::json;

/// "order.accept", "fraud.check": a thing and what is done to it, in letters. Which ones there are is data: a
/// step of a process asks for one by its name.
bool isCapabilityName(const std::string& name)
{
    const auto dot = name.find('.');
    const auto isLetter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); };
    const auto areLetters = [&](std::string_view word) {
        return !word.empty() && std::ranges::all_of(word, isLetter);
    };
    return dot != std::string::npos && areLetters(std::string_view(name).substr(0, dot)) &&
           areLetters(std::string_view(name).substr(dot + 1));
}

KeyCarrier carrierOf(const DefinitionReader& reader)
{
    const std::string word = reader.text("carrier");
    if (word == "none") return KeyCarrier::None;
    if (word == "header") return KeyCarrier::Header;
    if (word == "field") return KeyCarrier::Field;
    if (word == "reference") return KeyCarrier::Reference;
    if (word == "fileName") return KeyCarrier::FileName;
    reader.fail("carrier", "\"" + word + "\" is none of none, header, field, reference, fileName");
}

FieldMap mapAt(const DefinitionReader& reader, std::string_view key)
{
    return orThrow(parseFieldMap(reader.member(key)), reader.placeOf(key));
}

json treeOf(std::string_view body)
{
    return body.empty() ? json() : parseExactJson(body).value_or(json());
}

} // namespace

std::vector<PackHeader> readHeaders(const json& rows, const std::string& place,
                                    const std::shared_ptr<const LuaSandbox>& lua)
{
    std::vector<PackHeader> headers;
    if (rows.is_null()) return headers;
    for (const MapRow& row : orThrow(parseFieldMap(rows), place).rows) {
        const auto isBad = [](char c) { return c <= ' ' || c == ':' || static_cast<unsigned char>(c) > 126; };
        if (row.target.empty() || std::ranges::any_of(row.target, isBad))
            throw DefinitionError(place, "\"" + row.target + "\" is no header name");
        headers.push_back(
            {row.target, orThrow(RequestValue::compile(row.source, row.transform, lua), place)});
    }
    return headers;
}

Capability::Capability(const std::string& name, const json& node, const std::string& place,
                       const PackContext& context)
    : m_headers(context.headers)
{
    const DefinitionReader reader(node, place,
                                  {"method", "path", "headers", "request", "reply", "idempotency", "lookup",
                                   "errors", "asynchronous", "takesControlNumber", "acknowledgeWithin"});
    if (!isCapabilityName(name))
        throw DefinitionError(place, "\"" + name + "\" is no name of a capability, such as order.accept");
    const bool isFile = context.transport == TransportKind::File;
    m_offer = {.definition = context.definition, .system = context.system, .capability = name};
    m_offer.isAsynchronous = reader.flagOr("asynchronous", isFile);
    m_offer.takesControlNumber = reader.flagOr("takesControlNumber", isFile);
    m_offer.acknowledgeWithin = reader.durationOr("acknowledgeWithin", Duration(0));
    m_method = isFile ? "" : reader.textOr("method", "POST");
    const auto escape = isFile ? RequestTemplate::Escape::FileName : RequestTemplate::Escape::Url;
    m_path =
        orThrow(RequestTemplate::compile(reader.text("path"), escape, context.lua), reader.placeOf("path"));
    std::ranges::move(readHeaders(reader.member("headers"), reader.placeOf("headers"), context.lua),
                      std::back_inserter(m_headers));
    if (reader.has("request"))
        m_body =
            orThrow(RenderProgram::compile(mapAt(reader, "request"), context.lua), reader.placeOf("request"));
    m_readsReply = reader.has("reply");
    if (m_readsReply)
        m_reply = orThrow(IncomingMap::compile(mapAt(reader, "reply"), MapKind::Reply, context.lua),
                          reader.placeOf("reply"));
    m_taxonomy = reader.has("errors") ? ReplyTaxonomy::read(reader.member("errors"), reader.placeOf("errors"))
                                      : ReplyTaxonomy::read(*context.errors, "/errors");
    if (reader.has("idempotency"))
        readIdempotency(reader.member("idempotency"), reader.placeOf("idempotency"));
    if (reader.has("lookup"))
        readLookupDefinition(reader.member("lookup"), reader.placeOf("lookup"), context);
}

void Capability::readIdempotency(const json& node, const std::string& place)
{
    const DefinitionReader reader(node, place, {"carrier", "field", "ttl", "replaysErrors", "protects"});
    Idempotency& idempotency = m_offer.idempotency;
    idempotency.carrier = carrierOf(reader);
    idempotency.field = reader.textOr("field", {});
    idempotency.ttl = reader.durationOr("ttl", Duration(0));
    idempotency.replaysErrors = reader.flagOr("replaysErrors", false);
    const bool isKey =
        idempotency.carrier != KeyCarrier::None && idempotency.carrier != KeyCarrier::Reference;
    idempotency.protects = reader.flagOr("protects", isKey);
    if (idempotency.carrier == KeyCarrier::None && idempotency.protects)
        reader.fail("protects", "nothing protects without a carrier");
    const auto hasName = [&](const PackHeader& header) { return header.name == idempotency.field; };
    if (idempotency.carrier == KeyCarrier::Header && std::ranges::none_of(m_headers, hasName))
        reader.fail("field", "no header \"" + idempotency.field + "\" is sent");
}

void Capability::readLookupDefinition(const json& node, const std::string& place, const PackContext& context)
{
    const DefinitionReader reader(node, place,
                                  {"by", "path", "found", "reply", "settleAfter", "reads", "notFound"});
    Lookup& lookup = m_offer.lookup;
    lookup.exists = true;
    lookup.by = reader.textOr("by", "reference");
    lookup.settleAfter = reader.durationOr("settleAfter", Duration(0));
    lookup.reads = reader.numberOr("reads", 1, 1, 100);
    m_lookupPath =
        orThrow(RequestTemplate::compile(reader.text("path"), RequestTemplate::Escape::Url, context.lua),
                reader.placeOf("path"));
    m_found = orThrow(parseSourcePath(reader.textOr("found", {})), reader.placeOf("found"));
    if (starCount(m_found) > 0) reader.fail("found", "cannot have a *");
    for (const json* status : reader.elements("notFound")) {
        if (!status->is_number_integer()) reader.fail("notFound", "must be an array of HTTP statuses");
        m_notFoundStatuses.push_back(status->get<int>());
    }
    const FieldMap rows = reader.has("reply") ? mapAt(reader, "reply") : FieldMap{};
    m_lookupReply = orThrow(IncomingMap::compile(rows, MapKind::Reply, context.lua), reader.placeOf("reply"));
}

void Capability::addHeaders(const RenderScope& scope, WireRequest& request) const
{
    for (const PackHeader& header : m_headers) {
        std::string value;
        if (header.value.append(scope, value)) request.headers.emplace_back(header.name, std::move(value));
    }
}

WireRequest Capability::renderAttempt(const RequestView& view) const
{
    RenderScope scope(view);
    WireRequest request{.method = m_method, .target = m_path.render(scope)};
    addHeaders(scope, request);
    if (!m_body.isEmpty()) m_body.render(scope, request.body);
    return request;
}

WireRequest Capability::renderLookup(const RequestView& view) const
{
    const RenderScope scope(view);
    WireRequest request{.method = "GET", .target = m_lookupPath.render(scope)};
    addHeaders(scope, request);
    return request;
}

Reply Capability::readReply(int httpStatus, std::string_view body) const
{
    Reply reply;
    const bool needsBody =
        m_readsReply || m_taxonomy.looksIntoBody() || m_taxonomy.outcomeOfStatus(httpStatus) != Outcome::Done;
    const json tree = needsBody ? treeOf(body) : json();
    m_taxonomy.judge(httpStatus, tree, reply);
    if (reply.outcome != Outcome::Done && reply.outcome != Outcome::Accepted) return reply;
    if (m_offer.isAsynchronous) reply.outcome = Outcome::Accepted;
    if (!m_readsReply) return reply;
    const Status read = m_reply.readReply(tree, reply);
    if (!read)
        return {.outcome = Outcome::Unknown, .code = "unreadable answer", .message = read.error().message};
    return reply;
}

Reply Capability::readLookup(int httpStatus, std::string_view body) const
{
    Reply reply;
    if (std::ranges::find(m_notFoundStatuses, httpStatus) != m_notFoundStatuses.end()) {
        reply.outcome = Outcome::NotFound;
        return reply;
    }
    const auto parsed = parseExactJson(body);
    const json tree = parsed.value_or(json());
    m_taxonomy.judge(httpStatus, tree, reply);
    if (reply.outcome == Outcome::Rejected)
        reply.outcome = Outcome::Unknown; // a failed question says nothing
    if (reply.outcome != Outcome::Done) return reply;
    if (!parsed) return {.outcome = Outcome::Unknown, .code = "unreadable answer"};
    const json* found = follow(tree, m_found);
    if (found == nullptr || found->is_null()) {
        reply.outcome = Outcome::NotFound;
        return reply;
    }
    const Status read = m_lookupReply.readReply(*found, reply);
    if (!read)
        return {.outcome = Outcome::Unknown, .code = "unreadable answer", .message = read.error().message};
    return reply;
}

} // namespace milepost
