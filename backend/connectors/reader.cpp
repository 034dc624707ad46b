// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/connectors/reader.h"

#include "backend/connectors/fixed_width_file.h"
#include "backend/connectors/message_mapping.h"
#include "backend/documents/document_kind.h"
#include "backend/documents/document_parts.h"
#include "backend/documents/json_document.h"
#include "backend/documents/x12_writer.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <iterator>
#include <utility>
#include <variant>

namespace milepost {
namespace {

/// Whether a part's format says more than what a pack may call it.
bool isSpecific(const std::string& format)
{
    return !format.empty() && format != "unknown" && format != "json";
}

void addPlace(Error& error, const std::string& place)
{
    if (place.empty()) return;
    const bool isPointer = place.starts_with('/') && error.place.starts_with('/');
    const std::string gap = error.place.empty() || isPointer ? "" : " ";
    error.place = place + gap + error.place;
}

/// JSON that is no document of a shop may still be one of another system. Empty: it is not.
std::vector<IncomingMessage> messagesOfOtherJson(const Packs& packs, const DocumentPart& part)
{
    if (isSpecific(part.format) || recognise(part.raw) != DocumentKind::Json) return {};
    const auto document = parseJsonDocument(part.raw);
    if (!document) return {};
    auto messages = mapTree(packs, *document->tree, part.raw, digestId(part.raw));
    return messages.front().format == "unknown" ? std::vector<IncomingMessage>() : messages;
}

std::vector<IncomingMessage> messagesOf(const Packs& packs, DocumentPart& part)
{
    if (const auto* tree = std::get_if<JsonTree>(&part.content)) {
        auto messages = mapTree(packs, **tree, part.raw, digestId(part.raw));
        for (IncomingMessage& message : messages)
            if (auto* error = std::get_if<Error>(&message.content)) addPlace(*error, part.place);
        return messages;
    }
    if (auto messages = messagesOfOtherJson(packs, part); !messages.empty()) return messages;
    IncomingMessage message = unreadMessage(std::move(part.raw), {});
    if (auto* error = std::get_if<Error>(&part.content)) {
        if (error->place.empty()) error->place = part.place;
        message.content = std::move(*error);
    } else {
        message.content = NothingToDo{std::get<NothingInside>(part.content).why};
    }
    return {std::move(message)};
}

std::vector<IncomingMessage> readPart(const Packs& packs, std::string_view file, DocumentPart part,
                                      ControlNumbers& seen)
{
    auto collision = seen.note(part.sender, part.control, digestId(part.raw), std::string(file));
    auto messages = messagesOf(packs, part);
    for (IncomingMessage& message : messages) {
        if (isSpecific(part.format) || message.format.empty()) message.format = part.format;
        message.control = part.control;
        message.head = part.head;
    }
    auto& warnings = messages.front().warnings;
    warnings.insert(warnings.begin(), part.warnings.begin(), part.warnings.end());
    if (!collision.empty()) warnings.push_back(std::move(collision));
    return messages;
}

std::vector<IncomingMessage> readAny(const Packs& packs, std::string_view file, std::string_view bytes,
                                     ControlNumbers& seen, bool isFragment)
{
    if (recognise(bytes) == DocumentKind::Unknown)
        if (const auto match = matchFixedWidth(packs, bytes))
            return readFixedWidthFile(*match, bytes, isFragment);

    std::vector<IncomingMessage> all;
    for (DocumentPart& part : readDocuments(bytes)) {
        auto messages = readPart(packs, file, std::move(part), seen);
        std::ranges::move(messages, std::back_inserter(all));
    }
    return all;
}

void sign(std::vector<IncomingMessage>& messages, std::string_view source, std::string_view file)
{
    for (IncomingMessage& message : messages) {
        message.source = source;
        message.file = file;
        if (auto* report = std::get_if<Report>(&message.content);
            report != nullptr && report->messageId.empty())
            report->messageId = message.messageId;
    }
}

} // namespace

std::vector<IncomingMessage> readBytes(const Packs& packs, std::string_view source, std::string_view file,
                                       std::string_view bytes, ControlNumbers& seen)
{
    auto messages = readAny(packs, file, bytes, seen, false);
    sign(messages, source, file);
    return messages;
}

std::vector<IncomingMessage> readBytes(const Packs& packs, std::string_view source, std::string_view file,
                                       std::string_view bytes)
{
    ControlNumbers seen;
    return readBytes(packs, source, file, bytes, seen);
}

std::vector<IncomingMessage> readAgain(const Packs& packs, std::string_view source, std::string_view file,
                                       std::string messageId, std::string raw)
{
    if (file.empty()) return readWebhook(packs, source, std::move(raw), std::move(messageId));
    ControlNumbers seen;
    auto messages = readAny(packs, file, raw, seen, true);
    sign(messages, source, file);
    return messages;
}

std::vector<IncomingMessage> readWebhook(const Packs& packs, std::string_view source, std::string raw,
                                         std::string messageId)
{
    if (messageId.empty()) messageId = digestId(raw);
    auto document = parseJsonDocument(raw);
    std::vector<IncomingMessage> messages;
    if (document) {
        messages = mapTree(packs, *document->tree, raw, messageId);
        messages.front().warnings.insert(messages.front().warnings.begin(), document->warnings.begin(),
                                         document->warnings.end());
    } else {
        messages.push_back(unreadMessage(std::move(raw), document.error()));
        messages.front().messageId = std::move(messageId);
    }
    sign(messages, source, {});
    return messages;
}

Result<std::string> writeDocument(const Pack& pack, std::string_view tree)
{
    if (pack.document() == "json") return std::string(tree);
    const auto document = parseJsonDocument(tree);
    if (!document) return document.error();
    if (pack.document() == "x12") return writeX12(*document->tree);
    if (pack.document() == "fixedWidth") return writeFixedWidthFile(pack, *document->tree);
    return Error{ErrorKind::InvalidInput, "there is no writer of such documents", pack.document()};
}

} // namespace milepost
