// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/fake_backend.h"

#include <algorithm>

namespace milepost {

template <typename Read>
auto FakeBackend::answer(const std::string& call, Read read)
{
    std::unique_lock lock(m_mutex);
    ++m_calls[call];
    ++m_waiting[call];
    m_released.wait(lock, [&] { return !m_held.contains(call); });
    --m_waiting[call];
    return read(m_answers);
}

void FakeBackend::hold(const std::string& call)
{
    const std::lock_guard lock(m_mutex);
    m_held.insert(call);
}

void FakeBackend::release(const std::string& call)
{
    const std::lock_guard lock(m_mutex);
    m_held.erase(call);
    m_released.notify_all();
}

void FakeBackend::releaseAll()
{
    const std::lock_guard lock(m_mutex);
    m_held.clear();
    m_released.notify_all();
}

int FakeBackend::calls(const std::string& call) const
{
    const std::lock_guard lock(m_mutex);
    const auto found = m_calls.find(call);
    return found == m_calls.end() ? 0 : found->second;
}

int FakeBackend::waiting(const std::string& call) const
{
    const std::lock_guard lock(m_mutex);
    const auto found = m_waiting.find(call);
    return found == m_waiting.end() ? 0 : found->second;
}

void FakeBackend::commit(const ChangeView& change)
{
    std::function<void(const ChangeView&)> listener;
    {
        const std::lock_guard lock(m_mutex);
        listener = m_listener;
    }
    if (listener) listener(change);
}

OrderFilter FakeBackend::lastOrderFilter() const
{
    const std::lock_guard lock(m_mutex);
    return m_orderFilter;
}

ExceptionFilter FakeBackend::lastExceptionFilter() const
{
    const std::lock_guard lock(m_mutex);
    return m_exceptionFilter;
}

AuditFilter FakeBackend::lastAuditFilter() const
{
    const std::lock_guard lock(m_mutex);
    return m_auditFilter;
}

PolicyOrder FakeBackend::lastPolicies() const
{
    const std::lock_guard lock(m_mutex);
    return m_policies;
}

PlanOrder FakeBackend::lastPlan() const
{
    const std::lock_guard lock(m_mutex);
    return m_plan;
}

ApplyOrder FakeBackend::lastApply() const
{
    const std::lock_guard lock(m_mutex);
    return m_apply;
}

std::vector<std::string> FakeBackend::words() const
{
    const std::lock_guard lock(m_mutex);
    return m_words;
}

Result<StatusView> FakeBackend::status()
{
    return answer("status", [](Answers& answers) { return answers.status; });
}

Result<OrderPage> FakeBackend::orders(const OrderFilter& query)
{
    return answer("orders", [&](Answers& answers) {
        m_orderFilter = query;
        return answers.orders;
    });
}

Result<std::vector<OrderId>> FakeBackend::orderIds(const OrderFilter& query, std::stop_token)
{
    return answer("orderIds", [&](Answers& answers) {
        m_orderFilter = query;
        return answers.orderIds;
    });
}

Result<std::vector<OrderRow>> FakeBackend::ordersById(std::span<const OrderId> ids)
{
    const std::vector<OrderId> asked(ids.begin(), ids.end());
    return answer("ordersById", [&](Answers& answers) -> Result<std::vector<OrderRow>> {
        if (!answers.ordersById) return answers.ordersById.error();
        std::vector<OrderRow> rows;
        for (const OrderId id : asked) {
            const auto found = std::ranges::find(*answers.ordersById, id, &OrderRow::id);
            if (found != answers.ordersById->end()) rows.push_back(*found);
        }
        return rows;
    });
}

Result<std::vector<FoundNumber>> FakeBackend::find(const std::string&, std::size_t)
{
    return answer("find", [](Answers& answers) { return answers.find; });
}

Result<std::vector<std::string>> FakeBackend::channels()
{
    return answer("channels", [](Answers& answers) { return answers.channels; });
}

Result<std::vector<std::string>> FakeBackend::nodes()
{
    return answer("nodes", [](Answers& answers) { return answers.nodes; });
}

Result<OrderView> FakeBackend::order(std::string_view)
{
    return answer("order", [](Answers& answers) { return answers.order; });
}

Result<LineageView> FakeBackend::lineage(std::string_view)
{
    return answer("lineage", [](Answers& answers) { return answers.lineage; });
}

Result<std::string> FakeBackend::payload(PayloadId)
{
    return answer("payload", [](Answers& answers) { return answers.payload; });
}

Result<ExceptionPage> FakeBackend::exceptions(const ExceptionFilter& query)
{
    return answer("exceptions", [&](Answers& answers) {
        m_exceptionFilter = query;
        return answers.exceptions;
    });
}

Result<std::vector<ExceptionGroup>> FakeBackend::exceptionGroups(const ExceptionFilter& query)
{
    return answer("exceptionGroups", [&](Answers& answers) {
        m_exceptionFilter = query;
        return answers.exceptionGroups;
    });
}

Result<ExceptionDetail> FakeBackend::exception(std::int64_t)
{
    return answer("exception", [](Answers& answers) { return answers.exception; });
}

Result<Evidence> FakeBackend::evidence(std::int64_t, Duration)
{
    return answer("evidence", [](Answers& answers) { return answers.evidence; });
}

Result<std::vector<EditableField>> FakeBackend::editableOrder(std::string_view)
{
    return answer("editableOrder", [](Answers& answers) { return answers.editableOrder; });
}

Status FakeBackend::annotate(const std::vector<std::int64_t>&, const Annotation& annotation,
                             const std::string& actor)
{
    return answer("annotate", [&](Answers& answers) {
        m_words.push_back(annotation.kind + " " + annotation.text + " by " + actor);
        return answers.annotate;
    });
}

Result<std::vector<InventoryRow>> FakeBackend::inventory()
{
    return answer("inventory", [](Answers& answers) { return answers.inventory; });
}

Result<PoliciesView> FakeBackend::policies()
{
    return answer("policies", [](Answers& answers) { return answers.policies; });
}

Result<PolicyProposal> FakeBackend::proposePolicies(const PolicyOrder& order)
{
    return answer("proposePolicies", [&](Answers& answers) {
        m_policies = order;
        return answers.proposePolicies;
    });
}

Result<PolicyProposal> FakeBackend::savePolicies(const PolicyOrder& order)
{
    return answer("savePolicies", [&](Answers& answers) {
        m_policies = order;
        return answers.savePolicies;
    });
}

Result<std::vector<PolicyVersionView>> FakeBackend::policyVersions()
{
    return answer("policyVersions", [](Answers& answers) { return answers.policyVersions; });
}

Status FakeBackend::claim(const std::vector<std::int64_t>&, const std::string& actor)
{
    return answer("claim", [&](Answers& answers) {
        m_words.push_back("claim " + actor);
        return answers.claim;
    });
}

Status FakeBackend::takeOver(const std::vector<std::int64_t>&, const std::string& from,
                             const std::string& actor, const std::string& reason)
{
    return answer("takeOver", [&](Answers& answers) {
        m_words.push_back("takeOver from " + from + " by " + actor + " " + reason);
        return answers.takeOver;
    });
}

Status FakeBackend::unclaim(const std::vector<std::int64_t>&, const std::string& actor)
{
    return answer("unclaim", [&](Answers& answers) {
        m_words.push_back("unclaim " + actor);
        return answers.unclaim;
    });
}

Result<std::vector<EditableField>> FakeBackend::editable(std::int64_t)
{
    return answer("editable", [](Answers& answers) { return answers.editable; });
}

Result<OverviewView> FakeBackend::overview()
{
    return answer("overview", [](Answers& answers) { return answers.overview; });
}

Result<std::vector<SystemDetail>> FakeBackend::systems()
{
    return answer("systems", [](Answers& answers) { return answers.systems; });
}

Status FakeBackend::pauseSystem(const std::string& system, bool isPaused, const std::string& actor,
                                const std::string& reason)
{
    return answer("pauseSystem", [&](Answers& answers) {
        m_words.push_back((isPaused ? "pause " : "resume ") + system + " " + actor + " " + reason);
        return answers.pauseSystem;
    });
}

Result<std::vector<ActivityView>> FakeBackend::activities(std::size_t)
{
    return answer("activities", [](Answers& answers) { return answers.activities; });
}

Result<std::vector<AuditEntry>> FakeBackend::audit(const AuditFilter& filter)
{
    return answer("audit", [&](Answers& answers) {
        m_auditFilter = filter;
        return answers.audit;
    });
}

Result<VerifyView> FakeBackend::verify(bool, std::stop_token, Progress progress)
{
    if (progress) progress(1, 2);
    return answer("verify", [](Answers& answers) { return answers.verify; });
}

Status FakeBackend::backup(const std::filesystem::path&, Progress)
{
    return answer("backup", [](Answers& answers) { return answers.backup; });
}

Status FakeBackend::restore(const std::filesystem::path&, const std::string&)
{
    return answer("restore", [](Answers&) { return Status(Done{}); });
}

Result<IngestView> FakeBackend::ingest(const std::vector<std::filesystem::path>&, Progress)
{
    return answer("ingest", [](Answers& answers) { return answers.ingest; });
}

Result<RunView> FakeBackend::start(const RunSetup&)
{
    return answer("start", [](Answers& answers) { return answers.start; });
}

void FakeBackend::stop()
{
    answer("stop", [](Answers&) { return 0; });
}

EngineView FakeBackend::engineStatus()
{
    return answer("engineStatus", [](Answers& answers) { return answers.engineStatus; });
}

void FakeBackend::onCommit(std::function<void(const ChangeView&)> listener)
{
    const std::lock_guard lock(m_mutex);
    m_listener = std::move(listener);
}

void FakeBackend::submit(std::string, std::string, std::function<void(const IngestedDocument&)> done)
{
    done({});
}

void FakeBackend::pollNow()
{
    answer("pollNow", [](Answers&) { return 0; });
}

Result<PlanView> FakeBackend::plan(const PlanOrder& order)
{
    return answer("plan", [&](Answers& answers) {
        m_plan = order;
        return answers.plan;
    });
}

Result<OutcomeView> FakeBackend::apply(const ApplyOrder& order, std::stop_token,
                                       std::function<void(const OutcomeView&)> progress)
{
    return answer("apply", [&](Answers& answers) {
        m_apply = order;
        if (progress && answers.apply) progress(*answers.apply);
        return answers.apply;
    });
}

} // namespace milepost
