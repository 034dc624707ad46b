// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/core/result.h"
#include "backend/service/recovery_views.h"
#include "backend/service/run_views.h"
#include "backend/service/views.h"

#include <filesystem>
#include <functional>
#include <memory>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

namespace milepost {

/// What console and command line can do with one store. Calls block and may be made from any one thread at a
/// time; callbacks run on the caller's thread. Reads work beside another process that owns the store; what
/// writes fails then with Conflict, naming the owner. Forbidden and Internal are never about the request.
class Backend {
public:
    using Progress = std::function<void(std::int64_t done, std::int64_t total)>;

    virtual ~Backend() = default;

    virtual Result<StatusView> status() = 0;
    virtual Result<OrderPage> orders(const OrderFilter& query) = 0;
    /// `orderNo`: ours, or any number that only one order carries. NotFound; Conflict when several carry it.
    virtual Result<OrderView> order(std::string_view orderNo) = 0;
    virtual Result<LineageView> lineage(std::string_view orderNo) = 0;
    virtual Result<std::string> payload(PayloadId id) = 0; ///< as it went over the wire; NotFound
    virtual Result<ExceptionPage> exceptions(const ExceptionFilter& query) = 0;
    virtual Result<std::vector<ExceptionGroup>> exceptionGroups(const ExceptionFilter& query) = 0;

    virtual Result<VerifyView> verify(bool quick, std::stop_token stop, Progress progress) = 0;
    /// A consistent copy, also while the store is written to. Conflict when the file exists.
    virtual Status backup(const std::filesystem::path& file, Progress progress) = 0;
    /// Puts a copy in the place of the store; the old file is kept beside it. Conflict while it is owned.
    virtual Status restore(const std::filesystem::path& file) = 0;

    /// Reads files and folders (in the order of their names) and books what they hold. NotFound names a path
    /// that is not there.
    virtual Result<IngestView> ingest(const std::vector<std::filesystem::path>& paths, Progress progress) = 0;

    /// Opens the store for writing and begins to drive orders. Conflict: another process owns it.
    virtual Result<RunView> start(const RunSetup& setup) = 0;
    /// Ends the engine and gives the store back. May be called again.
    virtual void stop() = 0;
    virtual EngineView engineStatus() = 0; ///< of a started engine as of now, else empty
    /// Called after each commit of a started engine, on its thread: it must return at once.
    virtual void onCommit(std::function<void()> listener) = 0;
    /// A message of that system or channel, as if it had come in by itself: read in a worker, booked by the
    /// engine. Waits while too many are being read. `done` is called once it is durable, on another thread.
    virtual void submit(std::string source, std::string raw,
                        std::function<void(const IngestedDocument&)> done) = 0;
    virtual void pollNow() = 0;

    /// Freezes what a selector names now and predicts what the action would do. `action`: retry, resolve,
    /// hold, release.
    virtual Result<PlanView> plan(const PlanOrder& order) = 0;
    /// Carries out a plan through the started engine. Conflict when it has been applied, NotFound when there
    /// is none.
    virtual Result<OutcomeView> apply(const ApplyOrder& order, std::stop_token stop,
                                      std::function<void(const OutcomeView&)> progress) = 0;
};

} // namespace milepost
