// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/recovery/plan.h"

#include "backend/domain/content_fields.h"
#include "backend/engine/open_exceptions.h"
#include "backend/recovery/closed_exception.h"
#include "backend/recovery/exception_set.h"
#include "backend/recovery/foresight.h"
#include "backend/recovery/gather_evidence.h"
#include "backend/recovery/read_stock.h"
#include "backend/recovery/replay_start.h"

#include <algorithm>
#include <exception>
#include <optional>
#include <set>

namespace milepost {
namespace {

/// Of which people ask what it does not do again.
bool mightRepeat(std::string_view action)
{
    return action == "retry" || action == "edit" || action == "replay";
}

/// Plans one item after the other.
class Planner {
public:
    Planner(StoreReader& reader, const PlanRequest& request, const PlanContext& context, bool byName)
        : m_reader(reader)
        , m_request(request)
        , m_context(context)
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
        if (m_request.action == "reopen") return addClosed(item, entry);
        if (!entry.row.isOpen) return skip(item, "it is closed already: " + howClosed(entry.row));
        if (entry.row.order.value == 0) return addOfSystem(item, entry.row);
        const auto order = m_reader.order(entry.row.order);
        if (!order) return skip(item, "its order is not in the store any more");
        predict(item, *order, entry.row.exception);
    }

    /// The order itself; of an edit the exception that it would heal, where there is one.
    void add(OrderId id)
    {
        PlanItemRow& item = addItem(id);
        const auto order = m_reader.order(id);
        if (!order) return skip(item, "it is not in the store any more");
        if (m_request.action != "edit") return predict(item, *order, OpenException{});
        for (const ExceptionEntry& entry : m_reader.exceptions({.order = id})) {
            if (!m_foresight.whyNotEdit(order->state, entry.row.exception).empty()) continue;
            item.exception = entry.row.id;
            item.effect = entry.row.exception.effect;
            return predict(item, *order, entry.row.exception);
        }
        predict(item, *order, OpenException{});
    }

    /// The calls of an order from a step or milestone on. `isNamed`: said so even where nothing is to do.
    void addFrom(OrderId id, bool isNamed)
    {
        const auto order = m_reader.order(id);
        if (!order) return skip(addItem(id), "it is not in the store any more");
        const std::string& from = m_request.detail.from;
        const Process* process = m_foresight.processOf(order->state);
        const int start = process == nullptr ? -1 : replayStart(*process, from);
        if (start < 0) {
            m_problem = Error{.kind = ErrorKind::InvalidInput,
                              .message = "no step comes after '" + from +
                                         "' and none is called so; name a step or a milestone"};
            return refuse(addItem(id), m_problem->message);
        }
        const std::size_t first = m_plan.items.size();
        for (const ExceptionEntry& entry : m_reader.exceptions({.order = id})) {
            const Effect* effect = findEffect(order->state, entry.row.exception.effect);
            if (effect != nullptr && effect->step >= start) add(entry);
        }
        if (first == m_plan.items.size() && isNamed)
            skip(addItem(id), "nothing from there on waits to be made anew");
        if (first == m_plan.items.size() || m_orders.contains(id)) return;
        const Forecast standing = m_foresight.standing(
            *order, {.action = "replay", .from = from, .keepsMap = m_request.detail.map == mapOfThen});
        enter(m_plan.items[first], id, standing);
    }

    FrozenPlan take()
    {
        m_plan.figures.items = static_cast<int>(m_plan.items.size());
        m_plan.row.summary = summaryText(m_plan.figures, m_request);
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
        const bool keepsMap = m_request.detail.map == mapOfThen;
        const std::string whyNot = keepsMap ? std::string("with the map of then it could not be read")
                                            : whyNotOfSystem(m_request.action, row);
        if (!whyNot.empty()) return skip(item, "not permitted: " + whyNot);
        item.detail = m_request.action == "replay" ? "reads its message again, with the map of today"
                                                   : "closes it; nothing is sent";
    }

    void addClosed(PlanItemRow& item, const ExceptionEntry& entry)
    {
        const auto order = entry.row.order.value == 0 ? std::nullopt : m_reader.order(entry.row.order);
        const std::string whyNot =
            milepost::whyNotReopen(m_reader, entry, order ? &order->state : nullptr, &m_foresight);
        if (!whyNot.empty()) return skip(item, "not permitted: " + whyNot);
        item.detail = "opens it again; nothing is sent";
    }

    static void refuse(PlanItemRow& item, const std::string& why) { skip(item, "not permitted: " + why); }

    void predict(PlanItemRow& item, const StoredOrder& order, const OpenException& exception)
    {
        if (m_request.action == "edit") return predictEdit(item, order, exception);
        Command command = commandFor(m_request, order.state, exception, m_byName);
        if (command.action == "compensate" && command.from.empty())
            return refuse(item, "say from which step on it is taken back");
        if (const std::string whyNot = m_foresight.whyNot(command, order.state); !whyNot.empty())
            return refuse(item, whyNot);
        if (m_request.action == "adopt" && !findAdopted(item, command, order, exception)) return;
        attempt(item, order, [&] { return m_foresight.after(order, command); });
        if (m_request.action == "adopt" && !command.adopted.document.empty() && item.state == "planned")
            item.detail = "accepts number " + command.adopted.document + " as done; " + item.detail;
    }

    /// False: nobody knows what there is to adopt.
    bool findAdopted(PlanItemRow& item, Command& command, const StoredOrder& order,
                     const OpenException& exception)
    {
        if (nameAdopted(command, askForOne(order, exception, m_context), order.state, exception)) return true;
        refuse(item, "its system does not say that it has it; name the number that it has there");
        return false;
    }

    void predictEdit(PlanItemRow& item, const StoredOrder& order, const OpenException& exception)
    {
        const std::string whyNot = m_foresight.whyNotEdit(order.state, exception);
        if (!whyNot.empty()) return refuse(item, whyNot);
        if (!order.content) return refuse(item, "the content of the order is not in the store any more");
        const auto revised = revisedContent(order.state, *order.content, {.edits = m_request.edits});
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
            item.detail = forecast.words.empty() ? "no call" : forecast.words;
            enter(item, order.state.id, forecast);
        } catch (const std::exception& failure) {
            skip(item, std::string("it cannot be decided on: ") + failure.what());
        }
    }

    /// What is done is told and counted once for each order.
    void enter(const PlanItemRow& item, OrderId order, ItemForecast forecast)
    {
        if (!m_orders.insert(order).second) {
            forecast.suppressed.clear();
            std::erase_if(forecast.differences, &BodyDifference::isDone);
        }
        m_plan.figures.callsToMake += static_cast<int>(forecast.calls.size());
        m_plan.figures.callsWithoutKey += callsWithoutKey(forecast);
        m_plan.figures.differences += doneDifferently(forecast);
        if (mightRepeat(m_request.action))
            m_plan.figures.callsSuppressed += static_cast<int>(forecast.suppressed.size());
        m_plan.forecasts[item.number] = std::move(forecast);
    }

    StoreReader& m_reader;
    const PlanRequest& m_request;
    const PlanContext& m_context;
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

/// The same street for many orders is a slip of the hand.
Status checkPersons(const PlanRequest& request, std::size_t orders)
{
    const auto person =
        std::ranges::find_if(request.edits, [](const FieldEdit& edit) { return isPersonPath(edit.path); });
    if (person == request.edits.end() || orders <= 1) return Done{};
    return Error{.kind = ErrorKind::InvalidInput,
                 .message =
                     person->path + " is of a person: it is changed for one order at a time, not for many"};
}

std::size_t ordersOf(const std::vector<ExceptionEntry>& entries)
{
    std::set<OrderId> orders;
    for (const ExceptionEntry& entry : entries)
        orders.insert(entry.row.order);
    return orders.size();
}

} // namespace

std::string whyNotOfSystem(std::string_view action, const ExceptionRow& row)
{
    if (action == "replay")
        return isAboutMessage(row) ? std::string()
                                   : std::string("no message that could be read again is behind it");
    if (action != "resolve") return "it belongs to no order";
    if (row.exception.cause == isDownCause) return "it closes by itself as soon as the system answers";
    return {};
}

Command commandFor(const PlanRequest& request, const Order& order, const OpenException& exception,
                   bool byName)
{
    Command command{.action = request.action,
                    .exception = exception.number,
                    .kind = request.kind,
                    .actor = request.actor,
                    .reason = request.reason,
                    .byName = byName,
                    .edits = request.edits,
                    .from = request.detail.from,
                    .subject = request.detail.subject,
                    .keepsMap = request.detail.map == mapOfThen};
    command.adopted.document = request.detail.document;
    if (request.action == "hold" && command.kind.empty()) command.kind = "operator";
    if (request.action != "compensate" || !command.from.empty()) return command;
    command.from = exception.step;
    if (command.subject == 0 && findEffect(order, exception.effect) != nullptr)
        command.subject = findEffect(order, exception.effect)->subject;
    return command;
}

bool nameAdopted(Command& command, const std::optional<Reply>& has, const Order& order,
                 const OpenException& exception)
{
    const std::string named = command.adopted.document;
    if (has) command.adopted = *has;
    if (!named.empty()) command.adopted.document = named;
    const Effect* effect = findEffect(order, exception.effect);
    const bool isUndo = effect == nullptr || effect->undoes != 0;
    return isUndo || !command.adopted.document.empty();
}

Result<FrozenPlan> makePlan(StoreReader& reader, const PlanRequest& request, const PlanContext& context)
{
    if (const Status sound = checkRequest(request); !sound) return sound.error();
    const auto selector = parseSelector(request.selector);
    if (!selector) return selector.error();
    const ReadStock stock(reader);
    PlanContext known = context;
    known.stock = &stock;
    Planner planner(reader, request, known, selector->isByName());
    const bool isByOrder =
        selector->kind == Selector::Kind::Order || selector->kind == Selector::Kind::Orders;
    const bool isFromStep = request.action == "replay" && !request.detail.from.empty();
    const bool isFromItsStep = request.action == "compensate" && selector->kind == Selector::Kind::Exception;
    const bool isOfOrders =
        !isAboutExceptions(request.action) || (request.action == "edit" && isByOrder) || isFromStep;
    if (!isOfOrders || isFromItsStep) {
        const auto entries = request.action == "reopen" ? selectClosed(reader, *selector)
                                                        : selectExceptions(reader, *selector);
        if (!entries) return entries.error();
        if (const Status apart = checkPersons(request, ordersOf(*entries)); !apart) return apart.error();
        for (const ExceptionEntry& entry : *entries)
            planner.add(entry);
    } else {
        const auto orders = selectOrders(reader, *selector);
        if (!orders) return orders.error();
        if (const Status apart = checkPersons(request, orders->size()); !apart) return apart.error();
        for (const OrderId id : *orders)
            isFromStep ? planner.addFrom(id, isByOrder) : planner.add(id);
    }
    const bool isOne = selector->kind == Selector::Kind::Exception || selector->kind == Selector::Kind::Order;
    if ((isOne || isFromStep) && planner.problem()) return *planner.problem();
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
