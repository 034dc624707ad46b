// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/broken/around_transport.h"

#include <string>

namespace milepost {
namespace broken {
namespace {

/// Makes up a new key for each attempt after the first.
class ForgetsKey final : public AroundTransport {
public:
    using AroundTransport::AroundTransport;

    void start(Call call) override
    {
        if (call.purpose == CallPurpose::Attempt && call.attempt > 1)
            call.view.key += "-" + std::to_string(call.attempt);
        m_inner.start(std::move(call));
    }
};

} // namespace
} // namespace broken

std::unique_ptr<Engine> makeEngine(Store& store, EngineSetup setup)
{
    return broken::engineWith<broken::ForgetsKey>(store, std::move(setup));
}

} // namespace milepost
