// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/connectors/answer_parser.h"
#include "backend/connectors/request_text.h"
#include "backend/connectors/transport.h"

#include <array>
#include <chrono>
#include <optional>
#include <string>
#include <vector>

namespace milepost {

using SteadyTime = std::chrono::steady_clock::time_point;

/// A call that the transport thread has taken over.
struct TakenCall {
    Call call{};
    SteadyTime begun{};
    SteadyTime deadline{};
};

/// A call on its way through a connection.
struct HttpExchange {
    TakenCall taken{};
    RequestText text{};
    std::size_t sentBytes = 0;
    std::optional<AnswerParser> parser{};
    std::string leftover{}; ///< bytes of the answer that the parser could not take yet
};

/// What the thread of the transport has at hand: buffers, and results that wait for the end of its turn.
struct HttpTurn {
    std::array<char, 64 * 1024> scratch{};
    std::vector<CallResult> ready{};
    std::size_t active = 0; ///< calls taken over without a result so far
    double clockSpeed = 1.0;

    void finish(CallResult result)
    {
        ready.push_back(std::move(result));
        --active;
    }
};

} // namespace milepost
