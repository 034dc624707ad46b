// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/connectors/transport.h"
#include "backend/engine/engine_loop.h"

#include <memory>

/// Engines that are broken on purpose, so that the judge (`headless`, the demo network's books) can be
/// judged. Each is the real engine with a fault put between it and its transport; the program links its own
/// makeEngine().
namespace milepost::broken {

/// Passes everything on as it is.
class AroundTransport : public Transport {
public:
    explicit AroundTransport(Transport& inner)
        : m_inner(inner)
    {
    }
    void setSink(Sink sink) override { m_inner.setSink(std::move(sink)); }
    void start(Call call) override { m_inner.start(std::move(call)); }
    void settle(const std::vector<std::string>& files) override { m_inner.settle(files); }
    void stop() override { m_inner.stop(); }

protected:
    Transport& m_inner;
};

/// The engine over a transport with that fault. The fault lives as long as the program.
template <typename Fault>
std::unique_ptr<Engine> engineWith(Store& store, EngineSetup setup)
{
    static std::unique_ptr<Fault> fault;
    if (setup.http != nullptr) {
        fault = std::make_unique<Fault>(*setup.http);
        setup.http = fault.get();
    }
    return std::make_unique<EngineLoop>(store, std::move(setup));
}

} // namespace milepost::broken
