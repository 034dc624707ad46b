// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/connectors/transport.h"

#include <chrono>
#include <condition_variable>
#include <map>
#include <mutex>
#include <optional>
#include <vector>

namespace milepost {

/// A look-up of one effect: what does its system know now?
struct Question {
    std::int64_t order = 0;
    int effect = 0;
    std::shared_ptr<const Pack> pack{};
    std::string capability{};
    RequestView view{};
};

/// Asks partners beside the engine: reads only, changes nothing, books nothing.
class Inquiry {
public:
    virtual ~Inquiry() = default;
    /// In the order of the questions; nothing where no answer came before the deadline. Any thread.
    virtual std::vector<std::optional<Reply>> ask(const std::vector<Question>& questions,
                                                  std::chrono::milliseconds deadline) = 0;
};

/// Over a transport of its own.
class LiveInquiry final : public Inquiry {
public:
    explicit LiveInquiry(Transport& transport);
    std::vector<std::optional<Reply>> ask(const std::vector<Question>& questions,
                                          std::chrono::milliseconds deadline) override;

private:
    void take(std::vector<CallResult> results);

    Transport& m_transport;
    std::mutex m_mutex;
    std::condition_variable m_arrived;
    std::int64_t m_lastTicket = 0;
    std::map<std::int64_t, std::optional<Reply>> m_awaited; ///< by ticket
};

} // namespace milepost
