// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/recovery/exception_set.h"

#include <algorithm>

namespace milepost {
namespace {

Error notThere(const std::string& what)
{
    return {.kind = ErrorKind::NotFound, .message = "there is no " + what};
}

Result<ExceptionEntry> openException(StoreReader& reader, std::int64_t id)
{
    const auto entry = reader.exception(id);
    if (!entry) return notThere("exception " + std::to_string(id));
    if (!entry->row.isOpen)
        return Error{.kind = ErrorKind::Conflict,
                     .message = "exception " + std::to_string(id) + " is closed already: " + entry->row.how};
    return *entry;
}

Result<std::vector<ExceptionEntry>> ofGroup(StoreReader& reader, std::int64_t id)
{
    const auto first = reader.exception(id);
    if (!first) return notThere("group " + std::to_string(id));
    const OpenException& model = first->row.exception;
    std::vector<ExceptionEntry> entries = reader.exceptions({.kind = model.kind, .system = model.system});
    std::erase_if(entries,
                  [&](const ExceptionEntry& entry) { return !isSameGroup(model, entry.row.exception); });
    return entries;
}

/// Closed ones too: who named them is told so.
Result<std::vector<ExceptionEntry>> named(StoreReader& reader, const std::vector<std::int64_t>& ids)
{
    std::vector<ExceptionEntry> entries;
    for (const std::int64_t id : ids) {
        auto entry = reader.exception(id);
        if (!entry) return notThere("exception " + std::to_string(id));
        entries.push_back(*std::move(entry));
    }
    return entries;
}

Result<std::vector<ExceptionEntry>> ofOrder(StoreReader& reader, const std::string& orderNo)
{
    const auto order = reader.orderByNo(orderNo);
    if (!order) return notThere("order '" + orderNo + "'");
    return reader.exceptions({.order = *order});
}

Result<std::vector<ExceptionEntry>> ofOrders(StoreReader& reader, const std::vector<std::string>& orderNos)
{
    std::vector<ExceptionEntry> all;
    for (const std::string& orderNo : orderNos) {
        const auto entries = ofOrder(reader, orderNo);
        if (!entries) return entries.error();
        all.insert(all.end(), entries->begin(), entries->end());
    }
    return all;
}

} // namespace

bool isSameGroup(const OpenException& a, const OpenException& b)
{
    return a.kind == b.kind && a.system == b.system && a.step == b.step && a.cause == b.cause;
}

Result<std::vector<ExceptionEntry>> selectExceptions(StoreReader& reader, const Selector& selector)
{
    switch (selector.kind) {
    case Selector::Kind::All: return reader.exceptions({});
    case Selector::Kind::Class: return reader.exceptions({.kind = selector.exceptionClass});
    case Selector::Kind::System: return reader.exceptions({.system = selector.text});
    case Selector::Kind::Group: return ofGroup(reader, selector.number);
    case Selector::Kind::Order: return ofOrder(reader, selector.text);
    case Selector::Kind::Orders: return ofOrders(reader, selector.texts);
    case Selector::Kind::Exceptions: return named(reader, selector.numbers);
    case Selector::Kind::Exception: {
        auto entry = openException(reader, selector.number);
        if (!entry) return entry.error();
        return std::vector<ExceptionEntry>{*std::move(entry)};
    }
    }
    return std::vector<ExceptionEntry>{};
}

} // namespace milepost
