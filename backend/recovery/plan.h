// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/contracts/pack.h"
#include "backend/core/result.h"
#include "backend/domain/decide.h"
#include "backend/recovery/plan_parts.h"
#include "backend/store/reader.h"
#include "backend/store/store.h"

#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace milepost {

/// What a person wants done to a set.
struct PlanRequest {
    std::string action{};   ///< one of actionNames()
    std::string selector{}; ///< see selector.h
    std::string kind{};     ///< of hold and release
    std::string actor{};
    std::string reason{};
    std::vector<FieldEdit> edits{}; ///< of edit
    ActionDetail detail{};
};

class Inquiry;

/// What decide() needs to predict what an action would do.
struct PlanContext {
    std::vector<std::shared_ptr<const Pack>> packs{};    ///< live versions
    std::vector<std::shared_ptr<const Pack>> oldPacks{}; ///< versions that effects may still refer to
    std::vector<std::shared_ptr<const Process>> processes{};
    PolicySet policies{};
    Timestamp now{};
    Inquiry* inquiry = nullptr;       ///< asks partners what they have; null: nobody can be asked
    const StockView* stock = nullptr; ///< what may be promised; null: nothing is known of it
};

struct PlanFigures {
    int items = 0;
    int callsToMake = 0;
    int callsSuppressed = 0;
    int callsWithoutKey = 0;
    int differences = 0;
    bool needsApproval = false;
};

/// What one item leads to, call by call.
struct ItemForecast {
    std::vector<ForeseenCall> calls{};
    std::vector<ForeseenCall> suppressed{}; ///< done: not made again
    std::vector<BodyDifference> differences{};
};

/// A frozen set: what apply() will do and nothing else.
struct FrozenPlan {
    PlanRow row{};
    std::vector<PlanItemRow> items{}; ///< planned, or skipped with the reason
    PlanFigures figures{};
    std::map<int, std::vector<FieldChange>> changes{}; ///< of edit, by the item's number
    std::map<int, ItemForecast> forecasts{};           ///< by the item's number
};

/// retry, edit, replay, adopt, skip, resolve, reopen, cancel, compensate, hold, release.
std::span<const std::string_view> actionNames();

/// What the engine is told for one item of a plan. Without an exception's number: about the order itself.
Command commandFor(const PlanRequest& request, const Order& order, const OpenException& exception,
                   bool byName);

/// Completes an adoption: what the partner has by its own word, with the number that a person gave before it.
/// False: nobody knows a number; what takes another call back needs none.
bool nameAdopted(Command& command, const std::optional<Reply>& has, const Order& order,
                 const OpenException& exception);

/// InvalidInput lists the actions that there are.
Status checkAction(std::string_view action);
/// InvalidInput says what the action needs and was not given, or was given and does not take.
Status checkRequest(const PlanRequest& request);

/// Whether the action is taken on exceptions, each of which a selector then names.
bool isAboutExceptions(std::string_view action);
/// Whether it can be taken on orders, named by their numbers.
bool isAboutOrders(std::string_view action);

/// Why an action may not be taken on an exception that no order has; empty: it may.
std::string whyNotOfSystem(std::string_view action, const ExceptionRow& row);

/// Freezes what the selector names now and predicts each item by decide() on a copy. Writes nothing.
/// InvalidInput names a field that may not be edited, where one exception is chosen by itself; of many, each
/// such item is skipped with the reason.
Result<FrozenPlan> makePlan(StoreReader& reader, const PlanRequest& request, const PlanContext& context);

/// Stores the plan under a new number with its audit row; sets the number in `plan`. Engine thread, or the
/// one that owns the store.
void storePlan(Store& store, FrozenPlan& plan);

/// How the figures, and the edits of a plan that waits, are kept in PlanRow::summary.
std::string summaryText(const PlanFigures& figures, const PlanRequest& request);
/// The same without values of persons: what remains of a plan that was carried out, and what the audit says.
std::string withoutPersons(const std::string& summary);
std::vector<FieldEdit> editsOfSummary(std::string_view summary);
ActionDetail detailOfSummary(std::string_view summary);
PlanFigures figuresOfSummary(std::string_view summary);
std::string kindOfSummary(std::string_view summary);

} // namespace milepost
