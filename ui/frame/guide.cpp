// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/frame/guide.h"

#include "models/engine_watch.h"
#include "models/text.h"
#include "models/training.h"
#include "models/when_ready.h"
#include "models/words.h"
#include "models/work_list.h"
#include "ui/ui_settings.h"

#include <algorithm>

namespace milepost {
namespace {

constexpr std::size_t looksAt = 30;

bool mayRetry(Backend& backend, std::int64_t exception)
{
    const auto detail = backend.exception(exception);
    return detail && std::ranges::any_of(detail->actions, [](const PermittedAction& action) {
               return action.action == "retry" && action.isPermitted;
           });
}

/// The first that may be retried; best one where a partner said no, since that is plain to read.
Result<std::optional<ExceptionView>> firstRetriable(Backend& backend)
{
    auto page = backend.exceptions({.limit = looksAt});
    if (!page) return page.error();
    std::erase_if(page->exceptions, [](const ExceptionView& view) { return view.orderNo.empty(); });
    std::ranges::stable_partition(page->exceptions, [](const ExceptionView& view) {
        return view.kind == ExceptionClass::BusinessRule;
    });
    for (const ExceptionView& view : page->exceptions) {
        if (mayRetry(backend, view.id)) return std::optional<ExceptionView>(view);
    }
    return std::optional<ExceptionView>();
}

bool isFull(const OrderRow& row, Milestone milestone)
{
    return (row.milestones >> static_cast<unsigned>(milestone) & 1U) != 0;
}

Result<OutcomeView> retryNow(Backend& backend, const std::string& actor, const std::string& reason,
                             std::int64_t exception)
{
    const auto plan = backend.plan({.action = "retry",
                                    .selector = "exception:" + std::to_string(exception),
                                    .actor = actor,
                                    .reason = reason});
    if (!plan) return plan.error();
    return backend.apply({.planId = plan->planId, .actor = actor}, {}, {});
}

} // namespace

Guide::Guide(const ConsoleContext& context, EngineWatch& watch, QObject* parent)
    : QObject(parent)
    , m_context(context)
    , m_choice(context.bridge, this)
    , m_question(context.bridge, this)
{
    connect(&watch, &EngineWatch::changed, this, &Guide::look);
}

int Guide::number() const
{
    return std::min(static_cast<int>(m_step), steps);
}

QString Guide::words() const
{
    const QString order = text(m_exception.orderNo);
    switch (m_step) {
    case Step::Waiting:
        return tr("Orders arrive and move by themselves. Soon one will get stuck; then this guide shows how "
                  "to get it going again.");
    case Step::OpenExceptions:
        return tr("Order %1 is stuck and needs a person. What is stuck is listed under Exceptions.")
            .arg(order);
    case Step::Read:
        return tr("Select the exception of order %1 and read what happened: who said what, and what was "
                  "tried.")
            .arg(order);
    case Step::Retry:
        return m_context.training == nullptr
                   ? tr("When the cause is put right at the partner, choose Retry for order %1. Nothing is "
                        "done twice.")
                         .arg(order)
                   : tr("In this demo the partner has now put the cause right. Choose Retry for order %1: "
                        "nothing is done twice.")
                         .arg(order);
    case Step::Follow:
        return tr("Order %1 goes on. Watch it until it is delivered. Now: %2.")
            .arg(order, Words::waiting(m_waiting));
    case Step::Done:
        return tr("Order %1 is delivered, and you got it there. Every exception can be worked like this one.")
            .arg(order);
    }
    return {};
}

QString Guide::button() const
{
    switch (m_step) {
    case Step::Waiting: return {};
    case Step::OpenExceptions: return tr("Open Exceptions");
    case Step::Read: return tr("Show me");
    case Step::Retry: return tr("Do it for me");
    case Step::Follow: return tr("Show the order");
    case Step::Done: return tr("Close the guide");
    }
    return {};
}

bool Guide::canSkip() const
{
    return m_step != Step::Waiting && m_step != Step::Done;
}

void Guide::begin()
{
    m_isActive = true;
    m_exception = {};
    advance(Step::Waiting);
    look();
}

void Guide::end()
{
    m_isActive = false;
    m_choice.forget();
    m_question.forget();
    m_context.settings.setGuideDone(true);
    emit changed();
}

void Guide::skip()
{
    if (canSkip()) advance(static_cast<Step>(static_cast<int>(m_step) + 1));
}

void Guide::press()
{
    switch (m_step) {
    case Step::Waiting: return;
    case Step::OpenExceptions: return emit goTo({.page = Place::Page::Exceptions});
    case Step::Read: return emit goTo(exceptionPlace());
    case Step::Retry: return retry();
    case Step::Follow: return emit goTo({.page = Place::Page::Order, .orderNo = text(m_exception.orderNo)});
    case Step::Done: return end();
    }
}

Place Guide::exceptionPlace() const
{
    return {.page = Place::Page::Exceptions, .exception = m_exception.id};
}

void Guide::entered(const Place& place)
{
    if (!m_isActive || place.page != Place::Page::Exceptions) return;
    if (m_step == Step::OpenExceptions) advance(Step::Read);
    if (m_step == Step::Read && place.exception == m_exception.id) advance(Step::Retry);
}

void Guide::advance(Step step)
{
    m_step = step;
    if (step == Step::Retry) heal();
    emit changed();
}

void Guide::look()
{
    if (!m_isActive || m_step == Step::Done) return;
    if (m_step == Step::Waiting)
        choose();
    else
        follow();
}

void Guide::choose()
{
    if (m_choice.isAsking()) return;
    m_choice.ask([](Backend& backend, const std::stop_token&) { return firstRetriable(backend); },
                 [this](const Result<std::optional<ExceptionView>>& chosen) {
                     if (m_step != Step::Waiting || !chosen || !*chosen) return;
                     m_exception = **chosen;
                     advance(Step::OpenExceptions);
                 });
}

void Guide::follow()
{
    if (m_question.isAsking()) return;
    m_question.ask(
        [id = m_exception.id](Backend& backend, const std::stop_token&) -> Result<Looked> {
            const auto detail = backend.exception(id);
            if (!detail) return detail.error();
            const auto order = backend.order(detail->exception.orderNo);
            if (!order) return order.error();
            return Looked{.exception = detail->exception,
                          .isClosed = detail->exception.state == "closed",
                          .isDelivered = isFull(order->row, Milestone::Delivered),
                          .waiting = order->row.waiting};
        },
        [this](const Result<Looked>& looked) {
            if (looked) take(*looked);
        });
}

void Guide::take(const Looked& looked)
{
    if (!m_isActive || looked.exception.id != m_exception.id) return;
    m_waiting = looked.waiting;
    if (looked.isClosed && m_step < Step::Follow) advance(Step::Follow);
    if (m_step != Step::Follow) return;
    if (looked.isClosed && looked.isDelivered) return advance(Step::Done);
    emit changed();
}

/// In a demo the partner's no ends, so that the retry works.
void Guide::heal()
{
    if (m_context.training == nullptr) return;
    m_context.bridge.carryOut([training = m_context.training](Backend&) { return training->heal(); });
}

void Guide::retry()
{
    const int work = m_context.works.begin(tr("Retry of order %1").arg(text(m_exception.orderNo)), false);
    const auto done =
        m_context.bridge.carryOut([actor = utf8(m_context.actor), reason = utf8(tr("Shown by the guide")),
                                   id = m_exception.id, training = m_context.training](Backend& backend) {
            if (training != nullptr) {
                const Status ignored = training->heal(); // if it is gone the retry will tell
                (void)ignored;
            }
            return retryNow(backend, actor, reason, id);
        });
    whenReady(done, &m_context.works, [&works = m_context.works, work](const Result<OutcomeView>& outcome) {
        const bool isGood = outcome && outcome->failed == 0;
        works.end(work, isGood ? WorkState::Done : WorkState::Failed,
                  !outcome ? Words::error(outcome.error())
                  : isGood ? tr("The retry was carried out.")
                           : tr("The retry failed; the exception says why."));
    });
}

} // namespace milepost
