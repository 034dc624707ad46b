// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/broken/around_transport.h"

#include <mutex>
#include <set>
#include <tuple>

namespace milepost {
namespace broken {
namespace {

/// Sends each attempt two times and keeps the second answer to itself.
class SendsTwice final : public AroundTransport {
public:
    using AroundTransport::AroundTransport;

    void setSink(Sink sink) override
    {
        m_inner.setSink([this, sink = std::move(sink)](std::vector<CallResult> results) {
            std::erase_if(results, [this](const CallResult& result) { return isSecond(result); });
            sink(std::move(results));
        });
    }

    void start(Call call) override
    {
        if (call.purpose == CallPurpose::Attempt) m_inner.start(call);
        m_inner.start(std::move(call));
    }

private:
    bool isSecond(const CallResult& result)
    {
        if (result.purpose != CallPurpose::Attempt) return false;
        const std::lock_guard lock(m_mutex);
        const auto [at, isFirst] = m_seen.emplace(result.order, result.effect, result.attempt);
        return !isFirst;
    }

    std::mutex m_mutex;
    std::set<std::tuple<std::int64_t, int, int>> m_seen;
};

} // namespace
} // namespace broken

std::unique_ptr<Engine> makeEngine(Store& store, EngineSetup setup)
{
    return broken::engineWith<broken::SendsTwice>(store, std::move(setup));
}

} // namespace milepost
