// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/recovery/foresight.h"

#include "backend/domain/request_view.h"

#include <algorithm>

namespace milepost {
namespace {

/// Everything may start: a plan tells what would be sent, not when.
class OpenGate final : public StartGate {
public:
    bool take(const std::string&, Criticality) override { return true; }
    bool isParked(const std::string&) const override { return false; }
};

/// Numbers of a copy are never used.
class NoNumbers final : public ControlSeries {
public:
    std::int64_t next(const std::string&) override { return 0; }
};

/// Nothing is known, so that a forecast promises no stock.
class NoStock final : public StockView {
public:
    bool isKnown(std::string_view, std::string_view) const override { return false; }
    std::int64_t availableMicro(std::string_view, std::string_view) const override { return 0; }
    Timestamp reportedAt(std::string_view, std::string_view) const override { return {}; }
};

class NoWatermarks final : public Watermarks {
public:
    std::optional<Timestamp> of(std::string_view) const override { return std::nullopt; }
    bool areTrusted() const override { return false; }
};

void addWords(Forecast& forecast, const std::string& words)
{
    forecast.words += (forecast.words.empty() ? "" : ", ") + words;
}

/// Counts the calls that begin in a row of facts.
class CallCounter {
public:
    CallCounter(Forecast& forecast, const Order& order, const Process& process, const Landscape& landscape)
        : m_forecast(forecast)
        , m_order(order)
        , m_process(process)
        , m_landscape(landscape)
    {
    }

    void operator()(const EffectStarted& fact) { begin(fact.effect, "sends "); }
    void operator()(const LookupStarted& fact) { begin(fact.effect, "asks about "); }
    template <typename Fact>
    void operator()(const Fact&)
    {
    }

private:
    void begin(int number, const char* verb)
    {
        const Effect* effect = findEffect(m_order, number);
        if (effect == nullptr) return;
        const Step& step = m_process.steps.at(static_cast<std::size_t>(effect->step));
        const Offer* offer = findOffer(m_landscape, effect->definition, step.capability);
        ++m_forecast.calls;
        addWords(m_forecast, verb + step.name + (offer == nullptr ? std::string() : " to " + offer->system));
        const bool isSent = effect->state == EffectState::InFlight;
        if (isSent && (offer == nullptr || !offer->idempotency.protects)) ++m_forecast.callsWithoutKey;
    }

    Forecast& m_forecast;
    const Order& m_order;
    const Process& m_process;
    const Landscape& m_landscape;
};

} // namespace

Foresight::Foresight(const PlanContext& context)
    : m_context(context)
{
    for (const auto& pack : context.packs) {
        std::ranges::move(pack->offers(), std::back_inserter(m_landscape.offers));
        std::ranges::move(pack->nodes(), std::back_inserter(m_landscape.nodes));
    }
    for (const auto& pack : context.oldPacks)
        std::ranges::move(pack->offers(), std::back_inserter(m_landscape.retired));
}

const Process* Foresight::processOf(const Order& order) const
{
    const auto found = std::ranges::find_if(
        m_context.processes, [&](const auto& process) { return process->definition == order.process; });
    return found == m_context.processes.end() ? nullptr : found->get();
}

std::string Foresight::whyNot(const Order& order, const OpenException& exception, bool byName) const
{
    const Process* process = processOf(order);
    if (process == nullptr) return "the process version it follows cannot be read";
    const Effect* effect = findEffect(order, exception.effect);
    if (effect != nullptr && isSettled(effect->state))
        return "the call is " + std::string(toKey(effect->state)) + " already; resolve the exception instead";
    std::string reason;
    if (mayRetry(order, exception, *process, m_landscape, reason)) return {};
    if (byName && effect != nullptr) return {}; // a person chose just this one
    return reason.empty() ? "it is settled" : reason;
}

Forecast Foresight::after(const StoredOrder& stored, const Command& command) const
{
    Order copy = stored.state;
    return after(stored, command, stored.content, copy);
}

std::string Foresight::whyNotEdit(const Order& order, const OpenException& exception) const
{
    const Process* process = processOf(order);
    if (process == nullptr) return "the process version it follows cannot be read";
    std::string reason;
    return mayEdit(order, exception, *process, m_landscape, reason) ? std::string() : reason;
}

Forecast Foresight::afterEdit(const StoredOrder& stored, const OpenException& exception,
                              const RevisedContent& revised) const
{
    const auto content = std::make_shared<const CanonicalOrder>(revised.content);
    EditOrder edit{.exception = exception.number};
    for (const FieldChange& change : revised.changes)
        edit.changed.push_back(change.path);
    Order copy = stored.state;
    Forecast forecast = after(stored, edit, content, copy);
    addDifferences(forecast, stored, copy, content, exception.effect);
    return forecast;
}

std::shared_ptr<const Pack> Foresight::packOf(int definition) const
{
    for (const auto* packs : {&m_context.packs, &m_context.oldPacks}) {
        const auto at =
            std::ranges::find(*packs, definition, [](const auto& pack) { return pack->definition(); });
        if (at != packs->end()) return *at;
    }
    return nullptr;
}

/// What was done with other data than the order has now, and whether the stuck call is helped at all.
void Foresight::addDifferences(Forecast& forecast, const StoredOrder& before, const Order& after,
                               std::shared_ptr<const CanonicalOrder> content, int stuck) const
{
    const Process* process = processOf(after);
    for (const Effect& effect : before.state.effects) {
        const bool isDone = effect.state == EffectState::Done || effect.state == EffectState::Acknowledged;
        const auto pack = packOf(effect.definition);
        if (process == nullptr || pack == nullptr || (!isDone && effect.number != stuck)) continue;
        const WireRequest said =
            pack->renderAttempt(makeRequestView(before.state, *process, effect, before.content));
        const WireRequest says = pack->renderAttempt(makeRequestView(after, *process, effect, content));
        const bool isSame = said.target == says.target && said.body == says.body;
        const std::string step = process->steps[static_cast<std::size_t>(effect.step)].name;
        if (effect.number == stuck && isSame) addWords(forecast, step + " would say the same as before");
        if (!isDone || isSame) continue;
        ++forecast.differences;
        addWords(forecast, step + " was done at " + pack->name() + " with the old data");
    }
}

Forecast Foresight::after(const StoredOrder& stored, const Input& input,
                          std::shared_ptr<const CanonicalOrder> content, Order& copy) const
{
    Forecast forecast;
    const Process* process = processOf(stored.state);
    if (process == nullptr) return forecast;
    OpenGate gate;
    NoNumbers numbers;
    const NoStock stock;
    const NoWatermarks watermarks;
    const Context context{.now = m_context.now,
                          .content = std::move(content),
                          .process = *process,
                          .policies = m_context.policies,
                          .landscape = m_landscape,
                          .stock = stock,
                          .watermarks = watermarks,
                          .gate = gate,
                          .controls = numbers};
    FactRow row{.order = copy.id, .firstSeq = copy.facts + 1, .at = m_context.now};
    decide(copy, input, context, row);
    CallCounter count(forecast, copy, *process, m_landscape);
    for (const FactBody& fact : row.facts)
        std::visit(count, fact);
    forecast.suppressed = static_cast<int>(std::ranges::count_if(
        stored.state.effects, [](const Effect& effect) { return effect.state == EffectState::Done; }));
    return forecast;
}

} // namespace milepost
