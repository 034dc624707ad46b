// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/core/clock.h"
#include "backend/core/ids.h"
#include "backend/service/evidence_views.h"
#include "backend/service/recovery_views.h"
#include "backend/service/views.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

/// Values about people's work: exceptions in detail, what was done and by whom (backend.h).
namespace milepost {

/// One attempt or look-up of the call that an exception is about.
struct AttemptView {
    int number = 0; ///< 0: a look-up
    Timestamp startedAt{};
    std::optional<Timestamp> endedAt{};
    std::string outcome{}; ///< words of LineageEntry::outcome; empty: still under way
    std::string code{};
    std::string message{};
    PayloadId payload{}; ///< request and answer, as one body
};

/// The policy that applied, as stored.
struct PolicyView {
    std::string name{};
    std::string criticality{};
    int tries = 0; ///< made, of those that a person's word began anew
    int maxTries = 0;
    Duration baseDelay{};
    Duration maxDelay{};
    Duration deadline{};      ///< real time, of one attempt
    Duration recoverWithin{}; ///< by the event type of the exception, else by the policy
    std::string unknown{};    ///< atMostOnce, atLeastOnce
    bool keyProtects = false; ///< the partner recognises a repetition
    bool canLookUp = false;   ///< the partner can be asked what it knows
};

/// Whether an action may be taken on an exception, and why not.
using PermittedAction = ActionAdvice;

/// What a person puts on exceptions.
struct Annotation {
    std::string kind{}; ///< note, tag, untag, ticket, snooze
    std::string text{};
    std::optional<Timestamp> until{}; ///< of snooze; nothing: it is woken
};

struct NoteView {
    Timestamp at{};
    std::string actor{};
    std::string kind{}; ///< as of the annotation; claim, unclaim, takeOver; of a system's: resolve, reopen
    std::string text{};
};

/// One thing that happened to an exception.
struct ExceptionEvent {
    Timestamp at{};
    /// opened, reopened, closed; attempt, lookup; the name of an action; the kind of an annotation; claim,
    /// unclaim, takeOver
    std::string kind{};
    std::string actor{};   ///< empty: the engine
    std::string text{};    ///< what was said or found out: the reason of an action; of closed: how
    std::int64_t plan = 0; ///< that the action was of; 0: none
    std::string outcome{}; ///< of an attempt, as of LineageEntry; of an action: the state of the plan's item
    std::string detail{};  ///< what became of it, in words; of an edit: the paths; of closed: why
};

struct ExceptionDetail {
    ExceptionView exception{};
    std::string request{}; ///< of the last attempt, as it went over the wire; empty: none
    std::string answer{};
    std::string message{}; ///< what came in, of an exception about a message
    std::vector<AttemptView> attempts{};
    std::optional<PolicyView> policy{};
    std::vector<PermittedAction> actions{};
    std::vector<ExceptionEvent> events{}; ///< all that happened to it, oldest first
    std::vector<LineageEntry> history{};  ///< the facts about its call and its order's persons, oldest first
    std::vector<NoteView> notes{};        ///< of persons, oldest first
    std::optional<EffectView> effect{};
    std::optional<Timestamp> nextAt{}; ///< when the engine goes on by itself
};

/// What people and the engine do at large: a plan that was applied or waits to be.
struct ActivityView {
    PlanOrder order{};
    std::int64_t planId = 0;
    std::string state{}; ///< frozen, running, ended, cancelled
    Timestamp createdAt{};
    OutcomeView outcome{}; ///< sums; its list is empty
};

struct AuditEntry {
    std::int64_t id = 0;
    Timestamp at{};
    std::string actor{};
    std::string action{};
    std::string target{};
    std::string reason{};
    std::string before{};
    std::string after{};
};

struct AuditFilter {
    std::string search{}; ///< in actor, action, target, reason, before, after; empty: all
    std::string actor{};  ///< all of it; empty: any
    std::string action{}; ///< empty: any
    std::optional<Timestamp> from{};
    std::optional<Timestamp> until{}; ///< before that
    std::int64_t before = 0;          ///< only older than this one; 0: from the newest
    std::size_t limit = 200;
};

/// One hit of "go to any number".
struct FoundNumber {
    std::string kind{};  ///< order, po, tracking, invoice, sku, customer, …
    std::string value{}; ///< as the document has it
    std::string system{};
    std::string orderNo{};
    OrderId order{};
    std::string customer{};
};

} // namespace milepost
