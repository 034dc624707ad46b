// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/connectors/http_answer.h"
#include "backend/connectors/transport.h"

#include <chrono>
#include <string>
#include <string_view>

namespace milepost {

/// What the pack makes of a call: the request of its attempt, look-up or poll. InvalidInput when the pack
/// fails.
Result<WireRequest> render(const Call& call);

/// A result that names its call and nothing else.
CallResult resultOf(const Call& call);

/// The call ended without an answer that could be read. `code` is one of: "not connected" (nothing was sent),
/// "not sent" (the deadline passed in the queue), "not rendered", "stopped", "cut", "timeout", "unreadable
/// answer".
CallResult failedResult(const Call& call, Outcome outcome, std::string_view code, std::string message);

/// What the pack reads from an answer. `clockSpeed`: how many of the partner's seconds pass in a real one,
/// for Retry-After. A pack that throws makes the outcome unknown.
CallResult answeredResult(const Call& call, HttpAnswer answer, double clockSpeed);

/// Real time since `begin`.
Duration elapsedSince(std::chrono::steady_clock::time_point begin);

} // namespace milepost
