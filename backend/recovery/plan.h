// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/contracts/pack.h"
#include "backend/core/result.h"
#include "backend/domain/decide.h"
#include "backend/store/reader.h"
#include "backend/store/store.h"

#include <map>
#include <memory>
#include <string>
#include <vector>

namespace milepost {

/// What a person wants done to a set.
struct PlanRequest {
    std::string action{};   ///< retry, edit, resolve, hold, release
    std::string selector{}; ///< see selector.h
    std::string kind{};     ///< of hold and release
    std::string actor{};
    std::string reason{};
    std::vector<FieldEdit> edits{}; ///< of edit
};

/// What decide() needs to predict what an action would do.
struct PlanContext {
    std::vector<std::shared_ptr<const Pack>> packs{};    ///< live versions
    std::vector<std::shared_ptr<const Pack>> oldPacks{}; ///< versions that effects may still refer to
    std::vector<std::shared_ptr<const Process>> processes{};
    PolicySet policies{};
    Timestamp now{};
};

struct PlanFigures {
    int items = 0;
    int callsToMake = 0;
    int callsSuppressed = 0;
    int callsWithoutKey = 0;
    int differences = 0;
    bool needsApproval = false;
};

/// A frozen set: what apply() will do and nothing else.
struct FrozenPlan {
    PlanRow row{};
    std::vector<PlanItemRow> items{}; ///< planned, or skipped with the reason
    PlanFigures figures{};
    std::map<int, std::vector<FieldChange>> changes{}; ///< of edit, by the item's number
};

/// InvalidInput lists the actions that there are.
Status checkAction(std::string_view action);

/// Whether the action is taken on exceptions (retry, edit, resolve) or on orders (hold, release).
bool isAboutExceptions(std::string_view action);

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
std::string summaryText(const PlanFigures& figures, const std::string& kind,
                        const std::vector<FieldEdit>& edits = {});
/// The same without values of persons: what remains of a plan that was carried out, and what the audit says.
std::string withoutPersons(const std::string& summary);
std::vector<FieldEdit> editsOfSummary(std::string_view summary);
PlanFigures figuresOfSummary(std::string_view summary);
std::string kindOfSummary(std::string_view summary);

} // namespace milepost
