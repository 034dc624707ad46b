// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/contracts/pack_set.h"
#include "backend/domain/decide.h"
#include "backend/domain/effect_call.h"
#include "backend/domain/evolve.h"
#include "backend/domain/milestone.h"
#include "backend/engine/engine_loop.h"

#include <algorithm>
#include <stdexcept>

namespace milepost {
namespace {

/// Gives places out for one decision and remembers which, and who got none.
class DecisionGate final : public StartGate {
public:
    explicit DecisionGate(Lanes& lanes)
        : m_lanes(lanes)
    {
    }

    bool take(const std::string& system, Criticality criticality) override
    {
        const bool isGiven = m_lanes.take(system, criticality);
        if (isGiven)
            given.push_back(system);
        else
            refused.emplace_back(system, criticality);
        return isGiven;
    }
    bool isParked(const std::string& system) const override { return m_lanes.isParked(system); }

    void giveBack()
    {
        for (const std::string& system : given)
            m_lanes.release(system);
    }

    std::vector<std::string> given;
    std::vector<std::pair<std::string, Criticality>> refused;

private:
    Lanes& m_lanes;
};

OpenWork workOf(const Order& order, const Process& process, const Landscape& landscape)
{
    OpenWork work;
    for (const Effect& effect : order.effects) {
        if (effect.state == EffectState::InFlight || effect.lookupFlying) ++work.inFlight;
        const Offer* offer = offerOf(landscape, process, effect);
        if (effect.needsPerson || offer == nullptr) continue;
        if (effect.state == EffectState::Waiting && !isHeldBack(order, process, effect))
            ++work.waiting[offer->system];
        if (effect.state == EffectState::Sent) ++work.sent;
        if (effect.state == EffectState::Unknown && !effect.lookupFlying) ++work.unknown;
    }
    return work;
}

} // namespace

const Process& EngineLoop::processOf(const Order& order) const
{
    const int wanted = order.process == 0 ? m_setup.process : order.process;
    const auto at = std::ranges::find_if(m_setup.processes,
                                         [&](const auto& process) { return process->definition == wanted; });
    if (at == m_setup.processes.end())
        throw std::logic_error("process version " + std::to_string(wanted) + " is not in the store");
    return **at;
}

Context EngineLoop::contextFor(const LiveOrder& order, StartGate& gate)
{
    return Context{.now = m_now,
                   .jitter = std::uniform_real_distribution<double>(0.0, 1.0)(m_random),
                   .advances = m_setup.advances,
                   .content = order.content,
                   .process = processOf(order.state),
                   .policies = m_setup.policies,
                   .landscape = m_landscape,
                   .stock = m_stock,
                   .watermarks = m_sources,
                   .gate = gate,
                   .controls = *this};
}

std::int64_t EngineLoop::next(const std::string& system)
{
    const std::string name = "control/" + system;
    const auto [at, isNew] = m_controls.try_emplace(name, 0);
    if (isNew) at->second = m_store.sequence(name);
    m_change->sequences.push_back({name, ++at->second});
    return at->second;
}

void EngineLoop::decideOn(LiveOrder& order, const Input& input, std::string cause, Change& change)
{
    const OrderId id = order.state.id;
    const OrderTally before = tallyOf(order.state);
    FactRow row{.order = id, .firstSeq = order.state.facts + 1, .at = m_now, .cause = std::move(cause)};
    DecisionGate gate(m_lanes);
    m_change = &change;
    try {
        decide(order.state, input, contextFor(order, gate), row);
    } catch (const std::exception& problem) {
        gate.giveBack();
        return contain(id, row.cause, problem.what(), change);
    }
    for (const auto& [system, criticality] : gate.refused)
        m_lanes.queue(system, criticality, id);
    follow(order, before, row, change);
}

void EngineLoop::follow(LiveOrder& order, const OrderTally& before, const FactRow& row, Change& change)
{
    const OrderId id = order.state.id;
    m_timers.set(id, nextDue(order.state, m_landscape, m_now));
    if (row.facts.empty()) return;
    writeDecision(change, order, before, row);
    m_exceptions.write(
        change, order.state, row,
        {.process = processOf(order.state), .policies = m_setup.policies, .contracts = m_contracts});
    for (const FactBody& fact : row.facts)
        m_stock.follow(order.state, fact);
    m_stock.hold(order.state);
    keepWaitingForStock(order);
    m_turn.orders.insert(id);
    m_turn.exceptionsChanged = m_turn.exceptionsChanged || !change.exceptions.empty();
    countWork(order);
    startCalls(order, row);
    for (const auto& [order_, reference] : change.references) {
        m_turn.newReferences.insert_or_assign(reference.value, id);
        if (!m_unmatched.isEmpty()) retryUnmatched(reference.value);
    }
    wakeWishes(order);
}

void EngineLoop::countWork(const LiveOrder& order)
{
    const std::int64_t id = order.state.id.value;
    OpenWork work = workOf(order.state, processOf(order.state), m_landscape);
    if (work.inFlight > 0)
        m_active.insert(id);
    else
        m_active.erase(id);
    const auto known = m_openWork.find(id);
    if (known != m_openWork.end()) m_workTotals.count(known->second, -1);
    if (!order.isOpen) {
        if (known != m_openWork.end()) m_openWork.erase(known);
        return;
    }
    m_workTotals.count(work, 1);
    m_openWork.insert_or_assign(id, std::move(work));
}

void EngineLoop::startCalls(const LiveOrder& order, const FactRow& row)
{
    const Process& process = processOf(order.state);
    for (const FactBody& fact : row.facts) {
        const auto* started = std::get_if<EffectStarted>(&fact);
        const auto* asked = std::get_if<LookupStarted>(&fact);
        if (started == nullptr && asked == nullptr) continue;
        const Effect& effect = *findEffect(order.state, started != nullptr ? started->effect : asked->effect);
        const Step& step = process.steps[static_cast<std::size_t>(effect.step)];
        Turn::Start start{.change = m_turn.batch.changes.size() - 1,
                          .call = {.order = order.state.id.value,
                                   .effect = effect.number,
                                   .attempt = effect.attempts,
                                   .purpose = started != nullptr ? CallPurpose::Attempt : CallPurpose::Lookup,
                                   .pack = packOf(effect.definition),
                                   .capability = capabilityOf(process, effect),
                                   .view = makeRequestView(order.state, process, effect, order.content),
                                   .deadline = m_setup.policies.find(step.policy).deadline}};
        start.key = {start.call.order, start.call.effect, start.call.attempt, start.call.purpose,
                     start.call.pack->name()};
        m_turn.starts.push_back(std::move(start));
    }
}

std::shared_ptr<const Pack> EngineLoop::packOf(int definition) const
{
    if (auto pack = milepost::packOf(m_setup.packs, m_setup.oldPacks, definition)) return pack;
    throw std::logic_error("pack version " + std::to_string(definition) + " is not loaded");
}

/// The input's decision failed: the order is put back to what it was, and a person is told.
void EngineLoop::contain(OrderId id, const std::string& cause, const std::string& what, Change& change)
{
    const std::string* last = nullptr;
    for (const Change& earlier : m_turn.batch.changes) {
        if (earlier.state && earlier.state->id == id) last = &earlier.state->packedState;
    }
    if (last == nullptr) m_orders.forget(id);
    LiveOrder* order = m_orders.find(id);
    if (order == nullptr) return; // a new order: its message is kept as failed by the caller
    if (last != nullptr) order->state = unpackedOrder(*last);
    const OrderTally before = tallyOf(order->state);
    FactRow row{.order = id, .firstSeq = order->state.facts + 1, .at = m_now, .cause = cause};
    row.facts.emplace_back(InputFailed{.what = what});
    row.facts.emplace_back(ExceptionOpened{
        .exception = {.number = order->state.exceptionsOpened + 1,
                      .kind = ExceptionClass::Internal,
                      .severity = Severity::Critical,
                      .cause = what,
                      .text = "Deciding on \"" + cause + "\" failed: " + what +
                              ". Nothing was done about it; report it with the lineage of the order.",
                      .openedAt = m_now}});
    for (const FactBody& fact : row.facts)
        evolve(order->state, fact, m_now);
    follow(*order, before, row, change);
}

void EngineLoop::keepWaitingForStock(LiveOrder& order)
{
    const auto isWaiting = [&](const OrderLine& line) {
        return order.state.acceptedAt &&
               (line.ledger.at(Stage::Backordered).isPositive() || line.ledger.at(Stage::Open).isPositive());
    };
    const bool isAnyWaiting = std::ranges::any_of(order.state.lines, isWaiting);
    if (!isAnyWaiting && !order.isWaitingForStock) return;
    order.isWaitingForStock = isAnyWaiting;
    const WaitingOrder entry{
        -order.state.priority,
        order.state.promisedAt == Timestamp{} ? Timestamp::max() : order.state.promisedAt, order.state.id};
    for (const OrderLine& line : order.state.lines) {
        std::set<WaitingOrder>& waiting = m_waitingForStock[line.sku];
        if (isWaiting(line))
            waiting.insert(entry);
        else
            waiting.erase(entry);
        if (waiting.empty()) m_waitingForStock.erase(line.sku);
    }
}

} // namespace milepost
