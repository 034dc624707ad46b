// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/recovery/plan.h"

#include "backend/domain/content_fields.h"
#include "backend/engine/open_exceptions.h"
#include "backend/recovery/exception_set.h"
#include "backend/recovery/foresight.h"

#include <algorithm>
#include <array>
#include <exception>
#include <optional>
#include <set>

namespace milepost {
namespace {

constexpr std::array<std::string_view, 5> actions{"retry", "edit", "resolve", "hold", "release"};

/// Plans one item after the other.
class Planner {
public:
    Planner(StoreReader& reader, const PlanRequest& request, const PlanContext& context, bool byName)
        : m_reader(reader)
        , m_request(request)
        , m_foresight(context)
        , m_byName(byName)
    {
        m_plan.row = {.action = request.action,
                      .selector = request.selector,
                      .state = "frozen",
                      .actor = request.actor,
                      .reason = request.reason,
                      .createdAt = context.now};
    }

    void add(const ExceptionEntry& entry)
    {
        PlanItemRow& item = addItem(entry.row.order);
        item.exception = entry.row.id;
        item.effect = entry.row.exception.effect;
        if (!entry.row.isOpen) return skip(item, "it is closed already: " + entry.row.how);
        if (entry.row.order.value == 0) return addOfSystem(item, entry.row);
        const auto order = m_reader.order(entry.row.order);
        if (!order) return skip(item, "its order is not in the store any more");
        if (m_request.action == "edit") return predictEdit(item, *order, entry.row.exception);
        if (m_request.action == "retry") {
            const std::string whyNot = m_foresight.whyNot(order->state, entry.row.exception, m_byName);
            if (!whyNot.empty()) return refuse(item, whyNot);
        }
        predict(item, *order, entry.row.exception.number);
    }

    void add(OrderId id)
    {
        PlanItemRow& item = addItem(id);
        if (const auto order = m_reader.order(id)) predict(item, *order, 0);
    }

    FrozenPlan take()
    {
        m_plan.figures.items = static_cast<int>(m_plan.items.size());
        m_plan.row.summary = summaryText(m_plan.figures, m_request.kind, m_request.edits);
        return std::move(m_plan);
    }

    /// What is wrong with the edits, of the last item for which something was.
    const std::optional<Error>& problem() const { return m_problem; }

private:
    PlanItemRow& addItem(OrderId order)
    {
        PlanItemRow& item = m_plan.items.emplace_back();
        item.number = static_cast<int>(m_plan.items.size());
        item.order = order;
        item.state = "planned";
        return item;
    }

    static void skip(PlanItemRow& item, std::string why)
    {
        item.state = "skipped";
        item.detail = std::move(why);
    }

    void addOfSystem(PlanItemRow& item, const ExceptionRow& row) const
    {
        const std::string whyNot = whyNotOfSystem(m_request.action, row);
        if (!whyNot.empty()) return skip(item, "not permitted: " + whyNot);
        item.detail = "closes it; nothing is sent";
    }

    /// A call that a retry would make and that is not safe.
    void refuse(PlanItemRow& item, const std::string& why)
    {
        ++m_plan.figures.callsSuppressed;
        skip(item, "not permitted: " + why);
    }

    void predict(PlanItemRow& item, const StoredOrder& order, int exception)
    {
        attempt(item, order, [&] {
            return m_foresight.after(order, {.action = m_request.action,
                                             .exception = exception,
                                             .kind = m_request.kind,
                                             .actor = m_request.actor,
                                             .reason = m_request.reason,
                                             .byName = m_byName});
        });
    }

    void predictEdit(PlanItemRow& item, const StoredOrder& order, const OpenException& exception)
    {
        const std::string whyNot = m_foresight.whyNotEdit(order.state, exception);
        if (!whyNot.empty()) return refuse(item, whyNot);
        if (!order.content) return refuse(item, "the content of the order is not in the store any more");
        const auto revised = revisedContent(order.state, *order.content, m_request.edits);
        if (!revised) {
            m_problem = revised.error();
            return refuse(item, revised.error().message);
        }
        m_plan.changes[item.number] = revised->changes;
        attempt(item, order, [&] { return m_foresight.afterEdit(order, exception, *revised); });
    }

    template <typename Foresee>
    void attempt(PlanItemRow& item, const StoredOrder& order, const Foresee& foresee)
    {
        try {
            const Forecast forecast = foresee();
            m_plan.figures.callsToMake += forecast.calls;
            m_plan.figures.callsWithoutKey += forecast.callsWithoutKey;
            m_plan.figures.differences += forecast.differences;
            if (m_orders.insert(order.state.id).second) m_plan.figures.callsSuppressed += forecast.suppressed;
            item.detail = forecast.words.empty() ? "no call" : forecast.words;
        } catch (const std::exception& failure) {
            skip(item, std::string("it cannot be decided on: ") + failure.what());
        }
    }

    StoreReader& m_reader;
    const PlanRequest& m_request;
    Foresight m_foresight;
    bool m_byName;
    FrozenPlan m_plan{};
    std::set<OrderId> m_orders{};
    std::optional<Error> m_problem{};
};

Result<std::vector<OrderId>> namedOrders(StoreReader& reader, const std::vector<std::string>& orderNos)
{
    std::vector<OrderId> orders;
    for (const std::string& orderNo : orderNos) {
        const auto order = reader.orderByNo(orderNo);
        if (!order)
            return Error{.kind = ErrorKind::NotFound, .message = "there is no order '" + orderNo + "'"};
        orders.push_back(*order);
    }
    return orders;
}

/// Hold and release are for orders: all open ones, one, or those of the exceptions that are named.
Result<std::vector<OrderId>> selectOrders(StoreReader& reader, const Selector& selector)
{
    if (selector.kind == Selector::Kind::All) return reader.openOrders();
    if (selector.kind == Selector::Kind::Order) {
        const auto order = reader.orderByNo(selector.text);
        if (order) return std::vector<OrderId>{*order};
        return Error{.kind = ErrorKind::NotFound, .message = "there is no order '" + selector.text + "'"};
    }
    if (selector.kind == Selector::Kind::Orders) return namedOrders(reader, selector.texts);
    const auto entries = selectExceptions(reader, selector);
    if (!entries) return entries.error();
    std::set<OrderId> orders;
    for (const ExceptionEntry& entry : *entries)
        if (entry.row.order.value != 0) orders.insert(entry.row.order);
    return std::vector<OrderId>(orders.begin(), orders.end());
}

Error invalid(std::string message)
{
    return {.kind = ErrorKind::InvalidInput, .message = std::move(message)};
}

Status checkEdits(const PlanRequest& request)
{
    const bool isEdit = request.action == "edit";
    if (!isEdit && !request.edits.empty()) return invalid("only edit takes new values");
    if (isEdit && request.edits.empty()) return invalid("an edit needs a new value of at least one field");
    if (isEdit && request.reason.empty()) return invalid("an edit needs a reason, for the audit");
    return Done{};
}

/// The same street for many orders is a slip of the hand.
Status checkPersons(const PlanRequest& request, const std::vector<ExceptionEntry>& entries)
{
    const auto person =
        std::ranges::find_if(request.edits, [](const FieldEdit& edit) { return isPersonPath(edit.path); });
    if (person == request.edits.end()) return Done{};
    const bool areMany = std::ranges::any_of(
        entries, [&](const ExceptionEntry& entry) { return entry.row.order != entries.front().row.order; });
    if (areMany)
        return invalid(person->path + " is of a person: it is changed for one order at a time, not for many");
    return Done{};
}

} // namespace

std::string whyNotOfSystem(std::string_view action, const ExceptionRow& row)
{
    if (action != "resolve") return "it belongs to no order";
    if (row.exception.cause == isDownCause) return "it closes by itself as soon as the system answers";
    return {};
}

Status checkAction(std::string_view action)
{
    if (std::ranges::find(actions, action) != actions.end()) return Done{};
    return Error{.kind = ErrorKind::InvalidInput,
                 .message = "there is no action '" + std::string(action) +
                            "'; there are retry, edit, resolve, hold and release"};
}

bool isAboutExceptions(std::string_view action)
{
    return action == "retry" || action == "edit" || action == "resolve";
}

Result<FrozenPlan> makePlan(StoreReader& reader, const PlanRequest& request, const PlanContext& context)
{
    if (const Status known = checkAction(request.action); !known) return known.error();
    if (const Status complete = checkEdits(request); !complete) return complete.error();
    const auto selector = parseSelector(request.selector);
    if (!selector) return selector.error();
    Planner planner(reader, request, context, selector->isByName());
    if (isAboutExceptions(request.action)) {
        const auto entries = selectExceptions(reader, *selector);
        if (!entries) return entries.error();
        if (const Status apart = checkPersons(request, *entries); !apart) return apart.error();
        for (const ExceptionEntry& entry : *entries)
            planner.add(entry);
    } else {
        const auto orders = selectOrders(reader, *selector);
        if (!orders) return orders.error();
        for (const OrderId id : *orders)
            planner.add(id);
    }
    const bool isOne = selector->kind == Selector::Kind::Exception;
    if (isOne && planner.problem()) return *planner.problem();
    return planner.take();
}

void storePlan(Store& store, FrozenPlan& plan)
{
    plan.row.id = store.highIds().plan + 1;
    for (PlanItemRow& item : plan.items)
        item.plan = plan.row.id;
    Change change{.plans = {plan.row}, .planItems = plan.items};
    change.audit.push_back({.at = plan.row.createdAt,
                            .actor = plan.row.actor,
                            .action = "plan " + plan.row.action,
                            .target = plan.row.selector,
                            .reason = plan.row.reason,
                            .after = withoutPersons(plan.row.summary)});
    store.commit(Batch{.changes = {std::move(change)}});
}

} // namespace milepost
