// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/core/result.h"
#include "backend/domain/canonical_order.h"
#include "backend/domain/fact.h"
#include "backend/domain/field_edit.h"
#include "backend/domain/landscape.h"
#include "backend/domain/order.h"
#include "backend/domain/process.h"

#include <span>
#include <string>
#include <vector>

/// "Edit and retry": what a person may change about an order whose call is stuck. Pure.
namespace milepost {

/// Every field of the order that is shown, with the reason where it may not be changed now.
std::vector<EditableField> editableFields(const Order& order, const CanonicalOrder& content);

/// The order with other values.
struct RevisedContent {
    CanonicalOrder content{};
    std::vector<FieldChange> changes{}; ///< those that are one, never empty
    LinesChanged lines{};               ///< what other units are wanted by it

    std::vector<std::string> changedPaths() const;
};

/// What an order is to become.
struct OrderWish {
    std::vector<FieldEdit> edits{};
    std::vector<CanonicalLine> added{};  ///< under line numbers that the order does not have
    std::vector<std::string> declared{}; ///< paths of what would change and never may, of wishes of partners

    std::vector<std::string> paths() const; ///< of what would change
    bool isEmpty() const { return edits.empty() && added.empty() && declared.empty(); }
};

/// InvalidInput names the path that there is not, that is protected (and by what) or whose value is none of
/// its kind, wishes that change nothing, and those that leave nothing to deliver.
Result<RevisedContent> revisedContent(const Order& order, const CanonicalOrder& content,
                                      const OrderWish& wish);

/// Whether both go to the same destinations, line by line, whatever they say of them. Who else has a part in
/// the order (who pays, who bought) may be named by one of them only.
bool goesToTheSame(const CanonicalOrder& content, const CanonicalOrder& wanted);
/// What would have to change for the order to be as wanted. Lines are the same by the partner's id of them,
/// where both have one, else by their number; one that is wanted no more is wanted zero times.
/// Precondition: they go to the same.
/// @param stated what its partner has said before, if that is known: what it only repeats it does not wish
/// for, so that what a person has changed meanwhile stays
OrderWish wishTowards(const Order& order, const CanonicalOrder& content, const CanonicalOrder& wanted,
                      const CanonicalOrder* stated = nullptr);

/// Whether something is under way that would say something else under the same key. `paths`: of what would
/// change, empty: anything; a call about goods that have left does not speak of units that are still wanted.
bool isEditBlocked(const Order& order, const Process& process, const Landscape& landscape,
                   std::span<const std::string> paths, std::string& whyNot);

/// Whether the order behind this exception may be changed now, so that its call is made anew. Never while the
/// outcome of a call is not known: it would say something else under the same key.
/// An exception without a number stands for the order itself.
bool mayEdit(const Order& order, const OpenException& exception, const Process& process,
             const Landscape& landscape, std::string& whyNot, std::span<const std::string> paths = {});

} // namespace milepost
