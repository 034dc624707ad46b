// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/connectors/control_numbers.h"
#include "backend/contracts/incoming.h"
#include "backend/contracts/pack.h"

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace milepost {

using Packs = std::vector<std::shared_ptr<const Pack>>;

/// Reads a file, or whatever came as one, into its messages: one per X12 set or JSON order, or per message
/// record of a fixed-width file. The document kind is recognised by its content (fixed width by the layouts
/// of the packs), each part is mapped by the first pack that knows it. Never empty and never fails: what
/// cannot be read is a message whose content is the Error with its place, of format "unknown" if need be.
/// Messages have
/// - messageId: SHA-256 of their own bytes in hex, so that a part is known again in another file;
/// - raw: just their own bytes, as they came; file, control; warnings of what was tolerated.
/// A fixed-width file that is cut off is one message with an Error: its last record may lack lines. `seen`
/// warns of control numbers used before, also in files read earlier. Any thread.
std::vector<IncomingMessage> readBytes(const Packs& packs, std::string_view source, std::string_view file,
                                       std::string_view bytes, ControlNumbers& seen);
std::vector<IncomingMessage> readBytes(const Packs& packs, std::string_view source, std::string_view file,
                                       std::string_view bytes);

/// Reads the bytes of one message (IncomingMessage::raw) again, as they were read when they came. `file`
/// empty: they did not come in a file. Any thread.
std::vector<IncomingMessage> readAgain(const Packs& packs, std::string_view source, std::string_view file,
                                       std::string messageId, std::string raw);

/// Reads one JSON document that came by itself (a webhook): mostly one message. `messageId` counts where the
/// pack finds none in the body; empty: then the digest of the body. Never empty and never fails, as
/// readBytes. Any thread.
std::vector<IncomingMessage> readWebhook(const Packs& packs, std::string_view source, std::string raw,
                                         std::string messageId);

/// Bytes of a file for a partner, made of the JSON text that Pack::renderAttempt has rendered: by `document`
/// of the pack (x12, fixedWidth, json). InvalidInput names the place and what is wrong there.
Result<std::string> writeDocument(const Pack& pack, std::string_view tree);

} // namespace milepost
