// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/core/result.h"
#include "backend/service/evidence_views.h"
#include "backend/service/insight_views.h"
#include "backend/service/policy_views.h"
#include "backend/service/recovery_views.h"
#include "backend/service/run_views.h"
#include "backend/service/views.h"
#include "backend/service/work_views.h"

#include <filesystem>
#include <functional>
#include <memory>
#include <span>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

namespace milepost {

/// What changed in one commit.
struct ChangeView {
    std::vector<OrderId> orders{};
    bool exceptionsChanged = false;
    bool systemsChanged = false;
};

/// What console and command line can do with one store. Calls block; they may be made from any number of
/// threads at once, except that start(), stop() and restore() exclude all others of their own. Callbacks run
/// on the caller's thread where nothing else is said. Reads work beside another process that owns the store;
/// what writes fails then with Conflict, naming the owner. Forbidden and Internal are never about the
/// request.
class Backend {
public:
    using Progress = std::function<void(std::int64_t done, std::int64_t total)>;

    virtual ~Backend() = default;

    virtual Result<StatusView> status() = 0;
    virtual Result<OrderPage> orders(const OrderFilter& query) = 0;
    /// All that match, in the order of its sort: the snapshot behind a list of any length.
    virtual Result<std::vector<OrderId>> orderIds(const OrderFilter& query, std::stop_token stop) = 0;
    /// In that order; unknown ones are left out.
    virtual Result<std::vector<OrderRow>> ordersById(std::span<const OrderId> ids) = 0;
    /// Orders by any number on any document, customer or sku, the best match first.
    virtual Result<std::vector<FoundNumber>> find(const std::string& text, std::size_t limit) = 0;
    /// Names that filters offer.
    virtual Result<std::vector<std::string>> channels() = 0;
    virtual Result<std::vector<std::string>> nodes() = 0;
    /// `orderNo`: ours, or any number that only one order carries. NotFound; Conflict when several carry it.
    virtual Result<OrderView> order(std::string_view orderNo) = 0;
    virtual Result<LineageView> lineage(std::string_view orderNo) = 0;
    virtual Result<std::string> payload(PayloadId id) = 0; ///< as it went over the wire; NotFound
    virtual Result<ExceptionPage> exceptions(const ExceptionFilter& query) = 0;
    virtual Result<std::vector<ExceptionGroup>> exceptionGroups(const ExceptionFilter& query) = 0;

    virtual Result<ExceptionDetail> exception(std::int64_t id) = 0; ///< NotFound; also a closed one
    /// What really happened, by the lineage and by what partners answer within the deadline (real time): a
    /// verdict on each question, and the one action it speaks for. Needs the engine for the partners' words.
    virtual Result<Evidence> evidence(std::int64_t exception, Duration deadline) = 0;
    /// Says who works on these. Conflict names who has one of them already, or says that one is closed
    /// (nothing is claimed then).
    virtual Status claim(const std::vector<std::int64_t>& exceptions, const std::string& actor) = 0;
    /// Claims what `from` has, as the asker sees it. Conflict: somebody else has one of them by now, nobody
    /// has it any more, or it is closed; nothing is claimed then. InvalidInput without a reason.
    virtual Status takeOver(const std::vector<std::int64_t>& exceptions, const std::string& from,
                            const std::string& actor, const std::string& reason) = 0;
    /// Gives them back; of others too.
    virtual Status unclaim(const std::vector<std::int64_t>& exceptions, const std::string& actor) = 0;
    /// What may be changed about the order of an exception before the call is made anew.
    virtual Result<std::vector<EditableField>> editable(std::int64_t exception) = 0;

    /// The same of an order that is not stuck. NotFound.
    virtual Result<std::vector<EditableField>> editableOrder(std::string_view orderNo) = 0;
    /// Puts a note, a tag, a ticket or a snooze on exceptions; audited. InvalidInput, NotFound.
    virtual Status annotate(const std::vector<std::int64_t>& exceptions, const Annotation& annotation,
                            const std::string& actor) = 0;
    virtual Result<std::vector<InventoryRow>> inventory() = 0; ///< by item and node

    /// The rows that act, and where.
    virtual Result<PoliciesView> policies() = 0;
    /// What an order about them would change, field by field, and what of it cannot be; writes nothing.
    /// NotFound: the version to restore.
    virtual Result<PolicyProposal> proposePolicies(const PolicyOrder& order) = 0;
    /// Saves it as a new version, audited, which acts from the next decision on and after each start.
    /// InvalidInput names row and field; Conflict: somebody saved another version meanwhile.
    virtual Result<PolicyProposal> savePolicies(const PolicyOrder& order) = 0;
    virtual Result<std::vector<PolicyVersionView>> policyVersions() = 0; ///< newest first

    virtual Result<OverviewView> overview() = 0;
    virtual Result<std::vector<SystemDetail>> systems() = 0;
    /// A paused system is not called until it is resumed; what it tells us is still taken. Needs the engine.
    virtual Status pauseSystem(const std::string& system, bool isPaused, const std::string& actor,
                               const std::string& reason) = 0;
    virtual Result<std::vector<ActivityView>> activities(std::size_t limit) = 0;  ///< newest first
    virtual Result<std::vector<AuditEntry>> audit(const AuditFilter& filter) = 0; ///< newest first

    virtual Result<VerifyView> verify(bool quick, std::stop_token stop, Progress progress) = 0;
    /// A consistent copy, also while the store is written to. Conflict when the file exists.
    virtual Status backup(const std::filesystem::path& file, Progress progress) = 0;
    /// Puts a copy in the place of the store; the old file is kept beside it, and the audit of the new one
    /// says who did it. Conflict while it is owned.
    virtual Status restore(const std::filesystem::path& file, const std::string& actor) = 0;

    /// Reads files and folders (in the order of their names) and books what they hold. NotFound names a path
    /// that is not there.
    virtual Result<IngestView> ingest(const std::vector<std::filesystem::path>& paths, Progress progress) = 0;

    /// Opens the store for writing and begins to drive orders. Conflict: another process owns it.
    virtual Result<RunView> start(const RunSetup& setup) = 0;
    /// Ends the engine and gives the store back. May be called again.
    virtual void stop() = 0;
    virtual EngineView engineStatus() = 0; ///< of a started engine as of now, else empty
    /// Called after each commit of a started engine, on its thread: it must return at once.
    virtual void onCommit(std::function<void(const ChangeView&)> listener) = 0;
    /// A message of that system or channel, as if it had come in by itself: read in a worker, booked by the
    /// engine. Waits while too many are being read. `done` is called once it is durable, on another thread.
    virtual void submit(std::string source, std::string raw,
                        std::function<void(const IngestedDocument&)> done) = 0;
    virtual void pollNow() = 0;

    /// Freezes what a selector names now and predicts what the action would do. `action`: of
    /// PlanOrder.
    virtual Result<PlanView> plan(const PlanOrder& order) = 0;
    /// Carries out a plan through the started engine. Conflict when it has been applied, NotFound when there
    /// is none.
    virtual Result<OutcomeView> apply(const ApplyOrder& order, std::stop_token stop,
                                      std::function<void(const OutcomeView&)> progress) = 0;
};

} // namespace milepost
