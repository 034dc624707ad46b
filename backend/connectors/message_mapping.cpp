// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/connectors/message_mapping.h"

#include "backend/connectors/hex_text.h"
#include "backend/store/digest.h"

#include <nlohmann/json.hpp>

#include <exception>
#include <utility>

namespace milepost {
namespace {

constexpr std::string_view unknownFormat = "unknown";

std::vector<IncomingMessage> mapBy(const Pack& pack, const nlohmann::json& tree, const std::string& raw,
                                   const std::string& messageId)
{
    try {
        return pack.readMessages(tree, raw, messageId);
    } catch (const std::exception& failure) {
        IncomingMessage failed = unreadMessage(raw, {ErrorKind::InvalidInput, failure.what(), {}});
        failed.messageId = messageId;
        return {std::move(failed)};
    }
}

bool isKnown(const std::vector<IncomingMessage>& messages)
{
    return !messages.empty() && messages.front().format != unknownFormat;
}

} // namespace

std::string digestId(std::string_view raw)
{
    return hexText(sha256(raw));
}

IncomingMessage unreadMessage(std::string raw, Error error)
{
    IncomingMessage message;
    message.messageId = digestId(raw);
    message.format = unknownFormat;
    message.raw = std::move(raw);
    message.content = std::move(error);
    return message;
}

std::vector<IncomingMessage> mapTree(const Packs& packs, const nlohmann::json& tree, const std::string& raw,
                                     const std::string& messageId)
{
    std::vector<IncomingMessage> unread;
    for (const auto& pack : packs) {
        auto messages = mapBy(*pack, tree, raw, messageId);
        if (isKnown(messages)) return messages;
        if (!messages.empty()) unread = std::move(messages);
    }
    if (packs.size() == 1 && !unread.empty()) return unread;

    IncomingMessage message =
        unreadMessage(raw, {ErrorKind::InvalidInput, "no connected system has documents of this kind", {}});
    message.messageId = messageId;
    return {std::move(message)};
}

} // namespace milepost
