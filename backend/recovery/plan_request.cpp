// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/core/one_line.h"
#include "backend/recovery/plan.h"

#include <algorithm>
#include <array>

/// What is asked for, before anything is looked up.
namespace milepost {
namespace {

constexpr std::array<std::string_view, 11> actions{"retry",      "edit",    "replay", "adopt",
                                                   "skip",       "resolve", "reopen", "cancel",
                                                   "compensate", "hold",    "release"};

Error invalid(std::string message)
{
    return {.kind = ErrorKind::InvalidInput, .message = std::move(message)};
}

Status checkKnown(const PlanRequest& request)
{
    return checkAction(request.action);
}

/// What cannot be undone by a click needs words.
Status checkReason(const PlanRequest& request)
{
    const bool needsReason = request.action == "cancel" || request.action == "compensate" ||
                             request.action == "adopt" || request.action == "skip" ||
                             request.action == "reopen";
    if (needsReason && request.reason.empty())
        return invalid(request.action + " needs a reason, for the audit");
    return Done{};
}

/// A number as people write it down: short, one line.
Status checkDocument(const PlanRequest& request)
{
    if (isOneLine(request.detail.document, longestNumber)) return Done{};
    return invalid("the number to adopt takes at most 100 bytes in one line");
}

Status checkStart(const PlanRequest& request)
{
    const bool takesStart = request.action == "compensate" || request.action == "replay";
    if (!takesStart && !request.detail.from.empty())
        return invalid("only compensate and replay begin at a step");
    return Done{};
}

Status checkMap(const PlanRequest& request)
{
    const std::string& map = request.detail.map;
    if (map.empty()) return Done{};
    if (request.action != "replay") return invalid("only replay takes a map");
    if (map == mapOfThen || map == "today") return Done{};
    return invalid("there is no map '" + map + "'; there are today and then");
}

Status checkEdits(const PlanRequest& request)
{
    const bool isEdit = request.action == "edit";
    if (!isEdit && !request.edits.empty()) return invalid("only edit takes new values");
    if (isEdit && request.edits.empty()) return invalid("an edit needs a new value of at least one field");
    if (isEdit && request.reason.empty()) return invalid("an edit needs a reason, for the audit");
    return Done{};
}

} // namespace

Status checkAction(std::string_view action)
{
    if (std::ranges::find(actions, action) != actions.end()) return Done{};
    return Error{.kind = ErrorKind::InvalidInput,
                 .message = "there is no action '" + std::string(action) +
                            "'; there are retry, edit, replay, adopt, skip, resolve, reopen, cancel, "
                            "compensate, hold and release"};
}

std::span<const std::string_view> actionNames()
{
    return actions;
}

bool isAboutExceptions(std::string_view action)
{
    return action == "retry" || action == "edit" || action == "replay" || action == "adopt" ||
           action == "skip" || action == "resolve" || action == "reopen";
}

bool isAboutOrders(std::string_view action)
{
    return action == "edit" || !isAboutExceptions(action);
}

Status checkRequest(const PlanRequest& request)
{
    for (const auto check : {checkKnown, checkEdits, checkReason, checkDocument, checkStart, checkMap})
        if (const Status sound = check(request); !sound) return sound;
    return Done{};
}

} // namespace milepost
