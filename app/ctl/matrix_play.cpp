// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/matrix_play.h"

#include <algorithm>

namespace milepost {
namespace {

constexpr const char* actor = "matrix";
constexpr const char* reason = "matrix";

/// A partner that exchanges files: nothing can be asked of it.
bool isFilePartner(const std::string& system)
{
    return system == "wms-east" || system == "3pl";
}

bool isAboutOrder(const std::string& action)
{
    return action == "cancel" || action == "compensate" || action == "hold";
}

std::string textOf(const OrderView& order)
{
    std::string text;
    for (const EffectView& effect : order.effects)
        text += effect.key + ' ' + effect.state + ' ' + std::to_string(effect.attempts) + ';';
    for (const ExceptionView& exception : order.exceptions)
        text += std::to_string(exception.id) + ';';
    return text;
}

} // namespace

std::string MatrixPlay::reference() const
{
    if (m_cell.step == "notify") return m_number + "|*";
    if (m_cell.isTold()) return "shipped " + m_orderNo + "-F*";
    if (isFilePartner(m_cell.system)) return m_orderNo + "-F*";
    return m_orderNo + ":" + m_cell.step + (m_cell.node.empty() ? "" : "*");
}

/// Of a warehouse any part of the order, of others the first.
bool MatrixPlay::isOwn(const EffectView& effect) const
{
    return effect.step == m_cell.step && effect.system == m_cell.system && effect.undoes == 0 &&
           (!m_cell.node.empty() || effect.subject <= 1);
}

const EffectView* MatrixPlay::effectOf(const OrderView& order) const
{
    const EffectView* newest = nullptr;
    for (const EffectView& effect : order.effects)
        if (isOwn(effect) && effect.attempts > 0) newest = &effect;
    return newest;
}

const ExceptionView* MatrixPlay::exceptionOf(const OrderView& order) const
{
    const auto at = std::ranges::find_if(order.exceptions, [&](const ExceptionView& exception) {
        return m_cell.node.empty() ? exception.step == m_cell.step : exception.system == m_cell.system;
    });
    return at == order.exceptions.end() ? nullptr : &*at;
}

/// Where nobody can be asked by a machine, the person has telephoned: she knows what the network's books say.
bool MatrixPlay::mayTry(DemoRun& run, const OrderView& order, const ExceptionView* exception,
                        std::string& document) const
{
    if (isAboutOrder(m_cell.action) || exception == nullptr) return true;
    const auto effect = std::ranges::find(order.effects, exception->effect, &EffectView::number);
    const bool isFile = effect != order.effects.end() && isFilePartner(effect->system);
    const bool isOpen =
        effect != order.effects.end() && (effect->state == "unknown" || (isFile && effect->state == "sent"));
    if (!isOpen) return true;
    if (isFile && m_cell.action == "retry") return true; // its name protects it
    const bool cannotBeAsked = effect->capability == "customer.notify" || isFile;
    if (!cannotBeAsked) return m_cell.action != "resolve"; // evidence tells; nobody resolves that by hand
    const auto known = readTrueCase(run.control(), m_number, m_orderNo);
    if (!known) return false;
    const auto performed =
        known->performed.find(workName(effect->system, effect->capability, effect->reference));
    const bool isDone =
        isFile ? performed != known->performed.end() && performed->second > 0 : !known->noticed.empty();
    if (isDone) document = "by telephone";
    return m_cell.action == "adopt" ? isDone : !isDone;
}

void MatrixPlay::look(DemoRun& run)
{
    if (m_hasActed) return;
    const auto order = run.backend().order(m_orderNo);
    if (!order) return;
    const EffectView* effect = effectOf(*order);
    if (effect == nullptr) return;
    m_hasBegun = true;
    std::string state = textOf(*order);
    if (state == m_lastState) return;
    m_lastState = std::move(state);
    const ExceptionView* exception = exceptionOf(*order);
    std::string document;
    if (!isAboutOrder(m_cell.action) && m_cell.action != "edit" && exception == nullptr) return;
    if (!mayTry(run, *order, exception, document)) return;
    act(run,
        isAboutOrder(m_cell.action) || exception == nullptr ? "order:" + m_orderNo
                                                            : "exception:" + std::to_string(exception->id),
        document);
}

void MatrixPlay::act(DemoRun& run, const std::string& selector, const std::string& document)
{
    PlanOrder order{.action = m_cell.action, .selector = selector, .actor = actor, .reason = reason};
    if (m_cell.action == "hold") order.kind = "operator";
    if (m_cell.action == "edit") order.edits = {{.path = "/note", .value = "matrix"}};
    if (m_cell.action == "compensate") order.detail.from = m_cell.step;
    if (m_cell.action == "adopt") order.detail.document = document;
    const auto before = readTrueCase(run.control(), m_number, m_orderNo);
    const auto plan = run.backend().plan(order);
    if (!plan || plan->list.empty() || plan->list.front().state != "planned") return;
    if (!before || readTrueCase(run.control(), m_number, m_orderNo) != before) {
        m_lastState.clear(); // something was done meanwhile, and nobody can say whether it was foreseen
        return;
    }
    const auto outcome = run.backend().apply(
        {.planId = plan->planId, .perSecond = 0, .wait = Duration(0), .actor = actor}, {}, {});
    if (!outcome || outcome->skipped > 0) return;
    m_hasActed = true;
    m_requestsBefore = before->requests;
    m_foreseen = plan->list.front().calls;
    m_suppressed = plan->list.front().suppressed;
}

void MatrixPlay::letGo(DemoRun& run) const
{
    const auto order = run.backend().order(m_orderNo);
    if (!order || order->holds.empty()) return;
    const auto plan = run.backend().plan(
        {.action = "release", .selector = "order:" + m_orderNo, .actor = actor, .reason = reason});
    if (!plan) return;
    const auto outcome = run.backend().apply(
        {.planId = plan->planId, .perSecond = 0, .wait = Duration(0), .actor = actor}, {}, {});
    static_cast<void>(outcome);
}

JudgedPlan MatrixPlay::judgePlan(DemoRun& run) const
{
    JudgedPlan judged;
    const auto after = readTrueCase(run.control(), m_number, m_orderNo);
    const auto order = run.backend().order(m_orderNo);
    if (!after || !order) return {.wrong = {"nobody could be asked what became of the plan"}};
    const auto count = [](const std::map<std::string, int>& requests, const std::string& name) {
        const auto found = requests.find(name);
        return found == requests.end() ? 0 : found->second;
    };
    const auto nameOf = [&](const ForeseenCall& call) {
        const bool isVoid = call.capability == "tax.void"; // the tax service knows it by what is voided
        const auto effect = std::ranges::find(order->effects, call.key, &EffectView::key);
        const bool isFile = isFilePartner(call.system) && effect != order->effects.end();
        const std::string key = isVoid   ? call.key.substr(0, call.key.find("-undo")) + ":void"
                                : isFile ? effect->reference // a file says for which part of the order it is
                                         : call.key;
        return workName(call.system, call.capability, key);
    };
    const auto isMade = [&](const ForeseenCall& call) {
        const std::string name = nameOf(call);
        return count(after->requests, name) > count(m_requestsBefore, name);
    };
    for (const ForeseenCall& call : m_suppressed)
        if (isMade(call)) judged.wrong.push_back(nameOf(call) + " was made again, against the plan");
    // a step that could not be taken back ends the row of calls before all that were foreseen
    const bool isStuck = order->compensation.has_value();
    for (const ForeseenCall& call : m_foreseen) {
        if (call.isLookup) continue;
        ++judged.predicted;
        const auto effect = std::ranges::find(order->effects, call.key, &EffectView::key);
        const bool isGone = effect == order->effects.end() || effect->state == "superseded";
        const bool isUntold = call.system == "notify"; // the network knows notices by their parcels
        const bool isSwallowed = isFilePartner(call.system) && m_cell.fault == "lostRequest";
        if (isMade(call))
            ++judged.seen;
        else if (isUntold || isSwallowed || isStuck || isGone)
            ++judged.excused;
        else
            judged.wrong.push_back(nameOf(call) + " was foreseen and not seen");
    }
    return judged;
}

} // namespace milepost
