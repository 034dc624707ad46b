// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/connectors/transport.h"
#include "backend/engine/engine.h"
#include "backend/engine/prepared_message.h"
#include "backend/engine/unmatched.h"

#include <chrono>
#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <optional>
#include <string_view>
#include <variant>
#include <vector>

namespace milepost {

struct MessageInput {
    PreparedMessage message{};
    std::function<void(Receipt)> done{};
};
struct ResultInput {
    CallResult result{};
    PayloadRow payload{};                    ///< request and answer, compressed; without id
    std::vector<PreparedMessage> messages{}; ///< of a poll
};
/// Between request and answer in the body of a call.
inline constexpr std::string_view answerMark = "\n\n===== answer =====\n";

/// Takes a result's bodies into a payload. Any thread.
ResultInput prepareResult(CallResult result, PayloadCodec& codec);

struct CommandInput {
    OrderId order{};
    Command command{};
    std::function<void(CommandReceipt)> done{};
};
struct WorkInput {
    std::function<void(Store&)> work{};
};
struct PoliciesInput {
    std::function<std::optional<PolicySet>(Store&)> work{};
};
struct PauseInput {
    std::string system{};
    PauseWish wish{};
    std::function<void(CommandReceipt)> done{};
};
struct PollNowInput {};
/// A report whose order has come.
struct WaitedInput {
    Unmatched::Waiting waiting{};
};

using EngineInput = std::variant<MessageInput, ResultInput, CommandInput, WorkInput, PoliciesInput,
                                 PauseInput, PollNowInput, WaitedInput>;

/// What waits for the engine. Any thread puts, the engine's thread takes.
class InputQueue {
public:
    void put(EngineInput input);
    void put(std::vector<EngineInput> inputs);
    /// At most `max`, in order of arrival; waits until there is something, `until` has come, or stop() was
    /// called.
    std::deque<EngineInput> take(std::size_t max, std::chrono::steady_clock::time_point until);
    /// Puts back in front what could not be dealt with.
    void putBack(std::deque<EngineInput> inputs);
    void stop();
    bool isStopped() const;
    std::size_t size() const;

private:
    mutable std::mutex m_mutex;
    std::condition_variable m_wake;
    std::deque<EngineInput> m_inputs;
    bool m_isSleeping = false;
    bool m_isStopped = false;
};

} // namespace milepost
