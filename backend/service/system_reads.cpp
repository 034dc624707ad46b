// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/service/system_reads.h"

#include <algorithm>
#include <chrono>
#include <map>

namespace milepost {
namespace {

void fillEngine(SystemDetail& system, const EngineStatus& engine)
{
    const auto at = std::ranges::find(engine.systems, system.name, &SystemStatus::name);
    if (at == engine.systems.end()) {
        system.state = "notConnected";
        return;
    }
    system.state = at->state;
    system.lastContactAt = at->lastContactAt;
    system.watermark = at->watermark;
    system.nextProbeAt = at->nextProbeAt;
    system.trouble = at->trouble;
    system.inFlight = at->inFlight;
    system.queued = at->queued;
    system.calls = at->calls;
    system.failures = at->failures;
    system.callsPerSecond =
        static_cast<double>(at->calls) / std::chrono::duration<double>(CallRates::span).count();
}

void fillCapabilities(SystemDetail& system, const std::vector<std::shared_ptr<const Pack>>& packs)
{
    const auto pack =
        std::ranges::find_if(packs, [&](const auto& one) { return one->name() == system.name; });
    if (pack == packs.end()) return;
    for (const Offer& offer : (*pack)->offers())
        system.capabilities.push_back(offer.capability);
}

} // namespace

std::optional<CountsView> readCounts(StoreReader& reader, const std::string& system)
{
    const auto shown = parseCountState(reader.cursor(system, "counts")).shown();
    if (!shown) return std::nullopt;
    return CountsView{.said = shown->said, .arrived = shown->arrived, .from = shown->from, .to = shown->to};
}

std::vector<SystemDetail> readSystems(StoreReader& reader, OpenWork& openWork, const EngineStatus* engine,
                                      const std::vector<std::shared_ptr<const Pack>>& packs)
{
    std::map<std::string, std::int64_t> exceptions;
    for (const ExceptionEntry& entry : reader.exceptions({}))
        ++exceptions[entry.row.exception.system];
    std::map<std::string, std::int64_t> calls;
    openWork.each(reader, [&](OrderId, const OpenOrder& order) {
        for (const std::string& system : order.calls)
            ++calls[system];
    });
    std::vector<SystemDetail> systems;
    for (const SourceRow& row : reader.sources()) {
        SystemDetail& system = systems.emplace_back(SystemDetail{.name = row.system,
                                                                 .kind = row.kind,
                                                                 .state = row.state,
                                                                 .lastContactAt = row.lastContactAt,
                                                                 .watermark = row.watermark,
                                                                 .openExceptions = exceptions[row.system],
                                                                 .counts = readCounts(reader, row.system)});
        if (engine != nullptr) fillEngine(system, *engine);
        if (system.state == "parked" || system.state == "paused") system.parkedEffects = calls[row.system];
        fillCapabilities(system, packs);
    }
    return systems;
}

} // namespace milepost
