// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/engine/open_exceptions.h"

#include "backend/domain/effect_call.h"
#include "backend/engine/change_rows.h"

#include <algorithm>
#include <vector>

namespace milepost {
namespace {

CounterDelta counted(const ExceptionRow& row, Timestamp at, int delta)
{
    return {.kind = "exceptionClass",
            .key = std::string(toKey(row.exception.kind)),
            .system = row.exception.system,
            .hour = hourOf(at),
            .delta = delta};
}

/// What is not yet billed of the order.
std::optional<std::int64_t> moneyAtRisk(const Order& order)
{
    std::int64_t sum = 0;
    for (const OrderLine& line : order.lines) {
        if (line.unitPrice) sum += lineAmount(*line.unitPrice, line.ledger.ordered(), order.currency).minor;
    }
    for (const Invoice& invoice : order.invoices)
        sum -= invoice.amountMinor;
    if (order.lines.empty()) return std::nullopt;
    return std::max<std::int64_t>(sum, 0);
}

/// The newest call of a step for a subject, or null.
const Effect* callOf(const Order& order, int step, int subject)
{
    const Effect* call = nullptr;
    for (const Effect& effect : order.effects)
        if (effect.step == step && effect.subject == subject && effect.undoes == 0) call = &effect;
    return call;
}

/// The call that is stuck, else the message that the decision is about, else the call of the step.
std::string contractOf(const OpenException& exception, const Order& order, const Change& change,
                       const OpenExceptions::Terms& terms)
{
    const Effect* effect = findEffect(order, exception.effect);
    if (effect == nullptr && !change.inbox.empty())
        return ContractNames::ofMessage(change.inbox.back().source, change.inbox.back().format);
    const int step = stepIndex(terms.process, exception.step);
    if (effect == nullptr && step >= 0) effect = callOf(order, step, exception.subject);
    if (effect != nullptr)
        return terms.contracts.ofCall(effect->definition, capabilityOf(terms.process, *effect));
    if (step >= 0) return terms.process.steps[static_cast<std::size_t>(step)].capability;
    return ContractNames::ofMessage(order.channel, {}); // what the order says: its channel's message
}

const ActionTaken* actionOf(const FactRow& row)
{
    for (const FactBody& fact : row.facts)
        if (const auto* taken = std::get_if<ActionTaken>(&fact)) return taken;
    return nullptr;
}

} // namespace

void OpenExceptions::load(Store& store)
{
    m_store = &store;
    m_open.clear();
    m_ofSystems.clear();
    m_lastId = store.highIds().exception;
    for (ExceptionRow& row : store.openExceptions()) {
        if (row.order.value == 0) m_lastSystemNumber = std::max(m_lastSystemNumber, row.exception.number);
        keep(std::move(row));
    }
    // numbers of closed ones of systems are not read: the id is higher than any of them
    m_lastSystemNumber = std::max(m_lastSystemNumber, static_cast<int>(m_lastId));
}

std::set<std::string> OpenExceptions::systemsWith(std::string_view cause) const
{
    std::set<std::string> systems;
    for (const auto& [key, row] : m_open) {
        if (key.first == 0 && row.exception.cause == cause) systems.insert(row.exception.system);
    }
    return systems;
}

void OpenExceptions::open(Change& change, ExceptionRow row, const Rules& rules, Timestamp at)
{
    row.id = ++m_lastId;
    Responsibility who = rules.policies.responsibility(row.exception.kind, row.exception.step,
                                                       rules.policies.find(rules.policy), rules.team);
    row.dueBy = at + who.recoverWithin;
    row.owner = std::move(who.owner);
    enter(change, std::move(row));
}

/// Open now, whether for the first time or again.
void OpenExceptions::enter(Change& change, ExceptionRow row)
{
    change.counters.push_back(counted(row, row.exception.openedAt, 1));
    change.exceptions.push_back(row);
    keep(std::move(row));
}

void OpenExceptions::keep(ExceptionRow row)
{
    if (row.order.value == 0) m_ofSystems.insert(aboutOf(row));
    m_open.insert_or_assign({row.order.value, row.exception.number}, std::move(row));
}

OpenExceptions::About OpenExceptions::aboutOf(const ExceptionRow& row)
{
    return {row.exception.kind, row.exception.system, row.exception.cause, row.payload.value};
}

void OpenExceptions::reopen(Change& change, ExceptionRow row)
{
    row.isOpen = true;
    row.how.clear();
    row.closedAt.reset();
    row.closedBy.clear();
    row.closedWhy.clear();
    enter(change, std::move(row));
}

void OpenExceptions::close(Change& change, const Key& key, const End& end)
{
    const auto found = m_open.find(key);
    if (found == m_open.end()) return;
    ExceptionRow row = std::move(found->second);
    m_open.erase(found);
    if (row.order.value == 0) m_ofSystems.erase(m_ofSystems.find(aboutOf(row))); // one of equals
    row.isOpen = false;
    row.how = end.how;
    row.closedAt = end.at;
    row.closedBy = end.actor;
    row.closedWhy = end.reason;
    change.counters.push_back(counted(row, row.exception.openedAt, -1));
    change.exceptions.push_back(std::move(row));
}

void OpenExceptions::write(Change& change, const Order& order, const FactRow& row, const Terms& terms)
{
    const ActionTaken* action = actionOf(row);
    const bool isReopening = action != nullptr && action->action == "reopen";
    for (const FactBody& fact : row.facts) {
        if (const auto* opened = std::get_if<ExceptionOpened>(&fact)) {
            auto closed =
                isReopening ? m_store->exception(row.order, opened->exception.number) : std::nullopt;
            if (closed) closed->moneyMinor = moneyAtRisk(order);
            if (closed) {
                reopen(change, *std::move(closed));
                continue;
            }
            const int step = stepIndex(terms.process, opened->exception.step);
            const Step* about = step < 0 ? nullptr : &terms.process.steps[static_cast<std::size_t>(step)];
            const PolicySet& policies = terms.policies;
            open(change,
                 ExceptionRow{.order = row.order,
                              .exception = opened->exception,
                              .moneyMinor = moneyAtRisk(order),
                              .currency = order.currency,
                              .contract = contractOf(opened->exception, order, change, terms)},
                 about == nullptr ? Rules{policies} : Rules{policies, about->policy, about->team}, row.at);
        }
        if (const auto* closed = std::get_if<ExceptionClosed>(&fact)) {
            End end{.how = closed->how, .at = row.at};
            if (action != nullptr) end.actor = action->actor;
            if (action != nullptr) end.reason = action->reason;
            close(change, {row.order.value, closed->number}, end);
        }
    }
}

void OpenExceptions::openForSystem(Change& change, OpenException exception, PayloadId payload,
                                   const PolicySet& policies, std::string_view policy, std::string contract)
{
    if (m_ofSystems.contains({exception.kind, exception.system, exception.cause, payload.value})) return;
    exception.number = ++m_lastSystemNumber;
    const Timestamp at = exception.openedAt;
    open(change,
         ExceptionRow{.exception = std::move(exception), .payload = payload, .contract = std::move(contract)},
         {policies, policy}, at);
}

bool OpenExceptions::updateForSystem(Change& change, OpenException exception, const PolicySet& policies,
                                     std::string_view policy)
{
    for (auto& [key, row] : m_open) {
        if (key.first != 0) break; // those of systems come first
        const bool isSame = row.exception.kind == exception.kind &&
                            row.exception.system == exception.system &&
                            row.exception.cause == exception.cause;
        if (!isSame) continue;
        if (row.exception.text == exception.text) return false;
        row.exception.text = exception.text;
        change.exceptions.push_back(row);
        return true;
    }
    openForSystem(change, std::move(exception), {}, policies, policy);
    return true;
}

void OpenExceptions::closeForSystem(Change& change, const std::string& system, const std::string& cause,
                                    const std::string& how, Timestamp at)
{
    std::vector<Key> gone;
    for (const auto& [key, row] : m_open) {
        if (key.first == 0 && row.exception.system == system && row.exception.cause == cause)
            gone.push_back(key);
    }
    for (const Key& key : gone)
        close(change, key, {.how = how, .at = at});
}

const ExceptionRow* OpenExceptions::closeOfSystem(Change& change, int number, const Command& command,
                                                  Timestamp at)
{
    const Key key{0, number};
    if (!m_open.contains(key)) return nullptr;
    close(change, key, {.how = "resolved", .actor = command.actor, .reason = command.reason, .at = at});
    return &change.exceptions.back();
}

std::optional<ExceptionRow> OpenExceptions::openOfSystem(int number) const
{
    const auto at = m_open.find({0, number});
    return at == m_open.end() ? std::nullopt : std::optional(at->second);
}

std::string OpenExceptions::reopenOfSystem(Change& change, int number)
{
    if (m_open.contains({0, number})) return "it is open";
    auto closed = m_store->exception({}, number);
    if (!closed) return "there is no such exception";
    if (closed->closedBy.empty() && !closed->how.starts_with("resolved"))
        return "it was not closed by hand (" + closed->how + "); only what was resolved is reopened";
    reopen(change, *std::move(closed));
    return {};
}

void OpenExceptions::closeAbout(Change& change, PayloadId payload, const std::string& how, Timestamp at)
{
    std::vector<Key> gone;
    for (const auto& [key, row] : m_open) {
        if (key.first != 0) break; // those of systems come first
        if (row.payload == payload) gone.push_back(key);
    }
    for (const Key& key : gone)
        close(change, key, {.how = how, .at = at});
}

void OpenExceptions::closeDamagedMessages(Change& change, const std::string& system, Timestamp until,
                                          Timestamp at)
{
    std::vector<Key> gone;
    for (const auto& [key, row] : m_open) {
        if (key.first != 0) break;
        if (row.exception.system == system && row.payload.value != 0 && row.exception.openedAt <= until)
            gone.push_back(key);
    }
    for (const Key& key : gone)
        close(change, key, {.how = "the system has told everything up to " + toText(until), .at = at});
}

} // namespace milepost
