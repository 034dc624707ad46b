// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/broken/around_transport.h"

namespace milepost {
namespace broken {
namespace {

constexpr std::int64_t everySo = 7;

/// Takes a done answer of each seventh order for "not done, ask again".
class DropsReply final : public AroundTransport {
public:
    using AroundTransport::AroundTransport;

    void setSink(Sink sink) override
    {
        m_inner.setSink([sink = std::move(sink)](std::vector<CallResult> results) {
            for (CallResult& result : results) {
                const bool isDropped = result.purpose == CallPurpose::Attempt && result.attempt == 1 &&
                                       result.order % everySo == 0 && result.reply.outcome == Outcome::Done;
                if (isDropped) result.reply = Reply{.outcome = Outcome::Refused, .code = "dropped"};
            }
            sink(std::move(results));
        });
    }
};

} // namespace
} // namespace broken

std::unique_ptr<Engine> makeEngine(Store& store, EngineSetup setup)
{
    return broken::engineWith<broken::DropsReply>(store, std::move(setup));
}

} // namespace milepost
