// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/matrix_play.h"

#include <algorithm>

namespace milepost {
namespace {

constexpr const char* actor = "matrix";
constexpr const char* reason = "matrix";

const EffectView* effectOf(const OrderView& order, const std::string& step)
{
    const EffectView* newest = nullptr;
    for (const EffectView& effect : order.effects)
        if (effect.step == step && effect.undoes == 0 && effect.subject <= 1 && effect.attempts > 0)
            newest = &effect;
    return newest;
}

const ExceptionView* exceptionOf(const OrderView& order, const std::string& step)
{
    const auto at = std::ranges::find(order.exceptions, step, &ExceptionView::step);
    return at == order.exceptions.end() ? nullptr : &*at;
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
    return m_cell.step == "notify" ? m_number + "|*" : m_orderNo + ":" + m_cell.step;
}

/// Where nobody can be asked by a machine, the person has telephoned: she knows what the network's books say.
bool MatrixPlay::mayTry(DemoRun& run, const OrderView& order, const ExceptionView* exception,
                        std::string& document) const
{
    if (isAboutOrder(m_cell.action) || exception == nullptr) return true;
    const auto effect = std::ranges::find(order.effects, exception->effect, &EffectView::number);
    if (effect == order.effects.end() || effect->state != "unknown") return true;
    const bool cannotBeAsked = effect->capability == "customer.notify";
    if (!cannotBeAsked) return m_cell.action != "resolve"; // evidence tells; nobody resolves that by hand
    const auto known = readTrueCase(run.control(), m_number, m_orderNo);
    if (!known) return false;
    const bool isDone = !known->noticed.empty();
    if (isDone) document = "by telephone";
    return m_cell.action == "adopt" ? isDone : !isDone;
}

void MatrixPlay::look(DemoRun& run)
{
    if (m_hasActed) return;
    const auto order = run.backend().order(m_orderNo);
    if (!order) return;
    const EffectView* effect = effectOf(*order, m_cell.step);
    if (effect == nullptr) return;
    m_hasBegun = true;
    std::string state = textOf(*order);
    if (state == m_lastState) return;
    m_lastState = std::move(state);
    const ExceptionView* exception = exceptionOf(*order, m_cell.step);
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
    const auto plan = run.backend().plan(order);
    if (!plan || plan->list.empty() || plan->list.front().state != "planned") return;
    const auto before = readTrueCase(run.control(), m_number, m_orderNo);
    const auto outcome = run.backend().apply(
        {.planId = plan->planId, .perSecond = 0, .wait = Duration(0), .actor = actor}, {}, {});
    if (!outcome || outcome->skipped > 0) return;
    m_hasActed = true;
    if (before) m_requestsBefore = before->requests;
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

std::vector<std::string> MatrixPlay::wrongPredictions(DemoRun& run) const
{
    std::vector<std::string> wrong;
    const auto after = readTrueCase(run.control(), m_number, m_orderNo);
    const auto order = run.backend().order(m_orderNo);
    if (!m_hasActed || !after || !order) return wrong;
    const auto count = [](const std::map<std::string, int>& requests, const std::string& name) {
        const auto found = requests.find(name);
        return found == requests.end() ? 0 : found->second;
    };
    const auto nameOf = [](const ForeseenCall& call) {
        const bool isVoid = call.capability == "tax.void"; // the tax service knows it by what is voided
        const std::string key = isVoid ? call.key.substr(0, call.key.find("-undo")) + ":void" : call.key;
        return workName(call.system, call.capability, key);
    };
    for (const ForeseenCall& call : m_suppressed) {
        const std::string name = nameOf(call);
        if (count(after->requests, name) > count(m_requestsBefore, name))
            wrong.push_back(name + " was made again, against the plan");
    }
    // a step that could not be taken back ends the row of calls before all that were foreseen
    const bool isStuck = order->compensation.has_value();
    for (const ForeseenCall& call : m_foreseen) {
        const std::string name = nameOf(call);
        const bool isSeen = call.isLookup || count(after->requests, name) > count(m_requestsBefore, name);
        const bool isHttp = call.system != "wms-east" && call.system != "3pl" && call.system != "notify";
        const auto effect = std::ranges::find(order->effects, call.key, &EffectView::key);
        const bool isGone = effect == order->effects.end() || effect->state == "superseded";
        if (!isSeen && isHttp && !isStuck && !isGone) wrong.push_back(name + " was foreseen and not seen");
    }
    return wrong;
}

} // namespace milepost
