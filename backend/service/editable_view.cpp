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

/// Precondition: it has its content.
std::vector<EditableField> fieldsOf(StoreReader& reader, const StoredOrder& order,
                                    const OpenException& exception)
{
    std::vector<EditableField> fields = editableFields(order.state, *order.content);
    const std::string lock = lockOf(reader, order.state, exception);
    for (EditableField& field : fields) {
        if (field.lockedBy.empty()) field.lockedBy = lock;
    }
    return fields;
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
    return fieldsOf(reader, *stored, entry->row.exception);
}

Result<std::vector<EditableField>> readEditableOrder(StoreReader& reader, OrderId order)
{
    const auto stored = reader.order(order);
    if (!stored || !stored->content)
        return Error{.kind = ErrorKind::Conflict,
                     .message = "the content of the order is not in the store any more"};
    return fieldsOf(reader, *stored, OpenException{});
}

} // namespace milepost
