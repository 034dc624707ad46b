// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/service/engine_host.h"

#include <algorithm>
#include <chrono>
#include <exception>
#include <future>
#include <random>
#include <thread>

namespace milepost {
namespace {

constexpr std::size_t maxReading = 256;
constexpr auto pictureTime = std::chrono::seconds(2);
constexpr auto lookInterval = std::chrono::microseconds(200);
constexpr int looksPerTurn = 5;

Error noProcess(const std::string& name)
{
    return {.kind = ErrorKind::NotFound,
            .message = "there is no process '" + name + "' among the built-in resources and --packs"};
}

} // namespace

Result<std::unique_ptr<EngineHost>> EngineHost::open(const std::filesystem::path& store,
                                                     const std::filesystem::path& packs,
                                                     const RunSetup& setup)
{
    std::unique_ptr<EngineHost> host(new EngineHost);
    if (!setup.network.empty()) {
        auto network = readNetworkFile(setup.network);
        if (!network) return network.error();
        host->m_network = *std::move(network);
    }
    auto opened = Store::open(store);
    if (!opened) return opened.error();
    host->m_store = *std::move(opened);
    if (const Status prepared = host->prepare(packs, setup); !prepared) return prepared.error();
    host->m_engine = makeEngine(*host->m_store, host->engineSetup(setup));
    host->m_engine->start();
    host->m_readers = std::make_unique<WorkerPool>(1, maxReading);
    if (!setup.hasGateway || host->m_endpoints.empty()) return host;
    if (const Status gateway = host->openGateway(); !gateway) return gateway.error();
    return host;
}

/// What brings new work in ends first, the store last.
EngineHost::~EngineHost()
{
    if (m_gateway) m_gateway->stop();
    if (m_readers) m_readers->close();
    if (m_engine) m_engine->stop();
    if (m_http) m_http->stop();
    if (m_questions) m_questions->stop();
    if (m_files) m_files->stop();
}

Status EngineHost::prepare(const std::filesystem::path& packs, const RunSetup& setup)
{
    const auto texts = definitionTexts(packs);
    if (!texts) return texts.error();
    auto definitions = registerDefinitions(*m_store, *texts, m_network.clock.now());
    if (!definitions) return definitions.error();
    m_definitions = *std::move(definitions);
    m_policies = m_definitions.policies;
    m_process = processNameOf(setup, m_network);
    if (m_definitions.processNamed(m_process) == 0) return noProcess(m_process);
    for (const Endpoint& endpoint : m_network.endpoints)
        m_endpoints[endpoint.system] = std::make_shared<const Endpoint>(endpoint);
    m_http =
        std::make_unique<WebTransport>(endpointLookup(), HttpOptions{.clockSpeed = m_network.clock.speed()});
    m_files = std::make_unique<FileTransport>(endpointLookup());
    if (m_endpoints.empty()) return Done{};
    m_questions =
        std::make_unique<WebTransport>(endpointLookup(), HttpOptions{.clockSpeed = m_network.clock.speed()});
    m_inquiry = std::make_unique<LiveInquiry>(*m_questions);
    return Done{};
}

std::string processNameOf(const RunSetup& setup, const NetworkFile& network)
{
    if (!setup.process.empty()) return setup.process;
    return network.process.empty() ? "order-to-cash" : network.process;
}

EngineSetup EngineHost::engineSetup(const RunSetup& setup)
{
    EngineSetup engine{.oldPacks = m_definitions.oldPacks,
                       .processes = m_definitions.processes,
                       .process = m_definitions.processNamed(m_process),
                       .policies = m_definitions.policies,
                       .http = m_http.get(),
                       .files = m_files.get(),
                       .codec = &m_store->codec(),
                       .clock = &m_network.clock,
                       .maxOrdersInFlight = setup.maxOrdersInFlight,
                       .advances = !m_endpoints.empty(),
                       .seed = std::random_device()()};
    for (const auto& pack : m_definitions.packs)
        (m_endpoints.contains(pack->name()) ? engine.packs : engine.oldPacks).push_back(pack);
    engine.readAgain = [this](const InboxRow& row, const std::string& raw) { return readAgain(row, raw); };
    return engine;
}

Status EngineHost::openGateway()
{
    const IncomingSink sink = [this](IncomingMessage message, std::function<void(bool)> done) {
        m_engine->receive(std::move(message),
                          [done = std::move(done)](const Receipt& receipt) { done(receipt.isDurable); });
    };
    auto gateway = HttpGateway::open(
        endpointLookup(), [this](std::string_view source) { return packsFor(source); }, sink);
    if (!gateway) return gateway.error();
    m_gateway = *std::move(gateway);
    return Done{};
}

EndpointLookup EngineHost::endpointLookup() const
{
    return [this](std::string_view system) {
        const auto found = m_endpoints.find(system);
        return found == m_endpoints.end() ? nullptr : found->second;
    };
}

Packs EngineHost::packsFor(std::string_view source) const
{
    Packs packs;
    std::ranges::copy_if(m_definitions.packs, std::back_inserter(packs),
                         [&](const auto& pack) { return pack->name() == source; });
    return packs;
}

std::vector<IncomingMessage> EngineHost::readAgain(const InboxRow& row, const std::string& raw) const
{
    return milepost::readAgain(packsFor(row.source), row.source, row.file, row.messageId, raw);
}

EngineStatus EngineHost::freshStatus()
{
    const auto deadline = std::chrono::steady_clock::now() + pictureTime;
    const Timestamp asked = m_network.clock.now();
    for (;;) {
        m_engine->run([](Store&) {}); // a turn that does nothing else takes a picture at its end
        for (int look = 0; look < looksPerTurn; ++look) {
            EngineStatus status = m_engine->status();
            // an engine that is busy, or cannot write, takes one now and then: that will do at the latest
            if (status.now > asked || std::chrono::steady_clock::now() > deadline) return status;
            std::this_thread::sleep_for(lookInterval);
        }
    }
}

RunView EngineHost::view() const
{
    return {.gateway = m_gateway ? m_gateway->url() : std::string(),
            .control = m_network.control,
            .speed = m_network.clock.speed()};
}

PolicySet EngineHost::policies() const
{
    const std::lock_guard lock(m_policiesMutex);
    return m_policies;
}

void EngineHost::changePolicies(const std::function<std::optional<PolicySet>(Store&)>& work)
{
    std::promise<void> ended;
    m_engine->changePolicies([&](Store& store) -> std::optional<PolicySet> {
        try {
            auto policies = work(store);
            if (policies) {
                const std::lock_guard lock(m_policiesMutex);
                m_policies = *policies;
            }
            ended.set_value();
            return policies;
        } catch (...) {
            ended.set_exception(std::current_exception());
            return std::nullopt;
        }
    });
    ended.get_future().get();
}

bool EngineHost::isPolled(const std::string& system) const
{
    return m_endpoints.contains(system) && std::ranges::any_of(m_definitions.packs, [&](const auto& pack) {
               return pack->name() == system && !pack->polls().empty();
           });
}

void EngineHost::submit(std::string source, std::string raw, std::function<void(Receipt)> done)
{
    m_readers->post(
        [this, source = std::move(source), raw = std::move(raw), done = std::move(done)]() mutable {
            for (IncomingMessage& message : readWebhook(packsFor(source), source, std::move(raw), {}))
                m_engine->receive(std::move(message), done);
        });
}

} // namespace milepost
