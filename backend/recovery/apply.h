// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/core/result.h"
#include "backend/engine/engine.h"
#include "backend/recovery/plan.h"
#include "backend/store/reader.h"

#include <chrono>
#include <functional>
#include <optional>
#include <stop_token>
#include <vector>

namespace milepost {

/// How a plan is carried out. Times are real time.
struct ApplySetup {
    double perSecond = 20.0;                 ///< commands; 0: no bound
    std::chrono::milliseconds ramp{};        ///< until that rate is reached
    std::chrono::milliseconds wait{120'000}; ///< for the outcome, after the last command
    std::string actor{};
    /// What a partner has of the call behind an exception, asked now; empty: nobody can be asked.
    std::function<std::optional<Reply>(const StoredOrder&, const OpenException&)> ask{};
    std::stop_token stop{};
    std::function<void(const std::vector<PlanItemRow>&)> progress{};
};

/// Sends the commands of a stored plan through a started engine and follows each item to its end: verified,
/// failed, awaiting, unverified or skipped. NotFound, Conflict when it was applied before. Not on the
/// engine's thread.
class PlanRun {
public:
    PlanRun(Engine& engine, StoreReader& reader, std::int64_t plan, ApplySetup setup);

    Result<std::vector<PlanItemRow>> carryOut();

private:
    Status begin();
    void send();
    void sendOne(PlanItemRow& item);
    void follow();
    void judge(PlanItemRow& item) const;
    void judgeReopening(PlanItemRow& item) const;
    void judgeRereading(PlanItemRow& item) const;
    bool isFollowed() const;
    void judgeUndoing(PlanItemRow& item, const Order& order) const;
    std::optional<Command> commandOf(const PlanItemRow& item) const;
    static void judgeContent(PlanItemRow& item, const Order& order);
    void judgeEnd(PlanItemRow& item) const;
    void pace(std::size_t sent) const;
    void end();
    std::string movedOn(const PlanItemRow& item) const;
    bool isStopped() const { return m_setup.stop.stop_requested(); }

    Engine& m_engine;
    StoreReader& m_reader;
    std::int64_t m_id;
    ApplySetup m_setup;
    PlanRow m_plan{};
    std::vector<PlanItemRow> m_items{};
    PlanRequest m_request{};            ///< as it was planned
    std::vector<PlanItemRow*> m_open{}; ///< sent, and not settled yet
    std::chrono::steady_clock::time_point m_begun{};
};

} // namespace milepost
