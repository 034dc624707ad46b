// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/follow.h"

#include <algorithm>
#include <chrono>

namespace milepost {
namespace {

constexpr Duration askWithin = std::chrono::seconds(3);
constexpr int mostRounds = 12;
constexpr int maxTries = 4; ///< of one step of one order: then a person is asked

} // namespace

Status RecommendedFollower::follow(const std::function<Status()>& settle)
{
    for (int i = 0; i < mostRounds; ++i) {
        const auto isDone = round();
        if (!isDone) return isDone.error();
        if (const Status settled = settle(); !settled) return settled;
        if (*isDone) return Done{};
    }
    const auto left = readOpen();
    return left ? Status(Done{}) : Status(left.error());
}

Result<bool> RecommendedFollower::round()
{
    const auto open = readOpen();
    if (!open) return open.error();
    m_ordersBusy.clear();
    m_forPerson.clear();
    for (const ExceptionView& exception : open->exceptions)
        if (const Status looked = look(exception); !looked) return looked.error();
    return m_ordersBusy.empty();
}

Result<ExceptionPage> RecommendedFollower::readOpen()
{
    auto open = m_backend.exceptions({});
    if (!open) return open;
    m_open.clear();
    for (const ExceptionView& exception : open->exceptions)
        m_open.insert(exception.id);
    return open;
}

Status RecommendedFollower::look(const ExceptionView& exception)
{
    m_seen.insert(exception.id);
    if (m_ordersBusy.contains(exception.orderNo)) return Done{};
    const auto evidence = m_backend.evidence(exception.id, askWithin);
    if (!evidence) return evidence.error();
    const Recommendation& one = evidence->recommended;
    if (one.needsPerson) {
        m_forPerson.insert(exception.id);
        return Done{};
    }
    if (one.action.empty()) return Done{};
    if (++m_tried[{exception.orderNo, exception.step}] > maxTries) {
        m_forPerson.insert(exception.id);
        return Done{};
    }
    return act(*evidence, exception.orderNo);
}

/// Its end is not waited for here, order by order: settling waits for all.
Status RecommendedFollower::act(const Evidence& evidence, const std::string& orderNo)
{
    const Recommendation& one = evidence.recommended;
    const auto plan = m_backend.plan({.action = one.action,
                                      .selector = "exception:" + std::to_string(evidence.exception),
                                      .actor = m_actor,
                                      .reason = one.reason,
                                      .detail = {.document = one.document}});
    if (!plan && plan.error().kind == ErrorKind::Conflict) return Done{}; // it has closed meanwhile
    if (!plan) return plan.error();
    const auto outcome =
        m_backend.apply({.planId = plan->planId, .perSecond = 0, .wait = {}, .actor = m_actor}, {}, {});
    if (!outcome) return outcome.error();
    m_ordersBusy.insert(orderNo.empty() ? "exception " + std::to_string(evidence.exception) : orderNo);
    m_actedOn.insert(evidence.exception);
    ++m_actions[one.action];
    return Done{};
}

FollowFigures RecommendedFollower::figures() const
{
    const auto isGone = [this](std::int64_t id) { return !m_open.contains(id); };
    FollowFigures figures{.seen = static_cast<int>(m_seen.size()),
                          .byMachine = static_cast<int>(std::ranges::count_if(m_actedOn, isGone)),
                          .byPerson = static_cast<int>(m_forPerson.size()),
                          .actions = m_actions};
    figures.byThemselves = std::max(0, figures.seen - figures.byMachine - figures.byPerson);
    return figures;
}

} // namespace milepost
