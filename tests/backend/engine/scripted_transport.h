// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/connectors/transport.h"

#include <algorithm>
#include <functional>
#include <mutex>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace milepost::test {

/// Carries nothing anywhere: calls wait until the test answers them, or get the answer `rule` has for them.
class ScriptedTransport final : public Transport {
public:
    /// What a call is answered at once; nothing: it waits for answer(). Set while no engine runs.
    std::function<std::optional<Reply>(const Call&)> rule = [](const Call&) { return std::nullopt; };
    /// Up to when a system has told everything, in answers to polls.
    std::optional<Timestamp> asOf{};
    /// Runs as the first of start(), on the engine's thread.
    std::function<void(const Call&)> watch = [](const Call&) {};

    void setSink(Sink sink) override { m_sink = std::move(sink); }
    void start(Call call) override
    {
        watch(call);
        const auto reply = rule(call);
        {
            const std::lock_guard lock(m_mutex);
            m_started.push_back(call);
            if (!reply) m_waiting.push_back(call);
        }
        if (reply) tell(call, *reply);
    }
    void stop() override {}

    std::vector<Call> started() const
    {
        const std::lock_guard lock(m_mutex);
        return m_started;
    }
    int count(const std::string& capability, CallPurpose purpose = CallPurpose::Attempt) const
    {
        const std::vector<Call> calls = started();
        return static_cast<int>(std::ranges::count_if(calls, [&](const Call& call) {
            return call.capability == capability && call.purpose == purpose;
        }));
    }
    /// Answers every call that waits for `capability`; how many there were.
    int answer(const std::string& capability, const Reply& reply)
    {
        std::vector<Call> answered;
        {
            const std::lock_guard lock(m_mutex);
            const auto rest = std::ranges::stable_partition(
                m_waiting, [&](const Call& call) { return call.capability != capability; });
            answered.assign(rest.begin(), rest.end());
            m_waiting.erase(rest.begin(), rest.end());
        }
        for (const Call& call : answered)
            tell(call, reply);
        return static_cast<int>(answered.size());
    }

private:
    void tell(const Call& call, const Reply& reply)
    {
        CallResult result{.order = call.order,
                          .effect = call.effect,
                          .attempt = call.attempt,
                          .purpose = call.purpose,
                          .system = call.pack->name(),
                          .capability = call.capability,
                          .reply = reply,
                          .request = "POST " + call.view.key,
                          .response = reply.code};
        if (call.purpose == CallPurpose::Poll) result.asOf = asOf;
        m_sink({std::move(result)});
    }

    Sink m_sink;
    mutable std::mutex m_mutex;
    std::vector<Call> m_started;
    std::vector<Call> m_waiting;
};

} // namespace milepost::test
