// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/engine/open_exceptions.h"

#include <algorithm>
#include <chrono>
#include <vector>

namespace milepost {
namespace {

CounterDelta counted(const ExceptionRow& row, Timestamp at, int delta)
{
    return {.kind = "exceptionClass",
            .key = std::string(toKey(row.exception.kind)),
            .system = row.exception.system,
            .hour = std::chrono::floor<std::chrono::hours>(at).time_since_epoch().count(),
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

} // namespace

void OpenExceptions::load(Store& store)
{
    m_open.clear();
    m_lastId = store.highIds().exception;
    for (ExceptionRow& row : store.openExceptions()) {
        if (row.order.value == 0) m_lastSystemNumber = std::max(m_lastSystemNumber, row.exception.number);
        m_open.insert_or_assign({row.order.value, row.exception.number}, std::move(row));
    }
    // numbers of closed ones of systems are not read: the id is higher than any of them
    m_lastSystemNumber = std::max(m_lastSystemNumber, static_cast<int>(m_lastId));
}

std::set<std::string> OpenExceptions::systemsDown() const
{
    std::set<std::string> systems;
    for (const auto& [key, row] : m_open) {
        if (key.first == 0 && row.exception.cause == isDownCause) systems.insert(row.exception.system);
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
    change.counters.push_back(counted(row, row.exception.openedAt, 1));
    change.exceptions.push_back(row);
    m_open.insert_or_assign({row.order.value, row.exception.number}, std::move(row));
}

void OpenExceptions::close(Change& change, const Key& key, const std::string& how, Timestamp at)
{
    const auto found = m_open.find(key);
    if (found == m_open.end()) return;
    ExceptionRow row = std::move(found->second);
    m_open.erase(found);
    row.isOpen = false;
    row.how = how;
    row.closedAt = at;
    change.counters.push_back(counted(row, row.exception.openedAt, -1));
    change.exceptions.push_back(std::move(row));
}

void OpenExceptions::write(Change& change, const Order& order, const FactRow& row, const Process& process,
                           const PolicySet& policies)
{
    for (const FactBody& fact : row.facts) {
        if (const auto* opened = std::get_if<ExceptionOpened>(&fact)) {
            const int step = stepIndex(process, opened->exception.step);
            const Step* about = step < 0 ? nullptr : &process.steps[static_cast<std::size_t>(step)];
            open(change,
                 ExceptionRow{.order = row.order,
                              .exception = opened->exception,
                              .moneyMinor = moneyAtRisk(order),
                              .currency = order.currency},
                 about == nullptr ? Rules{policies} : Rules{policies, about->policy, about->team}, row.at);
        }
        if (const auto* closed = std::get_if<ExceptionClosed>(&fact))
            close(change, {row.order.value, closed->number}, closed->how, row.at);
    }
}

void OpenExceptions::openForSystem(Change& change, OpenException exception, PayloadId payload,
                                   const PolicySet& policies, std::string_view policy)
{
    for (const auto& [key, row] : m_open) {
        if (key.first != 0) break; // those of systems come first
        const bool isSame = row.exception.kind == exception.kind &&
                            row.exception.system == exception.system &&
                            row.exception.cause == exception.cause && row.payload == payload;
        if (isSame) return;
    }
    exception.number = ++m_lastSystemNumber;
    const Timestamp at = exception.openedAt;
    open(change, ExceptionRow{.exception = std::move(exception), .payload = payload}, {policies, policy}, at);
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
        close(change, key, how, at);
}

const ExceptionRow* OpenExceptions::closeOfSystem(Change& change, int number, const std::string& how,
                                                  Timestamp at)
{
    const Key key{0, number};
    if (!m_open.contains(key)) return nullptr;
    close(change, key, how, at);
    return &change.exceptions.back();
}

void OpenExceptions::closeAbout(Change& change, PayloadId payload, const std::string& how, Timestamp at)
{
    std::vector<Key> gone;
    for (const auto& [key, row] : m_open) {
        if (key.first != 0) break; // those of systems come first
        if (row.payload == payload) gone.push_back(key);
    }
    for (const Key& key : gone)
        close(change, key, how, at);
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
        close(change, key, "the system has told everything up to " + toText(until), at);
}

} // namespace milepost
