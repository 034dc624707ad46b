// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/domain/decide.h"
#include "backend/domain/landscape.h"
#include "backend/domain/order.h"
#include "backend/domain/process.h"

#include <string>

/// Why a person may not take an action now, in words for people; empty: it is permitted. Pure. The one place
/// that says so: plans, evidence, console and the engine all ask here.
namespace milepost {

/// What an order is judged by.
struct PermissionScope {
    const Order& order;
    const Process& process;
    const Landscape& landscape;
};

/// The call is made again under its own key. `byName`: a person has looked at just this one.
std::string whyNotRetry(const PermissionScope& scope, const OpenException& exception, bool byName);
/// The call is made anew, under a new key and with the map of today or the one that it was made with.
std::string whyNotReplay(const PermissionScope& scope, const OpenException& exception, bool keepsMap = false);
/// What the partner has done is accepted as done.
std::string whyNotAdopt(const PermissionScope& scope, const OpenException& exception);
/// The order goes on without it.
std::string whyNotSkip(const PermissionScope& scope, const OpenException& exception);
std::string whyNotResolve(const PermissionScope& scope, const OpenException& exception);
/// What a person closed by hand is open again, as it was.
std::string whyNotReopen(const PermissionScope& scope, const ClosedException& closed);
/// What the exception is about is not so any more, as far as the order itself can tell.
bool isCauseGone(const Order& order, const Process& process, const OpenException& exception);
/// What has not left is cancelled.
std::string whyNotCancel(const PermissionScope& scope);
/// The step and what follows it are taken back, to be taken anew.
std::string whyNotCompensate(const PermissionScope& scope, const Compensation& compensation);
std::string whyNotHold(const Order& order, std::string_view kind);
std::string whyNotRelease(const Order& order, std::string_view kind);

/// The compensation that a command asks for: of `cancel`, or of `compensate` from its step. The step is -1
/// where the process has none of that name.
Compensation compensationFor(const PermissionScope& scope, const Command& command, Timestamp now);

/// Of any command on this order.
std::string whyNotObey(const PermissionScope& scope, const Command& command);

} // namespace milepost
