// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/recovery/apply.h"

#include "backend/domain/compensation.h"
#include "backend/recovery/closed_exception.h"
#include "backend/recovery/engine_work.h"
#include "backend/recovery/selector.h"

#include <algorithm>
#include <cmath>
#include <future>
#include <thread>

namespace milepost {
namespace {

using namespace std::chrono_literals;
using Steady = std::chrono::steady_clock;

constexpr auto lookInterval = 200ms;
constexpr auto commandTime = 30s; ///< for one command to become durable

void settle(PlanItemRow& item, const char* state, std::string detail)
{
    item.state = state;
    item.detail = std::move(detail);
}

bool isChosenByName(const std::string& selector)
{
    const auto parsed = parseSelector(selector);
    return parsed && parsed->isByName();
}

/// The effect that stands in this one's place after an edit; else itself.
const Effect* currentEffect(const Order& order, int number)
{
    const Effect* effect = findEffect(order, number);
    if (effect == nullptr || effect->state != EffectState::Superseded) return effect;
    const Effect* newest = effect;
    for (const Effect& other : order.effects) {
        if (other.step == effect->step && other.subject == effect->subject && other.undoes == effect->undoes)
            newest = &other;
    }
    return newest;
}

/// An exception about that effect which is open now, or null.
const OpenException* exceptionAbout(const Order& order, int effect)
{
    const auto found = std::ranges::find(order.exceptions, effect, &OpenException::effect);
    return found == order.exceptions.end() ? nullptr : &*found;
}

} // namespace

PlanRun::PlanRun(Engine& engine, StoreReader& reader, std::int64_t plan, ApplySetup setup)
    : m_engine(engine)
    , m_reader(reader)
    , m_id(plan)
    , m_setup(std::move(setup))
{
}

Result<std::vector<PlanItemRow>> PlanRun::carryOut()
{
    if (const Status begun = begin(); !begun) return begun.error();
    m_begun = Steady::now();
    send();
    follow();
    end();
    return m_items;
}

/// Marks the plan as running, so that nobody applies it twice.
Status PlanRun::begin()
{
    Status begun = Done{};
    runOnEngine(m_engine, [&](Store& store) {
        const auto plan = store.plan(m_id);
        if (!plan) {
            begun = Error{.kind = ErrorKind::NotFound, .message = "there is no plan " + std::to_string(m_id)};
            return;
        }
        if (plan->state != "frozen") {
            begun = Error{.kind = ErrorKind::Conflict,
                          .message = "plan " + std::to_string(m_id) + " was applied already (it is " +
                                     plan->state + "); make a new plan of what is left"};
            return;
        }
        m_plan = *plan;
        m_items = store.planItems(m_id);
        m_request = {.action = m_plan.action,
                     .selector = m_plan.selector,
                     .kind = kindOfSummary(m_plan.summary),
                     .actor = m_setup.actor,
                     .reason = m_plan.reason,
                     .edits = editsOfSummary(m_plan.summary),
                     .detail = detailOfSummary(m_plan.summary)};
        m_plan.state = "running";
        store.commit(Batch{.changes = {Change{.plans = {m_plan}}}});
    });
    return begun;
}

void PlanRun::send()
{
    std::size_t sent = 0;
    for (PlanItemRow& item : m_items) {
        if (item.state != "planned") continue;
        if (isStopped()) {
            settle(item, "skipped", "the action was stopped before it was its turn");
            continue;
        }
        pace(sent++);
        sendOne(item);
        if (m_setup.progress) m_setup.progress(m_items);
    }
}

/// Waits for the item's turn: the rate grows evenly from nothing over the ramp.
void PlanRun::pace(std::size_t sent) const
{
    if (m_setup.perSecond <= 0) return;
    const double ramp = std::chrono::duration<double>(m_setup.ramp).count();
    const double count = static_cast<double>(sent);
    const double inRamp = m_setup.perSecond * ramp / 2;
    const double seconds =
        count < inRamp ? ramp * std::sqrt(count / inRamp) : ramp + (count - inRamp) / m_setup.perSecond;
    const auto due =
        m_begun + std::chrono::duration_cast<Steady::duration>(std::chrono::duration<double>(seconds));
    while (Steady::now() < due && !isStopped())
        std::this_thread::sleep_for(std::min<Steady::duration>(due - Steady::now(), lookInterval));
}

/// Why the item is not what it was when it was planned; empty: it is.
std::string PlanRun::movedOn(const PlanItemRow& item) const
{
    if (item.exception == 0) return {};
    const auto entry = m_reader.exception(item.exception);
    if (!entry) return "its exception is gone";
    if (m_plan.action == "reopen") return entry->row.isOpen ? "it is open" : std::string();
    return entry->row.isOpen ? std::string() : "its exception is closed already: " + howClosed(entry->row);
}

/// Whether the action has an end that comes later than the booking.
bool PlanRun::isFollowed() const
{
    return m_plan.action == "retry" || m_plan.action == "edit" || m_plan.action == "replay" ||
           m_plan.action == "cancel" || m_plan.action == "compensate";
}

/// Nothing: nobody knows any more what there is to adopt.
std::optional<Command> PlanRun::commandOf(const PlanItemRow& item) const
{
    const auto entry = item.exception == 0 ? std::nullopt : m_reader.exception(item.exception);
    const StoredOrder stored = m_reader.order(item.order).value_or(StoredOrder{});
    const OpenException exception = entry ? entry->row.exception : OpenException{};
    Command command = commandFor(m_request, stored.state, exception, isChosenByName(m_plan.selector));
    if (m_plan.action == "reopen" && item.order.value != 0)
        command.closed =
            closedException(m_reader.facts(item.order), exception.number).value_or(ClosedException{});
    if (m_plan.action != "adopt") return command;
    const auto has = m_setup.ask ? m_setup.ask(stored, exception) : std::nullopt;
    if (!nameAdopted(command, has, stored.state, exception)) return std::nullopt;
    return command;
}

void PlanRun::sendOne(PlanItemRow& item)
{
    if (std::string why = movedOn(item); !why.empty())
        return settle(item, "skipped", "moved on since the plan: " + why);
    auto answer = std::make_shared<std::promise<CommandReceipt>>();
    auto receipt = answer->get_future();
    const auto command = commandOf(item);
    if (!command)
        return settle(item, "skipped",
                      "moved on since the plan: its system does not say any more that it has it");
    m_engine.command(item.order, *command, [answer](const CommandReceipt& done) { answer->set_value(done); });
    if (receipt.wait_for(commandTime) != std::future_status::ready)
        return settle(item, "unverified", "the engine did not answer; see whether the store can be written");
    const CommandReceipt done = receipt.get();
    if (done.isRefused) return settle(item, "skipped", "moved on since the plan: " + done.reason);
    if (!done.isDone) return settle(item, "failed", done.reason);
    if (m_plan.action == "reopen") return judgeReopening(item);
    if (m_plan.action == "replay" && item.order.value == 0) return judgeRereading(item);
    if (!isFollowed()) return settle(item, "verified", "booked");
    item.detail = "sent";
    m_open.push_back(&item);
}

/// Read back: what it is about may have gone in the same moment.
void PlanRun::judgeReopening(PlanItemRow& item) const
{
    const auto entry = m_reader.exception(item.exception);
    if (entry && entry->row.isOpen) return settle(item, "verified", "it is open again");
    settle(item, "failed",
           "it closed again at once" + (entry ? ": " + howClosed(entry->row) : std::string()));
}

/// Read back: it was used if its exception is closed.
void PlanRun::judgeRereading(PlanItemRow& item) const
{
    const auto entry = m_reader.exception(item.exception);
    if (entry && !entry->row.isOpen) return settle(item, "verified", "its message was used");
    settle(item, "failed", "its exception is still open");
}

void PlanRun::follow()
{
    const auto deadline = Steady::now() + m_setup.wait;
    while (!m_open.empty() && Steady::now() < deadline && !isStopped()) {
        for (PlanItemRow* item : m_open)
            judge(*item);
        std::erase_if(m_open, [](const PlanItemRow* item) { return item->state != "planned"; });
        if (m_setup.progress) m_setup.progress(m_items);
        if (!m_open.empty()) std::this_thread::sleep_for(lookInterval);
    }
    for (PlanItemRow* item : m_open)
        judgeEnd(*item);
    m_open.clear();
}

/// After an edit without a call behind it: the order is checked anew at once.
void PlanRun::judgeContent(PlanItemRow& item, const Order& order)
{
    const auto again = std::ranges::find(order.exceptions, ExceptionClass::Validation, &OpenException::kind);
    if (order.validatedAt) return settle(item, "verified", "the order is complete now");
    if (again != order.exceptions.end()) settle(item, "failed", again->text);
}

void PlanRun::judge(PlanItemRow& item) const
{
    const auto stored = m_reader.order(item.order);
    if (!stored) return;
    const Order& order = stored->state;
    if (m_plan.action == "cancel" || m_plan.action == "compensate") return judgeUndoing(item, order);
    const Effect* effect = currentEffect(order, item.effect);
    if (m_plan.action == "edit" && item.exception == 0)
        return settle(item, "verified", "the order has the new values");
    if (effect == nullptr && m_plan.action == "edit") return judgeContent(item, order);
    if (effect == nullptr) return settle(item, "verified", "its exception is closed");
    if (const OpenException* again = exceptionAbout(order, effect->number))
        return settle(item, "failed", again->text.empty() ? again->cause : again->text);
    if (effect->state == EffectState::Done) return settle(item, "verified", "done: " + effect->document);
    if (effect->state == EffectState::Adopted)
        return settle(item, "verified", "adopted: " + effect->document);
    if (isSettled(effect->state))
        settle(item, "skipped", "it was " + std::string(toKey(effect->state)) + " meanwhile");
}

/// Steps are taken back until all are, or one cannot be.
void PlanRun::judgeUndoing(PlanItemRow& item, const Order& order) const
{
    const auto stuck =
        std::ranges::find(order.exceptions, ExceptionClass::CompensationIncomplete, &OpenException::kind);
    if (stuck != order.exceptions.end())
        return settle(item, "failed", "incomplete: " + (stuck->text.empty() ? stuck->cause : stuck->text));
    if (order.compensation) return;
    if (m_plan.action == "compensate")
        return settle(item, "verified", "taken back; it is held until a person releases it");
    settle(item, "verified", isCancelled(order) ? "cancelled" : "cancelled what had not left");
}

/// Time is up: what is under way is awaited, what nobody knows is unverified.
void PlanRun::judgeEnd(PlanItemRow& item) const
{
    judge(item);
    if (item.state != "planned") return;
    const auto stored = m_reader.order(item.order);
    if (stored && stored->state.compensation)
        return settle(item, "awaiting", "steps are still being taken back");
    const Effect* effect = stored ? currentEffect(stored->state, item.effect) : nullptr;
    const bool isUnknown = effect == nullptr || effect->state == EffectState::Unknown;
    settle(item, isUnknown ? "unverified" : "awaiting",
           effect == nullptr ? "not seen again"
                             : "still " + std::string(toKey(effect->state)) + " when the wait ended");
}

void PlanRun::end()
{
    m_plan.state = isStopped() ? "cancelled" : "ended";
    m_plan.summary = withoutPersons(m_plan.summary);
    runOnEngine(m_engine, [&](Store& store) {
        store.commit(Batch{.changes = {Change{.plans = {m_plan}, .planItems = m_items}}});
    });
}

} // namespace milepost
