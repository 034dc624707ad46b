// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/recovery/foresight.h"

#include "backend/contracts/pack_set.h"
#include "backend/domain/effect_call.h"
#include "backend/domain/permissions.h"
#include "backend/domain/request_view.h"
#include "backend/recovery/replay_start.h"

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

/// Where nothing is known a forecast promises no stock.
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

ForeseenCall callOf(const Order& order, const Process& process, const Landscape& landscape,
                    const Effect& effect)
{
    const Offer* offer = offerOf(landscape, process, effect);
    return {.step = stepOf(process, effect).name,
            .system = offer == nullptr ? std::string() : offer->system,
            .capability = capabilityOf(process, effect),
            .key = effectKey(order, process, effect),
            .hasKey = offer != nullptr && offer->idempotency.protects};
}

} // namespace

int callsWithoutKey(const ItemForecast& forecast)
{
    return static_cast<int>(std::ranges::count_if(
        forecast.calls, [](const ForeseenCall& call) { return !call.isLookup && !call.hasKey; }));
}

int doneDifferently(const ItemForecast& forecast)
{
    return static_cast<int>(std::ranges::count_if(forecast.differences, &BodyDifference::isDone));
}

/// A copy of an order on which inputs are tried.
class Foresight::Copy {
public:
    Copy(const Foresight& foresight, const Order& order, const Process& process,
         std::shared_ptr<const CanonicalOrder> content)
        : m_foresight(foresight)
        , m_process(process)
        , m_content(std::move(content))
        , m_order(order)
    {
    }

    void take(const Input& input, Forecast& forecast)
    {
        const Context context{.now = m_foresight.m_context.now,
                              .content = m_content,
                              .process = m_process,
                              .policies = m_foresight.m_context.policies,
                              .landscape = m_foresight.m_landscape,
                              .stock = m_foresight.m_context.stock ? *m_foresight.m_context.stock : m_noStock,
                              .watermarks = m_watermarks,
                              .gate = m_gate,
                              .controls = m_numbers};
        FactRow row{.order = m_order.id, .firstSeq = m_order.facts + 1, .at = context.now};
        decide(m_order, input, context, row);
        for (const FactBody& fact : row.facts) {
            if (const auto* started = std::get_if<EffectStarted>(&fact))
                begin(started->effect, false, forecast);
            if (const auto* asked = std::get_if<LookupStarted>(&fact)) begin(asked->effect, true, forecast);
        }
    }

    /// Steps are taken back one after the other: each call for it is answered with yes.
    void takeBackToTheEnd(Forecast& forecast)
    {
        constexpr int maxSteps = 200;
        for (int i = 0; i < maxSteps && m_order.compensation; ++i) {
            const auto undo = std::ranges::find_if(m_order.effects, [](const Effect& effect) {
                return effect.undoes != 0 && effect.state == EffectState::InFlight;
            });
            if (undo == m_order.effects.end()) break;
            take(EndAttempt{.effect = undo->number,
                            .attempt = undo->attempts,
                            .reply = {.outcome = Outcome::Done}},
                 forecast);
        }
        if (!m_order.compensation) return;
        for (const OpenException& exception : m_order.exceptions)
            if (exception.kind == ExceptionClass::CompensationIncomplete)
                addWords(forecast, "stops at step " + exception.step + " for a person");
    }

    const Order& order() const { return m_order; }

private:
    void begin(int number, bool isLookup, Forecast& forecast) const
    {
        const Effect* effect = findEffect(m_order, number);
        if (effect == nullptr) return;
        ForeseenCall call = callOf(m_order, m_process, m_foresight.m_landscape, *effect);
        call.isLookup = isLookup;
        const std::string verb = isLookup ? "asks about " : effect->undoes != 0 ? "takes back " : "sends ";
        addWords(forecast, verb + call.step + (call.system.empty() ? "" : " to " + call.system));
        forecast.calls.push_back(std::move(call));
    }

    const Foresight& m_foresight;
    const Process& m_process;
    std::shared_ptr<const CanonicalOrder> m_content;
    Order m_order;
    OpenGate m_gate;
    NoNumbers m_numbers;
    NoStock m_noStock;
    NoWatermarks m_watermarks;
};

Foresight::Foresight(const PlanContext& context)
    : m_context(context)
    , m_landscape(landscapeOf(context.packs, context.oldPacks))
{
}

const Process* Foresight::processOf(const Order& order) const
{
    const auto found = std::ranges::find_if(
        m_context.processes, [&](const auto& process) { return process->definition == order.process; });
    return found == m_context.processes.end() ? nullptr : found->get();
}

std::string Foresight::whyNot(std::string_view action, const Order& order, const OpenException& exception,
                              bool byName) const
{
    if (action == "edit") return whyNotEdit(order, exception);
    Command command{.action = std::string(action), .exception = exception.number, .byName = byName};
    if (action == "hold") command.kind = "operator";
    const Process* process = processOf(order);
    if (action == "compensate" && process != nullptr) {
        const Effect* effect = findEffect(order, exception.effect);
        command.from = effect != nullptr ? stepOf(*process, *effect).name : exception.step;
        if (command.from.empty()) command.from = process->steps.front().name;
    }
    return whyNot(command, order);
}

std::string Foresight::whyNot(const Command& command, const Order& order) const
{
    const Process* process = processOf(order);
    if (process == nullptr) return "the process version it follows cannot be read";
    return whyNotObey({order, *process, m_landscape}, command);
}

Forecast Foresight::after(const StoredOrder& stored, const Command& command) const
{
    Forecast forecast;
    const Process* process = processOf(stored.state);
    if (process == nullptr) return forecast;
    Copy copy(*this, stored.state, *process, stored.content);
    copy.take(command, forecast);
    copy.takeBackToTheEnd(forecast);
    if (command.action != "replay") {
        addDone(forecast, stored.state, *process, 0);
        return forecast;
    }
    const Compared compared = comparedBy(stored.state, *process, command);
    addDone(forecast, stored.state, *process, compared.fromStep);
    if (compared.stuck != 0) addDifferences(forecast, stored, copy.order(), stored.content, compared);
    return forecast;
}

Forecast Foresight::standing(const StoredOrder& stored, const Command& replay) const
{
    Forecast forecast;
    const Process* process = processOf(stored.state);
    if (process == nullptr) return forecast;
    const Compared compared = comparedBy(stored.state, *process, replay);
    addDone(forecast, stored.state, *process, compared.fromStep);
    addDifferences(forecast, stored, stored.state, stored.content, compared);
    return forecast;
}

Foresight::Compared Foresight::comparedBy(const Order& order, const Process& process,
                                          const Command& replay) const
{
    const auto exception = std::ranges::find(order.exceptions, replay.exception, &OpenException::number);
    return {.stuck = exception == order.exceptions.end() ? 0 : exception->effect,
            .fromStep = std::max(0, replayStart(process, replay.from)),
            .isAnew = !replay.from.empty() && !replay.keepsMap};
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
    Forecast forecast;
    const Process* process = processOf(stored.state);
    if (process == nullptr) return forecast;
    const auto content = std::make_shared<const CanonicalOrder>(revised.content);
    const EditOrder edit{.exception = exception.number, .changed = revised.changedPaths()};
    Copy copy(*this, stored.state, *process, content);
    copy.take(edit, forecast);
    addDone(forecast, stored.state, *process, 0);
    addDifferences(forecast, stored, copy.order(), content, {.stuck = exception.effect});
    return forecast;
}

/// What is done is not done again.
void Foresight::addDone(Forecast& forecast, const Order& before, const Process& process, int fromStep) const
{
    for (const Effect& effect : before.effects)
        if (effect.state == EffectState::Done && effect.step >= fromStep)
            forecast.suppressed.push_back(callOf(before, process, m_landscape, effect));
}

std::shared_ptr<const Pack> Foresight::livePack(std::string_view system, std::string_view capability) const
{
    const auto live = std::ranges::find_if(m_context.packs, [&](const auto& pack) {
        const std::vector<Offer> offers = pack->offers();
        return pack->name() == system &&
               std::ranges::find(offers, capability, &Offer::capability) != offers.end();
    });
    return live == m_context.packs.end() ? nullptr : *live;
}

/// What was done with other data than the order has now, and whether the stuck call is helped at all.
void Foresight::addDifferences(Forecast& forecast, const StoredOrder& before, const Order& after,
                               std::shared_ptr<const CanonicalOrder> content, const Compared& compared) const
{
    const Process* process = processOf(after);
    for (const Effect& effect : before.state.effects) {
        const bool isDone = effect.step >= compared.fromStep &&
                            (effect.state == EffectState::Done || effect.state == EffectState::Acknowledged);
        const auto pack = packOf(m_context.packs, m_context.oldPacks, effect.definition);
        const bool isStuck = effect.number == compared.stuck;
        if (process == nullptr || pack == nullptr || effect.undoes != 0 || (!isDone && !isStuck)) continue;
        const Effect* anew = &effect; // the call in its place is made with the map of today
        for (const Effect& other : after.effects)
            if (isStuck && other.step == effect.step && other.subject == effect.subject &&
                other.undoes == effect.undoes)
                anew = &other;
        const auto newPack = isDone && compared.isAnew
                                 ? livePack(pack->name(), capabilityOf(*process, effect))
                                 : packOf(m_context.packs, m_context.oldPacks, anew->definition);
        if (newPack == nullptr) continue;
        const WireRequest said =
            pack->renderAttempt(makeRequestView(before.state, *process, effect, before.content));
        const WireRequest says = newPack->renderAttempt(makeRequestView(after, *process, *anew, content));
        const bool isSame = said.target == says.target && said.body == says.body;
        const std::string step = stepOf(*process, effect).name;
        if (isStuck && isSame) addWords(forecast, step + " would say the same as before");
        if (isSame) continue;
        forecast.differences.push_back({.step = step,
                                        .system = pack->name(),
                                        .isDone = isDone,
                                        .before = said.body,
                                        .after = says.body});
        if (isDone) addWords(forecast, step + " was done at " + pack->name() + " with the old data");
    }
}

} // namespace milepost
