// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/service/exception_history.h"

#include "backend/service/lineage_view.h"

#include <algorithm>
#include <optional>

namespace milepost {
namespace {

/// Follows the facts of an order for what concerns one exception.
class FactFollower {
public:
    FactFollower(const OpenException& exception, std::vector<ExceptionEvent>& events)
        : m_exception(exception)
        , m_events(events)
    {
    }

    void follow(const FactRow& row)
    {
        m_at = row.at;
        m_action.reset();
        for (const FactBody& fact : row.facts)
            std::visit([&](const auto& one) { take(one); }, fact);
    }

private:
    template <typename Fact>
    void take(const Fact&)
    {
    }
    void take(const ActionTaken& fact)
    {
        m_action = fact;
        // of one that is reopened the exception itself tells
        if (m_isOpen) add({.kind = fact.action, .actor = fact.actor, .text = fact.reason});
    }
    void take(const OrderRevised& fact)
    {
        if (!m_isOpen || m_events.empty()) return;
        for (const std::string& path : fact.changed)
            m_events.back().detail += (m_events.back().detail.empty() ? "" : ", ") + path;
    }
    void take(const AttemptEnded& fact)
    {
        if (fact.effect != m_exception.effect || fact.effect == 0) return;
        add({.kind = "attempt", .text = fact.code, .outcome = std::string(outcomeWord(fact.outcome))});
    }
    void take(const LookupEnded& fact)
    {
        if (fact.effect != m_exception.effect || fact.effect == 0) return;
        add({.kind = "lookup", .text = fact.code, .outcome = std::string(outcomeWord(fact.outcome))});
    }
    void take(const ExceptionOpened& fact)
    {
        if (fact.exception.number != m_exception.number) return;
        const bool isAgain =
            std::ranges::any_of(m_events, [](const ExceptionEvent& event) { return event.kind == "opened"; });
        m_isOpen = true;
        if (!isAgain) return add({.kind = "opened", .text = fact.exception.text});
        ExceptionEvent again{.kind = "reopened"};
        if (m_action) again.actor = m_action->actor;
        if (m_action) again.text = m_action->reason;
        add(std::move(again));
    }
    void take(const ExceptionClosed& fact)
    {
        if (fact.number != m_exception.number) return;
        m_isOpen = false;
        add({.kind = "closed", .actor = m_action ? m_action->actor : std::string(), .text = fact.how});
    }

    void add(ExceptionEvent event)
    {
        event.at = m_at;
        m_events.push_back(std::move(event));
    }

    const OpenException& m_exception;
    std::vector<ExceptionEvent>& m_events;
    Timestamp m_at{};
    std::optional<ActionTaken> m_action{}; ///< of the row in hand
    bool m_isOpen = false;
};

bool has(const std::vector<ExceptionEvent>& events, std::string_view kind)
{
    return std::ranges::find(events, kind, &ExceptionEvent::kind) != events.end();
}

/// Of an exception that no order has: what people did with it stands in its notes.
ExceptionEvent eventOf(const NoteRow& note)
{
    ExceptionEvent event{.at = note.at, .kind = note.kind, .actor = note.actor, .text = note.text};
    if (note.kind == "reopen") event.kind = "reopened";
    if (note.kind == "resolve") event.kind = "closed";
    if (note.kind == "resolve") event.text = "resolved";
    if (note.kind == "resolve") event.detail = note.text;
    return event;
}

void addEnds(const ExceptionRow& row, std::vector<ExceptionEvent>& events)
{
    if (!has(events, "opened"))
        events.insert(events.begin(),
                      {.at = row.exception.openedAt, .kind = "opened", .text = row.exception.text});
    if (row.isOpen || !row.closedAt) return;
    const bool isTold = std::ranges::any_of(events, [&](const ExceptionEvent& event) {
        return event.kind == "closed" && event.at == *row.closedAt;
    });
    if (!isTold)
        events.push_back({.at = *row.closedAt, .kind = "closed", .actor = row.closedBy, .text = row.how});
}

bool isAbout(const ExceptionEvent& event, const std::string& action, bool isOfOrder)
{
    if (action == "reopen") return event.kind == "reopened";
    if (action == "resolve" && !isOfOrder) return event.kind == "closed";
    return event.kind == action;
}

/// The action that the plan led to says of which plan it was and what became of it; one that led to none
/// stands for itself.
void addPlan(const PlannedItem& planned, const ExceptionEntry& entry, std::vector<ExceptionEvent>& events)
{
    const PlanRow& plan = planned.plan;
    const auto action = std::ranges::find_if(events, [&](const ExceptionEvent& event) {
        return event.plan == 0 && event.at >= plan.createdAt &&
               isAbout(event, plan.action, entry.row.order.value != 0);
    });
    const bool isTaken = planned.item.state != "skipped" && action != events.end();
    ExceptionEvent& event =
        isTaken ? *action
                : events.emplace_back(ExceptionEvent{
                      .at = plan.createdAt, .kind = plan.action, .actor = plan.actor, .text = plan.reason});
    event.plan = plan.id;
    event.outcome = planned.item.state;
    event.detail += (event.detail.empty() || planned.item.detail.empty() ? "" : "; ") + planned.item.detail;
}

} // namespace

std::vector<ExceptionEvent> exceptionHistory(StoreReader& reader, const ExceptionEntry& entry,
                                             const std::vector<FactRow>& facts)
{
    std::vector<ExceptionEvent> events;
    FactFollower follower(entry.row.exception, events);
    for (const FactRow& row : facts)
        follower.follow(row);
    for (const NoteRow& note : reader.notes(entry.row.id))
        events.push_back(eventOf(note));
    addEnds(entry.row, events);
    std::ranges::stable_sort(events, {}, &ExceptionEvent::at);
    for (const PlannedItem& planned : reader.plansOf(entry.row.id))
        if (planned.plan.state != "frozen") addPlan(planned, entry, events); // else it was only looked at
    std::ranges::stable_sort(events, {}, &ExceptionEvent::at);
    return events;
}

} // namespace milepost
