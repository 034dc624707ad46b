// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include "backend/service/recovery_views.h"
#include "ui/console_context.h"

#include <functional>
#include <string>
#include <string_view>
#include <vector>

class QObject;
class QWidget;

/// The way of every action: plan, look at what it will do, apply, see what became of it.
namespace milepost {

/// Asks for a plan, shows it in a dialog with a field for the reason and, when confirmed, carries it out as a
/// work of the session. `tell` is called with each step in words while `owner` lives; `ended` with the
/// outcome. GUI thread.
void planAndApply(const ConsoleContext& context, QWidget* owner, PlanOrder order,
                  std::function<void(const QString&)> tell,
                  std::function<void(const OutcomeView&)> ended = {});

/// Asks why and which kind, then plans and applies. `action`: hold, release.
void askHoldOrRelease(const ConsoleContext& context, QWidget* owner, const QString& action,
                      const std::vector<std::string>& orderNos, std::function<void(const QString&)> tell);

/// Asks for the number that the system has it under, where it does not say so itself, then plans and applies.
void askAdopt(const ConsoleContext& context, QWidget* owner, const std::string& selector,
              const QString& document, std::function<void(const QString&)> tell,
              std::function<void(const OutcomeView&)> ended);

/// Asks from where on and with which map calls are made anew, then plans and applies. `selector`: of an order
/// or of exceptions with one.
void askReplay(const ConsoleContext& context, QWidget* owner, const std::string& selector,
               std::function<void(const QString&)> tell, std::function<void(const OutcomeView&)> ended);

/// Asks from which step on the order is taken back, then plans and applies.
void askCompensate(const ConsoleContext& context, QWidget* owner, const std::string& orderNo,
                   const QString& step, std::function<void(const QString&)> tell,
                   std::function<void(const OutcomeView&)> ended);

/// The icon that stands for an action.
QString actionIconName(std::string_view action);

/// "2 verified, 1 failed: ERP says …" in one line.
QString outcomeWords(const OutcomeView& outcome);

} // namespace milepost
