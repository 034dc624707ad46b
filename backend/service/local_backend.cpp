// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/service/local_backend.h"

#include "backend/recovery/apply.h"
#include "backend/recovery/engine_work.h"
#include "backend/recovery/gather_evidence.h"
#include "backend/service/annotations.h"
#include "backend/service/editable_view.h"
#include "backend/service/engine_host.h"
#include "backend/service/exception_reads.h"
#include "backend/service/ingest.h"
#include "backend/service/inventory_reads.h"
#include "backend/service/lineage_view.h"
#include "backend/service/list_reads.h"
#include "backend/service/overview_reads.h"
#include "backend/service/plan_view.h"
#include "backend/service/policies.h"
#include "backend/service/reader_pool.h"
#include "backend/service/reads.h"
#include "backend/service/side_context.h"
#include "backend/service/system_reads.h"
#include "backend/service/work_reads.h"
#include "backend/store/backup.h"
#include "backend/store/owner_lock.h"
#include "backend/store/verify.h"

#include <algorithm>
#include <chrono>
#include <exception>
#include <future>
#include <mutex>
#include <thread>
#include <utility>

namespace milepost {
namespace {

constexpr auto pauseDeadline = std::chrono::seconds(10);

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
        , m_readers(m_setup.store)
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
            return readOrder(reader, *id, now());
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

    Result<std::vector<OrderId>> orderIds(const OrderFilter& filter, std::stop_token stop) override
    {
        using Ids = std::vector<OrderId>;
        return read<Ids>(
            [&](StoreReader& reader) -> Result<Ids> {
                return readOrderIds(reader, m_openWork, filter, now(), stop);
            },
            stop);
    }

    Result<std::vector<OrderRow>> ordersById(std::span<const OrderId> ids) override
    {
        using Rows = std::vector<OrderRow>;
        return read<Rows>(
            [&](StoreReader& reader) -> Result<Rows> { return readOrderRows(reader, ids, now()); });
    }

    Result<std::vector<FoundNumber>> find(const std::string& text, std::size_t limit) override
    {
        using Numbers = std::vector<FoundNumber>;
        return read<Numbers>(
            [&](StoreReader& reader) -> Result<Numbers> { return findNumbers(reader, text, limit); });
    }

    Result<std::vector<std::string>> channels() override
    {
        using Names = std::vector<std::string>;
        return read<Names>([](StoreReader& reader) -> Result<Names> { return reader.channels(); });
    }

    Result<std::vector<std::string>> nodes() override
    {
        using Names = std::vector<std::string>;
        return read<Names>(
            [this](StoreReader& reader) -> Result<Names> { return readNodes(reader, m_openWork); });
    }

    Result<ExceptionDetail> exception(std::int64_t id) override
    {
        const auto running = host();
        const auto context = running ? std::optional(planContext(*running)) : std::nullopt;
        return read<ExceptionDetail>([&](StoreReader& reader) -> Result<ExceptionDetail> {
            return readException(reader, id, context);
        });
    }

    Result<Evidence> evidence(std::int64_t id, Duration deadline) override
    {
        const auto running = host();
        return read<Evidence>([&](StoreReader& reader) -> Result<Evidence> {
            if (running) return gatherEvidence(reader, id, planContext(*running), deadline);
            const auto side = SideContext::open(reader, networkBeside());
            if (!side) return side.error();
            return gatherEvidence(reader, id, (*side)->context(), deadline);
        });
    }

    Status claim(const std::vector<std::int64_t>& exceptions, const std::string& actor) override
    {
        return onStore([&](Store& store, StoreReader& reader) {
            return writeClaims(store, reader, {.exceptions = exceptions, .actor = actor}, now());
        });
    }
    Status takeOver(const std::vector<std::int64_t>& exceptions, const std::string& from,
                    const std::string& actor, const std::string& reason) override
    {
        if (from.empty() || reason.empty())
            return Error{.kind = ErrorKind::InvalidInput,
                         .message = "to take exceptions over needs who has them, and a reason for the audit"};
        return onStore([&](Store& store, StoreReader& reader) {
            return writeClaims(store, reader,
                               {.exceptions = exceptions, .actor = actor, .from = from, .reason = reason},
                               now());
        });
    }
    Status unclaim(const std::vector<std::int64_t>& exceptions, const std::string& actor) override
    {
        return onStore([&](Store& store, StoreReader& reader) {
            return writeClaims(store, reader, {.exceptions = exceptions, .isClaimed = false, .actor = actor},
                               now());
        });
    }
    Result<std::vector<EditableField>> editable(std::int64_t exception) override
    {
        using Fields = std::vector<EditableField>;
        return read<Fields>(
            [&](StoreReader& reader) -> Result<Fields> { return readEditable(reader, exception); });
    }
    Result<std::vector<EditableField>> editableOrder(std::string_view orderNo) override
    {
        using Fields = std::vector<EditableField>;
        return read<Fields>([&](StoreReader& reader) -> Result<Fields> {
            const auto id = findOrder(reader, orderNo);
            if (!id) return id.error();
            return readEditableOrder(reader, *id);
        });
    }
    Status annotate(const std::vector<std::int64_t>& exceptions, const Annotation& annotation,
                    const std::string& actor) override
    {
        return onStore([&](Store& store, StoreReader& reader) {
            return writeAnnotation(store, reader, exceptions, annotation, actor, now());
        });
    }
    Result<std::vector<InventoryRow>> inventory() override
    {
        using Rows = std::vector<InventoryRow>;
        return read<Rows>([](StoreReader& reader) -> Result<Rows> { return readInventory(reader); });
    }
    Result<PoliciesView> policies() override
    {
        auto view = read<PoliciesView>([this](StoreReader& reader) -> Result<PoliciesView> {
            return readPolicies(reader, processOfOrders());
        });
        if (view && !host()) view->ownedBy = ownerOf(m_setup.store);
        return view;
    }
    Result<PolicyProposal> proposePolicies(const PolicyOrder& order) override
    {
        return read<PolicyProposal>([&](StoreReader& reader) -> Result<PolicyProposal> {
            return milepost::proposePolicies(reader, order);
        });
    }
    Result<PolicyProposal> savePolicies(const PolicyOrder& order) override;
    Result<std::vector<PolicyVersionView>> policyVersions() override
    {
        using Versions = std::vector<PolicyVersionView>;
        return read<Versions>(
            [](StoreReader& reader) -> Result<Versions> { return readPolicyVersions(reader); });
    }
    Result<OverviewView> overview() override
    {
        return read<OverviewView>([this](StoreReader& reader) -> Result<OverviewView> {
            OverviewView view = readOverview(reader, m_openWork, now());
            m_trends.note(view);
            return view;
        });
    }

    Result<std::vector<SystemDetail>> systems() override;
    Status pauseSystem(const std::string& system, bool isPaused, const std::string& actor,
                       const std::string& reason) override;
    Result<std::vector<ActivityView>> activities(std::size_t limit) override
    {
        using Activities = std::vector<ActivityView>;
        return read<Activities>(
            [&](StoreReader& reader) -> Result<Activities> { return readActivities(reader, limit); });
    }

    Result<std::vector<AuditEntry>> audit(const AuditFilter& filter) override
    {
        using Entries = std::vector<AuditEntry>;
        return read<Entries>(
            [&](StoreReader& reader) -> Result<Entries> { return readAudit(reader, filter); });
    }

    Result<VerifyView> verify(bool quick, std::stop_token stop, Progress progress) override;
    Status backup(const std::filesystem::path& file, Progress progress) override;
    Status restore(const std::filesystem::path& file, const std::string& actor) override;
    Result<IngestView> ingest(const std::vector<std::filesystem::path>& paths, Progress progress) override;
    Result<RunView> start(const RunSetup& setup) override;
    void stop() override { setHost(nullptr); }
    EngineView engineStatus() override;
    void onCommit(std::function<void(const ChangeView&)> listener) override;
    void submit(std::string source, std::string raw,
                std::function<void(const IngestedDocument&)> done) override;

    void pollNow() override
    {
        if (const auto running = host()) running->engine().pollNow();
    }

    Result<PlanView> plan(const PlanOrder& order) override;
    Result<OutcomeView> apply(const ApplyOrder& order, std::stop_token stop,
                              std::function<void(const OutcomeView&)> progress) override;

private:
    /// Runs a read on a connection of its own.
    template <typename T, typename Work>
    Result<T> read(const Work& work, const std::stop_token& stop = {})
    {
        return guarded(m_setup.store, [&]() -> Result<T> { return m_readers.with<T>(work, stop); });
    }

    /// The engine that runs here, kept alive while it is used; null: none.
    std::shared_ptr<EngineHost> host() const
    {
        const std::lock_guard lock(m_mutex);
        return m_host;
    }

    /// What was there before ends, with the last who uses it.
    void setHost(std::shared_ptr<EngineHost> host)
    {
        {
            const std::lock_guard lock(m_mutex);
            std::swap(m_host, host);
        }
        while (host && host.use_count() > 1)
            std::this_thread::sleep_for(std::chrono::milliseconds(1));
    }

    void listenTo(EngineHost& host);
    Timestamp now() const;
    std::string processOfOrders() const; ///< the process that new orders follow
    NetworkFile networkBeside() const;   ///< empty: there is none

    /// Runs work with an engine: the started one, else one without systems for just this.
    template <typename T, typename Work>
    Result<T> withHost(const Work& work)
    {
        return guarded(m_setup.store, [&]() -> Result<T> {
            if (const auto running = this->host()) return work(*running);
            auto host = EngineHost::open(m_setup.store, m_setup.packs, RunSetup{});
            if (!host) return host.error();
            return work(**host);
        });
    }

    /// Runs `work(Store&, StoreReader&)` on the engine's thread, which alone writes: two people never change
    /// the same thing at once.
    template <typename Work>
    Status onStore(const Work& work)
    {
        const auto written = withHost<Done>([&](EngineHost& host) -> Result<Done> {
            return read<Done>([&](StoreReader& reader) -> Result<Done> {
                Status status = Done{};
                runOnEngine(host.engine(), [&](Store& store) { status = work(store, reader); });
                if (!status) return status.error();
                return Done{};
            });
        });
        if (!written) return written.error();
        return Done{};
    }

    PlanContext planContext(EngineHost& host) const;

    LocalSetup m_setup;
    ReaderPool m_readers;
    OpenWork m_openWork;
    ConcernTrends m_trends;
    mutable std::mutex m_mutex; ///< of what follows
    std::shared_ptr<EngineHost> m_host;
    std::function<void(const ChangeView&)> m_listener;
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

Status LocalBackend::restore(const std::filesystem::path& file, const std::string& actor)
{
    setHost(nullptr);
    m_readers.clear();
    return guarded(m_setup.store, [&]() -> Status {
        const auto restored = restoreStore(file, m_setup.store);
        m_openWork.clear();
        m_trends.clear();
        if (!restored) return restored.error();
        const AuditRow row{.at = now(),
                           .actor = actor,
                           .action = "restore",
                           .target = file.string(),
                           .before = restored->aside.empty() ? "" : "kept as " + restored->aside.string()};
        return onStore([&](Store& store, StoreReader&) -> Status {
            store.commit(Batch{.changes = {Change{.audit = {row}}}});
            return Done{};
        });
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
        if (this->host()) return Error{.kind = ErrorKind::Conflict, .message = "the engine runs already"};
        auto host = EngineHost::open(m_setup.store, m_setup.packs, setup);
        if (!host) return host.error();
        listenTo(**host);
        const RunView view = (*host)->view();
        setHost(*std::move(host));
        return view;
    });
}

EngineView LocalBackend::engineStatus()
{
    const auto running = host();
    if (!running) return {};
    return engineView(running->freshStatus(), *running);
}

void LocalBackend::onCommit(std::function<void(const ChangeView&)> listener)
{
    {
        const std::lock_guard lock(m_mutex);
        m_listener = std::move(listener);
    }
    if (const auto running = host()) listenTo(*running);
}

void LocalBackend::listenTo(EngineHost& host)
{
    std::function<void(const ChangeView&)> listener;
    {
        const std::lock_guard lock(m_mutex);
        listener = m_listener;
    }
    if (!listener) return;
    host.engine().onChange([listener = std::move(listener)](const ChangeSet& change) {
        listener({.orders = change.orders,
                  .exceptionsChanged = change.exceptionsChanged,
                  .systemsChanged = change.systemsChanged});
    });
}

Result<std::vector<SystemDetail>> LocalBackend::systems()
{
    using Details = std::vector<SystemDetail>;
    const auto running = host();
    return read<Details>([&](StoreReader& reader) -> Result<Details> {
        if (!running) return readSystems(reader, m_openWork, nullptr, {});
        const EngineStatus status = running->engine().status();
        return readSystems(reader, m_openWork, &status, running->definitions().packs);
    });
}

Status LocalBackend::pauseSystem(const std::string& system, bool isPaused, const std::string& actor,
                                 const std::string& reason)
{
    const auto running = host();
    if (!running)
        return Error{.kind = ErrorKind::Conflict,
                     .message = "a system is paused and resumed by the running engine"};
    auto answered = std::make_shared<std::promise<CommandReceipt>>();
    running->engine().pause(system, {.isPaused = isPaused, .actor = actor, .reason = reason},
                            [answered](const CommandReceipt& receipt) { answered->set_value(receipt); });
    auto answer = answered->get_future();
    if (answer.wait_for(pauseDeadline) != std::future_status::ready)
        return Error{.kind = ErrorKind::Timeout, .message = "the engine did not answer in time"};
    const CommandReceipt receipt = answer.get();
    if (receipt.isDone) return Done{};
    return Error{.kind = receipt.isRefused ? ErrorKind::NotFound : ErrorKind::Internal,
                 .message = receipt.reason};
}

/// The time is that of the network beside the store, where there is one: keys expire by its clock.
Timestamp LocalBackend::now() const
{
    const auto running = host();
    if (running && !running->network().endpoints.empty()) return running->network().clock.now();
    return networkBeside().clock.now();
}

std::string LocalBackend::processOfOrders() const
{
    const auto running = host();
    return running ? running->processName() : processNameOf({}, networkBeside());
}

Result<PolicyProposal> LocalBackend::savePolicies(const PolicyOrder& order)
{
    return withHost<PolicyProposal>([&](EngineHost& host) -> Result<PolicyProposal> {
        return read<PolicyProposal>([&](StoreReader& reader) -> Result<PolicyProposal> {
            Result<PolicyProposal> answer = PolicyProposal{};
            host.changePolicies([&](Store& store) -> std::optional<PolicySet> {
                auto saved = writePolicies(store, reader, order, now());
                if (saved)
                    answer = saved->saved;
                else
                    answer = saved.error();
                return saved ? std::optional(std::move(saved->policies)) : std::nullopt;
            });
            return answer;
        });
    });
}

NetworkFile LocalBackend::networkBeside() const
{
    auto beside = readNetworkFile(m_setup.store.parent_path() / "network.json");
    return beside ? *std::move(beside) : NetworkFile{};
}

void LocalBackend::submit(std::string source, std::string raw,
                          std::function<void(const IngestedDocument&)> done)
{
    const auto running = host();
    if (!running) return done({.result = "rejected", .reason = "the engine does not run"});
    running->submit(std::move(source), std::move(raw), [done = std::move(done)](const Receipt& receipt) {
        IngestedDocument document;
        fillOutcome(document, receipt);
        done(document);
    });
}

PlanContext LocalBackend::planContext(EngineHost& host) const
{
    PlanContext context = planContextOf(host.definitions(), host.network(), now());
    context.policies = host.policies();
    context.inquiry = host.inquiry();
    return context;
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
                                  .edits = order.edits,
                                  .detail = order.detail},
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
    const auto running = host();
    if (!running) return Error{.kind = ErrorKind::Conflict, .message = "a plan needs a running engine"};
    return read<OutcomeView>([&](StoreReader& reader) -> Result<OutcomeView> {
        ApplySetup setup{.perSecond = order.perSecond,
                         .ramp = order.ramp,
                         .wait = order.wait,
                         .actor = order.actor,
                         .stop = stop};
        const PlanContext context = planContext(*running);
        setup.ask = [&](const StoredOrder& stored, const OpenException& exception) {
            return askForOne(stored, exception, context);
        };
        if (progress)
            setup.progress = [&](const std::vector<PlanItemRow>& items) {
                progress(outcomeSums(order.planId, items));
            };
        const auto items = PlanRun(running->engine(), reader, order.planId, std::move(setup)).carryOut();
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
