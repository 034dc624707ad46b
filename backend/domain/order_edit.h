// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/core/result.h"
#include "backend/domain/canonical_order.h"
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

    std::vector<std::string> changedPaths() const;
};

/// InvalidInput names the path that there is not, that is protected (and by what) or whose value is none of
/// its kind, and edits that change nothing.
Result<RevisedContent> revisedContent(const Order& order, const CanonicalOrder& content,
                                      std::span<const FieldEdit> edits);

/// Whether both have the same lines, parties and destinations, whatever they say of them.
bool hasSameShape(const CanonicalOrder& content, const CanonicalOrder& wanted);
/// What would have to be edited for the order to be as wanted: fields that both state otherwise.
/// Precondition: they have the same shape.
std::vector<FieldEdit> editsTowards(const CanonicalOrder& content, const CanonicalOrder& wanted);

/// Whether the order behind this exception may be changed now, so that its call is made anew. Never while the
/// outcome of a call is not known: it would say something else under the same key.
/// An exception without a number stands for the order itself.
bool mayEdit(const Order& order, const OpenException& exception, const Process& process,
             const Landscape& landscape, std::string& whyNot);

} // namespace milepost
