// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/contracts/incoming.h"
#include "backend/store/store.h"

#include <memory>
#include <string>
#include <vector>

namespace milepost {

/// A message made ready for the engine's thread: digests taken, bodies compressed.
struct PreparedMessage {
    IncomingMessage message{};
    bool isPolled = false;       ///< found by asking: that a webhook brought it before is no news
    std::string digest{};        ///< of what it says (or of its bytes, where it says nothing)
    PayloadRow raw{};            ///< without id
    PayloadRow content{};        ///< of orders, without id
    std::string contentDigest{}; ///< of orders
    std::string businessKey{};   ///< of orders
    std::string person{};        ///< of orders: packed parties
    std::int64_t replaces = 0;   ///< inbox id of the same message, which could not be read when it came first
};

/// What a decision on this message names as its cause.
std::string causeOf(const IncomingMessage& message);

/// An order's number without what our references are told apart from it by ("A:1" becomes "A_1", "A-F1"
/// "A_F1"): else a report on that order would be taken for one on order A.
std::string withoutReferenceMarks(std::string number);

/// The numbers by which a report's order can be found.
std::vector<std::string> referencesOf(const Report& report);

/// Any thread: the work of a worker, not of the engine.
PreparedMessage prepareMessage(IncomingMessage message, bool isPolled, PayloadCodec& codec);

} // namespace milepost
