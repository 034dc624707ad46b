// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/contracts/pack.h"

#include <string_view>

namespace milepost {

/// Whether the endpoint takes webhooks at all.
bool takesWebhooks(const Endpoint& endpoint);

/// Whether the proof is made of the body (an HMAC), or a key alone, which can be judged before the body is
/// read.
bool provesBody(const Endpoint& endpoint);

/// The header that carries the proof.
std::string_view proofHeader(const Endpoint& endpoint);

/// Judges the proof in a time that does not depend on how wrong it is. hmacHex: "sha256=<hex>" or the hex
/// alone; hmacBase64; apiKey: the key, also behind "Bearer "; bearer; none: always right. `body` counts for
/// an HMAC only. An endpoint without a secret accepts nothing.
bool isProven(const Endpoint& endpoint, std::string_view proof, std::string_view body);

} // namespace milepost
