// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/service/side_context.h"

#include <algorithm>
#include <map>

namespace milepost {

PlanContext planContextOf(const Definitions& definitions, const NetworkFile& network, Timestamp now)
{
    PlanContext context{.oldPacks = definitions.oldPacks,
                        .processes = definitions.processes,
                        .policies = definitions.policies,
                        .now = now};
    for (const auto& pack : definitions.packs) {
        const bool isConnected =
            network.endpoints.empty() ||
            std::ranges::find(network.endpoints, pack->name(), &Endpoint::system) != network.endpoints.end();
        (isConnected ? context.packs : context.oldPacks).push_back(pack);
    }
    return context;
}

Result<std::unique_ptr<SideContext>> SideContext::open(StoreReader& reader, NetworkFile network)
{
    auto definitions = readDefinitions(reader);
    if (!definitions) return definitions.error();
    std::unique_ptr<SideContext> side(new SideContext);
    side->m_network = std::move(network);
    side->m_definitions = *std::move(definitions);
    if (side->m_network.endpoints.empty()) return side;
    std::map<std::string, std::shared_ptr<const Endpoint>, std::less<>> endpoints;
    for (const Endpoint& endpoint : side->m_network.endpoints)
        endpoints[endpoint.system] = std::make_shared<const Endpoint>(endpoint);
    side->m_transport = std::make_unique<WebTransport>(
        [endpoints](std::string_view system) {
            const auto found = endpoints.find(system);
            return found == endpoints.end() ? nullptr : found->second;
        },
        HttpOptions{.clockSpeed = side->m_network.clock.speed()});
    side->m_inquiry = std::make_unique<LiveInquiry>(*side->m_transport);
    return side;
}

SideContext::~SideContext()
{
    if (m_transport) m_transport->stop();
}

PlanContext SideContext::context() const
{
    PlanContext context = planContextOf(m_definitions, m_network, m_network.clock.now());
    context.inquiry = m_inquiry.get();
    return context;
}

} // namespace milepost
