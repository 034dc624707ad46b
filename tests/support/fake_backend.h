// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/service/backend.h"

#include <condition_variable>
#include <map>
#include <mutex>
#include <set>
#include <string>
#include <vector>

namespace milepost {

/// A face whose answers the test sets, and gives when it says so: late, stale, failed and after the asker is
/// gone. Any thread may ask. Answers are read under the lock: change them by set().
class FakeBackend final : public Backend {
public:
    /// Every answer, by the name of the call.
    struct Answers {
        Result<StatusView> status = StatusView{};
        Result<OrderPage> orders = OrderPage{};
        Result<std::vector<OrderId>> orderIds = std::vector<OrderId>{};
        Result<std::vector<OrderRow>> ordersById =
            std::vector<OrderRow>{}; ///< those asked for are picked out of it
        Result<std::vector<FoundNumber>> find = std::vector<FoundNumber>{};
        Result<std::vector<std::string>> channels = std::vector<std::string>{};
        Result<std::vector<std::string>> nodes = std::vector<std::string>{};
        Result<OrderView> order = OrderView{};
        Result<LineageView> lineage = LineageView{};
        Result<std::string> payload = std::string();
        Result<ExceptionPage> exceptions = ExceptionPage{};
        Result<std::vector<ExceptionGroup>> exceptionGroups = std::vector<ExceptionGroup>{};
        Result<ExceptionDetail> exception = ExceptionDetail{};
        Result<Evidence> evidence = Evidence{};
        Status claim = Done{};
        Status takeOver = Done{};
        Status unclaim = Done{};
        Result<std::vector<EditableField>> editable = std::vector<EditableField>{};
        Result<std::vector<EditableField>> editableOrder = std::vector<EditableField>{};
        Status annotate = Done{};
        Result<std::vector<InventoryRow>> inventory = std::vector<InventoryRow>{};
        Result<PoliciesView> policies = PoliciesView{};
        Result<PolicyProposal> proposePolicies = PolicyProposal{};
        Result<PolicyProposal> savePolicies = PolicyProposal{};
        Result<std::vector<PolicyVersionView>> policyVersions = std::vector<PolicyVersionView>{};
        Result<OverviewView> overview = OverviewView{};
        Result<std::vector<SystemDetail>> systems = std::vector<SystemDetail>{};
        Status pauseSystem = Done{};
        Result<std::vector<ActivityView>> activities = std::vector<ActivityView>{};
        Result<std::vector<AuditEntry>> audit = std::vector<AuditEntry>{};
        Result<VerifyView> verify = VerifyView{};
        Status backup = Done{};
        Result<IngestView> ingest = IngestView{};
        Result<RunView> start = RunView{};
        EngineView engineStatus{};
        Result<PlanView> plan = PlanView{};
        Result<OutcomeView> apply = OutcomeView{};
    };

    ~FakeBackend() override { releaseAll(); }

    /// Changes answers: `change(Answers&)`.
    template <typename Change>
    void set(Change change)
    {
        const std::lock_guard lock(m_mutex);
        change(m_answers);
    }

    /// Calls of that name wait from now on, until released.
    void hold(const std::string& call);
    void release(const std::string& call);
    void releaseAll();
    /// How many calls of that name have begun.
    int calls(const std::string& call) const;
    /// How many of them wait in hold().
    int waiting(const std::string& call) const;
    /// Says to the listener that something changed, as the engine does, on the caller's thread.
    void commit(const ChangeView& change);

    OrderFilter lastOrderFilter() const;
    ExceptionFilter lastExceptionFilter() const;
    AuditFilter lastAuditFilter() const;
    PlanOrder lastPlan() const;
    PolicyOrder lastPolicies() const; ///< proposed or saved
    ApplyOrder lastApply() const;
    std::vector<std::string> words() const; ///< actor, reason and names of the calls that write

    Result<StatusView> status() override;
    Result<OrderPage> orders(const OrderFilter& query) override;
    Result<std::vector<OrderId>> orderIds(const OrderFilter& query, std::stop_token stop) override;
    Result<std::vector<OrderRow>> ordersById(std::span<const OrderId> ids) override;
    Result<std::vector<FoundNumber>> find(const std::string& text, std::size_t limit) override;
    Result<std::vector<std::string>> channels() override;
    Result<std::vector<std::string>> nodes() override;
    Result<OrderView> order(std::string_view orderNo) override;
    Result<LineageView> lineage(std::string_view orderNo) override;
    Result<std::string> payload(PayloadId id) override;
    Result<ExceptionPage> exceptions(const ExceptionFilter& query) override;
    Result<std::vector<ExceptionGroup>> exceptionGroups(const ExceptionFilter& query) override;
    Result<ExceptionDetail> exception(std::int64_t id) override;
    Result<Evidence> evidence(std::int64_t id, Duration deadline) override;
    Result<std::vector<EditableField>> editableOrder(std::string_view orderNo) override;
    Status annotate(const std::vector<std::int64_t>& exceptions, const Annotation& annotation,
                    const std::string& actor) override;
    Result<std::vector<InventoryRow>> inventory() override;
    Status claim(const std::vector<std::int64_t>& exceptions, const std::string& actor) override;
    Status takeOver(const std::vector<std::int64_t>& exceptions, const std::string& from,
                    const std::string& actor, const std::string& reason) override;
    Status unclaim(const std::vector<std::int64_t>& exceptions, const std::string& actor) override;
    Result<std::vector<EditableField>> editable(std::int64_t exception) override;
    Result<PoliciesView> policies() override;
    Result<PolicyProposal> proposePolicies(const PolicyOrder& order) override;
    Result<PolicyProposal> savePolicies(const PolicyOrder& order) override;
    Result<std::vector<PolicyVersionView>> policyVersions() override;
    Result<OverviewView> overview() override;
    Result<std::vector<SystemDetail>> systems() override;
    Status pauseSystem(const std::string& system, bool isPaused, const std::string& actor,
                       const std::string& reason) override;
    Result<std::vector<ActivityView>> activities(std::size_t limit) override;
    Result<std::vector<AuditEntry>> audit(const AuditFilter& filter) override;
    Result<VerifyView> verify(bool quick, std::stop_token stop, Progress progress) override;
    Status backup(const std::filesystem::path& file, Progress progress) override;
    Status restore(const std::filesystem::path& file, const std::string& actor) override;
    Result<IngestView> ingest(const std::vector<std::filesystem::path>& paths, Progress progress) override;
    Result<RunView> start(const RunSetup& setup) override;
    void stop() override;
    EngineView engineStatus() override;
    void onCommit(std::function<void(const ChangeView&)> listener) override;
    void submit(std::string source, std::string raw,
                std::function<void(const IngestedDocument&)> done) override;
    void pollNow() override;
    Result<PlanView> plan(const PlanOrder& order) override;
    Result<OutcomeView> apply(const ApplyOrder& order, std::stop_token stop,
                              std::function<void(const OutcomeView&)> progress) override;

private:
    /// Counts the call, waits while it is held, then reads the answer.
    template <typename Read>
    auto answer(const std::string& call, Read read);

    mutable std::mutex m_mutex;
    std::condition_variable m_released;
    Answers m_answers{};
    std::set<std::string> m_held;
    std::map<std::string, int> m_calls;
    std::map<std::string, int> m_waiting;
    OrderFilter m_orderFilter{};
    ExceptionFilter m_exceptionFilter{};
    AuditFilter m_auditFilter{};
    PlanOrder m_plan{};
    PolicyOrder m_policies{};
    ApplyOrder m_apply{};
    std::vector<std::string> m_words;
    std::function<void(const ChangeView&)> m_listener;
};

} // namespace milepost
