// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/recovery/exception_set.h"

#include "backend/recovery/closed_exception.h"

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
                     .message =
                         "exception " + std::to_string(id) + " is closed already: " + howClosed(entry->row)};
    return *entry;
}

Result<std::vector<ExceptionEntry>> ofGroup(StoreReader& reader, const Selector& selector)
{
    const auto one = reader.exception(selector.number);
    if (!one) return notThere("group " + std::to_string(selector.number));
    return reader.exceptions({.group = keyOf(selector.grouping, *one)});
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

Result<std::vector<ExceptionEntry>> selectClosed(StoreReader& reader, const Selector& selector)
{
    if (selector.kind == Selector::Kind::Exception) return named(reader, {selector.number});
    if (selector.kind == Selector::Kind::Exceptions) return named(reader, selector.numbers);
    return Error{.kind = ErrorKind::InvalidInput,
                 .message = "closed exceptions are named one by one: exception:ID or exceptions:ID,ID"};
}

Result<std::vector<ExceptionEntry>> selectExceptions(StoreReader& reader, const Selector& selector)
{
    switch (selector.kind) {
    case Selector::Kind::All: return reader.exceptions({});
    case Selector::Kind::Class: return reader.exceptions({.kind = selector.exceptionClass});
    case Selector::Kind::System: return reader.exceptions({.system = selector.text});
    case Selector::Kind::Group: return ofGroup(reader, selector);
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
