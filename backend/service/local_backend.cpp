// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/service/local_backend.h"

#include "backend/recovery/apply.h"
#include "backend/recovery/engine_work.h"
#include "backend/service/editable_view.h"
#include "backend/service/engine_host.h"
#include "backend/service/ingest.h"
#include "backend/service/lineage_view.h"
#include "backend/service/plan_view.h"
#include "backend/service/reads.h"
#include "backend/store/backup.h"
#include "backend/store/verify.h"

#include <algorithm>
#include <exception>
#include <utility>

namespace milepost {
namespace {

/// The border where exceptions of the store become values.
template <typename Work>
auto guarded(const std::filesystem::path& store, const Work& work) -> decltype(work())
{
    try {
        return work();
    } catch (const std::exception& failure) {
        return Error{.kind = ErrorKind::Internal, .message = store.string() + ": " + failure.what()};
    }
}

EngineView engineView(const EngineStatus& status, const EngineHost& host)
{
    EngineView view{.isRunning = true,
                    .now = status.now,
                    .speed = host.network().clock.speed(),
                    .openOrders = status.openOrders,
                    .waiting = status.waiting,
                    .parked = status.parked,
                    .inFlight = status.inFlight,
                    .sent = status.sent,
                    .unknown = status.unknown,
                    .queuedInputs = status.queuedInputs,
                    .nextDue = status.nextDue,
                    .commits = status.commits,
                    .trouble = status.trouble};
    for (const SystemStatus& system : status.systems)
        view.systems.push_back({.name = system.name,
                                .state = system.state,
                                .isPolled = host.isPolled(system.name),
                                .lastPolledAt = system.lastPolledAt,
                                .watermark = system.watermark,
                                .inFlight = system.inFlight,
                                .queued = system.queued});
    return view;
}

class LocalBackend final : public Backend {
public:
    explicit LocalBackend(LocalSetup setup)
        : m_setup(std::move(setup))
    {
    }

    Result<StatusView> status() override
    {
        return read<StatusView>([](StoreReader& reader) -> Result<StatusView> { return readStatus(reader); });
    }

    Result<OrderPage> orders(const OrderFilter& filter) override
    {
        return read<OrderPage>(
            [&](StoreReader& reader) -> Result<OrderPage> { return readOrders(reader, filter); });
    }

    Result<OrderView> order(std::string_view orderNo) override
    {
        return read<OrderView>([&](StoreReader& reader) -> Result<OrderView> {
            const auto id = findOrder(reader, orderNo);
            if (!id) return id.error();
            return readOrder(reader, *id);
        });
    }

    Result<LineageView> lineage(std::string_view orderNo) override
    {
        return read<LineageView>([&](StoreReader& reader) -> Result<LineageView> {
            const auto id = findOrder(reader, orderNo);
            if (!id) return id.error();
            return lineageView(reader.facts(*id), Catalogue(reader));
        });
    }

    Result<std::string> payload(PayloadId id) override
    {
        return read<std::string>([&](StoreReader& reader) -> Result<std::string> {
            if (reader.payloadRow(id)) return reader.payload(id);
            return Error{.kind = ErrorKind::NotFound,
                         .message = "there is no payload " + std::to_string(id.value)};
        });
    }

    Result<ExceptionPage> exceptions(const ExceptionFilter& filter) override
    {
        return read<ExceptionPage>(
            [&](StoreReader& reader) -> Result<ExceptionPage> { return readExceptions(reader, filter); });
    }

    Result<std::vector<ExceptionGroup>> exceptionGroups(const ExceptionFilter& filter) override
    {
        using Groups = std::vector<ExceptionGroup>;
        return read<Groups>(
            [&](StoreReader& reader) -> Result<Groups> { return readGroups(reader, filter); });
    }

    Result<std::vector<OrderId>> orderIds(const OrderFilter&, std::stop_token) override { return later(); }
    Result<std::vector<OrderRow>> ordersById(std::span<const OrderId>) override { return later(); }
    Result<std::vector<FoundNumber>> find(const std::string&, std::size_t) override { return later(); }
    Result<std::vector<std::string>> channels() override { return later(); }
    Result<std::vector<std::string>> nodes() override { return later(); }
    Result<ExceptionDetail> exception(std::int64_t) override { return later(); }
    Status claim(const std::vector<std::int64_t>&, const std::string&) override { return later(); }
    Status unclaim(const std::vector<std::int64_t>&, const std::string&) override { return later(); }
    Result<std::vector<EditableField>> editable(std::int64_t exception) override
    {
        using Fields = std::vector<EditableField>;
        return read<Fields>(
            [&](StoreReader& reader) -> Result<Fields> { return readEditable(reader, exception); });
    }
    Result<OverviewView> overview() override { return later(); }
    Result<std::vector<SystemDetail>> systems() override { return later(); }
    Status pauseSystem(const std::string&, bool, const std::string&, const std::string&) override
    {
        return later();
    }
    Result<std::vector<ActivityView>> activities(std::size_t) override { return later(); }
    Result<std::vector<AuditEntry>> audit(const AuditFilter&) override { return later(); }

    Result<VerifyView> verify(bool quick, std::stop_token stop, Progress progress) override;
    Status backup(const std::filesystem::path& file, Progress progress) override;
    Status restore(const std::filesystem::path& file) override;
    Result<IngestView> ingest(const std::vector<std::filesystem::path>& paths, Progress progress) override;
    Result<RunView> start(const RunSetup& setup) override;
    void stop() override { m_host.reset(); }
    EngineView engineStatus() override;
    void onCommit(std::function<void(const ChangeView&)> listener) override;
    void submit(std::string source, std::string raw,
                std::function<void(const IngestedDocument&)> done) override;

    void pollNow() override
    {
        if (m_host) m_host->engine().pollNow();
    }

    Result<PlanView> plan(const PlanOrder& order) override;
    Result<OutcomeView> apply(const ApplyOrder& order, std::stop_token stop,
                              std::function<void(const OutcomeView&)> progress) override;

private:
    /// Runs a read on the connection for reading, opened at first use.
    template <typename T, typename Work>
    Result<T> read(const Work& work)
    {
        return guarded(m_setup.store, [&]() -> Result<T> {
            if (!m_reader) {
                auto opened = StoreReader::open(m_setup.store);
                if (!opened) return opened.error();
                m_reader = *std::move(opened);
            }
            return work(*m_reader);
        });
    }

    /// Runs work with an engine: the started one, else one without systems for just this.
    template <typename T, typename Work>
    Result<T> withHost(const Work& work)
    {
        return guarded(m_setup.store, [&]() -> Result<T> {
            if (m_host) return work(*m_host);
            auto host = EngineHost::open(m_setup.store, m_setup.packs, RunSetup{});
            if (!host) return host.error();
            return work(**host);
        });
    }

    PlanContext planContext(const EngineHost& host) const;
    static Error later() { return {.kind = ErrorKind::Unavailable, .message = "under construction"}; }

    LocalSetup m_setup;
    std::unique_ptr<StoreReader> m_reader;
    std::unique_ptr<EngineHost> m_host;
};

Result<VerifyView> LocalBackend::verify(bool quick, std::stop_token stop, Progress progress)
{
    return guarded(m_setup.store, [&]() -> Result<VerifyView> {
        VerifyOptions options{.quick = quick};
        if (progress) options.progress = [&](const VerifyProgress& now) { progress(now.done, now.total); };
        const auto report = verifyStore(m_setup.store, options, stop);
        if (!report) return report.error();
        if (!report->isComplete)
            return Error{.kind = ErrorKind::Timeout,
                         .message = "the verification was stopped; nothing was proven"};
        VerifyView view{.ok = report->ok};
        for (const VerifyCheck& check : report->checks)
            view.checks.push_back({check.name, check.ok, check.detail});
        return view;
    });
}

Status LocalBackend::backup(const std::filesystem::path& file, Progress progress)
{
    return guarded(m_setup.store, [&]() -> Status { return backupStore(m_setup.store, file, progress); });
}

Status LocalBackend::restore(const std::filesystem::path& file)
{
    m_reader.reset();
    m_host.reset();
    return guarded(m_setup.store, [&]() -> Status {
        const auto restored = restoreStore(file, m_setup.store);
        if (!restored) return restored.error();
        return Done{};
    });
}

Result<IngestView> LocalBackend::ingest(const std::vector<std::filesystem::path>& paths, Progress progress)
{
    const auto files = filesBelow(paths);
    if (!files) return files.error();
    return withHost<IngestView>(
        [&](EngineHost& host) -> Result<IngestView> { return ingestFiles(host, *files, progress); });
}

Result<RunView> LocalBackend::start(const RunSetup& setup)
{
    return guarded(m_setup.store, [&]() -> Result<RunView> {
        if (m_host) return Error{.kind = ErrorKind::Conflict, .message = "the engine runs already"};
        auto host = EngineHost::open(m_setup.store, m_setup.packs, setup);
        if (!host) return host.error();
        m_host = *std::move(host);
        return m_host->view();
    });
}

EngineView LocalBackend::engineStatus()
{
    if (!m_host) return {};
    return engineView(m_host->freshStatus(), *m_host);
}

void LocalBackend::onCommit(std::function<void(const ChangeView&)> listener)
{
    if (!m_host) return;
    m_host->engine().onChange([listener = std::move(listener)](const ChangeSet& change) {
        listener({.orders = change.orders,
                  .exceptionsChanged = change.exceptionsChanged,
                  .systemsChanged = change.systemsChanged});
    });
}

void LocalBackend::submit(std::string source, std::string raw,
                          std::function<void(const IngestedDocument&)> done)
{
    if (!m_host) return done({.result = "rejected", .reason = "the engine does not run"});
    m_host->submit(std::move(source), std::move(raw), [done = std::move(done)](const Receipt& receipt) {
        IngestedDocument document;
        fillOutcome(document, receipt);
        done(document);
    });
}

/// The time is that of the network beside the store, where there is one: keys expire by its clock.
PlanContext LocalBackend::planContext(const EngineHost& host) const
{
    const Definitions& definitions = host.definitions();
    const auto beside = readNetworkFile(m_setup.store.parent_path() / "network.json");
    const bool isConnected = !host.network().endpoints.empty();
    return {.packs = definitions.packs,
            .oldPacks = definitions.oldPacks,
            .processes = definitions.processes,
            .policies = definitions.policies,
            .now = !isConnected && beside ? beside->clock.now() : host.network().clock.now()};
}

Result<PlanView> LocalBackend::plan(const PlanOrder& order)
{
    return withHost<PlanView>([&](EngineHost& host) -> Result<PlanView> {
        return read<PlanView>([&](StoreReader& reader) -> Result<PlanView> {
            auto plan = makePlan(reader,
                                 {.action = order.action,
                                  .selector = order.selector,
                                  .kind = order.kind,
                                  .actor = order.actor,
                                  .reason = order.reason,
                                  .edits = order.edits},
                                 planContext(host));
            if (!plan) return plan.error();
            runOnEngine(host.engine(), [&](Store& store) { storePlan(store, *plan); });
            return planView(*plan, reader);
        });
    });
}

Result<OutcomeView> LocalBackend::apply(const ApplyOrder& order, std::stop_token stop,
                                        std::function<void(const OutcomeView&)> progress)
{
    if (!m_host) return Error{.kind = ErrorKind::Conflict, .message = "a plan needs a running engine"};
    return read<OutcomeView>([&](StoreReader& reader) -> Result<OutcomeView> {
        ApplySetup setup{.perSecond = order.perSecond,
                         .ramp = order.ramp,
                         .wait = order.wait,
                         .actor = order.actor,
                         .stop = stop};
        if (progress)
            setup.progress = [&](const std::vector<PlanItemRow>& items) {
                progress(outcomeSums(order.planId, items));
            };
        const auto items = PlanRun(m_host->engine(), reader, order.planId, std::move(setup)).carryOut();
        if (!items) return items.error();
        return outcomeView(order.planId, *items, reader);
    });
}

} // namespace

std::unique_ptr<Backend> makeLocalBackend(LocalSetup setup)
{
    return std::make_unique<LocalBackend>(std::move(setup));
}

} // namespace milepost
