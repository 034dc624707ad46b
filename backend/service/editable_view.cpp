// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/service/editable_view.h"

#include "backend/domain/order_edit.h"
#include "backend/service/catalogue.h"

namespace milepost {
namespace {

Error refused(ErrorKind kind, std::int64_t exception, const std::string& why)
{
    return {.kind = kind, .message = "exception " + std::to_string(exception) + " " + why};
}

/// Why nothing of the order may be changed because of this exception, or empty.
std::string lockOf(StoreReader& reader, const Order& order, const OpenException& exception)
{
    const Catalogue catalogue(reader);
    const Process* process = catalogue.process(order.process);
    if (process == nullptr) return "the process version it follows cannot be read";
    std::string whyNot;
    return mayEdit(order, exception, *process, {}, whyNot) ? std::string() : whyNot;
}

} // namespace

Result<std::vector<EditableField>> readEditable(StoreReader& reader, std::int64_t exception)
{
    const auto entry = reader.exception(exception);
    if (!entry) return refused(ErrorKind::NotFound, exception, "is not there");
    if (!entry->row.isOpen)
        return refused(ErrorKind::Conflict, exception, "is closed already: " + entry->row.how);
    const auto stored = reader.order(entry->row.order);
    if (!stored || !stored->content)
        return refused(ErrorKind::Conflict, exception, "is about no order that could be edited");
    std::vector<EditableField> fields = editableFields(stored->state, *stored->content);
    const std::string lock = lockOf(reader, stored->state, entry->row.exception);
    for (EditableField& field : fields) {
        if (field.lockedBy.empty()) field.lockedBy = lock;
    }
    return fields;
}

Result<std::vector<EditableField>> readEditableOrder(StoreReader& reader, OrderId order)
{
    const auto stored = reader.order(order);
    if (!stored || !stored->content)
        return Error{.kind = ErrorKind::Conflict,
                     .message = "the content of the order is not in the store any more"};
    std::vector<EditableField> fields = editableFields(stored->state, *stored->content);
    const std::string lock = lockOf(reader, stored->state, OpenException{});
    for (EditableField& field : fields)
        if (field.lockedBy.empty()) field.lockedBy = lock;
    return fields;
}

} // namespace milepost
