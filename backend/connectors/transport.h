// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/contracts/pack.h"
#include "backend/core/clock.h"
#include "backend/domain/message.h"
#include "backend/domain/request_view.h"

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace milepost {

enum class CallPurpose { Attempt, Lookup, Poll };

/// One attempt of one call to one system.
struct Call {
    std::int64_t order = 0; ///< 0: of a poll
    int effect = 0;
    int attempt = 0; ///< of a look-up: the number of the look-up
    CallPurpose purpose = CallPurpose::Attempt;
    std::shared_ptr<const Pack> pack{};
    std::string capability{}; ///< of a poll: the name of the pack's poll
    RequestView view{};
    std::string cursor{};      ///< of a poll: from where
    Duration deadline{10'000}; ///< real time, from start() on
};

/// How it ended. The bodies are what really went over the wire: evidence.
struct CallResult {
    std::int64_t order = 0;
    int effect = 0;
    int attempt = 0;
    CallPurpose purpose = CallPurpose::Attempt;
    std::string system{};
    std::string capability{};
    Reply reply{};
    std::string request{};                 ///< head and body, no credentials; empty: nothing was sent
    std::string response{};                ///< head and body; empty: no answer came
    std::vector<PolledMessage> messages{}; ///< of a poll
    std::string nextCursor{};
    bool hasMore = false;             ///< of a poll: ask again at once
    std::optional<Timestamp> asOf{};  ///< of a poll: the partner has told everything up to here
    std::vector<std::string> files{}; ///< of a poll of files: what was read, for settle()
    Duration took{};                  ///< real time since start()
};

/// Carries calls to the systems of one kind of transport. Makes exactly one attempt per call and holds no
/// business logic: nothing is ever sent a second time.
class Transport {
public:
    /// Takes the results that became ready together, on a thread of the transport. Must not throw, nor call
    /// stop().
    using Sink = std::function<void(std::vector<CallResult>)>;

    virtual ~Transport() = default;

    /// Once, before the first start(). Each started call appears in exactly one group, also when it fails,
    /// passes its deadline or the transport stops.
    virtual void setSink(Sink sink) = 0;

    /// Returns at once. Any thread.
    virtual void start(Call call) = 0;

    /// The messages of these files (CallResult::files) are durable: they may leave the in-folder. Any thread.
    virtual void settle(const std::vector<std::string>& /*files*/) {}

    /// Ends what is under way (not sent: Refused, sent: Unknown, both with code "stopped"), hands out the
    /// last results and returns when no thread of the transport runs any more. Calls started later end in the
    /// same way, on the caller's thread. May be called again. Not on a thread of the transport.
    virtual void stop() = 0;
};

} // namespace milepost
